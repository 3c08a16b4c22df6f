// Which plans answer a query, and whether any does. Mirrors macros/search/rank.py.
(function (PS) {
  "use strict";

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

  function mass(judged, hits) {
    return judged.reduce(function (sum, signal, at) { return hits[at] ? sum + signal.share * signal.weight : sum; }, 0);
  }

  function coverage(judged, hits) {
    var there = 0, missing = 0, covered = {};
    judged.forEach(function (signal, at) {
      if (hits[at]) covered[signal.first] = covered[signal.last] = true;
    });
    judged.forEach(function (signal, at) {
      var bare = (covered[signal.first] ? 0 : 1) + (covered[signal.last] ? 0 : 1);
      if (hits[at]) there += 2 * signal.share * signal.weight;
      else missing += 10 * signal.weight * bare;
    });
    return there ? there / (there + missing) : 0;
  }

  function close(plan, share, judged, patterns) {
    var core = PS.search.part("core"), places = PS.search.part("p" + plan).places, hits = PS.near.hits(plan, patterns);
    var named = hits.filter(function (_, at) { return core.named.indexOf(places[at].kind) >= 0; });
    var head = judged.map(function (_, at) { return named.some(function (mine) { return mine[at]; }); });
    var covers = hits.map(function (mine) {
      return coverage(judged, mine.map(function (hit, at) { return hit || head[at]; }));
    });
    var masses = hits.map(function (mine) { return mass(judged, mine); });
    var cover = Math.max.apply(null, covers), most = Math.max.apply(null, masses);
    return { plan: plan, score: share + core.values.cover * cover, place: masses.indexOf(most), masses: masses };
  }

  function order(sums) {
    return function (a, b) { return sums[b] - sums[a] || a - b; };
  }

  // The plans to look at closely, with what was asked; their places are needed from here on.
  function candidates(signals) {
    var core = PS.search.part("core"), sums = scores(signals);
    var plans = Object.keys(sums).map(Number).sort(order(sums)).slice(0, core.values.candidates);
    plans.forEach(function (plan) { PS.search.part("p" + plan); });
    return { judged: signals.filter(function (signal) { return signal.weight; }), sums: sums, plans: plans };
  }

  function answer(asked) {
    var most = asked.plans.length ? asked.sums[asked.plans[0]] : 1, patterns = asked.judged.map(PS.near.pattern);
    var found = asked.plans.map(function (plan) { return close(plan, asked.sums[plan] / most, asked.judged, patterns); });
    found.sort(function (a, b) { return b.score - a.score || a.plan - b.plan; });
    var whole = 10 * asked.judged.reduce(function (sum, signal) { return sum + signal.weight; }, 0);
    var sure = found.length > 0 && (scores(asked.judged)[found[0].plan] || 0) >= PS.search.part("core").values.sure * whole;
    return { found: found, sure: sure, wanted: asked.judged };
  }

  // Asks for the postings of all that is typed at once, before anything is concluded from one that is missing.
  function prepare(query) {
    PS.words.runs(PS.words.fold(query)).forEach(function (run) {
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

  PS.rank = { search: search };
})(window.PS = window.PS || {});
