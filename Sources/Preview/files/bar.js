// The bar and the overlay of `tearline serve`. They stand in a shadow tree of their own: the style
// of the page does not reach them, and theirs does not reach the page.
"use strict";
(() => {
  const bar = JSON.parse(document.currentScript.dataset.bar);
  const host = document.createElement("tearline-preview");
  const root = host.attachShadow({ mode: "closed" });

  // Text only ever becomes text: nothing here writes markup.
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children);
    return element;
  };

  const link = (choice) => {
    const attributes = { href: choice.href };
    if (choice.here) attributes["aria-current"] = "page";
    if (!choice.there) {
      attributes.class = "absent";
      attributes.title = "This page is not there";
    }
    return make("li", {}, make("a", attributes, choice.name, choice.there ? "" : " ∅"));
  };

  const menu = (label, choices) =>
    choices.length === 0
      ? ""
      : make("nav", { "aria-label": label }, make("ul", {}, ...choices.map(link)));

  const status = make("span", { class: "status", role: "status" }, "connecting …");
  const toggle = make("button", { type: "button", "aria-expanded": "false", hidden: true });
  const list = make("ol");
  const heading = make("h2", { id: "heading" });
  const close = make("button", { type: "button" }, "Hide (Esc)");
  const overlay = make(
    "section", { class: "overlay", "aria-labelledby": "heading", hidden: true },
    make("header", {}, heading, close), list);

  const remember = (hash) => {
    for (const anchor of root.querySelectorAll("nav a")) {
      anchor.hash = anchor.classList.contains("absent") ? "" : hash;
    }
  };

  root.append(
    make("link", { rel: "stylesheet", href: "/_preview/bar.css" }),
    overlay,
    make(
      "div", { class: "bar", role: "region", "aria-label": "Preview" },
      make("strong", {}, "Preview"),
      menu("Editions", bar.editions),
      menu("Languages", bar.languages),
      menu("For authors", bar.author ? [bar.author] : []),
      toggle, status));

  let hidden = "";
  let shown = "";

  const open = (isOpen) => {
    overlay.hidden = !isOpen;
    toggle.setAttribute("aria-expanded", String(isOpen));
  };

  const finding = (found) => {
    const item = make(
      "li", { class: found.severity },
      make("p", { class: "place" }, found.place, " ", make("code", {}, found.code)),
      make("p", { class: "message" }, make("b", {}, found.severity + ": "), found.message));
    if (found.excerpt) item.append(make("pre", {}, found.excerpt));
    if (found.help) item.append(make("p", { class: "help" }, "help: ", found.help));
    return item;
  };

  const counted = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

  const show = (state) => {
    const parts = [];
    if (state.errors > 0) parts.push(counted(state.errors, "error"));
    if (state.warnings > 0) parts.push(counted(state.warnings, "warning"));
    toggle.hidden = parts.length === 0;
    toggle.textContent = parts.join(", ");
    toggle.className = state.errors > 0 ? "errors" : "warnings";
    host.classList.toggle("broken", state.errors > 0);
    heading.textContent =
      state.errors === 0 ? counted(state.warnings, "warning")
        : state.build === 0 ? `${counted(state.errors, "error")}: there is no build to show yet`
          : `${counted(state.errors, "error")}: the last good build is shown beneath`;
    list.replaceChildren(...state.findings.map(finding));
    const rest = state.errors + state.warnings - state.findings.length;
    if (rest > 0) list.append(make("li", { class: "rest" }, `and ${rest} more: tearline check`));
    status.textContent = state.errors > 0 ? "not built" : `build ${state.build}, live`;
    shown = JSON.stringify(state.findings);
    // Errors open by themselves; those that were put away stay away until they change.
    if (state.errors > 0) open(shown !== hidden);
    else if (parts.length === 0 || overlay.dataset.errors === "true") open(false);
    overlay.dataset.errors = String(state.errors > 0);
  };

  const put = (isOpen) => {
    hidden = isOpen ? "" : shown;
    open(isOpen);
  };
  toggle.addEventListener("click", () => put(overlay.hidden));
  close.addEventListener("click", () => put(false));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !overlay.hidden) put(false);
  });

  // A browser has few connections to one server: a tab that nobody looks at gives its own back.
  let stream = null;
  let isLost = false;
  const listen = () => {
    if (stream || document.hidden) return;
    stream = new EventSource("/_preview/events");
    stream.addEventListener("state", (event) => {
      const state = JSON.parse(event.data);
      if (state.build > bar.build || (isLost && state.build !== bar.build)) {
        location.reload();
        return;
      }
      isLost = false;
      show(state);
    });
    stream.addEventListener("error", () => {
      isLost = true;
      status.textContent = "not connected";
    });
  };
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      listen();
    } else if (stream) {
      stream.close();
      stream = null;
    }
  });

  document.documentElement.append(host);
  // The end of the page is not to lie under the bar for good.
  document.documentElement.style.paddingBottom = `${host.offsetHeight || 48}px`;
  addEventListener("hashchange", () => remember(location.hash));
  remember(location.hash);
  listen();
})();
