"""The command ``scripts/fill.py``: its arguments, and what it says."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from tqdm import tqdm

from macros.fill.batch import Report, check, fillings
from macros.fill.derive import Filling
from macros.fill.entry import START, problems, read_entries
from macros.fill.filename import filename
from macros.fill.guard import guard
from macros.fill.rows import TableError, read_rows
from macros.fill.settle import spans
from macros.model.load import load_library
from macros.model.source import read_source
from macros.model.textfile import SourceError
from macros.time.calendar import WorkCalendar
from macros.views.context import Context
from macros.views.program import compile_program
from macros.writers.outputs import FORMATS, LAYOUTS, open_blanks
from macros.writers.staging import foldered, write_whole, zipped
from macros.writers.template import template
from macros.writers.text import plain


class UsageError(Exception):
    """The command was called wrongly; the message says how to go on."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"参数不对：{message}\n用 --help 看用法")


def main(arguments: Sequence[str], root: Path) -> int:
    """Run the command.

    Args:
        arguments: what stands after the command's name.
        root: the project, whose ``data/`` is read.

    Returns:
        0 when files were written, 1 when the values need mending, 2 for wrong usage.
    """
    try:
        return _run(_parser().parse_args(arguments), root)
    except (UsageError, TableError, SourceError) as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"写不了或读不了：{error.filename or error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="fill.py", description="把方案填好带走：一份、一套，或按表格一批", add_help=False
    )
    add = parser.add_argument
    add("-h", "--help", action="help", help="显示用法")
    add("slug", metavar="方案编号", help="如 residential-cleanup-week")
    add("--start", metavar="日期", help="起始日，如 2026-12-01")
    add("--set", metavar="名称=内容", action="append", default=[], help="填一处空白，可以多次")
    add("--values", metavar="文件", type=Path, help="YAML：名称: 内容")
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
        write_whole(args.out, template(program))
        print(f"已写出 {args.out}")
        return 0
    if args.batch:
        return _batch(args, program, calendar)
    return _single(args, program, calendar)


def _program(slug: str, root: Path) -> tuple[Mapping[str, Any], WorkCalendar]:
    result = load_library(root)
    if result.library is None:
        raise UsageError("\n".join(finding.as_text() for finding in result.findings))
    if slug not in result.library.plans:
        raise UsageError(f"没有“{slug}”这份方案；已有：\n  " + "\n  ".join(result.library.plans))
    plan = result.library.plans[slug]
    calendar = WorkCalendar(result.library.calendars)
    return compile_program(Context(plan, result.library)), calendar


def _entries(args: argparse.Namespace) -> dict[str, str]:
    entries = _from_file(args.values) if args.values else {}
    for pair in args.set:
        name, equals, text = pair.partition("=")
        if not equals:
            raise UsageError(f"--set 写成 名称=内容，而不是“{pair}”")
        entries[name] = text
    return entries | ({START: args.start} if args.start else {})


def _from_file(path: Path) -> dict[str, str]:
    data = read_source(path, path.name).data
    if not isinstance(data, dict) or not all(isinstance(text, str) for text in data.values()):
        raise UsageError(f"{path.name} 写成一行一项：名称: 内容")
    return data


def _single(args: argparse.Namespace, program: Mapping[str, Any], calendar: WorkCalendar) -> int:
    entries = _entries(args)
    errors = [str(problem) for problem in problems(program, entries)]
    filling = Filling(program, read_entries(entries), calendar)
    missing = open_blanks(filling)
    if missing and not args.allow_blanks:
        errors.append(f"还没填：{'、'.join(missing)}（确实要先导出，加 --allow-blanks）")
    if errors:
        print("\n".join(errors), file=sys.stderr)
        return 1
    for warning in guard(filling):
        print(f"提醒：{warning}", file=sys.stderr)
    out = (
        args.out / _name(filling, args.format) if args.out.is_dir() else _marked(args.out, missing)
    )
    write_whole(out, FORMATS[args.format][1](filling, args.layout))
    print(f"已写出 {out}")
    return 0


def _marked(out: Path, missing: list[str]) -> Path:
    return out.with_name(f"{out.stem}（未填完）{out.suffix}") if missing else out


def _name(filling: Filling, format_: str) -> str:
    """A file name from the plan's heading; open blanks are told in it."""
    title = plain(spans(filling, filling.program["heading"])).replace("|", "")
    suffix = "（未填完）" if open_blanks(filling) else ""
    return filename(title, suffix) + FORMATS[format_][0]


def _batch(args: argparse.Namespace, program: Mapping[str, Any], calendar: WorkCalendar) -> int:
    rows = read_rows(args.batch)
    report = check(program, rows, calendar, open_blanks, allow_blanks=args.allow_blanks)
    for warning in report.warnings:
        print(f"提醒：{warning}", file=sys.stderr)
    if report.errors:
        print("\n".join([*report.errors, "什么也没有写出，改好表格再来"]), file=sys.stderr)
        return 1
    _write_all(args, program, calendar, report)
    print(f"已写出 {report.rows} 份到 {args.out}")
    return 0


def _write_all(
    args: argparse.Namespace, program: Mapping[str, Any], calendar: WorkCalendar, report: Report
) -> None:
    write: Callable[[Filling, str], bytes] = FORMATS[args.format][1]
    collect = zipped if args.out.suffix.lower() == ".zip" else foldered
    filled = fillings(program, read_rows(args.batch), calendar)
    with collect(args.out) as sink:
        for _, filling in tqdm(filled, total=report.rows, unit="份", disable=None):
            sink.add(_name(filling, args.format), write(filling, args.layout))
