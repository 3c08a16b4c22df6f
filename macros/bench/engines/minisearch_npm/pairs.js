// MiniSearch on pairs of characters, with the glossary's words for one another: as well as it can be set up without writing
// a search around it. Node makes the index with it (node pairs.js SHEETS INDEX), the page asks with it.
(function (global) {
  "use strict";

  var groups = [];

  function pairs(text) {
    var found = [];
    (text.toLowerCase().match(/[a-z0-9]+|[\u3400-\u9fff]+/g) || []).forEach(function (run) {
      if (run.length === 1 || /[a-z0-9]/.test(run)) found.push(run);
      else for (var at = 1; at < run.length; at++) found.push(run.slice(at - 1, at + 1));
    });
    return found;
  }

  var options = {
    idField: "id",
    fields: ["title", "names", "text"],
    tokenize: pairs,
    searchOptions: { boost: { title: 8, names: 7 }, fuzzy: false, prefix: false }
  };

  function ask(index, query) {
    var said = groups.filter(function (forms) { return forms.some(function (form) { return query.indexOf(form) >= 0; }); });
    return index.search([query].concat([].concat.apply([], said)).join(" ")).map(function (found) { return found.id; });
  }

  global.Pairs = { options: options, ask: ask, know: function (given) { groups = given; } };

  if (typeof module !== "undefined") {
    var fs = require("fs"), MiniSearch = require("minisearch"), index = new MiniSearch(options);
    index.addAll(JSON.parse(fs.readFileSync(process.argv[2], "utf8")));
    fs.writeFileSync(process.argv[3], "var INDEX = " + JSON.stringify(index) + ";\n");
  }
})(this);
