"""The registers hold what plans, pages and rules rely on."""

import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from macros.model.load import REGISTERS
from macros.model.registers import Calendar, Phrase, Policy, Term, Unit
from macros.model.source import read_source

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
SLUGS = {path.stem for path in (DATA / "plans").glob("*.yml")}

DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
DOCNO = re.compile(
    r"国(务院|发|办发|办函).*号|应急管理部令第5号|财政部令第102号|主席令第.+号|GB/T \d+—\d{4}"
)
RECOMMENDED = re.compile(r"“([^“”]+)”")

CAUGHT = {
    "深入贯彻科学发展观": "科学发展观",
    "以“三个代表”重要思想为指导": "三个代表",
    "学习邓小平理论": "邓小平理论",
    "认真学习党的十七大精神": "十七大精",
    "贯彻二十届四中全会精神": "二十届四中全会",
    "推进新农村建设": "新农村",
    "实现全面小康": "全面小康",
    "打好脱贫攻坚战": "脱贫攻坚战",
    "按“十四五”规划推进": "十四五”规划",
    "开展扫黑除恶专项斗争": "扫黑除恶专项",
    "做好计生工作": "计生工作",
    "报街道综治办": "综治办",
    "依据《固体废物污染环境防治法》": "固体废物污染环境防治法",
    "依据信访条例处理": "信访条例",
    "检查物业资质": "物业资质",
    "对照国家卫生区标准": "国家卫生区标准",
    "做好拆迁安置": "拆迁",
    "一周内全部拆除": "一周内全部拆除",
    "由物业直接清理违规经营": "物业直接清理违",
    "僵尸车一律清除": "僵尸车一律",
    "须经三分之二以上业主同意": "三分之二以上业主同意",
    "加强精神病患者管控": "精神病患者",
    "做好重点人员稳控": "稳控",
    "落实以房查人": "以房查人",
    "开展宗教领域专项整治": "宗教领域专项整治",
    "提供作业辅导": "作业辅导",
    "打造示范小区": "打造示范",
    "评出十佳小区": "十佳",
    "留存图片资料备查": "留存图片资料",
    "各社区要结合实际制定实施方案": "各社区要结合实际制定实施方案",
    "做到制度上墙": "制度上墙",
}
"""A sentence with each kind of wording, and the part of it that is pointed at."""

RIGHT = (
    "梳理十八大类问题",
    "巩固脱贫攻坚成果",
    "社区综治中心",
    "设计生态停车位",
    "统计生活垃圾数量",
    "按信访工作条例办理",
    "查验施工单位的资质证书",
    "限7日内自行拆除",
    "一周内完成核对、告知和动员自拆",
    "物业直接清理楼道垃圾",
    "清理僵尸车先公告",
    "严重精神障碍患者服务管理",
    "重点人群健康体检",
    "基层治理示范小区建设实施方案",
    "各社区不再制定配套方案",
    "依据《生态环境法典》",
)
"""Proper wordings that come near a stale one."""


def read(name: str) -> Any:
    source = read_source(DATA / f"{name}.yml", f"data/{name}.yml")
    return TypeAdapter(REGISTERS[name]).validate_python(source.data)


WRITTEN = [name for name in REGISTERS if name != "glossary" or (DATA / "glossary.yml").exists()]
TERMS: dict[str, Term] = read("glossary") if "glossary" in WRITTEN else {}
UNITS: dict[str, Unit] = read("units")
POLICIES: dict[str, Policy] = read("policies")
PHRASES: tuple[Phrase, ...] = read("phrases")


def found(text: str) -> list[str]:
    hits = (re.search(phrase.pattern, text) for phrase in PHRASES)
    return [hit[0] for hit in hits if hit]


@pytest.mark.parametrize("name", WRITTEN)
def test_every_register_loads_through_its_model_and_is_not_empty(name: str) -> None:
    assert read(name)


@pytest.mark.parametrize("path", sorted(DATA.glob("calendar/*.yml")), ids=lambda path: path.name)
def test_every_calendar_loads_and_is_named_after_its_year(path: Path) -> None:
    assert str(Calendar.model_validate(read_source(path, path.name).data).year) == path.stem


def test_an_alias_or_former_name_belongs_to_one_unit_only() -> None:
    said = Counter(name for unit in UNITS.values() for name in {*unit.alias, *unit.was})
    assert [name for name, times in said.items() if times > 1] == []


def test_an_alias_or_former_name_is_never_the_key_of_a_unit() -> None:
    said = {name for unit in UNITS.values() for name in (*unit.alias, *unit.was)}
    assert said & UNITS.keys() == set()


