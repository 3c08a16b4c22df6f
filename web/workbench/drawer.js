// “我的方案” on the page: choose, new, rename, copy, delete, export, import, clear.
(function (PS) {
  "use strict";

  const select = PS.el("select", { id: "ps-mine", change: () => pick(select.value) });
  const asking = PS.el("div", { class: "ps-inline" });
  const plan = () => PS.bench.program.id;

  function pick(id) {
    const record = PS.mine.get(plan(), id);
    if (!record) return PS.tell("这份方案已经不在了。");
    PS.bench.open(record);
    return PS.mine.choose(PS.bench.record);
  }

  function show() {
    const now = PS.bench.record, stored = PS.mine.list(plan());
    const records = stored.some((record) => record.id === now.id) ? stored : stored.concat([now]);
    PS.refill(select, records.map((record) => PS.el("option", { value: record.id, selected: record.id === now.id }, [record.name])));
    ask([]);
  }

  function ask(children) { PS.refill(asking, children); }

  function rename() {
    const input = PS.el("input", { type: "text", id: "ps-rename", maxlength: 60, "aria-label": "新的名称" });
    input.value = PS.bench.record.name;
    const done = () => { const name = PS.clean(input.value); if (name) PS.bench.set("name", "", name); ask([]); select.focus(); };
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") done();
      if (event.key === "Escape") { ask([]); select.focus(); }
    });
    ask([input, PS.button("改好了", done), PS.button("不改了", () => ask([]))]);
    input.select();
  }

  function duplicate() {
    const now = PS.bench.record, copy = PS.record.fresh(PS.bench.program, PS.mine.freeName(plan(), now.name + "（副本）"));
    ["start", "vars", "units", "done", "notes"].forEach((part) => {
      copy[part] = typeof now[part] === "string" ? now[part] : Object.assign({}, now[part]);
    });
    add(copy, "已复制一份：“" + copy.name + "”。");
  }

  function add(record, text) {
    PS.mine.save(record);
    PS.mine.choose(record);
    PS.bench.open(record);
    PS.tell(text);
  }

  function remove(records, text) {
    records.forEach(PS.mine.remove);
    const next = PS.mine.chosen(plan());
    if (next) PS.bench.open(next);
    else PS.bench.create();
    PS.tell(text, { label: "撤销", run: () => {
      records.forEach(PS.mine.save);
      PS.mine.choose(records[0]);
      PS.bench.open(records[0]);
    } });
  }

  function clear() {
    const records = PS.mine.list(plan());
    if (!records.length) return PS.tell("这类方案还没有保存过。");
    return ask([PS.el("span", {}, ["清空这类方案的" + records.length + "份？"]),
      PS.button("清空", () => remove(records, "已清空" + records.length + "份。")), PS.button("不清空", () => ask([]))]);
  }

  function incoming(record) {
    const twin = PS.mine.get(plan(), record.id);
    if (!twin) return add(record, "已导入“" + record.name + "”。");
    const other = () => add(Object.assign(record, { id: PS.record.fresh(PS.bench.program, "").id,
      name: PS.mine.freeName(plan(), record.name) }), "已另存为“" + record.name + "”。");
    const over = () => { add(record, "已用文件里的内容换掉“" + twin.name + "”。"); };
    ask([PS.el("span", {}, ["这里已有同一份“" + twin.name + "”。"]), PS.button("另存一份", other),
      PS.button("只合并进度", () => add(PS.merged(twin, record), "已合并打勾和备注。")),
      PS.button("用文件换掉", over), PS.button("不导入", () => ask([]))]);
    return PS.one("button", asking).focus();
  }

  const tools = PS.el("div", { class: "ps-mine" }, [
    PS.el("label", { for: "ps-mine" }, ["我的方案"]), select, PS.button("新建", () => { PS.bench.create(); PS.tell("新的一份，填了就保存。"); }),
    PS.el("details", {}, [PS.el("summary", { class: "ps-button" }, ["管理"]), PS.el("div", { class: "ps-manage" }, [
      PS.button("改名", rename), PS.button("复制一份", duplicate),
      PS.button("删除", () => remove([PS.bench.record], "已删除“" + PS.bench.record.name + "”。")),
      PS.button("导出备份", () => PS.backup.exportRecord(PS.bench.record)), PS.button("导入", () => PS.backup.pick(incoming)),
      PS.button("全部清空", clear)])]), asking,
    PS.el("p", { class: "ps-kept" }, ["边填边存，只存在这台电脑的这个浏览器里，不上传。"])]);

  PS.on("ready", () => { PS.one("[data-form]").prepend(tools); show(); });
  PS.on("record", () => { if (PS.bench.record) show(); });
})((window.PS = window.PS || {}));
