"""For the same record and values, Python's and the browser's documents are the same bytes."""

import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest

from macros.fill.derive import Filling
from macros.fill.gantt import chart
from macros.fill.guard import guard
from macros.fill.settle import Grid, Line, Settled, Spans, settle
from macros.fill.values import make_values
from macros.site.catalogue import ROOT
from macros.site.scripts import program_script
from macros.time.calendar import WorkCalendar
from macros.writers.docx import annexed, docx, stamp, standalone
from macros.writers.html import sheet_html
from macros.writers.ics import ics
from macros.writers.outputs import FORMATS, whole_set
from macros.writers.text import markdown, txt
from macros.writers.xlsx import xlsx

pytestmark = pytest.mark.browser

PLANS = sorted(path.stem for path in (ROOT / "data" / "plans").glob("*.yml"))

HOSTILE = (
    """< > & " ' &amp; &#x41; <b>""",
    "第一行\n- 第二行\r\n1. 第三行\r\n===",
    "甲\x00乙\x07丙\x1b丁\x7f戊\x85己",
    "甲\ud800乙\udfff丙\udc00\ud83d",
    "🙂👩‍👩‍👧‍👦🇨🇳",
    "𠮷野家𪚥㐂龘",
    "{{x}} {% y %} ${z}",
    "$& $1 $` $' $$ \\1 \\g<0>",
    "【小区】【任务数】",
    "</script><script>alert(1)</script><!--",
    "]]></w:t></w:r>",
    "=cmd|'/c calc'!A1",
    "+86 13 @SUM(1) -1",
    "BEGIN:VEVENT\nEND:VCALENDAR",
    "a,b;c\\d:e|f*g_h`i~j#k[l](m)",
    "../../x\\CON:a\tb",
    "\u202e倒\u2028行\u2029段\ufeff零\u200b宽",
    "10000000.5",
    "2026-02-30",
)

BINARY = ("docx", "annexes", "xlsx", "issued", "all", "set", "ics")

RUN = """given => {
  var values = PS.makeValues(given.start, given.vars, given.units);
  var filling = new PS.Filling(PS.programs[given.plan], values);
  var docs = filling.program.docs.map(function (doc) { return PS.settle(filling, doc); });
  var plan = docs.filter(function (doc) { return doc.role === "body"; });
  var chart = PS.chart(filling);
  var base64 = function (bytes) {
    var text = "";
    for (var i = 0; i < bytes.length; i += 8192) text += String.fromCharCode.apply(null, bytes.subarray(i, i + 8192));
    return btoa(text);
  };
  return {
    settled: docs,
    html: docs.map(function (doc) { return PS.sheetHtml(doc, "x-"); }),
    txt: docs.map(PS.txt),
    md: docs.map(PS.markdown),
    docx: base64(PS.docx(PS.standalone(plan[0]), PS.stamp(filling.program))),
    annexes: base64(PS.docx(PS.annexed(docs))),
    xlsx: base64(PS.xlsx(filling)),
    issued: base64(PS.word(filling, "issued")),
    all: base64(PS.word(filling, "all")),
    set: base64(PS.wholeSet(filling)),
    ics: base64(PS.ics(filling)),
    chart: {
      axis: [PS.date.iso(chart.first), PS.date.iso(chart.last), chart.dated],
      rows: chart.rows.map(function (row) { return [row.kind, row.record.id, row.shape, row.boxes]; }),
      ticks: chart.ticks, off: chart.off,
    },
    guard: PS.guard(filling).map(function (notice) { return [notice.name, notice.message]; }),
  };
}"""


def _spans(spans: Spans) -> list[list[str]]:
    return [[span.kind, span.text, *([span.name] if span.name else [])] for span in spans]


def _part(part: Line | Grid) -> dict[str, Any]:
    if isinstance(part, Grid):
        rows = [[_spans(cell) for cell in row] for row in part.rows]
        return {"columns": part.columns, "rows": rows}
    texts = {"text": _spans(part.text), "head": _spans(part.head)}
    return {"style": part.style, "number": part.number, "key": part.key, **texts}


def _settled(doc: Settled) -> dict[str, Any]:
    parts = [_part(part) for part in doc.parts]
    names = {"key": doc.key, "name": doc.name, "role": doc.role}
    return {**names, "title": _spans(doc.title), "parts": parts}


def _boxes(boxes: Any) -> list[dict[str, float]]:
    return [{"x": box.x, "width": box.width} for box in boxes]


def _chart(filling: Filling) -> dict[str, Any]:
    drawn = chart(filling)
    return {
        "axis": [str(drawn.first), str(drawn.last), drawn.dated],
        "rows": [[r.kind, r.record["id"], r.shape, _boxes(r.boxes)] for r in drawn.rows],
        "ticks": [{"x": tick.x, "label": tick.label} for tick in drawn.ticks],
        "off": _boxes(drawn.off),
    }