def test_an_alias_is_never_the_printed_name_of_another_unit() -> None:
    names = {unit.name: key for key, unit in UNITS.items()}
    clashes = [
        (alias, key)
        for key, unit in UNITS.items()
        for alias in (*unit.alias, *unit.was)
        if names.get(alias, key) != key
    ]
    assert clashes == []


def test_printed_names_of_units_are_unique() -> None:
    assert len({unit.name for unit in UNITS.values()}) == len(UNITS)


@pytest.mark.skipif(not TERMS, reason="the glossary is not written yet")
def test_a_term_points_at_plans_that_exist() -> None:
    assert {slug for term in TERMS.values() for slug in term.plans} <= SLUGS


@pytest.mark.skipif(not TERMS, reason="the glossary is not written yet")
def test_everyday_words_of_a_term_are_not_repeated_and_differ_from_it() -> None:
    said = [(key, *term.say) for key, term in TERMS.items()]
    assert [words[0] for words in said if len(set(words)) < len(words)] == []


def test_a_policy_is_registered_once() -> None:
    titles = Counter(policy.title for policy in POLICIES.values())
    assert [title for title, times in titles.items() if times > 1] == []


@pytest.mark.parametrize("key", POLICIES)
def test_a_policy_names_only_existing_citable_successors(key: str) -> None:
    for other in POLICIES[key].replaced_by:
        assert other != key
        assert POLICIES[other].status in {"现行", "已修改"}


@pytest.mark.parametrize("key", POLICIES)
def test_what_is_no_longer_in_force_says_since_when_and_what_to_cite(key: str) -> None:
    policy = POLICIES[key]
    gone = policy.status in {"废止", "失效"}
    expired = policy.until is not None and policy.until < policy.checked
    assert gone == expired
    assert not gone or policy.replaced_by or policy.advice
    assert policy.status != "废止" or policy.replaced_by


@pytest.mark.parametrize("key", POLICIES)
def test_dates_of_a_policy_exist_and_are_not_later_than_its_check(key: str) -> None:
    policy = POLICIES[key]
    for text in filter(None, (policy.date, policy.effective, policy.checked)):
        assert DAY.fullmatch(text)
        assert date.fromisoformat((text + "-01-01")[:10]).isoformat() <= policy.checked


@pytest.mark.parametrize("key", POLICIES)
def test_a_document_number_has_a_known_form(key: str) -> None:
    assert DOCNO.fullmatch(POLICIES[key].docno or "GB/T 1—2000")


@pytest.mark.parametrize("key", POLICIES)
def test_a_register_prints_only_what_was_verified(key: str) -> None:
    policy = POLICIES[key]
    stated = (policy.title, policy.docno, policy.date, policy.effective, *policy.points)
    assert not any(re.search("未核实|待核实|通说", text or "") for text in stated)


@pytest.mark.parametrize("key", POLICIES)
def test_a_title_has_no_quotation_marks_around_it_and_no_half_width_brackets(key: str) -> None:
    assert not re.search(r"[《》()\[\]]", POLICIES[key].title)


@pytest.mark.parametrize("key", POLICIES)
def test_points_are_short_sentences_without_a_full_stop(key: str) -> None:
    assert all(len(point) <= 60 and not point.endswith("。") for point in POLICIES[key].points)


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.pattern)
def test_a_phrase_compiles_without_look_around_and_never_matches_nothing(phrase: Phrase) -> None:
    assert re.compile(phrase.pattern).search("") is None
    assert not re.search(r"\(\?[=!<]", phrase.pattern)


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.pattern)
def test_a_phrase_says_what_to_write_instead_and_that_is_not_flagged(phrase: Phrase) -> None:
    instead = phrase.hint.startswith("删去，") or phrase.hint.startswith("改成“")
    assert instead
    first = RECOMMENDED.match(phrase.hint.removeprefix("改成"))
    assert first is None or found(first[1]) == []


@pytest.mark.parametrize("text", CAUGHT)
def test_a_stale_wording_is_caught(text: str) -> None:
    assert CAUGHT[text] in found(text)


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.pattern)
def test_every_phrase_has_a_sentence_that_it_catches(phrase: Phrase) -> None:
    assert any(re.search(phrase.pattern, text) for text in CAUGHT)


@pytest.mark.parametrize("text", RIGHT)
def test_a_proper_wording_is_left_alone(text: str) -> None:
    assert found(text) == []
