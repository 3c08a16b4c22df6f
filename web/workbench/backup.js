// Records as files: out of this browser, and back in.
(function (PS) {
  "use strict";

  const LARGEST = 5e6; // bytes; a full record has some 50,000

  function exportRecord(record) {
    const kept = PS.mine.kept(record);
    PS.save(PS.filename(kept.name, "（我的方案）"), JSON.stringify(kept, null, 1), ".json");
    const left = size(record) - size(kept);
    PS.tell("已导出“" + record.name + "”" + (left ? "；" + left + "处电话或身份证号没有写进去" : "") + "。");
  }

  function size(record) {
    return ["vars", "units", "notes"].reduce((sum, part) => sum + Object.keys(record[part]).length, 0);
  }

  // asks for a file and hands on the record in it; a file that is none is told about
  function pick(then) {
    const input = PS.el("input", { type: "file", accept: ".json,application/json", class: "ps-sr", tabindex: "-1", "aria-hidden": "true" });
    input.addEventListener("change", () => {
      if (input.files.length) read(input.files[0], then);
      input.remove();
    });
    document.body.append(input);
    input.click();
  }

  function read(file, then) {
    if (file.size > LARGEST) return PS.tell("没有导入：文件太大，不像是“我的方案”。");
    const reader = new FileReader();
    reader.onerror = () => PS.tell("没有导入：文件读不出来，请换一份试试。");
    reader.onload = () => {
      let record;
      try {
        record = PS.record.parsed(reader.result);
        if (record.plan !== PS.bench.program.id) throw new Error("它属于另一种方案，请到那个方案的页面导入");
      } catch (error) {
        return PS.tell("没有导入：" + error.message + "。");
      }
      return then(record);
    };
    return reader.readAsText(file);
  }

  PS.backup = { exportRecord, pick };
})((window.PS = window.PS || {}));
