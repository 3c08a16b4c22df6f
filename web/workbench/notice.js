// What the workbench says: one status line, with at most one way to act on it.
(function (PS) {
  "use strict";

  const LONG_ENOUGH = 10000; // milliseconds; what one can act on stays
  const box = PS.el("div", { class: "ps-told" });
  let timer = 0;

  function tell(text, action) {
    const children = [PS.el("span", {}, [text])];
    if (action) children.push(PS.button(action.label, () => { clear(); action.run(); }));
    children.push(PS.button("知道了", clear, { class: "ps-button ps-quiet" }));
    PS.refill(box, children);
    clearTimeout(timer);
    if (!action) timer = setTimeout(clear, LONG_ENOUGH);
  }

  function clear() { box.textContent = ""; }

  PS.on("begin", () => { PS.one("[data-status]").append(box); });
  Object.assign(PS, { tell, hush: clear });
})((window.PS = window.PS || {}));
