// The buttons of the page.
(function (PS) {
  "use strict";

  const ACTIONS = {
    fill: () => {
      const form = PS.one("[data-form]");
      if (form.hidden) PS.focusField(PS.openBlanks(PS.bench.filling)[0] || "起始日");
      else PS.openForm(false);
    },
  };

  function act(node) {
    const action = ACTIONS[node.dataset.action];
    if (action) action(node);
  }

  document.addEventListener("click", (event) => {
    const node = event.target.closest("[data-action]");
    if (node && PS.bench.program) act(node);
  });
  PS.on("again", (node) => { if (node.matches("[data-action]")) act(node); });
  PS.actions = ACTIONS;
})((window.PS = window.PS || {}));
