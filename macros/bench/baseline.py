"""The yardstick: BM25 over pairs of neighbouring characters, and nothing else."""

from collections import Counter
from collections.abc import Callable, Sequence
from math import log

from macros.bench.queries import Given

_K1, _B = 1.2, 0.75


def baseline(texts: dict[str, str]) -> Callable[[str], Given]:
    """A search over plain texts by plan; it has an answer whenever one pair occurs."""
    counts = {plan: Counter(_pairs(text)) for plan, text in texts.items()}
    lengths = {plan: sum(found.values()) for plan, found in counts.items()}
    mean = sum(lengths.values()) / len(lengths)
    spread = Counter(pair for found in counts.values() for pair in found)

    def weight(pair: str, plan: str) -> float:
        n, df = counts[plan][pair], spread[pair]
        rare = log(1 + (len(counts) - df + 0.5) / (df + 0.5))
        return rare * n * (_K1 + 1) / (n + _K1 * (1 - _B + _B * lengths[plan] / mean))

    def search(query: str) -> Given:
        pairs = _pairs(query)
        scores = {plan: sum(weight(pair, plan) for pair in pairs) for plan in counts}
        ranked = sorted((plan for plan in scores if scores[plan]), key=lambda p: -scores[p])
        return Given(ranked, bool(ranked))

    return search


def _pairs(text: str) -> Sequence[str]:
    kept = "".join(char for char in text.lower() if char.isalnum())
    return [kept[at : at + 2] for at in range(len(kept) - 1)]
