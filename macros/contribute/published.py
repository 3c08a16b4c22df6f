"""What has been published and therefore stays: addresses and the ids people's records use."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import Field

from macros.model.base import Id, Record, Slug, Text
from macros.model.draft import draft
from macros.model.library import Library
from macros.model.plan import Plan
from macros.model.source import read_source

FILE = Path("data") / "published.yml"

UNPUBLISHED = ("decisions/", "measurements/")
"""Folders of ``docs`` that are no pages."""

HEAD = """\
# 公布过的网址和编号：只增不减，由 make publish-list 写，不用手改。
# 改了编号的，在记录里写 was；确实要撤下的，移到 gone，写明为什么。
"""


class Ids(Record):
    """一份方案里公布过的编号。"""

    tasks: tuple[Id, ...] = ()
    """任务｜勾选记录和日历用｜[t-clear]"""
    phases: tuple[Id, ...] = ()
    """阶段｜时间轴用｜[a, b]"""
    criteria: tuple[Id, ...] = ()
    """达标要求｜验收单用｜[c-clear]"""
    attachments: tuple[Id, ...] = ()
    """附件｜导出文件用｜[ledger]"""


class Published(Record):
    """``data/published.yml``."""

    plans: dict[Slug, Ids]
    """方案｜编号: 里面的编号｜{residential-cleanup-week: {tasks: [t-clear]}}"""
    pages: tuple[Text, ...]
    """网址｜手写页面的地址｜[/glossary/]"""
    gone: dict[Text, Text] = Field(default_factory=dict)
    """撤下｜编号: 为什么｜{residential-cleanup-week/t-clear: 依据已废止}"""


def read(root: Path) -> Published:
    """The committed list.

    Raises:
        macros.model.textfile.SourceError: the file cannot be read.
    """
    made: Published = draft(Published, read_source(root / FILE, FILE.as_posix())).record
    return made


def present(library: Library, docs: Path) -> Published:
    """What there is now: the records' ids, and the pages written by hand."""
    plans = {
        key: Ids(
            **{kind: tuple(one.id for one in getattr(plan, kind)) for kind in Ids.model_fields}
        )
        for key, plan in library.plans.items()
    }
    return Published(plans=plans, pages=tuple(_pages(docs)))


def _pages(docs: Path) -> Iterator[str]:
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).with_suffix("").as_posix()
        if not name.startswith(UNPUBLISHED):
            yield f"/{name}/".removesuffix("index/")


def vanished(listed: Published, now: Published, plans: Mapping[str, Plan]) -> list[str]:
    """What was published and leads nowhere any more.

    Args:
        listed: the committed list.
        now: what there is.
        plans: the records, which know their former names.

    Returns:
        One Chinese sentence for each address or id, with the way out.
    """
    moved = {old: plan.id for plan in plans.values() for old in plan.was}
    lost = [f"{page}（网页）" for page in listed.pages if page not in now.pages]
    for slug, ids in listed.plans.items():
        key = moved.get(slug, slug)
        if key in plans:
            lost += _lost_ids(slug, ids, plans[key])
        else:
            lost.append(slug)
    way = "改了名的在记录里写 was，确实撤下的在 data/published.yml 的 gone 里写明为什么"
    return [f"{one} 公布过，现在没有了：{way}" for one in lost if one not in listed.gone]


def _lost_ids(slug: str, ids: Ids, plan: Plan) -> Iterator[str]:
    for kind in Ids.model_fields:
        known = {one.id for one in getattr(plan, kind)}
        known |= {old for task in plan.tasks for old in task.was} if kind == "tasks" else set()
        yield from (f"{slug}/{one}" for one in getattr(ids, kind) if one not in known)


def merged(listed: Published, now: Published) -> Published:
    """The list with what is new; nothing leaves it but what is said to be gone."""
    plans = {
        slug: _both(slug, listed, now)
        for slug in dict.fromkeys((*listed.plans, *now.plans))
        if slug not in listed.gone
    }
    pages = dict.fromkeys((*listed.pages, *now.pages))
    kept = tuple(page for page in pages if f"{page}（网页）" not in listed.gone)
    return Published(plans=plans, pages=kept, gone=listed.gone)


def _both(slug: str, listed: Published, now: Published) -> Ids:
    old, new = listed.plans.get(slug, Ids()), now.plans.get(slug, Ids())
    return Ids(
        **{
            kind: tuple(
                one
                for one in dict.fromkeys((*getattr(old, kind), *getattr(new, kind)))
                if f"{slug}/{one}" not in listed.gone
            )
            for kind in Ids.model_fields
        }
    )


def text(published: Published) -> str:
    """The list as it is committed, one line a plan's kind, so that changes read well."""
    lines = [HEAD.rstrip(), "plans:"]
    for slug, ids in published.plans.items():
        lines.append(f"  {slug}:")
        lines += [
            f"    {kind}: [{', '.join(getattr(ids, kind))}]"
            for kind in Ids.model_fields
            if getattr(ids, kind)
        ] or ["    {}"]
    lines += ["pages:", *(f"  - {page}" for page in published.pages)]
    gone = [f"  {key}: {why}" for key, why in published.gone.items()]
    return "\n".join([*lines, *(["gone:", *gone] if gone else ["gone: {}"])]) + "\n"
