// What a filled plan is taken away as. Mirrors macros/writers/outputs.py.
(function (PS) {
  "use strict";

  // every document of the set, in the order in which it is handed in
  function settled(filling) {
    return filling.program.docs.map(function (doc) { return PS.settle(filling, doc); });
  }

  function has(filling, key) {
    return filling.program.docs.some(function (doc) { return doc.key === key; });
  }

  // one document, settled
  function one(filling, key) {
    return PS.settle(filling, filling.program.docs.find(function (doc) { return doc.key === key; }));
  }

  function annexes(filling) {
    return filling.program.docs.filter(function (doc) { return doc.role === "annex"; })
      .map(function (doc) { return PS.settle(filling, doc); });
  }

  var LAYOUTS = {
    standalone: function (filling) { return PS.standalone(one(filling, "plan")); },
    annex: function (filling) { return PS.annexed([one(filling, "plan")]); },
    issued: function (filling) {
      var plan = one(filling, "plan");
      return has(filling, "notice") ? PS.issued(one(filling, "notice"), plan) : PS.standalone(plan);
    },
    all: function (filling) {
      var plan = one(filling, "plan"), rest = annexes(filling);
      if (!has(filling, "notice")) return PS.standalone(enclosing(plan, rest)).concat(PS.annexed(rest));
      var all = [enclosing(plan, [])].concat(rest);
      return PS.standalone(enclosing(one(filling, "notice"), all)).concat(PS.annexed(all));
    },
  };

  // the document with a 附件说明 that lists these annexes and no others
  function enclosing(doc, annexed) {
    var titles = annexed.map(function (annex) { return [].concat.apply([], PS.titleLines(annex.title)); });
    var lines = doc.parts.filter(function (part) { return part.style !== "enclosure"; });
    var signed = lines.filter(function (part) { return part.style === "sign" || part.style === "date"; }).length;
    var at = lines.length - signed;
    return Object.assign({}, doc, { parts: lines.slice(0, at).concat(PS.enclosures(titles), lines.slice(at)) });
  }

  // what people call a document: 方案; an annex by its own title
  function called(doc) {
    return doc.role === "annex" ? PS.filename(PS.titleLines(doc.title).map(PS.plain).join("")) : doc.name;
  }

  function word(filling, layout) { return PS.docx(LAYOUTS[layout](filling), PS.stamp(filling.program)); }

  function numbered(i, name) { return String(i).padStart(2, "0") + "-" + name; }

  // every document as a Word file of its own, with the tables and the calendar
  function wholeSet(filling) {
    var files = settled(filling).map(function (doc, i) {
      return [numbered(i + 1, called(doc)) + ".docx", PS.docx(PS.standalone(doc), PS.stamp(filling.program))];
    });
    files.push([numbered(files.length + 1, "任务台账.xlsx"), PS.xlsx(filling)]);
    files.push([numbered(files.length + 1, "日历.ics"), PS.ics(filling)]);
    return PS.zip(files);
  }

  // the blanks still open, in the order of the form, the start date first
  function openBlanks(filling) {
    var names = filling.program.vars.map(function (entry) { return entry.name; });
    return (filling.values.start === null ? ["起始日"] : []).concat(names.filter(function (name) {
      return filling.blank(name) === null;
    }));
  }

  PS.settled = settled;
  PS.word = word;
  PS.wholeSet = wholeSet;
  PS.openBlanks = openBlanks;
})((window.PS = window.PS || {}));
