// Elements without markup strings, and events between the parts of the workbench.
(function (PS) {
  "use strict";

  const listeners = {};

  function el(tag, attributes, children) {
    const node = document.createElement(tag);
    Object.keys(attributes || {}).forEach((name) => set(node, name, attributes[name]));
    node.append(...(children || []));
    return node;
  }

  function set(node, name, value) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }

  function button(text, click, attributes) {
    return el("button", Object.assign({ type: "button", class: "ps-button", click }, attributes), [text]);
  }

  function refill(node, children) {
    node.textContent = "";
    node.append(...children);
  }

  function all(selector, root) { return Array.from((root || document).querySelectorAll(selector)); }

  function one(selector, root) { return (root || document).querySelector(selector); }

  function on(name, listener) { (listeners[name] = listeners[name] || []).push(listener); }

  function emit(name, detail) { (listeners[name] || []).forEach((listener) => listener(detail)); }

  // Scrolls only when there is something to scroll to, and smoothly only where that is welcome.
  function show(node) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    node.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }

  Object.assign(PS, { el, button, refill, all, one, on, emit, show });
})((window.PS = window.PS || {}));
