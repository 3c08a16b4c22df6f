// Text as runs of units, and pairs of units. Mirrors macros/search/words.py; positions count UTF-16 units.
(function (PS) {
  "use strict";

  var HAN = /^[\u3400-\u9fff]$/, WORD = /^[a-z0-9]$/, ASCII = /^[a-z0-9]+$/;
  var DIGITS = "零一二三四五六七八九";
  var tables = null;

  function readings(core) {
    var found = {};
    core.readings.split(" ").forEach(function (entry) {
      var sound = entry.match(/^[a-z]+/)[0];
      Array.from(entry.slice(sound.length)).forEach(function (char) { (found[char] = found[char] || []).push(sound); });
    });
    return found;
  }

  function letters() {
    if (tables) return tables;
    var core = PS.search.part("core"), simplified = {}, known = readings(core), syllables = new Set();
    for (var i = 0; i < core.simplified.length; i += 2) simplified[core.simplified[i]] = core.simplified[i + 1];
    Object.keys(known).forEach(function (char) {
      known[char].forEach(function (sound) { syllables.add(sound).add(blur(sound)); });
    });
    tables = { simplified: simplified, readings: known, syllables: syllables };
    return tables;
  }

  function blur(syllable) {
    PS.search.part("core").blurs.forEach(function (pair) { syllable = syllable.split(pair[0]).join(pair[1]); });
    return syllable;
  }

  function fold(char) {
    var plain = char.normalize("NFKC").toLowerCase();
    return letters().simplified[plain] || plain;
  }

  function take(runs, char, start, end) {
    var run = runs[runs.length - 1], last = run[run.length - 1];
    if (HAN.test(char)) run.push({ text: char, start: start, end: end });
    else if (!WORD.test(char)) runs.push([]);
    else if (last && ASCII.test(last.text)) { last.text += char; last.end = end; }
    else run.push({ text: char, start: start, end: end });
  }

  function runs(text) {
    var found = [[]], at = 0;
    Array.from(text).forEach(function (char) {
      var end = at + char.length;
      Array.from(fold(char)).forEach(function (plain) { take(found, plain, at, end); });
      at = end;
    });
    found = found.filter(function (run) { return run.length; });
    found.forEach(function (run) {
      run.forEach(function (unit) { if (/^\d$/.test(unit.text)) unit.text = DIGITS[unit.text]; });
    });
    return found;
  }

  // Every [one, two] with one from the first list and two from the second.
  function product(ones, twos) {
    return [].concat.apply([], ones.map(function (one) { return twos.map(function (two) { return [one, two]; }); }));
  }

  function spoken(one, two) {
    return product(letters().readings[one] || [], letters().readings[two] || []);
  }

  PS.words = {
    letters: letters,
    blur: blur,
    fold: fold,
    runs: runs,
    product: product,
    spoken: spoken,
    isWord: function (text) { return ASCII.test(text); },
    blurred: function (pair) { return ["~" + blur(pair[0]), blur(pair[1])]; },
    initials: function (pair) { return [pair[0][0].toUpperCase(), pair[1][0].toUpperCase()]; }
  };
})(window.PS = window.PS || {});
