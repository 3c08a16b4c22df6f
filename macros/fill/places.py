"""Names of places in what a person typed, and which of them are another place's.

No gazetteer: a name is up to four 汉字 before 街道, 社区, 镇 … that do not read as
common words. A plan's own places are what stands in the blanks that ask for one.
"""

import re
from collections.abc import Iterator

from macros.fill.derive import Filling

_SUFFIX = re.compile(
    "街道|社区|(?<![城下老家回])乡(?![村镇亲间土])|(?<![乡村城集])镇(?![村区])|村(?![民庄级委口道里镇“])|县(?![级城区])"
    "|(?<![社小片园辖景校厂库])区(?![域别间分级县里内])|(?<!城)市(?![场民容政级直区县内里])"
)
_EDGE = re.compile("[的和与及在由到对向从各本全该每个我为是把将给于等以或并同经按请至往去来让被某]")
_COMMON = re.compile(
    "(组织|辖区|所有|相关|有关|老旧|住宅|居民|部分|重点|试点|其他|其它|先行|示范|城市|农村|智慧|平安|文明|现有"
    "|某某|进入|开展|服务|深入|走进|依托|协助|督促|通知|配合|纳入|报送|上报|联系|负责|下辖|所在|附近|周边|相邻|中心"
    "|集体|既有|先进|困难|行政|自然|整个|一个|两个|几个|多个|属地|各类|各地|[老主新]城)$"
)
_ASKED = re.compile("某某(街道|社区|乡|镇|村|县|区|市)")
_STEM = 4
"""Most characters of a name before its kind."""


def named_places(text: str) -> Iterator[tuple[str, str]]:
    """Each name of a place in a text, with its kind: ``("东风街道", "街道")``."""
    for match in _SUFFIX.finditer(text):
        before = re.search("[\u4e00-\u9fff]*$", text[max(0, match.start() - _STEM) : match.start()])
        stem = _stem(before.group() if before else "")
        if len(stem) > 1 and not _COMMON.search(stem):
            yield stem + match.group(), match.group()


def _stem(text: str) -> str:
    """What stands after the last particle; a particle may also begin a name, as in 和平."""
    stem = _EDGE.split(text)[-1]
    if len(stem) == 1 and stem not in "山城地":
        return text[-2:]
    return stem


def foreign(filling: Filling) -> Iterator[tuple[str, str]]:
    """Blank and name of every place that is none of the plan's own.

    Only kinds the plan has a place of its own for are compared: a street's plan
    may well list many communities, but speaks of one street.
    """
    typed = filling.values.vars
    asked = {
        entry["name"]: match.group(1)
        for entry in filling.program["vars"]
        if entry["name"] in typed and (match := _ASKED.fullmatch(entry["eg"]))
    }
    own = [typed[name] for name in asked]
    for name, text in typed.items():
        if name not in asked:
            for place, kind in named_places(text):
                if kind in asked.values() and not _is_own(place, own):
                    yield name, place


def _is_own(place: str, own: list[str]) -> bool:
    return any(place in text or place.endswith(text) for text in own)
