// The blanks of a plan in the groups of the form, and what is wrong with a value.
(function (PS) {
  "use strict";

  // 本地情况 first, what every document has last
  function groups(program) {
    const local = new Set(program.local), closing = new Set(program.closing);
    const rest = program.vars.filter((entry) => !local.has(entry.name) && !closing.has(entry.name));
    return [
      { title: "本地情况", must: true, entries: program.vars.filter((entry) => local.has(entry.name)) },
      { title: "其他空白", must: false, entries: rest },
      { title: "落款和主送", must: false, entries: program.vars.filter((entry) => closing.has(entry.name)) },
    ].filter((group) => group.entries.length);
  }

  const CHECKS = {
    date: (text) => PS.parseDate(text) === null && "“" + short(text) + "”不是真实的日期，写成 2026-12-01",
    int: (text) => !/^\d+$/.test(text) && "“" + short(text) + "”不是整数，只写数字，不带单位",
    money: (text) => PS.parseAmount(text) === null && "“" + short(text) + "”不是金额，只写数字，最多两位小数",
  };

  function short(text) { return text.length > 20 ? text.slice(0, 20) + "…" : text; }

  // what to mend in a value, or ""
  function problem(entry, raw) {
    const text = PS.clean(raw || "");
    if (!text) return "";
    const check = CHECKS[entry.type];
    return (check && check(text)) || personal(text);
  }

  function personal(text) {
    const kind = PS.privateKind(text);
    return kind ? "像是" + kind + "：会写进文件，但不保存在浏览器里。方案里只写岗位，一般不写个人号码。" : "";
  }

  // what to know about a start date, each a sentence
  function startNotes(text) {
    if (!text) return [];
    const day = PS.parseDate(text);
    if (day === null) return ["“" + short(text) + "”不是真实的日期，写成 2026-12-01"];
    return season(day).concat(holidays());
  }

  function season(day) {
    const months = PS.bench.program.months, month = PS.date.parts(day)[1];
    if (!months.length || months.indexOf(month) >= 0) return [];
    return ["这份方案宜在" + months.map((m) => m + "月").join("、") + "开始，" + month + "月开始会错过部分任务的时间"];
  }

  function holidays() {
    const filling = PS.bench.filling, years = new Set();
    const records = PS.bench.program.phases.concat(filling.tasks, [{ when: PS.bench.program.span }]);
    records.forEach((record) => {
      const known = filling.resolved(record.when);
      [known.start, known.end].forEach((day) => { if (day !== null) years.add(PS.date.parts(day)[0]); });
    });
    const missing = Array.from(years).filter((year) => PS.calendars.years.indexOf(year) < 0).sort();
    return missing.length ? [missing.join("、") + "年放假安排未收录，工作日按周一至周五算，请人工复核"] : [];
  }

  Object.assign(PS, { groups, problem, startNotes });
})((window.PS = window.PS || {}));
