"""The command ``scripts/fill.py``: its arguments, and what it says."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tqdm import tqdm

from macros.fill.batch import Batch
from macros.fill.derive import Filling
from macros.fill.entry import START, cautions, problems, read_entries
from macros.fill.filename import filename
from macros.fill.guard import guard
from macros.fill.rows import TableError, read_rows
from macros.fill.settle import spans
from macros.model.arguments import ChineseParser, UsageError
from macros.model.load import load_library
from macros.model.nearest import did_you_mean
from macros.model.source import read_source
from macros.model.textfile import SourceError
from macros.time.calendar import WorkCalendar
from macros.views.context import Context
from macros.views.program import compile_program
from macros.writers.outputs import FORMATS, LAYOUTS, open_blanks
from macros.writers.staging import foldered, write_whole, zipped
from macros.writers.template import template
from macros.writers.text import plain

DONE, MEND, USAGE = 0, 1, 2
UNFINISHED = "（未填完）"


def main(arguments: Sequence[str], root: Path) -> int:
    """Run the command.

    Args:
        arguments: what stands after the command's name.
        root: the project, whose ``data/`` is read.

    Returns:
        0 when files were written, 1 when the values need mending, 2 for wrong usage
        and for files that cannot be read or written.
    """
    try:
        return _run(_parser().parse_args(arguments), root)
    except (UsageError, TableError, SourceError) as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"写不了或读不了：{error.filename or error}", file=sys.stderr)
    except KeyboardInterrupt:
        print("已停下，什么也没有写出", file=sys.stderr)
    return USAGE


def _parser() -> ChineseParser:
    parser = ChineseParser(
        prog="fill.py", description="把方案填好带走：一份、一套，或按表格一批", add_help=False
    )
    add = parser.add_argument
    add("-h", "--help", action="help", help="显示用法")
    add("slug", metavar="方案编号", help="如 residential-cleanup-week")
    add("--start", metavar="日期", help="起始日，如 2026-12-01")
    add("--set", metavar="名称=内容", action="append", default=[], help="填一处空白，可以多次")
    add("--values", metavar="文件", type=Path, help="YAML，一行一项：“名称: 内容”")
    add("--format", choices=FORMATS, default="docx", help="格式，默认 docx；set 是整套")
    add("--layout", choices=LAYOUTS, default="standalone", help="Word 的版式，默认单独成文")
    add("--batch", metavar="表格", type=Path, help=".csv 或 .xlsx，一行一个地方")
    add("--batch-template", action="store_true", help="写出这份方案的空白表（.xlsx）")
    add("--allow-blanks", action="store_true", help="没填完也导出，文件名注明")
    add("-o", "--out", metavar="去处", type=Path, required=True, help="文件、文件夹或 .zip")
    return parser


def _run(args: argparse.Namespace, root: Path) -> int:
    program, calendar = _program(args.slug, root)
    if args.batch_template:
        write_whole(args.out.with_suffix(".xlsx"), template(program))
        return _written(args.out.with_suffix(".xlsx"))
    entries = _entries(args)
    if args.batch:
        batch = Batch(program, calendar, entries, open_blanks, allow_blanks=args.allow_blanks)
        return _batch(args, batch)
    return _single(args, Filling(program, read_entries(entries), calendar), entries)


def _program(slug: str, root: Path) -> tuple[Mapping[str, Any], WorkCalendar]:
    result = load_library(root)
    if result.library is None:
        raise UsageError("\n".join(finding.as_text() for finding in result.findings))
    plans = result.library.plans
    if slug not in plans:
        known = "\n  ".join(f"{key}  {plan.title}" for key, plan in plans.items())
        raise UsageError(f"没有“{slug}”这份方案。{did_you_mean(slug, plans)}已有：\n  {known}")
    calendar = WorkCalendar(result.library.calendars)
    return compile_program(Context(plans[slug], result.library)), calendar


def _entries(args: argparse.Namespace) -> dict[str, str]:
    entries = _from_file(args.values) if args.values else {}
    for pair in args.set:
        name, equals, text = pair.partition("=")
        if not equals:
            raise UsageError(f"--set 写成 名称=内容，而不是“{pair}”")
        entries[name.strip()] = text
    return entries | ({START: args.start} if args.start else {})


def _from_file(path: Path) -> dict[str, str]:
    data = read_source(path, path.name).data
    if not isinstance(data, dict) or not all(isinstance(text, str) for text in data.values()):
        raise UsageError(f"{path.name} 写成一行一项：“名称: 内容”")
    return data


def _single(args: argparse.Namespace, filling: Filling, entries: Mapping[str, str]) -> int:
    found = list(problems(filling.program, entries))
    told = {problem.name for problem in found}
    missing = [name for name in open_blanks(filling) if name not in told]
    errors = [str(problem) for problem in found]
    if missing and not args.allow_blanks:
        errors.append(f"还没填：{'、'.join(missing)}（确实要先导出，加 --allow-blanks）")
    if errors:
        return _refused(errors)
    _remind([*cautions(filling.program, filling.values.start), *map(str, guard(filling))])
    out = _place(args, filling)
    write_whole(out, FORMATS[args.format][1](filling, args.layout))
    return _written(out)


def _place(args: argparse.Namespace, filling: Filling) -> Path:
    """The file to write: the one named, or one with the plan's heading in the folder named."""
    out: Path = args.out
    if out.suffix.lower() != FORMATS[args.format][0]:
        return out / _name(filling, args.format)
    return out.with_name(f"{out.stem}{_mark(filling)}{out.suffix}")


def _mark(filling: Filling) -> str:
    return UNFINISHED if open_blanks(filling) else ""


def _name(filling: Filling, format_: str) -> str:
    """A file name from the plan's heading; open blanks are told in it."""
    title = plain(spans(filling, filling.program["heading"])).replace("|", "")
    return filename(title, _mark(filling)) + FORMATS[format_][0]


def _batch(args: argparse.Namespace, batch: Batch) -> int:
    report = batch.check(read_rows(args.batch))
    _remind(report.warnings)
    if report.errors:
        return _refused([*report.errors, "什么也没有写出，改好表格再来"])
    _, write = FORMATS[args.format]
    collect = zipped if args.out.suffix.lower() == ".zip" else foldered
    with collect(args.out) as sink:
        for row in tqdm(read_rows(args.batch), total=report.rows, unit="份", disable=None):
            filling = batch.filling(row)
            sink.add(_name(filling, args.format), write(filling, args.layout))
    return _written(args.out, f"{report.rows} 份到 ")


def _remind(warnings: Sequence[str]) -> None:
    for warning in warnings:
        print(f"提醒：{warning}", file=sys.stderr)


def _refused(errors: Sequence[str]) -> int:
    print("\n".join(errors), file=sys.stderr)
    return MEND


def _written(out: Path, what: str = "") -> int:
    print(f"已写出 {what}{out}")
    return DONE
