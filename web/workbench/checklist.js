// Ticks, progress and notes of the checklist, kept with the record.
(function (PS) {
  "use strict";

  const boxes = () => PS.all("[data-checklist] input[data-key]");
  const notes = () => PS.all("[data-checklist] textarea[data-note]");

  function tick(box) { PS.bench.set("done", box.dataset.key, box.checked ? Date.now() : null); }

  function refresh() {
    const record = PS.bench.record;
    boxes().forEach((box) => { box.checked = PS.own(record.done, box.dataset.key) !== undefined; });
    notes().forEach((area) => {
      const note = PS.own(record.notes, area.dataset.note), text = note ? note.text : "";
      if (area.value !== text) area.value = text;
      area.closest("details").classList.toggle("ps-noted", text !== "");
    });
    progress();
  }

  function progress() {
    const record = PS.bench.record;
    PS.all("[data-progress]").forEach((node) => PS.refill(node, PS.progress(PS.bench.filling, record, "任务进度")));
    PS.all("[data-task]").forEach((node) => node.classList.toggle("ps-ticked", PS.own(record.done, node.dataset.task) !== undefined));
  }

  function note(area) {
    const text = PS.clean(area.value), kind = PS.privateKind(text);
    PS.bench.set("notes", area.dataset.note, { text, at: Date.now() });
    area.closest("details").classList.toggle("ps-noted", text !== "");
    if (kind) PS.tell("备注里像是有" + kind + "：这条备注不保存。");
  }

  function share(theirs) {
    const now = PS.bench.record, together = PS.merged(now, PS.migrated(theirs, PS.bench.program));
    PS.mine.save(together);
    PS.mine.choose(together);
    PS.bench.open(together);
    PS.tell("已把“" + theirs.name + "”的打勾和备注合进来。");
  }

  document.addEventListener("change", (event) => {
    if (!PS.bench.program || !event.target.closest("[data-checklist]")) return;
    if (event.target.matches("input[data-key]")) tick(event.target);
    if (event.target.matches("textarea[data-note]")) note(event.target);
  });

  PS.on("again", (node) => { if (node.matches("input[data-key]")) { node.checked = true; tick(node); } });
  PS.on("values", refresh);
  PS.on("progress", progress);
  PS.actions["export-progress"] = () => PS.backup.exportRecord(PS.bench.record);
  PS.actions["merge-progress"] = () => PS.backup.pick(share);
})((window.PS = window.PS || {}));
