// Which plans answer a query, and whether any does. Mirrors macros/search/rank.py.
(function (PS) {
  "use strict";

  var SOUND = /^[~a-zA-Z]/; // how pairs of syllables and of initials begin
  var known = {}; // the pairs of a plan's places

  function flat(lists) { return [].concat.apply([], lists); }

  function key(pair) { return pair[0] + "\t" + pair[1]; }

  // --- first look: the index ---

  function scores(signals) {
    var sums = {};
    signals.forEach(function (signal) {
      var best = {};
      signal.pairs.forEach(function (pair) {
        var found = PS.search.look(pair[0], pair[1]);
        (found ? found.hits : []).forEach(function (hit) { best[hit[0]] = Math.max(best[hit[0]] || 0, hit[1]); });
      });
      Object.keys(best).forEach(function (plan) { sums[plan] = (sums[plan] || 0) + best[plan] * signal.share; });
    });
    return sums;
  }

  // --- close look: the places of the best plans ---

  function forms(groups) {
    var all = PS.search.part("core").groups;
    return flat(groups.map(function (number) { return all[number]; }));
  }

  // The pairs of a place: those of its characters, and, once a query needs them, those of its sounds.
  function pairsOf(place) {
    var texts = [place.name, place.text].concat(forms(place.groups)), written = collect(texts, plain), heard = null;
    return function (pair) {
      if (!SOUND.test(pair[0])) return written.has(key(pair));
      heard = heard || collect(texts, sounds);
      return heard.has(key(pair)) || written.has(key(pair));
    };
  }

  function collect(texts, pairs) {
    var found = new Set();
    texts.forEach(function (text) {
      PS.words.runs(text).forEach(function (run) {
        run.forEach(function (unit, at) {
          pairs(unit, run[at + 1]).forEach(function (pair) { found.add(key(pair)); });
        });
      });
    });
    return found;
  }

  function plain(unit, next) {
    return next ? [[unit.text, ""], [unit.text, next.text]] : [[unit.text, ""]];
  }

  function sounds(unit, next) {
    var exact = next ? PS.words.spoken(unit.text, next.text) : [];
    return exact.concat(exact.map(PS.words.blurred), exact.map(PS.words.initials));
  }

  // Whether each place of a plan has a pair.
  function setsOf(plan) {
    known[plan] = known[plan] || PS.search.part("p" + plan).places.map(pairsOf);
    return known[plan];
  }

  function isIn(sets) {
    return function (signal) {
      return signal.pairs.some(function (pair) { return sets.some(function (has) { return has(pair); }); });
    };
  }

  function mass(wanted, has) {
    var sum = 0;
    wanted.forEach(function (run) {
      run.signals.forEach(function (signal) { if (signal.weight && has(signal)) sum += signal.share * signal.weight; });
    });
    return sum;
  }

  function coverage(wanted, has) {
    var there = 0, missing = 0;
    wanted.forEach(function (run) {
      var judged = run.signals.filter(function (signal) { return signal.weight; }), hits = judged.map(has), covered = {};
      judged.forEach(function (signal, at) { if (hits[at]) covered[signal.first] = covered[signal.last] = true; });
      judged.forEach(function (signal, at) {
        var bare = (covered[signal.first] ? 0 : 1) + (covered[signal.last] ? 0 : 1);
        if (hits[at]) there += 2 * signal.share * signal.weight;
        else missing += 10 * signal.weight * bare;
      });
    });
    return there ? there / (there + missing) : 0;
  }

  function close(plan, share, wanted) {
    var places = PS.search.part("p" + plan).places, sets = setsOf(plan), named = PS.search.part("core").named;
    var head = sets.filter(function (_, at) { return named.indexOf(places[at].kind) >= 0; });
    var cover = Math.max.apply(null, sets.map(function (set) { return coverage(wanted, isIn([set].concat(head))); }));
    var masses = sets.map(function (set) { return mass(wanted, isIn([set])); });
    return { plan: plan, score: share + PS.search.part("core").values.cover * cover, place: masses.indexOf(Math.max.apply(null, masses)), masses: masses };
  }

  function order(sums) {
    return function (a, b) { return sums[b] - sums[a] || a - b; };
  }

  // The plans to look at closely, with what was asked; their places are needed from here on.
  function candidates(wanted) {
    var core = PS.search.part("core"), signals = flat(wanted.map(function (run) { return run.signals; })), sums = scores(signals);
    var plans = Object.keys(sums).map(Number).sort(order(sums)).slice(0, core.values.candidates);
    plans.forEach(function (plan) { PS.search.part("p" + plan); });
    return { wanted: wanted, signals: signals, sums: sums, plans: plans };
  }

  function answer(asked) {
    var most = asked.plans.length ? asked.sums[asked.plans[0]] : 1;
    var found = asked.plans.map(function (plan) { return close(plan, asked.sums[plan] / most, asked.wanted); });
    found.sort(function (a, b) { return b.score - a.score || a.plan - b.plan; });
    var judged = scores(asked.signals.filter(function (signal) { return signal.weight; }));
    var whole = 10 * asked.signals.reduce(function (sum, signal) { return sum + signal.weight; }, 0);
    var sure = found.length > 0 && (judged[found[0].plan] || 0) >= PS.search.part("core").values.sure * whole;
    return { found: found, sure: sure, wanted: asked.wanted };
  }

  // Asks for the postings of all that is typed at once, before anything is concluded from one that is missing.
  function prepare(query) {
    PS.words.runs(Array.from(query).map(PS.words.fold).join("")).forEach(function (run) {
      run.forEach(function (unit, at) {
        PS.search.look(unit.text, "");
        if (at + 1 < run.length) PS.search.look(unit.text, run[at + 1].text);
      });
    });
  }

  function search(query) {
    return PS.search.attempt([
      function () { PS.search.part("core"); },
      function () { prepare(query); },
      function () { return PS.query.read(query); },
      candidates,
      answer
    ]);
  }

  PS.rank = { search: search, isIn: isIn };
})(window.PS = window.PS || {});
