"""The records as other engines get them: one plain page each; and many more, made from them."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from macros.model.library import Library
from macros.search.places import NAMED, Place
from macros.search.records import Records

_SEED = 20261123
_REPLACED = 0.3
"""Share of the characters of a made-up record that come from made-up words."""

_WORDS = 5000
"""How many words are made up: as many as a well-read person's trade has."""


@dataclass(frozen=True)
class Sheet:
    """A plan as places.

    Attributes:
        id: its address.
        type: the plan it was made from, or itself.
        places: what it says.
    """

    id: str
    type: str
    places: Sequence[Place]

    def text(self, *, aliases: bool) -> str:
        """All its words, with or without what people call it."""
        return "\n".join(f"{p.name}\n{p.text}" for p in self._places(aliases=aliases))

    def _places(self, *, aliases: bool) -> Sequence[Place]:
        return [place for place in self.places if aliases or place.kind != NAMED[1]]

    def markdown(self, *, aliases: bool) -> str:
        """A page for MkDocs."""
        head, *rest = self._places(aliases=aliases)
        parts = [f"---\ntitle: {head.name}\n---\n# {head.name}\n\n{head.text}\n"]
        parts += [f"## {place.name or place.kind}\n\n{place.text}\n" for place in rest]
        return "\n".join(parts)

    def html(self, *, aliases: bool) -> str:
        """A page for engines that read HTML."""
        head, *rest = self._places(aliases=aliases)
        parts = (f"<h2>{escape(p.name or p.kind)}</h2><p>{escape(p.text)}</p>" for p in rest)
        title = escape(head.name)
        body = f"<h1>{title}</h1><p>{escape(head.text)}</p>{''.join(parts)}"
        return (
            f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>{title}</title>{body}'
            "</html>"
        )


def sheets(library: Library, number: int) -> Iterator[Sheet]:
    """The records, then made-up ones until there are enough; the same ones every time.

    The words that are made up are no words of any record, so that a query still means the plans
    it meant.
    """
    records = Records.of(library)
    real = [Sheet(plan, plan, own) for plan, own in zip(library.plans, records.places, strict=True)]
    yield from real[:number]
    if number <= len(real):
        return
    draw = random.Random(_SEED)  # noqa: S311 - test data
    words = _words("".join(sheet.text(aliases=True) for sheet in real), draw)
    for at in range(len(real), number):
        base = real[at % len(real)]
        places = [_varied(place, words, draw) for place in base.places]
        yield Sheet(f"{base.id}-{at}", base.type, places)


def _words(text: str, draw: random.Random) -> list[str]:
    """Words of two to four characters that no record has, made from the characters of all."""
    chars, found = re.sub(r"\W", "", text), list[str]()
    while len(found) < _WORDS:
        word = "".join(draw.choices(chars, k=draw.randint(2, 4)))
        if not any(pair in text for pair in map("".join, pairwise(word))):
            found.append(word)
    return found


def _varied(place: Place, words: Sequence[str], draw: random.Random) -> Place:
    return place._replace(
        name=_mixed(place.name, words, draw), text=_mixed(place.text, words, draw)
    )


def _mixed(text: str, words: Sequence[str], draw: random.Random) -> str:
    """A text in which stretches of two to four characters give way to made-up words."""
    out, at = "", 0
    while at < len(text):
        word = draw.choice(words)
        out += word if draw.random() < _REPLACED else text[at : at + len(word)]
        at += len(word)
    return out
