// One of “我的方案”: what it holds, and whether something read from outside is one.
(function (PS) {
  "use strict";

  const FORMAT = "plan-values", SCHEMA = 1, LONGEST = 40000, MOST = 1000;

  function fresh(program, name) {
    const id = Date.now().toString(36) + Math.random().toString(36).slice(2, 8);
    return { format: FORMAT, schema: SCHEMA, id, plan: program.id, version: program.version, name,
      start: "", vars: {}, units: {}, done: {}, notes: {} };
  }

  function isMap(value) { return typeof value === "object" && value !== null && !Array.isArray(value); }

  function texts(value, place) {
    return entries(value, place, (text) => {
      if (typeof text !== "string") throw new Error("“" + place + "”里的值不是文字");
      return text.slice(0, LONGEST);
    });
  }

  function entries(value, place, read) {
    if (value === undefined) return {};
    if (!isMap(value) || Object.keys(value).length > MOST) throw new Error("“" + place + "”这一部分读不懂");
    const kept = {};
    Object.keys(value).filter((key) => key !== "__proto__").forEach((key) => { kept[key] = read(value[key]); });
    return kept;
  }

  function time(value) { return typeof value === "number" && isFinite(value) ? value : 0; }

  function note(value) {
    if (!isMap(value) || typeof value.text !== "string") throw new Error("备注读不懂");
    return { text: value.text.slice(0, LONGEST), at: time(value.at) };
  }

  // a clean copy of a record; throws an Error that says in Chinese what is wrong
  function checked(value) {
    if (!isMap(value) || value.format !== FORMAT) throw new Error("这不是从“我的方案”导出的文件");
    if (value.schema !== SCHEMA) throw new Error("文件来自别的版本（" + String(value.schema).slice(0, 20) + "），这里读不了");
    ["id", "plan", "name"].forEach((key) => {
      if (typeof value[key] !== "string" || !value[key] || value[key].length > 200) throw new Error("缺少“" + key + "”");
    });
    return { format: FORMAT, schema: SCHEMA, id: value.id, plan: value.plan, version: String(value.version || ""),
      name: value.name, start: typeof value.start === "string" ? value.start.slice(0, 40) : "",
      vars: texts(value.vars, "vars"), units: texts(value.units, "units"),
      done: entries(value.done, "done", time), notes: entries(value.notes, "notes", note) };
  }

  function parsed(text) {
    let value;
    try {
      value = JSON.parse(text);
    } catch (error) {
      throw new Error("文件不是 JSON，可能没下完整，或选错了文件");
    }
    return checked(value);
  }

  PS.record = { fresh, checked, parsed };
})((window.PS = window.PS || {}));
