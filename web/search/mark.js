// Where in a text the words stand that were asked for.
(function (PS) {
  "use strict";

  function key(pair) { return pair[0] + "\t" + pair[1]; }

  function keysOf(wanted) {
    var keys = new Set();
    wanted.forEach(function (signal) {
      signal.pairs.forEach(function (pair) { keys.add(key(pair)); });
    });
    return keys;
  }

  function sounds(one, two) {
    var exact = PS.words.spoken(one, two);
    return exact.concat(exact.map(PS.words.blurred), exact.map(PS.words.initials));
  }

  function hits(keys, unit, next) {
    function asked(pair) { return keys.has(key(pair)); }
    return asked([unit.text, ""]) || Boolean(next) && (asked([unit.text, next.text]) || sounds(unit.text, next.text).some(asked));
  }

  // [start, end] of each stretch of a text that was asked for.
  function direct(keys, text) {
    var found = [];
    PS.words.runs(text).forEach(function (run) {
      run.forEach(function (unit, at) {
        var next = run[at + 1];
        if (!hits(keys, unit, next)) return;
        var end = next && !keys.has(key([unit.text, ""])) ? next.end : unit.end, last = found[found.length - 1];
        if (last && last[1] >= unit.start) last[1] = end;
        else found.push([unit.start, end]);
      });
    });
    return found;
  }

  // A word that stands in the text in another form than the one asked for.
  function said(keys, text, groups) {
    var all = PS.search.part("core").groups, found = [];
    groups.forEach(function (number) {
      if (!all[number].some(function (form) { return direct(keys, form).length; })) return;
      all[number].forEach(function (form) {
        var at = text.indexOf(form);
        if (at >= 0 && !found.length) found.push([at, at + form.length]);
      });
    });
    return found;
  }

  function spans(keys, text, groups) {
    var found = direct(keys, text);
    return found.length ? found : said(keys, text, groups || []);
  }

  PS.mark = { keysOf: keysOf, spans: spans };
})(window.PS = window.PS || {});
