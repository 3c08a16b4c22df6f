// What to look at again before a plan is handed in: warnings, never refusals. Mirrors macros/fill/guard.py.
(function (PS) {
  "use strict";

  var LONGEST = 4000;
  var REPORT = /报告|汇报|总结|简报|专报|[日周月季]报/;
  var CHECKS = [facts, examples, places, tooLong, groups, ledgers, reports];

  // [{message, name}]: name is the blank a notice is about, or ""
  function guard(filling) {
    return [].concat.apply([], CHECKS.map(function (check) { return check(filling); }));
  }

  function notice(message, name) { return { message: message, name: name || "" }; }

  function facts(filling) {
    var missing = filling.program.local.filter(function (name) { return filling.blank(name) === null; });
    if (!missing.length) return [];
    return [notice("本地情况还没写：" + missing.join("、") + "。方案要有本地的事实，不能只有套话", missing[0])];
  }

  function examples(filling) {
    var typed = filling.values.vars;
    return Object.keys(typed).filter(function (name) { return typed[name].indexOf("某某") >= 0; }).map(function (name) {
      return notice("“" + name + "”里还留着示例的“某某”，请换成真实的名称", name);
    });
  }

  function places(filling) {
    return PS.foreign(filling).map(function (pair) {
      return notice("“" + pair[0] + "”里出现“" + pair[1] + "”，和这份方案填的地名不一样，请核对是不是别处的", pair[0]);
    });
  }

  function tooLong(filling) {
    var body = filling.program.docs.find(function (doc) { return doc.key === "plan"; });
    var count = lengthOf(PS.settle(filling, body));
    return count > LONGEST ? [notice("正文约" + count + "字，超过" + LONGEST + "字：专项工作的文件要短，可删的请删")] : [];
  }

  function lengthOf(doc) {
    var texts = [shown(doc.title).replace(/\|/g, "")];
    doc.parts.forEach(function (part) {
      if (!part.columns) texts.push(part.number + shown(part.head) + shown(part.text));
      else part.rows.forEach(function (row) { texts.push.apply(texts, row.map(shown)); });
    });
    return Array.from(texts.join("").replace(/\s/g, "")).length;
  }

  function shown(spans) {
    return spans.map(function (span) {
      return span[0] === "b" || span[0] === "d" ? "【" + span[1] + "】" : span[1];
    }).join("");
  }

  function groups(filling) {
    return filling.program.vars.filter(function (entry) {
      return entry.choices && (filling.blank(entry.name) || "").indexOf("领导小组") >= 0;
    }).map(function (entry) {
      return notice("选了设领导小组：能由一个科室牵头的，不另设议事协调机构", entry.name);
    });
  }

  function ledgers(filling) {
    var names = filling.program.docs.map(function (doc) { return doc.name; });
    var found = names.filter(function (name) { return name.indexOf("台账") >= 0; });
    return found.length > 1 ? [notice("有" + found.length + "本台账（" + found.join("、") + "）：能合成一本的请合成一本")] : [];
  }

  function reports(filling) {
    var found = [];
    filling.tasks.forEach(function (task) {
      task.output.forEach(function (runs) {
        var text = shown(PS.spans(filling, runs));
        if (REPORT.test(text) && found.indexOf(text) < 0) found.push(text);
      });
    });
    return found.length > 1 ? [notice("要交" + found.length + "份材料（" + found.join("、") + "）：能合并的请合并")] : [];
  }

  PS.lengthOf = lengthOf;
  PS.guard = guard;
})((window.PS = window.PS || {}));
