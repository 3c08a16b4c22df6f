// What a person typed, as signals to look for. Mirrors macros/search/query.py.
(function (PS) {
  "use strict";

  var LETTERS = /^[a-z]{2,}$/;
  var LONGEST = 6; // letters in a syllable

  function values() { return PS.search.part("core").values; }

  function isFiller(unit) { return PS.search.part("core").fillers.indexOf(unit) >= 0; }

  function look(pair) { return PS.search.look(pair[0], pair[1]); }

  function cut(text) {
    var words = PS.search.part("core").fillers.filter(function (word) { return word.length > 1; });
    words.sort(function (a, b) { return b.length - a.length; });
    return words.length ? text.replace(new RegExp(words.join("|"), "g"), " ") : text;
  }

  function spell(word) {
    var syllables = PS.words.syllables(), best = [[]];
    for (var end = 1; end <= word.length; end++) {
      for (var start = Math.max(0, end - LONGEST); start < end; start++) {
        if (!best[start] || !syllables.has(word.slice(start, end))) continue;
        if (!best[end] || best[start].length + 1 < best[end].length) best[end] = best[start].concat("+" + word.slice(start, end));
      }
    }
    return best[word.length] || [];
  }

  function sounds(unit) {
    return unit[0] === "+" ? [unit.slice(1)] : PS.words.readings(unit);
  }

  // Blurred sounds only if none sound the same.
  function heard(one, two) {
    var exact = PS.words.product(sounds(one), sounds(two)), known = exact.filter(look);
    return known.length ? known : exact.map(PS.words.blurred).filter(look);
  }

  function known(units) {
    return units.slice(1).filter(function (unit, at) { return heard(units[at], unit).length; }).length;
  }

  function parts(unit) {
    if (!LETTERS.test(unit) || PS.search.look(unit, "")) return [unit];
    var plain = spell(unit), soft = spell(PS.words.blur(unit));
    var spelled = known(soft) > known(plain) ? soft : plain;
    return spelled.length ? spelled : unit.toUpperCase().split("");
  }

  function signal(pairs, share, weight, first, last) {
    return { pairs: pairs, share: share, weight: weight, first: first, last: last };
  }

  function single(unit) {
    var found = PS.search.look(unit, "");
    return signal([[unit, ""]], values().whole, found ? found.rarity : Math.floor(values().unknown / 2), 0, 0);
  }

  function pair(units, at) {
    var one = units[at], two = units[at + 1], found = PS.search.look(one, two);
    if (found) return signal([[one, two]], values().whole, found.rarity, at, at + 1);
    var spelled = one[0] === "+" || two[0] === "+", light = isFiller(one) || isFiller(two);
    var pairs = light && !spelled ? [] : heard(one, two);
    if (!pairs.length) return signal([], values().whole, light ? values().light : values().unknown, at, at + 1);
    var weight = Math.max.apply(null, pairs.map(function (pair) { return look(pair).rarity; }));
    return signal(pairs, spelled ? values().spelled : values().heard, weight, at, at + 1);
  }

  // The signals of one run.
  function signals(units) {
    if (units.length === 1) return [single(units[0])];
    var found = units.slice(1).map(function (_, at) { return pair(units, at); });
    units.forEach(function (unit, at) {
      if (!isFiller(unit) && !/^[\x00-\x7f]*$/.test(unit)) found.push(signal([[unit, ""]], values().alone, 0, at, at));
    });
    return found;
  }

  // A query as signals; units are counted through all its runs.
  function read(query) {
    var plain = PS.words.fold(query), runs = PS.words.runs(cut(plain)), wanted = [], seen = 0;
    (runs.length ? runs : PS.words.runs(plain)).forEach(function (run) {
      var units = [].concat.apply([], run.map(function (unit) { return parts(unit.text); }));
      signals(units).forEach(function (one) {
        wanted.push(signal(one.pairs, one.share, one.weight, one.first + seen, one.last + seen));
      });
      seen += units.length;
    });
    return wanted;
  }

  PS.query = { read: read };
})(window.PS = window.PS || {});
