// Text as runs of units, and pairs of units. Mirrors macros/search/words.py; positions count UTF-16 units.
(function (PS) {
  "use strict";

  var HAN = /^[\u3400-\u9fff]$/, WORD = /^[a-z0-9]$/, ASCII = /^[a-z0-9]+$/;
  var DIGITS = "零一二三四五六七八九";
  var table = null, known = null, heard = {}, folded = {};

  // The table of sounds: [syllable, its characters], the usual readings before the others.
  function sounds() {
    table = table || PS.search.part("core").readings.split(" ").map(function (entry) {
      var sound = entry.match(/^[a-z]+/)[0];
      return [sound, entry.slice(sound.length)];
    });
    return table;
  }

  // How a character may sound.
  function readings(char) {
    if (!heard[char]) {
      heard[char] = sounds()
        .filter(function (entry) { return entry[1].indexOf(char) >= 0; })
        .map(function (entry) { return entry[0]; });
    }
    return heard[char];
  }

  // Every syllable, and every blurred one.
  function syllables() {
    if (!known) {
      known = new Set();
      sounds().forEach(function (entry) { known.add(entry[0]).add(blur(entry[0])); });
    }
    return known;
  }

  function blur(syllable) {
    PS.search.part("core").blurs.forEach(function (pair) { syllable = syllable.split(pair[0]).join(pair[1]); });
    return syllable;
  }

  function fold(char) {
    if (folded[char] === undefined) {
      var plain = char.normalize("NFKC").toLowerCase(), both = PS.search.part("core").simplified, at = both[0].indexOf(plain);
      folded[char] = at < 0 ? plain : both[1][at];
    }
    return folded[char];
  }

  // A text with every character in its plain form.
  function foldAll(text) { return Array.from(text).map(fold).join(""); }

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

  // A plain text in which a lone digit is a numeral: 4个 is read as 四个.
  function numerals(text) {
    return text.replace(/(^|[^a-z0-9])([0-9])(?![a-z0-9])/g, function (_, before, digit) { return before + DIGITS[digit]; });
  }

  // Every [one, two] with one from the first list and two from the second.
  function product(ones, twos) {
    return [].concat.apply([], ones.map(function (one) { return twos.map(function (two) { return [one, two]; }); }));
  }

  function spoken(one, two) {
    return product(readings(one), readings(two));
  }

  PS.words = {
    sounds: sounds,
    readings: readings,
    syllables: syllables,
    blur: blur,
    fold: foldAll,
    runs: runs,
    numerals: numerals,
    product: product,
    spoken: spoken,
    blurred: function (pair) { return ["~" + blur(pair[0]), blur(pair[1])]; },
    initials: function (pair) { return [pair[0][0].toUpperCase(), pair[1][0].toUpperCase()]; }
  };
})(window.PS = window.PS || {});
