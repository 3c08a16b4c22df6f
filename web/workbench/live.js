// Names, times and sums outside the document follow the values too, once typing rests.
(function (PS) {
  "use strict";

  const REST = 200; // milliseconds
  let timer = 0;

  // what a path names in the program; a unit is its name, which one may have changed
  function runs(path) {
    const unit = /^units\/(.+)$/.exec(path);
    return unit ? [["u", unit[1]]] : part(path);
  }

  function part(path) { return path.split("/").reduce((value, key) => value[key], PS.bench.program); }

  function spans() {
    const filling = PS.bench.filling;
    PS.all("[data-runs]").forEach((node) => draw(node, PS.spans(filling, runs(node.dataset.runs))));
    PS.all("[data-when]").forEach((node) => draw(node, PS.spans(filling, [["w", part(node.dataset.when)]])));
  }

  function draw(node, found) {
    const html = PS.spansHtml(found);
    if (node.innerHTML !== html) node.innerHTML = html;
  }

  // Blanks in tables of the record itself: sums, targets, sources.
  function blanks() {
    PS.all(".ps-part span[data-blank]").filter((node) => !node.closest("[data-sheet], [data-runs], .ps-hints, .ps-blanks")).forEach((node) => {
      const name = node.dataset.blank, text = PS.bench.filling.blank(name);
      node.textContent = text === null ? "【" + name + "】" : text;
      node.className = text === null ? "blank" : "value";
    });
  }

  function tasks() {
    const shown = new Set(PS.bench.filling.tasks.map((task) => task.id));
    PS.all("[data-task]").forEach((node) => node.classList.toggle("ps-out", !shown.has(node.dataset.task)));
  }

  function follow() {
    spans();
    blanks();
    tasks();
    PS.emit("rested");
  }

  PS.on("values", (change) => {
    clearTimeout(timer);
    if (change.part === "all") follow();
    else timer = setTimeout(follow, REST);
  });
})((window.PS = window.PS || {}));
