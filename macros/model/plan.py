"""A plan type: one file of ``data/plans``."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.model.base import Date, Id, PolicyRef, Record, Slug, Text, UnitRef
from macros.model.check import Assess, Attachment, Measure, NamedList, Result, Sheet
from macros.model.money import Budget, Metric
from macros.model.outline import OutlineName, Section, SectionKind
from macros.model.people import Org
from macros.model.variable import Var, VarName
from macros.model.when import When
from macros.model.work import Criterion, Phase, Task

Scene = Literal["小区", "社区", "村", "街道乡镇", "市县"]

VersionText = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+$")]
"""``主版本.次版本``."""


class Basis(Record):
    """一条依据：登记过的政策，或要使用者填的本地文件。"""

    policy: PolicyRef | None = None
    """政策｜policies.yml 的键｜minfadian"""
    art: Text | None = None
    """条款｜确认过的才写｜第二百七十八条"""
    text: Text | None = None
    """本地文件｜用变量写｜【上级文件】"""


class Local(Record):
    """本地情况：每份方案必须有，写自己的事实。"""

    text: tuple[Text, ...]
    """段落｜至少两处要填的事实｜[【小区】有【楼栋数】栋楼、【户数】户。]"""
    collect: tuple[Text, ...]
    """怎么摸清｜动笔前要弄清的事｜[走一遍现场，数清点位]"""


class Notice(Record):
    """红线提醒：法律或上级规定不许做的事。"""

    text: Text
    """提醒｜一句话说清不能做什么、该怎么做｜社区、物业不能自行拆除违建，发现后制止并报告。"""
    policy: PolicyRef | None = None
    """依据｜policies.yml 的键｜chuangjian-2022"""


class Correction(Record):
    """改正：旧稿常见、今天不能再用的写法。"""

    avoid: Text
    """别再写｜旧写法，几个字｜拆违一周完成"""
    write: Text
    """改写成｜今天的写法｜按法定程序推进"""
    why: Text
    """为什么｜一句话｜催告、公告等法定期限不能省。"""
    policy: PolicyRef | None = None
    """依据｜policies.yml 的键｜qiangzhi"""


class Change(Record):
    """一次修改。"""

    version: Text
    """版本｜与当时的 version 相同｜1.0"""
    date: Date
    """日期｜哪天改的｜2026-11-23"""
    note: Text
    """改了什么｜一句话｜首次发布"""


class Plan(Record):
    """方案类型：``data/plans`` 里的一个文件。"""

    schema_: Annotated[Literal["1"], Field(alias="schema")]
    """格式版本｜固定写 "1"｜1"""
    number: Annotated[int, Field(ge=1)]
    """序号｜1 起，不重复｜1"""
    id: Slug
    """编号｜与文件名相同｜residential-cleanup-week"""
    was: tuple[Slug, ...] = ()
    """曾用编号｜改了编号才写，旧网址自动转到新的｜[cleanup-week]"""
    title: Text
    """名称｜这一类方案叫什么，以方案或汇报结尾｜住宅小区环境秩序一周集中整治工作方案"""
    heading: Text
    """印出的标题｜可含变量；“|”表示宜在此换行｜【小区】环境秩序|集中整治工作方案"""
    summary: Text
    """简介｜两句以内｜用一周时间，把一个小区的堆放、停车、小广告清理到位。"""
    scenario: Text
    """什么时候用｜一句话｜几家单位到同一个小区集中干一周，要排清谁哪天干什么"""
    scene: tuple[Scene, ...]
    """场景｜首页筛选用｜[小区]"""
    audience: tuple[Text, ...]
    """给谁用｜哪些岗位｜[社区工作者]"""
    issuer: tuple[UnitRef, ...]
    """谁来发｜可以几家联合｜[城管局]"""
    genre: Literal["方案", "汇报"] = "方案"
    """文种｜方案或汇报｜方案"""
    forwards: Text | None = None
    """转发｜转发别家的文件时写原来的发文机关，正文就是通知的附件｜【原发文机关】"""
    aliases: tuple[Text, ...]
    """大家怎么叫｜搜索用的日常说法｜[楼道堆东西, 车子乱停]"""
    version: VersionText
    """版本｜改了就加｜1.0"""
    updated: Date
    """更新日期｜与最近一次修改相同｜2026-11-23"""
    changelog: tuple[Change, ...]
    """修改记录｜新的在前｜[{version: "1.0", date: 2026-11-23, note: 首次发布}]"""
    outline: OutlineName | None = None
    """纲目｜选一套通用章节，或用 sections 自定｜整治"""
    sections: tuple[Section, ...] = ()
    """章节｜自定顺序和标题｜[{kind: local}, {kind: tasks, by: theme}]"""
    span: When
    """期限｜整个方案从哪天到哪天｜{start: T, for: P1W}"""
    start_months: tuple[Annotated[int, Field(ge=1, le=12)], ...] = ()
    """起始月份｜只适合在这些月开始｜[3, 4]"""
    notices: tuple[Notice, ...] = ()
    """红线提醒｜显示在页首｜[{text: 社区、物业不能自行拆除违建, policy: guihua}]"""
    corrections: tuple[Correction, ...] = ()
    """别再这样写｜旧写法和改法｜[{avoid: 一周内拆除全部违建, write: 一周内查清、告知, why: 法定期限不能省}]"""
    vars: dict[VarName, Var] = Field(default_factory=dict)
    """变量｜键就是空白的名字｜{小区: {ask: 整治哪个小区？, eg: 某某花园}}"""
    units: tuple[UnitRef, ...] = ()
    """单位｜责任矩阵的列｜[社区, 物业]"""
    hints: dict[SectionKind, tuple[Text, ...]] = Field(default_factory=dict)
    """写作要点｜每一节动笔前要想清、查清的事｜{goals: [只写看得到的变化]}"""
    preamble: tuple[Text, ...] = ()
    """引言｜为什么做、决定做什么｜[为改善【小区】环境，现制定本方案。]"""
    basis: tuple[Basis, ...] = ()
    """依据｜两到四条，没读过的不引｜[{policy: minfadian}, {text: 【上级文件】}]"""
    local: Local
    """本地情况｜必须有｜{text: [【小区】有【楼栋数】栋楼、【户数】户。], collect: [逐栋走一遍]}"""
    guiding: tuple[Text, ...] = ()
    """总体要求｜现行提法用变量｜[依靠居民，依法办事，先易后难。]"""
    goals: tuple[Text, ...] = ()
    """目标｜看得见的结果｜[楼道畅通，停车有序]"""
    scope: tuple[Text, ...] = ()
    """范围｜哪些地方、哪些对象｜[【小区】的楼道、道路、绿地等共用部位]"""
    org: Org | None = None
    """组织｜谁统筹｜{coordinator: 由综合办牵头统筹，不另设机构}"""
    criteria: tuple[Criterion, ...] = ()
    """达标要求｜做完是什么样子｜[{id: c1, text: 楼道无堆放物}]"""
    lists: tuple[NamedList, ...] = ()
    """有名字的清单｜如“三包”｜[{id: l1, name: 门前三包, items: [包卫生, 包秩序, 包绿化]}]"""
    tables: tuple[Sheet, ...] = ()
    """小表｜对照、配额｜[{id: q1, title: 按户数配员, cols: [户数, 人数], rows: [[300户以下, 1人]]}]"""
    phases: tuple[Phase, ...] = ()
    """阶段｜按时间先后｜[{id: a, name: 宣传发动, when: {for: P7D}}]"""
    tasks: tuple[Task, ...] = ()
    """任务｜要做的事｜[{id: t-clear, name: 清理乱堆乱放, lead: 环卫所, when: {start: T, for: P3D}}]"""
    metrics: tuple[Metric, ...] = ()
    """指标｜量得出的目标｜[{id: m1, name: 投诉办结率, target: ≥ 95 %, how: 按办结日期统计}]"""
    budget: Budget | None = None
    """经费｜分项和来源｜{unit: 万元, lines: [{id: b1, item: 清运, amount: 2}], total: 2}"""
    assess: Assess | None = None
    """检查｜怎么查、怎么奖惩｜{modes: [{name: 现场验收, how: 随机看三栋}]}"""
    measures: tuple[Measure, ...] = ()
    """工作要求｜保障做成的条件｜[{title: 依法处置, text: 清走物品前先告知、登记}]"""
    effects: tuple[Text, ...] = ()
    """预期效果｜居民会感到什么变化｜[居民出门走得顺]"""
    results: tuple[Result, ...] = ()
    """成效｜汇报用，写实绩｜[{id: s1, theme: 组织建设, title: 组织生活, text: 开展【活动次数】次}]"""
    problems: tuple[Text, ...] = ()
    """问题｜汇报用｜[停车位仍然不够]"""
    next: tuple[Text, ...] = ()
    """下步打算｜汇报用｜[与物业商定夜间错时停车]"""
    attachments: tuple[Attachment, ...] = ()
    """附件｜台账最多一本｜[{id: ledger, kind: ledger, title: 整改台账, cols: [{name: 位置}]}]"""

    @property
    def key(self) -> Id:
        """The plan's stable key."""
        return self.id
