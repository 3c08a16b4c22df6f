"""Checking, rewards, attachments and everything else a plan ends with."""

from typing import Literal

from macros.model.base import Given, Id, LeadRef, Record, Text
from macros.model.when import When


class Mode(Record):
    """一种检查办法。"""

    name: Text
    """名称｜叫什么｜月度检查"""
    by: LeadRef | None = None
    """谁查｜单位或工作组｜综合办"""
    when: When | None = None
    """时间｜何时查｜{rrule: FREQ=MONTHLY;BYMONTHDAY=-1}"""
    how: Text
    """怎么查｜看现场、问居民，不看材料｜随机走访 2 个小区"""
    given: Given | None = None
    """条件｜选了这一项才印｜检查方式=合并检查"""


class Grade(Record):
    """等次。"""

    name: Text
    """等次｜名称｜优秀"""
    min: int
    """最低分｜含本数｜90"""


class Assess(Record):
    """检查、评分与奖惩。"""

    modes: tuple[Mode, ...] = ()
    """检查办法｜非必要不分层｜[{name: 现场验收, how: 随机看三栋}]"""
    full: int | None = None
    """满分｜评分项之和须相等｜100"""
    grades: tuple[Grade, ...] = ()
    """等次｜由高到低｜[{name: 优秀, min: 90}, {name: 合格, min: 60}]"""
    rewards: tuple[Text, ...] = ()
    """奖励｜怎样奖｜[以奖代补]"""
    penalties: tuple[Text, ...] = ()
    """处理｜未达标怎么办｜[限期整改]"""


class Column(Record):
    """附表的一列。"""

    name: Text
    """列名｜表头｜办结日期"""
    type: Literal["text", "int", "money", "date", "enum", "sign", "photo"] = "text"
    """类型｜决定 Excel 的格式｜date"""
    choices: tuple[Text, ...] = ()
    """选项｜type 为 enum 时写｜[已办结, 办理中]"""


class Attachment(Record):
    """附件：台账、评分表、验收单、一封信等。"""

    id: Id
    """编号｜稳定不变，任务 output 指向它｜ledger"""
    kind: Literal[
        "score", "ledger", "signoff", "checklist", "pledge", "letter", "form", "roster", "ext"
    ]
    """种类｜score 评分 ledger 台账 signoff 验收 letter 信 ext 外部文件｜ledger"""
    title: Text
    """标题｜附件名称｜问题整改台账"""
    per: Literal["plan", "task", "unit", "group", "criterion"] = "plan"
    """一份对应｜整个方案、每个单位、每项任务……｜unit"""
    note: Text | None = None
    """填写说明｜已有系统数据不重复填｜一处一行，已有系统数据不重复填"""
    cols: tuple[Column, ...] = ()
    """列｜台账最多 8 列｜[{name: 位置}, {name: 办结日期, type: date}]"""
    body: tuple[Text, ...] = ()
    """正文｜信、承诺书的段落｜[【小区】的各位居民：, 从【起始日】起整理楼道]"""


class Measure(Record):
    """工作要求。"""

    title: Text
    """小标题｜四到八字｜依法处置"""
    text: Text
    """要求｜谁做什么，不喊口号｜清走物品前先告知、登记，有争执先停下来"""
    given: Given | None = None
    """条件｜选了这一项才印｜组织方式=设领导小组"""


class Result(Record):
    """汇报中的一项成效。"""

    id: Id
    """编号｜稳定不变｜s1"""
    theme: Text
    """分组｜一级标题｜组织建设"""
    title: Text
    """小标题｜一句话｜组织生活"""
    text: Text
    """内容｜数字用变量，写本期实际｜开展主题活动【活动次数】次，参加【人次】人次"""


class NamedList(Record):
    """有名字的清单，如“三包”；名字里的数要与条数一致。"""

    id: Id
    """编号｜稳定不变｜l1"""
    name: Text
    """名字｜带数目的说法｜五个看不见"""
    gist: Text | None = None
    """说明｜用在哪里｜沿街单位照此负责门前一片"""
    items: tuple[Text, ...]
    """条目｜与名字里的数相等｜[包卫生, 包秩序, 包绿化]"""


class Sheet(Record):
    """正文里的小表：按户数配员、问题与标准对照等。"""

    id: Id
    """编号｜稳定不变｜q1"""
    title: Text
    """表名｜写明对照什么｜按户数配备人员"""
    cols: tuple[Text, ...]
    """表头｜各列名称｜[户数, 人数]"""
    rows: tuple[tuple[Text, ...], ...]
    """行｜每行格数与表头相等｜[[300户以下, 1人]]"""
