// The workbench's state: the program, the record being filled, and the filling that follows.
(function (PS) {
  "use strict";

  const bench = { program: null, record: null, filling: null };

  function open(record) {
    bench.record = PS.migrated(record, bench.program);
    refill();
    PS.emit("record");
    PS.emit("values", { part: "all" });
  }

  function refill() {
    const record = bench.record;
    bench.filling = new PS.Filling(bench.program, PS.makeValues(record.start, record.vars, record.units));
  }

  // part: start, name, vars, units, done or notes; an empty value takes the entry away
  function set(part, key, value) {
    const record = bench.record;
    if (part === "start" || part === "name") record[part] = value;
    else if (value === "" || value === null) delete record[part][key];
    else record[part][key] = value;
    PS.mine.saveField(record, part, key);
    PS.mine.choose(record);
    if (part === "done" || part === "notes") return PS.emit("progress", { part, key });
    if (part === "name") return PS.emit("record");
    refill();
    return PS.emit("values", { part, key });
  }

  function create(wish) {
    open(PS.record.fresh(bench.program, PS.mine.freeName(bench.program.id, wish || "我的方案")));
  }

  function begin(slug, waiting) {
    bench.program = PS.programs[slug];
    PS.emit("begin");
    const known = PS.mine.chosen(slug);
    if (known) open(known);
    else create();
    PS.emit("ready");
    waiting.forEach((node) => PS.emit("again", node));
  }

  // Another window changed the same record: its values come in, and one is told.
  window.addEventListener("storage", (event) => {
    const record = bench.record;
    if (!record || event.key !== PS.mine.prefix(record.plan) + record.id) return;
    const stored = PS.mine.get(record.plan, record.id);
    if (!stored) return PS.tell("这份方案在另一个窗口被删除了；在这里再改一处，就会重新保存。");
    open(Object.assign(stored, { vars: Object.assign(unstored(record.vars), stored.vars) }));
    return PS.tell("这份方案在另一个窗口改过，已换成最新内容；同一处以最后改的为准。");
  });

  function unstored(vars) {
    const kept = {};
    Object.keys(vars).forEach((name) => { if (PS.privateKind(vars[name])) kept[name] = vars[name]; });
    return kept;
  }

  Object.assign(bench, { open, set, create });
  PS.bench = bench;
  PS.begin = begin;
})((window.PS = window.PS || {}));
