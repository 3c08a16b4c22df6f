"""How fast files are made: beside docxtpl and python-docx, in a batch, in the browser.

``python scripts/bench.py export`` measures all on one two-page plan; ``--rows`` adds batches
whose memory is measured, each in a process of its own.
"""

import argparse
import csv
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from typing import Any

from macros.bench.rivals import docxtpl_writer, python_docx_writer
from macros.fill.derive import Filling
from macros.fill.settle import Grid, Settled, settle
from macros.fill.values import make_values
from macros.model.load import load_library
from macros.site.scripts import calendar_script, engine_script, parts_script, program_script
from macros.time.calendar import WorkCalendar
from macros.views.context import Context
from macros.views.program import Program, compile_program
from macros.writers.docx import docx, standalone
from macros.writers.docx_runs import width
from macros.writers.text import plain

ROOT = Path(__file__).resolve().parents[2]
SLUG = "residential-cleanup-week"
START = "2026-12-01"
TWO_PAGES = 44
"""Lines of two pages, 22 each (GB/T 9704-2012, 5.2.2)."""

CHILD = """
import resource, sys
from pathlib import Path
from macros.writers.command import main
status = main(sys.argv[1:], Path.cwd())
used = resource.getrusage(resource.RUSAGE_SELF)
print(status, used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)
"""

IN_BROWSER = """count => {
  var program = PS.programs[Object.keys(PS.programs)[0]], files = [], begin = performance.now();
  for (var i = 0; i < count; i++) {
    var vars = {};
    program.vars.forEach(function (entry) { vars[entry.name] = entry.eg; });
    vars["小区"] = "第" + i + "小区";
    var filling = new PS.Filling(program, PS.makeValues("2026-12-01", vars, {}));
    files.push(["第" + i + "小区.docx", PS.word(filling, "standalone")]);
  }
  var zipped = PS.zip(files);
  return [performance.now() - begin, zipped.length];
}"""


def main(arguments: list[str]) -> int:
    """Measure and print tables in Markdown."""
    parser = argparse.ArgumentParser(prog="bench.py export")
    parser.add_argument("--files", type=int, default=300, help="每种写法写多少份")
    parser.add_argument("--rows", type=int, action="append", help="批量的行数，可写几次")
    options = parser.parse_args(arguments)
    program, calendar = _short_plan()
    print(_beside_others(program, calendar, options.files), flush=True)
    print(_browser(program), flush=True)
    print(_batches(options.rows or [1000]), flush=True)
    return 0


def _short_plan() -> tuple[Program, WorkCalendar]:
    """The plan with as many of its sections as fill two pages."""
    library = load_library(ROOT).partial
    program = compile_program(Context(library.plans[SLUG], library))
    calendar = WorkCalendar(library.calendars)
    body = next(doc for doc in program["docs"] if doc["key"] == "plan")
    blocks, kept = list(body["blocks"]), len(body["blocks"])
    while _lines(_settled(program, calendar, {**body, "blocks": blocks[:kept]})) > TWO_PAGES:
        kept -= 1
    short = {**body, "blocks": [*blocks[:kept], blocks[-1]]}
    return {**program, "docs": [short]}, calendar


def _filled(program: Program, calendar: WorkCalendar, name: str) -> Filling:
    values = {entry["name"]: entry["eg"] for entry in program["vars"]} | {"小区": name}
    return Filling(program, make_values(START, values), calendar)


def _settled(program: Program, calendar: WorkCalendar, document: Any) -> Settled:
    return settle(_filled(program, calendar, "某小区"), document)


def _lines(document: Settled) -> int:
    """About how many lines a document takes: 28 characters each."""
    texts = [
        plain(line.head) + plain(line.text) for line in document.parts if not isinstance(line, Grid)
    ]
    grids = [part for part in document.parts if isinstance(part, Grid)]
    return 3 + sum(int(width(t) + 4) // 28 + 1 for t in texts) + sum(len(g.rows) + 2 for g in grids)


def _beside_others(program: Program, calendar: WorkCalendar, count: int) -> str:
    def own(name: str) -> bytes:
        filling = _filled(program, calendar, name)
        return docx(standalone(settle(filling, program["docs"][0])))

    writers: Mapping[str, Callable[[str], bytes]] = {
        "本项目": own,
        "docxtpl": docxtpl_writer(program, calendar),
        "python-docx": python_docx_writer(program, calendar),
    }
    times: dict[str, list[float]] = {name: [] for name in writers}
    sizes = {name: len(write("预热")) for name, write in writers.items()}
    for number in range(count):
        for name, write in writers.items():  # in turns, so that all meet the same machine
            begin = time.perf_counter()
            write(f"第{number}小区")
            times[name].append((time.perf_counter() - begin) * 1000)
    best = median(times["本项目"])
    rows = [
        f"| {name} | {median(spent):.2f} | {median(spent) / best:.0f} | {sizes[name] / 1000:.0f} |"
        for name, spent in times.items()
    ]
    head = "| 写法 | 每份毫秒（中位） | 是本项目的几倍 | 文件 KB |\n|---|--:|--:|--:|"
    return "\n".join([f"\n### 一份两页的方案，各写 {count} 份\n", head, *rows])


def _browser(program: Program, count: int = 300) -> str:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only this part needs it

    from scripts.browser import find, playwrights_own  # noqa: PLC0415 - the same

    library = load_library(ROOT).partial
    scripts = (engine_script(), parts_script(), calendar_script(library), program_script(program))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find() or playwrights_own(), args=["--no-sandbox"]
        )
        page = browser.new_page()
        page.goto("about:blank")
        for script in scripts:
            page.add_script_tag(content=script)
        spent = [page.evaluate(IN_BROWSER, count) for _ in range(5)]
        version = browser.version
        browser.close()
    slowest = max(milliseconds for milliseconds, _ in spent)
    middle = median(milliseconds for milliseconds, _ in spent)
    size = spent[0][1] / 1_000_000
    return (
        f"\n### 浏览器（Chromium {version}）\n\n填好并压成一个 {count} 份的 ZIP（{size:.1f} MB）："
        f"5 次的中位 {middle:.0f} 毫秒，最慢 {slowest:.0f} 毫秒。"
    )


def _batches(sizes: list[int]) -> str:
    rows = [_batch(size) for size in sizes]
    head = "| 行数 | 秒 | 处理器秒 | 每份处理器毫秒 | 峰值内存 MB |\n|--:|--:|--:|--:|--:|"
    return "\n".join(["\n### 按表格一批（完整方案，.docx，一个 ZIP）\n", head, *rows])


def _batch(size: int) -> str:
    library = load_library(ROOT).partial
    program = compile_program(Context(library.plans[SLUG], library))
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "各小区.csv"
        _write_table(table, program, size)
        arguments = [SLUG, "--batch", str(table), "-o", str(Path(folder) / "出.zip")]
        begin = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", CHILD, *arguments],
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        )
        spent = time.perf_counter() - begin
    status, busy, kilobytes = done.stderr.split()[-3:]
    if status != "0":
        raise RuntimeError(done.stderr)
    own = float(busy)
    return f"| {size} | {spent:.1f} | {own:.1f} | {own / size * 1000:.1f} | {int(kilobytes) / 1000:.0f} |"


def _write_table(path: Path, program: Program, size: int) -> None:
    examples = {"起始日": START, **{entry["name"]: entry["eg"] for entry in program["vars"]}}
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(examples))
        writer.writeheader()
        for number in range(size):
            writer.writerow({**examples, "小区": f"第{number}小区", "户数": str(number)})
