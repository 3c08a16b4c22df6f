// Runs before the first paint: how the page looks, and the few globals the theme expects.
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

  // Material's bundle reads these; its own inline script would need a weaker policy.
  var script = document.currentScript.src;
  window.__md_scope = new URL("..", script);
  window.__md_hash = function (text) {
    return text.split("").reduce(function (hash, char) { return (hash << 5) - hash + char.charCodeAt(0); }, 0);
  };
  window.__md_get = function (key, storage, scope) {
    return JSON.parse((storage || localStorage).getItem((scope || window.__md_scope).pathname + "." + key));
  };
  window.__md_set = function (key, value, storage, scope) {
    try {
      (storage || localStorage).setItem((scope || window.__md_scope).pathname + "." + key, JSON.stringify(value));
    } catch (error) {
      return; // storage forbidden: nothing to keep
    }
  };
})();
