"""The servers of `docs/servers/`, run as they are shipped: each edition on a server of its own."""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from editions import Edition

SNIPPETS = Path(__file__).resolve().parents[2] / "docs" / "servers"


@dataclass
class Server:
    """A running server of one edition, at a port of the loopback address."""

    edition: Edition
    port: int
    process: subprocess.Popen
    log: Path

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=10)


class ServerFault(Exception):
    """A server did not start; the text says what it wrote."""


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for this run, signed by itself."""
    chain, key = folder / "chain.pem", folder / "key.pem"
    if not chain.exists():
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
             "-nodes", "-days", "2", "-subj", "/CN=edition.test", "-keyout", key, "-out", chain],
            check=True, capture_output=True)
    return chain, key


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def program(name: str) -> str | None:
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")


def _changed(text: str, changes: dict[str, str]) -> str:
    for old, new in changes.items():
        if old not in text:
            raise ServerFault(f"the snippet has no “{old}”: adapt Tests/Browser/servers.py")
        text = text.replace(old, new)
    return text


def _root(edition: Edition, folder: Path) -> Path:
    """What the server has for its root: the edition, or a folder that has it where its address
    says."""
    if edition.prefix == "/":
        return edition.folder.resolve()
    place = folder / "root" / edition.prefix.strip("/")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(edition.folder.resolve())
    return folder / "root"


def _nginx(edition: Edition, folder: Path, port: int) -> list[str]:
    chain, key = certificate(folder.parent)
    snippet = _changed((SNIPPETS / "nginx.conf").read_text(), {
        "listen 80;": f"listen 127.0.0.1:{free_port()};",
        "  listen [::]:80;\n": "",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{port} ssl http2;",
        "  listen [::]:443 ssl http2;\n": "",
        "www.example.org": edition.host,
        "/srv/tearline/public": str(_root(edition, folder)),
        "=404 /404.html": f"=404 {edition.prefix}404.html",
        "~^/assets/": f"~^{edition.prefix}assets/",
        "/etc/ssl/tearline/fullchain.pem": str(chain),
        "/etc/ssl/tearline/privkey.pem": str(key),
    })
    (folder / "edition.conf").write_text(snippet)
    paths = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
    user = "user root;\n" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{user}daemon off;\nworker_processes 1;\npid {folder}/pid;\nerror_log stderr;\n"
        f"events {{ }}\nhttp {{\naccess_log off;\n{paths}include {folder}/edition.conf;\n}}\n")
    return [program("nginx") or "nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]


def _apache(edition: Edition, folder: Path, port: int) -> list[str]:
    chain, key = certificate(folder.parent)
    other = free_port()
    snippet = _changed((SNIPPETS / "apache.conf").read_text(), {
        "*:80": f"127.0.0.1:{other}",
        "*:443": f"127.0.0.1:{port}",
        "www.example.org": edition.host,
        "/srv/tearline/public": str(edition.folder.resolve()),
        "/etc/ssl/tearline/fullchain.pem": str(chain),
        "/etc/ssl/tearline/privkey.pem": str(key),
    })
    modules = Path("/usr/lib/apache2/modules")
    names = ["mpm_event", "authz_core", "mime", "dir", "alias", "filter", "deflate", "headers",
             "rewrite", "socache_shmcb", "ssl", "http2"]
    loads = "".join(f"LoadModule {name}_module {modules}/mod_{name}.so\n" for name in names)
    (folder / "mime.types").write_text("")
    (folder / "apache.conf").write_text(
        f"{loads}ServerRoot {folder}\nServerTokens Prod\nServerName {edition.host}\nPidFile {folder}/pid\n"
        f"TypesConfig {folder}/mime.types\nListen 127.0.0.1:{other}\nListen 127.0.0.1:{port}\n"
        f"DefaultRuntimeDir {folder}\nMutex file:{folder} default\n"
        f"ErrorLog {folder}/error.log\n{snippet}")
    return [program("apache2") or "apache2", "-X", "-d", str(folder), "-f",
            str(folder / "apache.conf")]


def _caddy(edition: Edition, folder: Path, port: int) -> list[str]:
    chain, key = certificate(folder.parent)
    snippet = _changed((SNIPPETS / "Caddyfile").read_text(), {
        "www.example.org { # change":
            f"https://{edition.host}:{port} {{\n\tbind 127.0.0.1\n\ttls {chain} {key}",
        "/srv/tearline/public # change": str(edition.folder.resolve()),
    })
    (folder / "Caddyfile").write_text(
        f"{{\n\tadmin off\n\tauto_https disable_redirects\n\tstorage file_system {folder}\n}}\n"
        + snippet)
    return [program("caddy") or "caddy", "run", "--config", str(folder / "Caddyfile")]


COMMANDS = {"nginx": _nginx, "apache2": _apache, "caddy": _caddy}


def start(kind: str, edition: Edition, folder: Path) -> Server:
    """Starts a server of this kind for the edition, and waits until it answers."""
    folder = folder / f"{kind}-{edition.name}"
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    command = COMMANDS[kind](edition, folder.resolve(), port)
    log = folder / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
            env={**os.environ, "HOME": str(folder)})
    context = ssl._create_unverified_context()
    until = time.monotonic() + 15
    while process.poll() is None and time.monotonic() < until:
        try:
            with socket.create_connection(("127.0.0.1", port), 1) as plain:
                context.wrap_socket(plain, server_hostname=edition.host).close()
            return Server(edition, port, process, log)
        except OSError:
            time.sleep(0.05)
    process.kill()
    raise ServerFault(f"{kind} did not start:\n{log.read_text(errors='replace')}")
