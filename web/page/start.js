// Runs before the first paint: how the page looks.
(function () {
  "use strict";

  var KEY = "ps:look", root = document.documentElement;

  function load() {
    try {
      return JSON.parse(localStorage.getItem(KEY)) || {};
    } catch (error) {
      return {}; // storage forbidden or broken: as the system says
    }
  }

  function save(look) {
    try {
      localStorage.setItem(KEY, JSON.stringify(look));
    } catch (error) {
      return; // storage forbidden: the choice lasts for this page
    }
  }

  var asked = { dark: "(prefers-color-scheme: dark)", contrast: "(prefers-contrast: more)", large: "not all" };
  var look = load();

  function is(name) {
    return typeof look[name] === "boolean" ? look[name] : matchMedia(asked[name]).matches;
  }

  function apply() {
    Object.keys(asked).forEach(function (name) {
      var link = document.querySelector("link[data-look=" + name + "]");
      root.classList.toggle("ps-" + name, is(name));
      if (link) link.media = is(name) ? "screen" : "not all";
    });
  }

  root.classList.remove("no-js");
  root.classList.add("js");
  apply();

  window.PSLook = {
    is: is,
    set: function (name, on) { look[name] = on; save(look); apply(); }
  };
})();
