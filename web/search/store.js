// The parts of the index that are here, and fetching those that are not. Each part is a script that calls PS.search.put:
// scripts load from a folder opened as a file, where nothing else does.
(function (PS) {
  "use strict";

  var parts = {}, pending = {}, missing = [];
  var HIT = 35, QUOTED = 92, PLAN = 161; // as macros/search/pack.py writes them

  // A part, or null when it is not here; then it is noted, and fetched before the next attempt.
  function part(name) {
    if (!parts[name] && missing.indexOf(name) < 0) missing.push(name);
    return parts[name] || null;
  }

  function fetchPart(name) {
    if (!pending[name]) {
      pending[name] = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = PS.search.base + name + ".js";
        script.onload = resolve;
        script.onerror = function () {
          delete pending[name];
          reject(new Error("没有读到搜索数据，请刷新页面再试"));
        };
        document.head.appendChild(script);
      });
    }
    return pending[name];
  }

  function shardOf(pair) {
    var hash = 0;
    for (var i = 0; i < pair.length; i++) hash = (hash * 31 + pair.charCodeAt(i)) % 65536;
    return "s" + hash % part("core").shards;
  }

  function level(text, at) {
    var code = text.charCodeAt(at);
    return code - HIT - (code > QUOTED ? 1 : 0);
  }

  function unpack(text) {
    var hits = [];
    for (var at = 1; at < text.length; at += 2) hits.push([text.charCodeAt(at) - PLAN, level(text, at + 1)]);
    return { rarity: level(text, 0), hits: hits };
  }

  // A pair's posting, or null.
  function look(first, second) {
    var pair = first + " " + second, shard = part(shardOf(pair));
    if (!shard || !Object.prototype.hasOwnProperty.call(shard, pair)) return null;
    if (typeof shard[pair] === "string") shard[pair] = unpack(shard[pair]);
    return shard[pair];
  }

  // Runs steps, each given the last one's result; when one finds a part missing, it is fetched and all begin again.
  function attempt(steps) {
    var value = null;
    missing = [];
    for (var at = 0; at < steps.length && !missing.length; at++) value = steps[at](value);
    if (!missing.length) return Promise.resolve(value);
    return Promise.all(missing.map(fetchPart)).then(function () { return attempt(steps); });
  }

  PS.search = {
    base: "",
    put: function (name, data) { parts[name] = data; },
    part: part,
    look: look,
    attempt: attempt
  };
})(window.PS = window.PS || {});
