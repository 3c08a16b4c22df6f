"""Registers that plans refer to by key: units, policies, terms, calendars, phrases."""

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import Date, PolicyRef, Record, Text


class Unit(Record):
    """单位：方案里能牵头、配合的一方。"""

    name: Text
    """印出的名称｜可含变量｜社区居民委员会"""
    kind: Literal[
        "党组织", "政府", "部门", "内设机构", "街道乡镇", "社区村", "派驻", "企业", "社会组织",
        "居民",
    ]  # fmt: skip
    """类别｜用于排序｜社区村"""
    alias: tuple[Text, ...] = ()
    """别称｜方案里不用，写了会提示改｜[居委会]"""
    was: tuple[Text, ...] = ()
    """曾用名｜机构改革前的叫法｜[综治办]"""
    plural: bool = False
    """多个｜各社区、各物业这样的一类｜true"""


class Policy(Record):
    """依据：法律、法规、文件、标准，只登记核实过的内容。"""

    title: Text
    """题名｜全称，不带书名号｜物业管理条例"""
    short: Text | None = None
    """简称｜正文里用｜民法典"""
    issuer: Text
    """机关｜谁制定｜国务院"""
    kind: Literal["法律", "行政法规", "部门规章", "规范性文件", "党内法规和文件", "标准"]
    """种类｜用于排序｜行政法规"""
    docno: Text | None = None
    """文号｜核实过的才写｜国办发〔2020〕23号"""
    date: Text | None = None
    """日期｜公布或最近修改｜2018-03-19"""
    effective: Text | None = None
    """施行｜施行日期｜2003-09-01"""
    status: Literal["现行", "已修改", "废止", "失效"]
    """状态｜能不能引｜现行"""
    until: Date | None = None
    """有效至｜有期限的写｜2025-12-31"""
    replaced_by: tuple[PolicyRef, ...] = ()
    """替代｜废止后引哪一个｜[shengtai-fadian]"""
    points: tuple[Text, ...] = ()
    """要点｜与模板有关的规定｜[物业发现违法行为应当制止并报告]"""
    advice: Text | None = None
    """怎么引｜引用时注意｜只引与本方案有关的条款"""
    confidence: Literal["confirmed", "secondary", "partial"]
    """核实程度｜confirmed 官方来源，secondary 转引，partial 只核实题名｜confirmed"""
    checked: Date
    """核对日期｜哪天核对的｜2026-11-23"""


class Term(Record):
    """术语：书面说法、解释和大家平时怎么说。"""

    means: Text
    """解释｜一两句｜从楼上拉电线给电动车充电"""
    say: tuple[Text, ...] = ()
    """平时说法｜搜索同义词｜[车子乱停, 乱停车]"""
    plans: tuple[Text, ...] = ()
    """指向｜这个词专指哪些方案（可空）｜[residential-cleanup-week]"""


class Calendar(Record):
    """一年的放假安排。"""

    year: int
    """年份｜与文件名相同｜2026"""
    source: Text
    """来源｜哪份通知｜国务院办公厅关于2026年部分节假日安排的通知"""
    checked: Date
    """核对日期｜哪天核对过原文｜2026-11-23"""
    off: dict[Text, tuple[Date, ...]]
    """放假｜节名: 每一天，含周末｜{元旦: [2026-01-01, 2026-01-02]}"""
    work: tuple[Date, ...]
    """调休上班｜周末上班的日子｜[2026-01-04]"""


class Phrase(Record):
    """过时或不妥的说法。"""

    pattern: Annotated[Text, Field()]
    """写法｜正则表达式｜科学发展观"""
    hint: Text
    """提示｜改成什么、为什么｜改为“平安建设办公室”，机构已改革"""
