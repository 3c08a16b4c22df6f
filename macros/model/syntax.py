"""What the YAML parser complains of, in Chinese and at its place."""

import re

import yaml

from macros.model.textfile import SourceError, unusable

_OPENED = ("while scanning a quoted scalar", "while parsing a flow")
_PLAIN = {
    "mapping values are not allowed": "这里不能再出现冒号",
    "could not find expected ':'": "缺少冒号",
    "found unexpected end of stream": "引号没有合上",
    "found unexpected document indicator": "引号没有合上",
    "did not find expected": "括号、引号或缩进没有配对",
    "found character that cannot start": "有不能作开头的字符（如 @、`、%）",
    "control characters are not allowed": "有看不见的控制字符",
    "special characters are not allowed": "有看不见的控制字符",
    "expected a single document": "一个文件里只能有一份记录（多了 ---）",
    "found undefined alias": "不能用 * 引用",
    "found duplicate anchor": "不能用 & 锚点",
    "block sequence entries are not allowed": "“- ”的位置不对",
    "block collections": "缩进不一致",
    "found unknown escape character": "双引号里的反斜线要写成两个",
    "undefined tag handle": "不能用 ! 开头的标签",
    "nesting": "嵌套太深",
    "depth": "嵌套太深",
}


_DEEPEST = 100
_BRACKET = re.compile(r"[\[\]{}]")
_INDENTED = re.compile(rf"^(?:[ \t]|[-?:](?=[ \t\n])){{{2 * _DEEPEST},}}", re.MULTILINE)


def too_deep(name: str, text: str) -> SourceError | None:
    """The error for a text nested so deeply that the parser would overflow its stack.

    Brackets inside quotes are counted too: a hundred that are never closed are no prose.
    """
    place = _INDENTED.search(text) or _unclosed(text)
    if place is None:
        return None
    line = text.count("\n", 0, place.start()) + 1
    return unusable(name, line, 1, "嵌套太深", "记录最多几层，检查括号和缩进")


def _unclosed(text: str) -> re.Match[str] | None:
    depth = 0
    for found in _BRACKET.finditer(text):
        depth = depth + 1 if found[0] in "[{" else max(0, depth - 1)
        if depth > _DEEPEST:
            return found
    return None


def syntax_error(name: str, text: str, error: Exception) -> SourceError:
    """The E001 error for a parser's complaint.

    Args:
        name: how messages call the file.
        text: the file's text.
        error: what the parser raised.

    Returns:
        An error with one finding at the place the parser stopped.
    """
    mark = _mark(error)
    line, column = (mark.line + 1, mark.column + 1) if mark else _reader_place(text, error)
    if _has_tab(text, line):
        return unusable(
            name, line, column, "行首用了制表符（Tab）", "YAML 用空格缩进，把 Tab 换成两个空格"
        )
    hint = "检查这一行的缩进、冒号、引号和括号"
    return unusable(name, line, column, plain(_problem(error)), hint)


def _mark(error: Exception) -> yaml.Mark | None:
    """Where a contributor has to look: at what was left open, else where reading stopped."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return None
    opened = (error.context or "").startswith(_OPENED)
    marks = (error.context_mark, error.problem_mark)
    first, second = marks if opened else reversed(marks)
    return first or second


def plain(problem: str) -> str:
    """The parser's English complaint in Chinese."""
    known = (text for start, text in _PLAIN.items() if start in problem)
    return "YAML 写法有误：" + next(known, "结构读不通")


def _problem(error: Exception) -> str:
    if isinstance(error, yaml.MarkedYAMLError):
        return f"{error.context or ''} {error.problem or ''}"
    return str(error)


def _has_tab(text: str, line: int) -> bool:
    lines = text.split("\n")
    here = lines[line - 1] if line <= len(lines) else ""
    return "\t" in here[: len(here) - len(here.lstrip())]


def _reader_place(text: str, error: Exception) -> tuple[int, int]:
    """Line and column of a character the reader refuses (it tells the offset only)."""
    position = getattr(error, "position", None)
    if not isinstance(position, int) or isinstance(error, RecursionError):
        return 1, 1
    before = text.encode("utf-8")[:position].decode("utf-8", "ignore")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
