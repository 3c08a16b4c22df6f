// The document beside the form, drawn again as one types; only what changed is replaced.
(function (PS) {
  "use strict";

  const drawn = new Map();
  let waiting = false, focused = "";

  function docs() {
    const filling = PS.bench.filling;
    return PS.all("[data-sheet]").filter(isOpen).map((box) => {
      const doc = filling.program.docs.find((one) => one.key === box.dataset.sheet);
      return { box, sheet: PS.one(".sheet", box), doc, prefix: doc.key === "plan" ? "s-" : "" };
    });
  }

  // A closed attachment is drawn when it is opened.
  function isOpen(box) {
    const fold = box.closest("details");
    return !fold || fold.open;
  }

  function draw() {
    waiting = false;
    performance.mark("ps-draw");
    docs().forEach((one) => patch(one.sheet, PS.partsHtml(PS.settle(PS.bench.filling, one.doc), one.prefix)));
    mark();
    PS.emit("drawn");
    performance.measure("ps-draw", "ps-draw");
  }

  // One frame draws once, however many keys came in it.
  function soon() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(draw);
  }

  function patch(sheet, parts) {
    const before = drawn.get(sheet), same = before && before.length === parts.length;
    drawn.set(sheet, parts);
    if (!same) {
      sheet.innerHTML = parts.join("");
      return;
    }
    const children = sheet.children;
    parts.forEach((html, i) => { if (html !== before[i]) children[i].outerHTML = html; });
  }

  // the blanks and values of the field one is in
  function mark() {
    PS.all(".ps-here").forEach((node) => node.classList.remove("ps-here"));
    if (focused) spansOf(focused).forEach((node) => node.classList.add("ps-here"));
  }

  function spansOf(name) {
    return PS.all("[data-sheet] span[data-blank]").filter((node) => node.dataset.blank === name);
  }

  document.addEventListener("click", (event) => {
    const span = event.target.closest("[data-sheet] span[data-blank]");
    if (span && PS.bench.program) PS.focusField(span.dataset.blank);
  });

  document.addEventListener("toggle", (event) => {
    if (PS.bench.filling && event.target.open && PS.one("[data-sheet]", event.target)) soon();
  }, true);
  PS.on("values", soon);
  PS.on("field", (name) => { focused = name; mark(); });
  PS.on("again", (node) => { if (node.matches("span[data-blank]")) PS.focusField(node.dataset.blank); });
  PS.spansOf = spansOf;
})((window.PS = window.PS || {}));
