// What a person fills in, cleaned once at the door. Mirrors macros/fill/values.py.
(function (PS) {
  "use strict";

  // XML 1.0, section 2.2: what no document can hold or should, and byte order marks. The u flag keeps pairs together.
  var FORBIDDEN = /[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/gu;
  var EDGES = /^[ \t\n\u3000]+|[ \t\n\u3000]+$/g;
  var DATE = /^([0-9]{4}) *[-/.年] *([0-9]{1,2}) *[-/.月] *([0-9]{1,2}) *日?$/;

  function clean(text) {
    return text.replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(FORBIDDEN, "").replace(EDGES, "");
  }

  function parseDate(text) {
    var match = DATE.exec(clean(text));
    return match ? PS.date.make(+match[1], +match[2], +match[3]) : null;
  }

  function cleaned(entries) {
    var kept = Object.create(null); // a name such as __proto__ is a name like any other
    Object.keys(entries || {}).forEach(function (name) {
      var text = clean(String(entries[name]));
      if (text) kept[name] = text;
    });
    return kept;
  }

  function makeValues(start, entries, units) {
    return { start: parseDate(start || ""), vars: cleaned(entries), units: cleaned(units) };
  }

  PS.clean = clean;
  PS.parseDate = parseDate;
  PS.makeValues = makeValues;
})((window.PS = window.PS || {}));
