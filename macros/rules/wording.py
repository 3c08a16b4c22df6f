"""Wording: what is typed by hand though the program knows it, and what is never typed."""

import re
from collections.abc import Iterator

from macros.model.source import Path
from macros.rules.case import Case
from macros.rules.names import LIKELY, person
from macros.rules.registry import Hit, rule

_HAN = r"[\u4e00-\u9fff]"
_NUMBERING = re.compile(
    r"(?:^|[。；;\n])\s*("
    r"第?[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[)）]"
    r"|[（(]\d{1,2}[)）]|\d{1,2}[)）、．]|\d{1,2}\.(?!\d)|[①-⑳])",
    re.MULTILINE,
)
_DATE = re.compile(
    r"(?:20\d\d年)?\d{1,2}月(?:\d{1,2}[日号]|底|初|末|中旬|上旬|下旬)"
    r"|20\d\d年(?:\d{1,2}月)?|20\d\d[-./]\d{1,2}[-./]\d{1,2}"
)
_TITLE = re.compile(r"《[^《》]*》|〔\d{4}〕\d*号?")
# Patterns begin with the mark itself: a search that looks behind at every character is slow.
_HALF_WIDTH = re.compile(
    rf"[,;:?!.()](?:(?<=[\u4e00-\u9fff】》”）][,;:?!])(?=[\u4e00-\u9fff【《“（\d]|$)"
    rf"|(?<={_HAN}\.)(?={_HAN}|$)|(?<=\()(?=[\u4e00-\u9fff【])|(?<=[\u4e00-\u9fff】]\)))",
    re.MULTILINE,
)
_SPACE = re.compile(
    rf"[ \t\n\u3000\u00a0](?:(?<={_HAN}[ \t\u3000\u00a0])[ \t\u3000\u00a0]*(?={_HAN})"
    rf"|(?<=[，。；：、][ \t\n])[ \t\n]*(?={_HAN}))"
)
_STRAY = re.compile(
    rf"[，。；：、？！'`´](?:(?<=[，。；：、？！])[，。；：、？]"
    rf"|(?<={_HAN}['`´])(?={_HAN}|$|[，。；])|(?<=^[，。；、：]))",
    re.MULTILINE,
)
_MARKS = (
    (_HALF_WIDTH, "汉字旁用了半角标点", "改成全角“{}”"),
    (_STRAY, "多余的标点", "删去多余的一个"),
    (_SPACE, "汉字之间有空格", "删去空格"),
)
_FULL_WIDTH = str.maketrans(",;:?!.()", "，；：？！。（）")


@rule("E701")
def title(case: Case) -> Iterator[Hit]:
    """A title ends with what the document is."""
    if case.sound("genre") and not case.plan.title.endswith(case.plan.genre):
        message = f"名称没有以“{case.plan.genre}”结尾"
        yield Hit(("title",), message, f"改成“……{case.plan.genre}”；文种不对就改 genre")


@rule("E702")
def numbering(case: Case) -> Iterator[Hit]:
    """Numbers of headings and items are made, not typed."""
    for path, _, found in case.search(_NUMBERING):
        yield Hit(path, f"手写了序号“{found[1]}”", "删去，序号由程序按层级编；几件事分成几项")


@rule("E703")
def persons(case: Case) -> Iterator[Hit]:
    """No person is named."""
    for path, text, _ in case.search(LIKELY, everywhere=True):
        if found := person(text):
            kind, words = found
            hint = "改写“单位/职务”，姓名和电话由使用者在本机填"
            yield Hit(path, f"疑似{kind}“{words}”", hint)


@rule("E706")
def dates(case: Case) -> Iterator[Hit]:
    """A date follows from the start; it is not typed into prose."""
    for path, text, _ in case.search(_DATE):
        if found := _DATE.search(_TITLE.sub("", text)):
            hint = "日期写进 when，由起始日推算；正文里写【起始日】等变量"
            yield Hit(path, f"正文里手写了日期“{found[0]}”", hint)


@rule("W707")
def punctuation(case: Case) -> Iterator[Hit]:
    """Chinese prose has full-width punctuation, no stray marks and no spaces inside."""
    said: set[Path] = set()
    for pattern, wrong, hint in _MARKS:
        for path, text, found in case.search(pattern, everywhere=True):
            if path not in said and path[-1] != "avoid" and not text.isascii():
                said.add(path)
                full = found[0].translate(_FULL_WIDTH)
                yield Hit(path, f"{wrong}“{_around(text, found)}”", hint.format(full))


def _around(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - 4) : found.end() + 4].replace("\n", " ")
