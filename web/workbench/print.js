// Printing one part of the page: the document or the checklist.
(function (PS) {
  "use strict";

  function print(part) {
    document.body.dataset.print = part;
    window.print();
  }

  window.addEventListener("afterprint", () => { delete document.body.dataset.print; });
  PS.actions.print = () => print("sheet");
  PS.actions["print-checklist"] = () => print("checklist");
})((window.PS = window.PS || {}));
