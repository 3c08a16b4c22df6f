"""The strip of facts on a card and at a plan's head, all computed."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from macros.fill.settle import Grid, Settled
from macros.site.catalogue import Entry
from macros.time.evaluate import resolve
from macros.writers.text import plain

CYCLES = ((10, "一周"), (45, "一月"), (135, "一季"), (400, "全年"))
"""The longest span in days of each cycle; anything longer is 长期."""


def sample_start(entry: Entry) -> date:
    """A start date the plan allows, to show lengths before one is known."""
    months = entry.plan.start_months or (3,)
    return date(2026, min(months), 1)


def cycle(entry: Entry) -> str:
    """一周, 一月, 一季, 全年 or 长期, from the plan's span."""
    span = resolve(entry.program["span"], sample_start(entry), {}, entry.calendar)
    if span.start is None or span.end is None or entry.plan.span.end == "..":
        return "长期"
    days = (span.end - span.start + timedelta(days=1)).days
    return next((name for limit, name in CYCLES if days <= limit), "长期")


def length(document: Settled) -> int:
    """How many characters a document prints, spaces not counted."""
    return sum(len("".join(text.split())) for text in _texts(document))


def _texts(document: Settled) -> Iterator[str]:
    yield plain(document.title).replace("【待填：", "【")
    for part in document.parts:
        if isinstance(part, Grid):
            yield from (plain(cell).replace("【待填：", "【") for row in part.rows for cell in row)
        else:
            yield part.number + (plain(part.head) + plain(part.text)).replace("【待填：", "【")


def issuers(entry: Entry) -> list[str]:
    """Who issues the plan, by register key (short enough for a card)."""
    return [key.removeprefix("各") for key in entry.plan.issuer]


SCENES = ("小区", "社区", "村", "街道乡镇", "市县")


def facets(entry: Entry) -> dict[str, list[str]]:
    """What a card is narrowed by; names are those of the address' query."""
    return {
        "scene": list(entry.plan.scene),
        "issuer": issuers(entry),
        "cycle": [cycle(entry)],
        "money": ["有经费" if entry.plan.budget else "无经费"],
        "genre": [entry.plan.genre],
    }


def facet_rows(entries: Iterable[Entry]) -> list[tuple[str, str, list[str]]]:
    """Each facet's name, title and the values that occur, in a sensible order."""
    found = [facets(entry) for entry in entries]
    used = {name: dict.fromkeys(v for one in found for v in one[name]) for name in found[0]}
    orders = {
        "scene": SCENES,
        "cycle": (*(name for _, name in CYCLES), "长期"),
        "money": ("有经费", "无经费"),
        "genre": ("方案", "汇报"),
    }
    titles = {
        "scene": "场景", "issuer": "谁来发", "cycle": "周期", "money": "经费", "genre": "文种",
    }  # fmt: skip
    return [
        (name, title, [value for value in orders.get(name, used[name]) if value in used[name]])
        for name, title in titles.items()
    ]


def facts(entry: Entry) -> list[tuple[str, str]]:
    """Label and value of each fact, in the order of the strip."""
    plan = entry.plan
    checked = min(
        (entry.library.policies[b.policy].checked for b in plan.basis if b.policy), default=""
    )
    rows = [
        ("谁来发", "、".join(entry.library.unit_name(plan, key) for key in plan.issuer)),
        ("周期", cycle(entry)),
        ("时间", entry.blank.words(entry.program["span"])),
        ("任务", f"{len(plan.tasks)}项"),
        ("单位", f"{len(plan.units)}个"),
        ("要填", f"{len(plan.vars)}处"),
        ("正文", f"约{length(entry.document('plan'))}字"),
        ("依据核对", checked),
    ]
    return [(label, value) for label, value in rows if value not in {"", "0项", "0个"}]
