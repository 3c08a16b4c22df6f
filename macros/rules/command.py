"""The command ``validate``: what it accepts, prints and returns."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from macros.model.finding import Finding
from macros.model.load import load_library
from macros.model.nearest import did_you_mean
from macros.rules.catalogue import catalogue, explained
from macros.rules.fix.fixer import fix_file
from macros.rules.registry import codes
from macros.rules.run import NoSuchPathError, plan_files, validate

FINE, FOUND, BROKEN = 0, 1, 2


class Parser(argparse.ArgumentParser):
    """A parser that complains in Chinese."""

    def format_usage(self) -> str:
        """The usage line, its first word in Chinese."""
        return super().format_usage().replace("usage:", "用法：", 1)

    def format_help(self) -> str:
        """The whole help, its first word in Chinese."""
        return super().format_help().replace("usage:", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line and leave with status 2."""
        self.exit(BROKEN, f"用法有误：{_in_chinese(message)}\n用 --help 看用法\n")


_CHINESE = {
    "unrecognized arguments": "不认识的参数",
    "invalid choice": "不能用这个值（可选 text、json、github）",
    "arguments are required": "还缺这些参数",
    "expected one argument": "这个选项后面要写一个值",
    "ambiguous option": "选项写得不全，指的是哪一个不清楚",
}


def _in_chinese(message: str) -> str:
    known = (text for start, text in _CHINESE.items() if start in message)
    named = "unrecognized" in message or "are required" in message
    rest = message.rpartition(": ")[2] if named else ""
    return next(known, "参数写法不对") + (f"：{rest}" if rest else "")


def parser() -> Parser:
    """The command line of ``scripts/validate.py``."""
    made = Parser(prog="validate.py", description="检查 data/ 里的全部记录。", add_help=False)
    made.add_argument("-h", "--help", action="help", help="显示这段说明")
    formats = ("text", "json", "github")
    made.add_argument("--format", choices=formats, default="text", help="输出格式")
    made.add_argument("--strict", action="store_true", help="有警告也算不通过")
    made.add_argument("--fix", action="store_true", help="先改掉能放心改的：标点、空格、别称、次序")
    made.add_argument("--explain", metavar="CODE", help="讲解一条规则，如 E203")
    made.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="只看这些文件或文件夹")
    made._positionals.title, made._optionals.title = "位置参数", "选项"  # noqa: SLF001
    return made


def main(root: Path, arguments: Sequence[str]) -> int:
    """Run the command.

    Args:
        root: the project's directory.
        arguments: the command line without the program's name.

    Returns:
        0 when all is fine, 1 when something was found, 2 when the tool itself broke.
    """
    options = parser().parse_args(arguments)
    try:
        if options.explain:
            return explain(root, options.explain.upper())
        if options.fix:
            fix(root, options.paths, options.format)
        findings = validate(root, options.paths)
    except NoSuchPathError as error:
        sys.stderr.write(f"用法有误：{error}\n")
        return BROKEN
    except Exception as error:  # noqa: BLE001 - the last line of defence speaks plainly
        sys.stderr.write(f"检查工具自己出了错（{type(error).__name__}），请把这份文件发给维护者\n")
        return BROKEN
    report(findings, options.format)
    failing = [one for one in findings if options.strict or one.severity == "error"]
    return FOUND if failing else FINE


def explain(root: Path, code: str) -> int:
    """Print what a rule is for, with its bad and its good example."""
    texts, wrong = catalogue(root)
    if code in texts:
        sys.stdout.write(explained(code, texts[code]))
        return FINE
    for one in wrong:
        sys.stderr.write(one.as_text() + "\n")
    near = did_you_mean(code, texts) or f"共有：{'、'.join(codes())}"
    sys.stderr.write(f"用法有误：没有规则“{code}”。{near}\n")
    return BROKEN


def fix(root: Path, paths: Sequence[Path], form: str) -> None:
    """Apply the safe fixes to plans and say what was changed (not inside a JSON list)."""
    library = load_library(root).partial
    wanted = plan_files(root, paths)
    for line in (line for path in wanted for line in fix_file(path, root, library)):
        (sys.stdout if form == "text" else sys.stderr).write(f"{line}\n")


def report(findings: Sequence[Finding], form: str) -> None:
    """Print findings as text, as one JSON list, or as annotations of a pull request."""
    if form == "json":
        sys.stdout.write(json.dumps([one.as_dict() for one in findings], ensure_ascii=False))
        sys.stdout.write("\n")
        return
    for one in findings:
        sys.stdout.write((one.as_text() if form == "text" else annotation(one)) + "\n")
    if form == "text":
        errors = sum(one.severity == "error" for one in findings)
        sys.stdout.write(f"{errors} 个错误，{len(findings) - errors} 个警告\n")


def annotation(finding: Finding) -> str:
    """A finding as a GitHub workflow command; its special characters are escaped."""
    body = f"{finding.code} {finding.message}"
    body += f"\n提示：{finding.hint}" if finding.hint else ""
    body = body.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    place = finding.file.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return f"::{finding.severity} file={place},line={finding.line},col={finding.column}::{body}"
