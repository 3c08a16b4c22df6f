// Results as a list of links: per plan its title, and the places that speak of what was asked.
(function (PS) {
  "use strict";

  var PLACES = 2, BEFORE = 12, LENGTH = 64; // places per plan; characters of a text before its first mark, and in all
  var MANY = 6, NEAR = 3; // plans that answer, and plans that are only near

  function element(tag, className, text) {
    var made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  // Puts text into a parent, with marks.
  function marked(parent, text, spans) {
    var at = 0;
    spans.forEach(function (span) {
      parent.appendChild(document.createTextNode(text.slice(at, span[0])));
      parent.appendChild(element("mark", "", text.slice(span[0], span[1])));
      at = span[1];
    });
    parent.appendChild(document.createTextNode(text.slice(at)));
    return parent;
  }

  function excerpt(text, spans) {
    var start = spans.length ? Math.max(0, spans[0][0] - BEFORE) : 0, end = Math.min(text.length, start + LENGTH);
    var head = start > 0 ? "…" : "", shift = start - head.length;
    var kept = spans.filter(function (span) { return span[1] <= end; });
    return {
      text: head + text.slice(start, end) + (end < text.length ? "…" : ""),
      spans: kept.map(function (span) { return [span[0] - shift, span[1] - shift]; })
    };
  }

  function place(where, keys, href) {
    var item = element("li"), link = item.appendChild(element("a"));
    var inName = PS.mark.spans(keys, where.name, where.groups), inText = PS.mark.spans(keys, where.text, where.groups);
    var part = excerpt(where.text, inText);
    link.href = href + (where.anchor ? "#" + where.anchor : "");
    link.appendChild(element("span", "ps-tag", where.kind));
    if (where.name) marked(link.appendChild(element("span", "ps-hit-name")), where.name, inName);
    if (where.text && (inText.length || !where.name)) marked(link.appendChild(element("span", "ps-hit-text")), part.text, part.spans);
    return item;
  }

  // The places with most of what was asked, one for each anchor, best first.
  function best(found, places) {
    var anchors = {};
    return found.masses
      .map(function (mass, at) { return { mass: mass, at: at }; })
      .filter(function (one) { return one.mass > 0 && places[one.at].kind !== "方案"; })
      .sort(function (a, b) { return b.mass - a.mass || a.at - b.at; })
      .filter(function (one) {
        var anchor = places[one.at].anchor;
        if (anchors[anchor]) return false;
        anchors[anchor] = true;
        return true;
      })
      .slice(0, PLACES)
      .map(function (one) { return places[one.at]; });
  }

  function plan(found, keys, address) {
    var data = PS.search.part("p" + found.plan), href = address(data.id);
    var item = element("li", "ps-hit"), title = item.appendChild(element("h3")).appendChild(element("a"));
    title.href = href;
    marked(title, data.title, PS.mark.spans(keys, data.title));
    item.appendChild(element("p", "", data.scenario + "。"));
    var list = element("ul");
    best(found, data.places).forEach(function (where) { list.appendChild(place(where, keys, href)); });
    if (list.firstChild) item.appendChild(list);
    return item;
  }

  // The results of an answer; `address` makes a plan's address from its id, `shown` says which plans fit the filters.
  function results(answer, address, shown) {
    var keys = PS.mark.keysOf(answer.wanted);
    return answer.found
      .filter(function (found) { return shown(PS.search.part("p" + found.plan).id); })
      .slice(0, answer.sure ? MANY : NEAR)
      .map(function (found) { return plan(found, keys, address); });
  }

  PS.results = results;
})(window.PS = window.PS || {});
