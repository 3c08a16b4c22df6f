// What a filled plan is taken away as. Mirrors macros/writers/outputs.py.
(function (PS) {
  "use strict";

  // every document of the set, in the order in which it is handed in
  function settled(filling) {
    return filling.program.docs.map(function (doc) { return PS.settle(filling, doc); });
  }

  function find(docs, key) { return docs.find(function (doc) { return doc.key === key; }); }

  function annexes(docs) { return docs.filter(function (doc) { return doc.role === "annex"; }); }

  var LAYOUTS = {
    standalone: function (docs) { return PS.standalone(find(docs, "plan")); },
    annex: function (docs) { return PS.annexed([find(docs, "plan")]); },
    issued: function (docs) {
      var notice = find(docs, "notice"), plan = find(docs, "plan");
      return notice ? PS.issued(notice, plan) : PS.standalone(plan);
    },
    all: function (docs) {
      var notice = find(docs, "notice"), plan = find(docs, "plan");
      if (!notice) return PS.standalone(plan).concat(PS.annexed(annexes(docs)));
      return PS.standalone(notice).concat(PS.annexed([plan].concat(annexes(docs))));
    },
  };

  function word(filling, layout) { return PS.docx(LAYOUTS[layout](settled(filling)), PS.stamp(filling.program)); }

  function numbered(i, name) { return String(i).padStart(2, "0") + "-" + name; }

  // every document as a Word file of its own, with the tables and the calendar
  function wholeSet(filling) {
    var files = settled(filling).map(function (doc, i) {
      return [numbered(i + 1, doc.name) + ".docx", PS.docx(PS.standalone(doc), PS.stamp(filling.program))];
    });
    if (PS.xlsx) files.push([numbered(files.length + 1, "任务台账.xlsx"), PS.xlsx(filling)]);
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
