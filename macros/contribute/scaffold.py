"""A new plan type to begin with: a record that is valid and full of questions."""

import re
from datetime import date
from pathlib import Path
from typing import get_args

from jinja2 import Environment, PackageLoader, StrictUndefined

from macros.model.fields import doc, keys
from macros.model.load import load_library
from macros.model.outline import OutlineName
from macros.model.plan import Plan

OUTLINES: tuple[str, ...] = get_args(OutlineName)
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST = 60


class ScaffoldError(Exception):
    """Why a record cannot be made, and what to do instead."""


def new_plan(root: Path, slug: str, title: str, outline: str, today: date) -> Path:
    """Write a new record below ``data/plans``.

    Args:
        root: the project's directory.
        slug: the plan's id, which becomes its file name and address.
        title: what this type of plan is called.
        outline: one of ``OUTLINES``.
        today: the day the record is dated.

    Returns:
        The new file.

    Raises:
        ScaffoldError: for a slug, title or outline that will not do, or one that is taken.
    """
    path = root / "data" / "plans" / f"{slug}.yml"
    _check(path, slug, title, outline)
    path.write_text(record(root, slug, title, outline, today), encoding="utf-8")
    return path


def record(root: Path, slug: str, title: str, outline: str, today: date) -> str:
    """The text of a new record; it takes the next free number."""
    library = load_library(root).partial
    env = Environment(
        loader=PackageLoader("macros.contribute"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - YAML
    )
    outlines = library.outlines.outlines
    known = outlines[outline].about if outline in outlines else outline
    return env.get_template("plan.yml.j2").render(
        number=max((plan.number for plan in library.plans.values()), default=0) + 1,
        slug=slug,
        title=title,
        outline=outline,
        about=known,
        report=outline == "汇报",
        today=today.isoformat(),
        say=_said,
    )


def _said(key: str) -> str:
    """A field's title and description as a comment."""
    title, about, _ = doc(keys(Plan)[key])
    return f"# {title}：{about}"


def _check(path: Path, slug: str, title: str, outline: str) -> None:
    genre = "汇报" if outline == "汇报" else "方案"
    if not _SLUG.fullmatch(slug) or len(slug) > _LONGEST:
        raise ScaffoldError(
            f"编号“{slug}”不能用：写小写英文词，用短横连接，不超过 {_LONGEST} 个字符，如 dog-manners"
        )
    if path.exists() or path.is_symlink():
        raise ScaffoldError(f"已有 data/plans/{path.name}：换一个编号，或直接改那个文件")
    if not path.parent.is_dir():
        raise ScaffoldError("没有 data/plans 文件夹：在项目的文件夹里运行")
    if outline not in OUTLINES:
        raise ScaffoldError(f"没有“{outline}”这套章节：可选{'、'.join(OUTLINES)}")
    if not re.fullmatch(rf"[\u4e00-\u9fff（）“”、·0-9]{{4,50}}{genre}", title):
        raise ScaffoldError(
            f"名称“{title}”不合适：四个汉字以上，以“{genre}”结尾，不带书名号和空格，"
            f"如“社区文明养犬工作{genre}”"
        )
