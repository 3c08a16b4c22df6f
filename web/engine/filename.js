// Safe file names. Mirrors macros/fill/filename.py.
(function (PS) {
  "use strict";

  var LONGEST = 80, UNNAMED = "方案";
  // The u flag keeps pairs together: only lone surrogates match.
  var FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff\ud800-\udfff]/gu;
  var RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?![^.])/i;
  var EDGES = /^[ .\t\n\u3000\u00a0]+|[ .\t\n\u3000\u00a0]+$/g;

  function filename(title, suffix) {
    var end = suffix || "", kept = LONGEST - Array.from(end).length;
    var cut = Array.from(title.replace(FORBIDDEN, "").replace(EDGES, "")).slice(0, kept).join("");
    var name = cut.replace(EDGES, "") || UNNAMED;
    return (RESERVED.test(name) ? "_" + name : name) + end;
  }

  PS.filename = filename;
})((window.PS = window.PS || {}));