def _python(program: Any, given: dict[str, Any], calendar: WorkCalendar) -> dict[str, Any]:
    values = make_values(given["start"], given["vars"], given["units"])
    filling = Filling(program, values, calendar)
    docs = [settle(filling, doc) for doc in program["docs"]]
    plan = next(doc for doc in docs if doc.role == "body")
    return {
        "settled": [_settled(doc) for doc in docs],
        "html": [sheet_html(doc, "x-") for doc in docs],
        "txt": [txt(doc) for doc in docs],
        "md": [markdown(doc) for doc in docs],
        "docx": docx(standalone(plan), stamp(program)),
        "annexes": docx(annexed(docs)),
        "xlsx": xlsx(filling),
        "issued": FORMATS["docx"][1](filling, "issued"),
        "all": FORMATS["docx"][1](filling, "all"),
        "set": whole_set(filling),
        "ics": ics(filling),
        "chart": _chart(filling),
        "guard": [[notice.name, notice.message] for notice in guard(filling)],
    }


def _browser(host: Any, given: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = host.call(RUN, given)
    binary = {key: base64.b64decode(found[key]) for key in BINARY}
    return {**found, **binary}


def _examples(program: Any) -> dict[str, str]:
    return {entry["name"]: entry["eg"] for entry in program["vars"]}


def _sets(program: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Values of every kind for one plan, with what they are called."""
    examples, units = _examples(program), program["units"]
    yield "blank", {}
    for start in (
        "2026-12-01",
        "2026-02-12",
        "2028-02-29",
        "2031-05-08",
        "1901-01-01",
        "2199-12-31",
    ):
        yield f"examples from {start}", {"start": start, "vars": examples}
    yield "no start", {"vars": examples}
    for entry in program["vars"]:
        for choice in entry.get("choices", ()):
            chosen = {**examples, entry["name"]: choice}
            yield f"{entry['name']}={choice}", {"start": "2026-12-01", "vars": chosen}
    wrong = dict.fromkeys(examples, "2026-02-30")
    yield "days that do not exist", {"start": "2026-02-30", "vars": wrong}
    for shift in range(0, len(HOSTILE), 4):
        names = enumerate(examples)
        hostile = {name: HOSTILE[(i + shift) % len(HOSTILE)] for i, name in names}
        renamed = {key: HOSTILE[(i + shift) % len(HOSTILE)] for i, key in enumerate(units)}
        yield f"hostile {shift}", {"start": "2026-12-01", "vars": hostile, "units": renamed}
    yield (
        "units renamed",
        {"start": "2026-12-01", "vars": examples, "units": {u: f"新{u}" for u in units}},
    )
    yield (
        "not of this plan",
        {
            "start": "2026-12-01",
            "vars": {"__proto__": "甲", "任务数": "9"},
            "units": {"没有": "乙"},
        },
    )


@pytest.mark.parametrize("slug", PLANS)
def test_a_plan_is_filled_to_the_same_bytes_whatever_the_values(
    slug: str, host: Any, catalogue: Any
) -> None:
    entry = catalogue[slug]
    host.load(program_script(entry.program))
    for name, values in _sets(entry.program):
        given = {"start": None, "vars": {}, "units": {}, "plan": slug, **values}
        ours, theirs = _python(entry.program, given, entry.calendar), _browser(host, given)
        for output, wanted in ours.items():
            assert theirs[output] == wanted, f"{name}: {output}"


def test_a_value_of_forty_thousand_characters_is_kept_whole_in_both(
    host: Any, catalogue: Any
) -> None:
    entry = catalogue[PLANS[0]]
    host.load(program_script(entry.program))
    blank = entry.program["heading"][0][1]
    given = {
        "start": "2026-12-01",
        "plan": PLANS[0],
        "units": {},
        "vars": {blank: "长𠮷 &" * 10000},
    }
    ours, theirs = _python(entry.program, given, entry.calendar), _browser(host, given)
    assert ours == theirs
    assert given["vars"][blank] in ours["txt"][0]


@pytest.mark.parametrize("slug", PLANS)
def test_a_program_says_the_same_after_a_journey_through_the_browser(
    slug: str, host: Any, catalogue: Any
) -> None:
    entry = catalogue[slug]
    given = {"start": "2026-12-01", "vars": _examples(entry.program), "units": {}}
    host.load(program_script(entry.program))
    again = host.call("slug => PS.programs[slug]", slug)
    ours = _python(entry.program, given, entry.calendar)
    assert _python(again, given, entry.calendar) == ours
    assert again == json.loads(json.dumps(entry.program))
