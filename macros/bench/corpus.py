"""The records as other engines get them: one plain page each; and many more, made from them."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from macros.model.library import Library
from macros.search.places import NAMED, Place
from macros.search.records import Records

_SEED = 20261123
_REPLACED = 0.3
"""Share of the characters that a made-up record draws from other records."""


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
    """The records, then made-up ones until there are enough; the same ones every time."""
    records = Records.of(library)
    real = [Sheet(plan, plan, own) for plan, own in zip(library.plans, records.places, strict=True)]
    yield from real[:number]
    draw = random.Random(_SEED)  # noqa: S311 - test data
    pool = re.sub(r"\W", "", "".join(sheet.text(aliases=True) for sheet in real))
    for at in range(len(real), number):
        base = real[at % len(real)]
        places = [_varied(place, pool, draw) for place in base.places]
        yield Sheet(f"{base.id}-{at}", base.type, places)


def _varied(place: Place, pool: str, draw: random.Random) -> Place:
    return place._replace(name=_mixed(place.name, pool, draw), text=_mixed(place.text, pool, draw))


def _mixed(text: str, pool: str, draw: random.Random) -> str:
    """A text in which stretches of two to four characters are replaced by others."""
    out, at = "", 0
    while at < len(text):
        length = draw.randint(2, 4)
        start = draw.randrange(len(pool) - length)
        out += pool[start : start + length] if draw.random() < _REPLACED else text[at : at + length]
        at += length
    return out
