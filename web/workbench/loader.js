// On every plan's page: shows what needs scripts, and loads them when they are first used.
(function () {
  "use strict";

  var assets = new URL(".", document.currentScript.src).href, slug = "", loading = false, waiting = [];

  function ready() {
    var root = document.querySelector(".ps-workbench");
    if (!root) return;
    slug = root.dataset.plan;
    document.querySelectorAll("[data-action], [data-tools]").forEach(function (node) { node.hidden = false; });
    document.addEventListener("click", asked);
    document.addEventListener("change", asked);
    if (remembered()) load();
  }

  // Anything used before the scripts are there is done again once they are.
  function asked(event) {
    if (window.PS && window.PS.bench) return;
    var node = event.target.closest("[data-action], [data-key], [data-filter], .blank[data-blank]");
    if (!node || (event.type === "click") !== !node.matches("input, select")) return;
    waiting.push(node);
    load();
  }

  function remembered() {
    try {
      return Object.keys(localStorage).some(function (key) { return key.indexOf("ps:mine:1:" + slug + ":") === 0; });
    } catch (error) {
      return false; // storage forbidden: nothing is remembered
    }
  }

  function load() {
    if (loading) return;
    loading = true;
    var names = ["engine.js", "parts.js", "calendars.js", "../plans/" + slug + "/program.js", "workbench.js"];
    names.forEach(function (name, i) {
      var script = document.createElement("script");
      script.src = assets + name;
      script.async = false; // in order
      if (i === names.length - 1) script.onload = function () { window.PS.begin(slug, waiting); };
      document.head.appendChild(script);
    });
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
  else ready();
})();
