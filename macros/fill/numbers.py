"""Numbers as documents print them, by depth: 一、（一）1.（1）① (GB/T 9704-2012, 7.3.3)."""

from collections.abc import Callable

_CHINESE = "零一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def chinese(number: int) -> str:
    """1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _CHINESE[ones]
    return ("" if tens == 1 else _CHINESE[tens]) + "十" + (_CHINESE[ones] if ones else "")


def number(depth: int, index: int) -> str:
    """The number of the ``index``-th block at a depth, both from 1."""
    forms: tuple[Callable[[int], str], ...] = (
        lambda i: f"{chinese(i)}、",
        lambda i: f"（{chinese(i)}）",
        lambda i: f"{i}.",
        lambda i: f"（{i}）",
        lambda i: _CIRCLED[(i - 1) % len(_CIRCLED)],
    )
    return forms[min(depth, len(forms)) - 1](index)
