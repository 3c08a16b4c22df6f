// This browser's storage; where it is blocked or full the page goes on in memory and says so.
(function (PS) {
  "use strict";

  const memory = new Map();
  let complained = false;

  function complain(error) {
    if (complained) return;
    complained = true;
    const full = error && /quota/i.test(error.name || "");
    PS.tell(full
      ? "浏览器的存储满了：这次填的内容只在本页有效，请先“导出备份”，再删去不用的方案。"
      : "浏览器不允许保存：填的内容只在本页有效，关掉就没有了，请用“导出备份”存成文件。");
  }

  function guarded(action, otherwise) {
    try {
      return action();
    } catch (error) {
      complain(error);
      return otherwise;
    }
  }

  function read(key) {
    return memory.has(key) ? memory.get(key) : guarded(() => localStorage.getItem(key), null);
  }

  function write(key, text) {
    const kept = guarded(() => { localStorage.setItem(key, text); return true; }, false);
    if (kept) memory.delete(key);
    else memory.set(key, text);
    return kept;
  }

  function remove(key) {
    memory.delete(key);
    guarded(() => localStorage.removeItem(key));
  }

  function keys(prefix) {
    const stored = guarded(() => Object.keys(localStorage), []);
    return Array.from(new Set(stored.concat(Array.from(memory.keys()))))
      .filter((key) => key.indexOf(prefix) === 0).sort();
  }

  PS.store = { read, write, remove, keys };
})((window.PS = window.PS || {}));
