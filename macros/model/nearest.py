"""The right word for one that is nearly right."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """``是否想写“lead”？`` for the nearest allowed word, or nothing."""
    near = nearest(word, allowed)
    return f"是否想写“{near}”？" if near else ""


def nearest(word: str, allowed: Iterable[str]) -> str:
    """The allowed word most like this one, or an empty string when none is like it."""
    return next(iter(get_close_matches(word, list(allowed), n=1, cutoff=0.5)), "")
