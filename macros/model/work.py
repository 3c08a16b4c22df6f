"""What is to be reached and what is to be done: criteria, phases, tasks."""

from typing import Annotated

from pydantic import Field

from macros.model.base import Given, Id, LeadRef, Record, Text, UnitRef
from macros.model.when import Duration, When


class Criterion(Record):
    """达标要求：做完以后是什么样子（状态，不是动作）。"""

    id: Id
    """编号｜稳定不变，任务用 covers 指向它｜c1"""
    theme: Text | None = None
    """分组｜同组的排在一起｜环境卫生"""
    title: Text | None = None
    """小标题｜分块时用｜楼道"""
    text: Text
    """要求｜看得见、查得到的状态｜楼道无堆放物"""
    points: int | None = None
    """分值｜写了就进评分表｜10"""
    extra: bool = False
    """另计｜加分、扣分项写 true，不计入满分；扣分的分值写负数｜true"""
    how: Text | None = None
    """怎么查｜评分或检查办法｜每栋抽 2 个单元"""


class Phase(Record):
    """阶段：一段时间里的一批任务。"""

    id: Id
    """编号｜稳定不变，任务用 phase 指向它｜a"""
    name: Text
    """名称｜不带“阶段”二字也可｜宣传发动"""
    when: When
    """时间｜省略 start 则接上一阶段次日｜{for: P13D}"""
    gist: Text | None = None
    """要点｜这一阶段做成什么｜开会、张贴、入户"""
    overlap: bool = False
    """允许重叠｜确实并行时写 true｜true"""


class Step(Record):
    """步骤：任务里的一个动作。"""

    do: Text
    """动作｜动词开头｜张贴限期自清通知"""
    who: LeadRef | None = None
    """谁做｜与牵头不同才写｜物业"""
    when: When | None = None
    """时间｜与任务不同才写｜{end: T+P1D}"""


class Escalation(Record):
    """升级：办不了时交给谁。"""

    if_: Annotated[Text, Field(alias="if")]
    """情形｜什么情况下上交｜劝阻无效"""
    to: LeadRef
    """交给｜单位或工作组｜城管大队"""
    within: Duration | None = None
    """时限｜从情形出现次日起算｜P1D"""


class Task(Record):
    """任务：一件要做的事，有人牵头、有时间。"""

    id: Id
    """编号｜稳定不变，进日历和勾选记录｜t-clear"""
    was: tuple[Id, ...] = ()
    """曾用编号｜改了编号才写，别人勾选过的记录会跟过来｜[t-clean]"""
    name: Text
    """名称｜动词开头，不超过 20 字｜清理乱堆乱放"""
    theme: Text | None = None
    """分组｜同组的排在一起｜环境卫生"""
    lead: LeadRef
    """牵头｜单位、工作组编号，或“各组”｜环卫所"""
    support: tuple[UnitRef, ...] = ()
    """配合｜单位｜[社区, 物业]"""
    phase: Id | None = None
    """阶段｜与 when 至少写一样｜b"""
    when: When | None = None
    """时间｜与 phase 至少写一样｜{start: T, for: P3D}"""
    detail: Text | None = None
    """说明｜做到什么程度｜大件、可回收物分开处置"""
    steps: tuple[Step | Text, ...] = ()
    """步骤｜动作清单，勾选用｜[张贴通知, 分类清运]"""
    output: tuple[Text, ...] = ()
    """交付｜附件编号或一句话｜[ledger]"""
    covers: tuple[Id, ...] = ()
    """对应要求｜criteria 的编号｜[c1]"""
    escalate: tuple[Escalation, ...] = ()
    """升级｜办不了时交给谁｜[{if: 劝阻无效, to: 城管大队, within: P1D}]"""
    given: Given | None = None
    """条件｜选了这一项才有这件事｜检查方式=合并检查"""
