"""The index as scripts a browser fetches piece by piece. Read by web/search/store.js.

``core.js`` holds the tables, ``s<n>.js`` postings, ``p<n>.js`` the places of one plan.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from macros.search import query, rank
from macros.search.index import Index, Posting
from macros.search.letters import BLURS, common
from macros.search.places import NAMED
from macros.search.records import FILLERS, Records

_SHARD = 4_000
"""Bytes in a file of postings, on average: a query needs a file for each of its pairs."""

_HIT, _QUOTED, _PLAN = 35, 92, 161
"""Code points at which weights and plan numbers begin; the one that JSON would escape."""

_ESCAPES = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}

Shard = dict[str, str]


def scripts(records: Records, cards: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """All files of the index: name and text.

    Args:
        records: the plans.
        cards: for each plan what its result shows beside the places: ``id``, ``title``, ….
    """
    shards = split(records.index)
    yield "core.js", _put("core", core(records, len(shards)))
    for number, shard in enumerate(shards):
        yield f"s{number}.js", _put(f"s{number}", shard)
    for number, card in enumerate(cards):
        yield f"p{number}.js", _put(f"p{number}", {**card, "places": _places(records, number)})


def core(records: Records, shards: int) -> dict[str, Any]:
    """What every search needs."""
    letters = records.letters
    known = {char for own in records.places for place in own for char in place.name + place.text}
    kept = known.union(common())
    pairs = sorted(pair for pair in letters.simplified.items() if pair[1] in kept)
    return {
        "shards": shards,
        "simplified": ["".join(column) for column in zip(*pairs, strict=True)],
        "readings": _readings(letters.readings),
        "blurs": BLURS,
        "fillers": FILLERS,
        "groups": records.glossary.groups,
        "named": NAMED,
        "values": {
            "whole": query.WHOLE,
            "spelled": query.SPELLED,
            "heard": query.HEARD,
            "alone": query.ALONE,
            "unknown": query.UNKNOWN,
            "light": query.LIGHT,
            "candidates": rank.CANDIDATES,
            "cover": rank.COVER,
            "sure": rank.SURE,
        },
    }


def _readings(readings: Mapping[str, tuple[str, ...]]) -> str:
    """Characters by syllable; the usual readings before the others."""
    usual: dict[str, list[str]] = {}
    other: dict[str, list[str]] = {}
    for char, syllables in readings.items():
        usual.setdefault(syllables[0], []).append(char)
        for syllable in syllables[1:]:
            other.setdefault(syllable, []).append(char)
    both = [*usual.items(), *other.items()]
    return " ".join(f"{syllable}{''.join(chars)}" for syllable, chars in both)


def _places(records: Records, number: int) -> list[dict[str, Any]]:
    groups = records.glossary.groups_in
    return [
        {**place._asdict(), "groups": groups(place.name) + groups(place.text)}
        for place in records.places[number]
    ]


def split(index: Index) -> list[Shard]:
    """The postings in files."""
    texts = {" ".join(pair): packed(found) for pair, found in sorted(index.postings.items())}
    size = len(json.dumps(texts, ensure_ascii=False).encode())
    shards: list[Shard] = [{} for _ in range(-(-size // _SHARD))]
    for pair, text in texts.items():
        shards[_hash(pair) % len(shards)][pair] = text
    return shards


def _hash(text: str) -> int:
    value = 0
    for char in text:
        value = (value * 31 + ord(char)) % 65536
    return value


def packed(posting: Posting) -> str:
    """A posting as text: its rarity, then plan and weight by turns, a character each."""
    hits = "".join(chr(_PLAN + plan) + _level(weight) for plan, weight in posting.hits)
    return _level(posting.rarity) + hits


def _level(value: int) -> str:
    code = _HIT + value
    return chr(code + (code >= _QUOTED))


def _put(name: str, data: object) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f'PS.search.put("{name}",{"".join(_ESCAPES.get(char, char) for char in text)});\n'
