"""However a word is written, it is the same word."""

import pytest

from macros.search.letters import blur
from macros.search.pack import packed, split
from macros.search.records import Records
from macros.search.words import pairs


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("衛生死角", "卫生死角"),
        ("Ｅｘｃｅｌ", "excel"),
        ("４个阶段", "四个阶段"),
        ("業主、大會", "业主，大会"),
    ],
)
def test_script_width_and_case_make_no_difference(records: Records, one: str, other: str) -> None:
    def units(text: str) -> list[list[str]]:
        return [[unit.text for unit in run] for run in records.letters.runs(text)]

    assert units(one) == units(other)


def test_punctuation_parts_words(records: Records) -> None:
    runs = records.letters.runs("楼道，堆物")
    assert [list(pairs(run)) for run in runs] == [[("楼", "道")], [("堆", "物")]]


def test_positions_lead_back_into_the_text(records: Records) -> None:
    text = "（樓道）abc"
    for run in records.letters.runs(text):
        for unit in run:
            folded = "".join(map(records.letters.fold, text[unit.start : unit.end]))
            assert folded == unit.text


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("wangge", ["+wang", "+ge"]),
        ("xian", ["+xian"]),
        ("laojiuxiaoqu", ["+lao", "+jiu", "+xiao", "+qu"]),
        ("ywh", []),
    ],
)
def test_pinyin_falls_into_the_fewest_syllables(
    records: Records, word: str, syllables: list[str]
) -> None:
    assert records.searcher.reader.spell(word) == syllables


def test_sounds_that_are_mixed_up_blur_into_one() -> None:
    assert blur("sheng") == blur("sen")
    assert blur("zhang") == blur("zan")


def test_the_phrase_decides_how_a_character_is_read(records: Records) -> None:
    assert {"tiao", "diao"} <= set(records.letters.readings["调"])


def test_every_posting_fits_into_its_text(records: Records) -> None:
    postings = records.index.postings
    kept = {pair: text for shard in split(records.index) for pair, text in shard.items()}
    assert len(kept) == len(postings)
    for pair, posting in postings.items():
        assert kept[" ".join(pair)] == packed(posting)
        assert len(packed(posting)) == 1 + 2 * len(posting.hits)
        assert '"' not in packed(posting)
        assert "\\" not in packed(posting)
