// Small things every page shares: display switches, narrowing lists, comparing, the section bar.
(function () {
  "use strict";

  function all(selector, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(selector));
  }

  function element(tag, text) {
    var made = document.createElement(tag);
    if (text) made.textContent = text;
    return made;
  }

  // --- 大字, 高对比, 深色 ---

  function switches() {
    var buttons = all("button[data-look]");
    function show() {
      buttons.forEach(function (button) {
        button.setAttribute("aria-pressed", String(window.PSLook.is(button.dataset.look)));
      });
    }
    buttons.forEach(function (button) {
      button.addEventListener("click", function () {
        window.PSLook.set(button.dataset.look, !window.PSLook.is(button.dataset.look));
        show();
      });
    });
    show();
  }

  // --- choices kept in the address, so that a link can be shared ---

  function query() {
    var values = {};
    new URLSearchParams(location.search).forEach(function (value, name) { values[name] = value; });
    return values;
  }

  function remember(values) {
    var search = new URLSearchParams(location.search);
    Object.keys(values).forEach(function (name) {
      if (values[name]) search.set(name, values[name]);
      else search.delete(name);
    });
    var text = search.toString();
    try {
      history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch (error) {
      return; // some browsers keep the address of a file as it is
    }
  }

  // --- facets: each choice narrows the list at once ---

  function facets(form) {
    var list = document.querySelector("[data-cards]"), items = Array.prototype.slice.call(list.children);
    var inputs = all("input", form), count = form.querySelector("[data-count]"), unit = count.textContent.slice(-1);
    var reset = form.querySelector("[type=reset]"), none = document.querySelector("[data-none]");

    function chosen() {
      var values = {};
      inputs.forEach(function (input) { if (input.checked) values[input.name] = input.value; });
      return values;
    }

    function fits(item, values) {
      return Object.keys(values).every(function (name) {
        return !values[name] || item.dataset[name].split(" ").indexOf(values[name]) >= 0;
      });
    }

    function offer(values) {
      inputs.forEach(function (input) {
        var other = Object.assign({}, values);
        other[input.name] = input.value;
        input.disabled = !input.checked && !items.some(function (item) { return fits(item, other); });
      });
    }

    function show() {
      var values = chosen(), shown = 0, narrowed = Object.keys(values).some(function (name) { return values[name]; });
      items.forEach(function (item) {
        item.hidden = !fits(item, values);
        shown += item.hidden ? 0 : 1;
      });
      offer(values);
      count.textContent = narrowed ? "符合的有" + shown + unit + "，共" + items.length + unit : "共" + items.length + unit;
      none.hidden = shown > 0;
      reset.disabled = !narrowed;
      return values;
    }

    function start() {
      var values = query();
      inputs.forEach(function (input) { if (values[input.name] === input.value) input.checked = true; });
      show();
    }

    function change() { remember(show()); }

    form.addEventListener("change", change);
    form.addEventListener("reset", function () { setTimeout(change); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    reveal(form, show);
    start();
  }

  // A link into a narrowed list shows all of it, or its target would be hidden.
  function reveal(form, show) {
    window.addEventListener("hashchange", function () {
      var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target || !target.hidden) return;
      form.reset();
      show();
      target.scrollIntoView();
    });
  }

  // --- two plans side by side ---

  function rowsOf(key) {
    var source = document.querySelector("dl[data-plan='" + key + "']"), rows = {};
    all("div", source).forEach(function (row) {
      rows[row.querySelector("dt").textContent] = all("dd", row);
    });
    return { title: source.dataset.title, href: source.dataset.href, rows: rows };
  }

  function heading(plan) {
    var cell = element("th"), link = element("a", plan.title);
    link.href = plan.href;
    cell.scope = "col";
    cell.appendChild(link);
    return cell;
  }

  function copied(source, tag) {
    var made = element(tag);
    Array.prototype.forEach.call(source.childNodes, function (node) { made.appendChild(node.cloneNode(true)); });
    return made;
  }

  function cell(texts) {
    if (!texts) return element("td", "没有");
    if (texts.length === 1) return copied(texts[0], "td");
    var made = element("td"), list = made.appendChild(element("ul"));
    texts.forEach(function (text) { list.appendChild(copied(text, "li")); });
    return made;
  }

  function sideBySide(a, b) {
    var table = element("table"), head = table.createTHead().insertRow(), body = table.createTBody();
    table.className = "ps-table ps-side";
    table.createCaption().className = "ps-sr";
    table.caption.textContent = a.title + "和" + b.title + "并排";
    head.appendChild(element("td"));
    head.appendChild(heading(a));
    head.appendChild(heading(b));
    Object.keys(Object.assign({}, a.rows, b.rows)).forEach(function (label) {
      var row = body.insertRow(), name = row.appendChild(element("th", label));
      name.scope = "row";
      row.appendChild(cell(a.rows[label]));
      row.appendChild(cell(b.rows[label]));
    });
    return table;
  }

  function compare(form) {
    var place = document.querySelector("[data-compared]");
    function show() {
      var a = form.elements.a.value, b = form.elements.b.value;
      place.textContent = "";
      if (a && b && a === b) place.textContent = "两边是同一份，换一份再看。";
      else if (a && b) place.appendChild(sideBySide(rowsOf(a), rowsOf(b)));
    }
    var values = query();
    ["a", "b"].forEach(function (name) {
      var known = Array.prototype.some.call(form.elements[name].options, function (option) {
        return option.value === values[name];
      });
      if (known) form.elements[name].value = values[name];
    });
    form.addEventListener("change", function () {
      remember({ a: form.elements.a.value, b: form.elements.b.value });
      show();
    });
    show();
  }

  // --- the section bar shows where the reader is ---

  function sectionBar(bar) {
    if (!window.IntersectionObserver) return;
    var links = {};
    all("a", bar).forEach(function (link) { links[link.hash.slice(1)] = link; });
    var observer = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        var link = links[entry.target.dataset.part];
        if (!link) return;
        if (entry.isIntersecting) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      });
    }, { rootMargin: "-20% 0px -79% 0px" });
    all(".ps-part").forEach(function (part) { observer.observe(part); });
  }

  // A link to something folded away opens what holds it.
  function unfold() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
  }

  document.addEventListener("DOMContentLoaded", function () {
    switches();
    all("form[data-facets], form[data-filter-list]").forEach(facets);
    all("form[data-compare]").forEach(compare);
    all(".ps-sections").forEach(sectionBar);
    unfold();
    window.addEventListener("hashchange", unfold);
  });
})();
