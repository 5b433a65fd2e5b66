"""Plain requests to the servers under test, without a browser."""

from __future__ import annotations

import gzip
import http.client
import ssl
from dataclasses import dataclass

from servers import Server


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes
    #: Bytes of the body as they went over the wire.
    size: int


def get(server: Server, path: str, compressed: bool = True) -> Answer:
    """What the server answers to a request for `path`, which begins with a slash."""
    context = ssl._create_unverified_context()
    connection = http.client.HTTPSConnection(
        "127.0.0.1", server.port, timeout=10, context=context)
    # The name goes into the handshake too, as a browser does.
    connection.sock = context.wrap_socket(
        connection._create_connection(("127.0.0.1", server.port), 10),
        server_hostname=server.edition.host)
    headers = {"Host": server.edition.host}
    if compressed:
        headers["Accept-Encoding"] = "gzip"
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    raw = response.read()
    connection.close()
    names = {name.lower(): value for name, value in response.getheaders()}
    body = gzip.decompress(raw) if names.get("content-encoding") == "gzip" else raw
    return Answer(response.status, names, body, len(raw))
