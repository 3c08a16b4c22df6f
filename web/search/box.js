// The search box of the home page: answers while one types, keeps the query in the address.
(function (PS) {
  "use strict";

  PS.search.base = new URL("search/", document.currentScript.src).href;

  function start(box) {
    var input = box.querySelector("input"), status = box.querySelector("[data-find-status]"), list = box.querySelector("[data-find-results]");
    var none = box.querySelector("[data-find-none]"), cards = document.querySelectorAll("[data-cards] > li"), facets = document.querySelector("form[data-facets]");
    var composing = false, frame = 0, asked = "", answer = null;

    function address(id) { return box.dataset.plan.replace("-id-", id); }

    function shown(id) {
      return !Array.prototype.some.call(cards, function (card) { return card.dataset.plan === id && card.hidden; });
    }

    function remember() {
      var values = new URLSearchParams(location.search), text;
      if (asked) values.set("q", asked);
      else values.delete("q");
      text = values.toString();
      try {
        history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
      } catch (error) {
        return; // some browsers keep the address of a file as it is
      }
    }

    function say(items) {
      if (!answer.found.length) return "没有直接对应的方案。";
      if (!items.length) return "找到的方案不符合下面的筛选。去掉一个条件再看。";
      return answer.sure ? "找到" + items.length + "类，最合适的在最前。" : "没有直接对应的方案。下面" + items.length + "类只是相近。";
    }

    function draw() {
      var items = answer ? PS.results(answer, address, shown) : [];
      list.textContent = "";
      items.forEach(function (item) { list.appendChild(item); });
      list.hidden = !items.length;
      none.hidden = !answer || answer.sure;
      list.classList.toggle("ps-near", Boolean(answer) && !answer.sure);
      status.textContent = answer ? say(items) : "";
    }

    function clear() {
      asked = "";
      answer = null;
      remember();
      draw();
    }

    function ask() {
      var text = input.value.trim();
      if (text === asked) return;
      if (!text) return clear();
      asked = text;
      remember();
      PS.rank.search(text).then(function (found) {
        if (text !== asked) return; // something else was typed meanwhile
        answer = found;
        draw();
      }, function (error) { status.textContent = error.message; });
    }

    // At most one search for each picture the screen shows.
    function soon() {
      if (composing || frame) return;
      frame = requestAnimationFrame(function () { frame = 0; ask(); });
    }

    function links() { return Array.prototype.slice.call(list.querySelectorAll("a")); }

    function move(step) {
      var all = [input].concat(links()), at = all.indexOf(document.activeElement) + step;
      if (at >= 0 && at < all.length) all[at].focus();
    }

    function press(event) {
      if (event.isComposing || composing) return;
      if (event.key === "ArrowDown") move(1);
      else if (event.key === "ArrowUp") move(-1);
      else if (event.key === "Escape") { input.value = ""; clear(); input.focus(); }
      else if (event.key === "Enter" && document.activeElement === input && links().length && !frame) links()[0].click();
      else return;
      event.preventDefault();
    }

    function arrive() {
      if (location.hash === "#find") input.focus();
    }

    input.addEventListener("compositionstart", function () { composing = true; });
    input.addEventListener("compositionend", function () { composing = false; soon(); });
    input.addEventListener("input", soon);
    input.addEventListener("focus", function () { PS.search.attempt([function () { PS.search.part("core"); }]); }, { once: true });
    box.addEventListener("keydown", press);
    box.querySelector("button").addEventListener("click", function () { soon(); input.focus(); });
    if (facets) ["change", "reset"].forEach(function (name) { facets.addEventListener(name, function () { setTimeout(draw); }); });
    window.addEventListener("hashchange", arrive);
    input.value = new URLSearchParams(location.search).get("q") || "";
    ask();
    arrive();
  }

  document.addEventListener("DOMContentLoaded", function () {
    Array.prototype.forEach.call(document.querySelectorAll("[data-find]"), start);
  });
})(window.PS = window.PS || {});
