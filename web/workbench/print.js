// Printing one part of the page: the document or the checklist.
(function (PS) {
  "use strict";

  function print(part) {
    PS.all(".ps-noted").forEach((fold) => { fold.open = true; }); // notes belong on the paper
    document.documentElement.dataset.print = part;
    window.print();
  }

  window.addEventListener("afterprint", () => { delete document.documentElement.dataset.print; });
  PS.actions.print = () => print("body");
  PS.actions["print-checklist"] = () => print("checklist");
})((window.PS = window.PS || {}));
