// A close look at a plan: which of the things asked for stand in which of its places.
(function (PS) {
  "use strict";

  var texts = {}; // by plan, its places as plain texts
  var SOUND = /^~?[a-zA-Z]+$/, WORD = /^[a-z0-9]+$/, NEVER = "[]";
  var odd = null; // characters that have another plain form

  // A place's words, and what else people say for them, in plain characters.
  function plain(place) {
    var core = PS.search.part("core"), all = [place.name, place.text];
    place.groups.forEach(function (number) { all = all.concat(core.groups[number]); });
    odd = odd || new RegExp("[^\u3400-\u9fff]|[" + core.simplified[0] + "]", "gu");
    return PS.words.numerals(all.join(" ").replace(odd, PS.words.fold));
  }

  function textsOf(plan) {
    texts[plan] = texts[plan] || PS.search.part("p" + plan).places.map(plain);
    return texts[plan];
  }

  // The characters that sound like one half of a pair: exactly, blurred (~), or by their initial (a capital).
  function sounding(sound, blurred) {
    var small = sound.toLowerCase(), chars = "";
    PS.words.sounds().forEach(function (entry) {
      var known = blurred ? PS.words.blur(entry[0]) : entry[0];
      if (small === sound ? known === sound : known[0] === small) chars += entry[1];
    });
    return chars ? "[" + chars + "]" : NEVER;
  }

  function source(pair) {
    var one = pair[0], two = pair[1], blurred = one[0] === "~";
    if (one[0] === "+") return NEVER; // a syllable by itself
    if (SOUND.test(one) && SOUND.test(two)) return sounding(one.replace("~", ""), blurred) + sounding(two, blurred);
    return (WORD.test(one) ? "(?:^|[^a-z0-9])" : "") + one + two + (WORD.test(two || one) ? "(?![a-z0-9])" : "");
  }

  // What finds a signal in a plain text.
  function pattern(signal) {
    return new RegExp(signal.pairs.map(source).join("|") || NEVER);
  }

  // For each place of a plan, whether each pattern is found there.
  function hits(plan, patterns) {
    return textsOf(plan).map(function (text) {
      return patterns.map(function (one) { return one.test(text); });
    });
  }

  PS.near = { pattern: pattern, hits: hits };
})(window.PS = window.PS || {});
