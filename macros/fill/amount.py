"""Sums of money, in figures and in words."""

import re
from decimal import Decimal

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")
_NUMBER = re.compile(r"[0-9]{1,10}(\.[0-9]{1,2})?")


def parse_amount(text: str) -> Decimal | None:
    """Read ``1409.50`` or ``1,409.50``; None for anything else."""
    plain = re.sub("[,，]", "", text).strip(" ")
    return Decimal(plain) if _NUMBER.fullmatch(plain) else None


def figure(amount: Decimal) -> str:
    """An amount without exponent or idle zeros: ``60``, ``2.5``."""
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_words(yuan: Decimal) -> str:
    """Write a sum in capital numerals.

    Args:
        yuan: a sum in 元, at most two decimals, below 10^16.

    Returns:
        The words by 正确填写票据和结算凭证的基本规定: ``壹仟肆佰零玖元伍角``.
    """
    cents = int(yuan * 100)
    whole, jiao, fen = cents // 100, cents // 10 % 10, cents % 10
    words = f"{_whole(whole)}元" if whole else ""
    if not jiao and not fen:
        return f"{words}整" if words else "零元整"
    if jiao:
        words += f"{_DIGITS[jiao]}角"
    elif words:
        words += "零"
    return f"{words}{_DIGITS[fen]}分" if fen else words


def _whole(number: int) -> str:
    """A positive whole number, four digits at a time."""
    groups = [number // 10000**i % 10000 for i in range(4)]
    words = ""
    for i in range(3, -1, -1):
        group = groups[i]
        if words and group and (group < 1000 or not groups[i + 1] % 10):
            words += "零"
        if group:
            words += _four(group) + _GROUPS[i]
    return re.sub("零+", "零", words)


def _four(group: int) -> str:
    """One to four digits, zeros inside named once, zeros at the end not at all."""
    words = ""
    for place in range(3, -1, -1):
        digit = group // 10**place % 10
        if digit:
            words += _DIGITS[digit] + _PLACES[place]
        elif words and group % 10**place:
            words += "零"
    return re.sub("零+", "零", words)
