// What the workbench says: one status line, with at most one way to act on it.
(function (PS) {
  "use strict";

  let box = null;

  function tell(text, action) {
    const children = [PS.el("span", {}, [text])];
    if (action) children.push(PS.button(action.label, () => { clear(); action.run(); }));
    children.push(PS.button("知道了", clear, { class: "ps-button ps-quiet" }));
    PS.refill(box, children);
    box.classList.add("ps-on");
  }

  function clear() {
    box.textContent = "";
    box.classList.remove("ps-on");
  }

  PS.on("begin", () => { box = PS.one("[data-status]"); });
  PS.tell = tell;
})((window.PS = window.PS || {}));
