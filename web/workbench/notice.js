// What the workbench says: one status line, with at most one way to act on it.
(function (PS) {
  "use strict";

  const box = PS.el("div", { class: "ps-told" });

  function tell(text, action) {
    const children = [PS.el("span", {}, [text])];
    if (action) children.push(PS.button(action.label, () => { clear(); action.run(); }));
    children.push(PS.button("知道了", clear, { class: "ps-button ps-quiet" }));
    PS.refill(box, children);
  }

  function clear() { box.textContent = ""; }

  PS.on("begin", () => { PS.one("[data-status]").append(box); });
  PS.tell = tell;
})((window.PS = window.PS || {}));
