// Open blocks become numbered lines and tables. Mirrors macros/fill/settle.py. A span is [kind, text, name]; the name is the blank a value was typed into.
(function (PS) {
  "use strict";

  var CHINESE = "零一二三四五六七八九十";
  var CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

  function chinese(number) {
    var tens = Math.floor(number / 10), ones = number % 10;
    if (!tens) return CHINESE[ones];
    return (tens === 1 ? "" : CHINESE[tens]) + "十" + (ones ? CHINESE[ones] : "");
  }

  var FORMS = [
    function (i) { return chinese(i) + "、"; },
    function (i) { return "（" + chinese(i) + "）"; },
    function (i) { return i + "."; },
    function (i) { return "（" + i + "）"; },
    function (i) { return CIRCLED[(i - 1) % CIRCLED.length]; },
  ];

  function number(depth, index) {
    return FORMS[Math.min(depth, FORMS.length) - 1](index);
  }

  function spans(filling, runs) {
    var found = [];
    runs.forEach(function (run) { addRun(filling, run, found); });
    return found;
  }

  function addRun(filling, run, found) {
    if (typeof run === "string") found.push(["t", run]);
    else if (run[0] === "w") found.push(["w", filling.words(run[1])]);
    else if (run[0] === "u") addUnit(filling, run[1], found);
    else found.push(blank(filling, run[1]));
  }

  function addUnit(filling, key, found) {
    var renamed = PS.own(filling.values.units, key);
    if (renamed !== undefined) found.push(["v", renamed]);
    else found.push.apply(found, spans(filling, filling.program.units[key]));
  }

  function blank(filling, name) {
    var text = filling.blank(name);
    if (text !== null) return ["v", text, name];
    return [PS.BUILT_IN.indexOf(name) >= 0 && name !== "起始日" ? "d" : "b", name];
  }

  function line(style, text, head, label, key) {
    return { style: style, text: text, head: head || [], number: label || "", key: key || "" };
  }

  function addBlocks(filling, blocks, depth, parts) {
    var index = 0;
    blocks.forEach(function (block) {
      var item = NUMBERED[block[0]] && NUMBERED[block[0]](block, filling);
      if (!item) PLAIN[block[0]](filling, block, parts);
      else if (shows(filling, item)) {
        index += 1;
        addNumbered(filling, item, depth, number(depth, index), parts);
      }
    });
  }

  // a section or task as the item it is: ["i", head, text, children, key, given]
  var NUMBERED = {
    i: function (block) { return block; },
    s: function (block) { return ["i", block[1], []].concat(block.slice(2)); },
    k: function (block, filling) {
      var task = filling.program.tasks.find(function (task) { return task.id === block[1]; });
      return ["i", task.name.concat(["。"]), block[2].concat(PS.duty(task)), [], task.id, task.given];
    },
  };

  // an item is not there when its condition fails, nor when all below it do
  function shows(filling, item) {
    var text = item[2], children = item[3];
    return filling.holds(item[5]) && (text.length > 0 || !children.length || children.some(function (child) {
      return !NUMBERED[child[0]] || shows(filling, NUMBERED[child[0]](child, filling));
    }));
  }

  function addNumbered(filling, item, depth, label, parts) {
    parts.push(line("h" + Math.min(depth, 5), spans(filling, item[2]), spans(filling, item[1]), label, item[4]));
    addBlocks(filling, item[3], depth + 1, parts);
  }

  var PLAIN = {
    p: function (filling, block, parts) {
      if (filling.holds(block[2])) parts.push(line("p", spans(filling, block[1])));
    },
    t: function (filling, block, parts) {
      if (block[3]) parts.push(line("caption", [["t", block[3]]]));
      var rows = block[2].map(function (row) {
        return row.map(function (cell) { return spans(filling, cell); });
      });
      parts.push({ columns: block[1], rows: rows });
    },
    r: function (filling, block, parts) {
      var rows = filling.tasks.map(function (task, i) {
        return block[2].map(function (field) { return spans(filling, PS.taskCell(task, i + 1, field)); });
      });
      parts.push({ columns: block[1], rows: rows });
    },
    e: function (filling, block, parts) {
      var titles = block[1].map(function (title) { return spans(filling, title); });
      parts.push.apply(parts, enclosures(titles));
    },
    g: function (filling, block, parts) {
      parts.push(line("sign", spans(filling, block[1])), line("date", spans(filling, block[2])));
    },
  };

  function enclosures(titles) {
    return titles.map(function (title, i) {
      return line("enclosure", title, [], (i ? "" : "附件：") + (titles.length > 1 ? i + 1 + "." : ""));
    });
  }

  function settle(filling, doc) {
    var parts = [];
    addBlocks(filling, doc.blocks, 1, parts);
    return { key: doc.key, name: doc.name, role: doc.role, title: spans(filling, doc.title), parts: parts };
  }

  PS.spans = spans;
  PS.enclosures = enclosures;
  PS.settle = settle;
})((window.PS = window.PS || {}));
