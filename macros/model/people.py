"""Who works on a plan: organisation, groups, roles. Posts only, never persons."""

from macros.model.base import Given, Id, MemberRef, Post, Record, Text, UnitRef


class Headcount(Record):
    """抽调人数：哪个单位出几人。"""

    unit: UnitRef
    """单位｜units.yml 的键｜环卫所"""
    n: Text
    """人数｜数字加“人”，或“全体”｜10人"""


class Group(Record):
    """工作组：为一块任务临时编组。"""

    id: Id
    """编号｜稳定不变，任务用它作牵头单位｜g-site"""
    name: Text
    """名称｜不超过 12 字｜现场整治组"""
    head: Post | None = None
    """组长｜单位/职务，不写姓名｜城管大队/带班负责同志"""
    members: tuple[UnitRef, ...] = ()
    """成员单位｜units.yml 的键｜[社区, 物业]"""
    duty: Text | None = None
    """职责｜一两句，写做什么｜负责清运和现场秩序"""
    headcount: tuple[Headcount, ...] = ()
    """人数｜各单位出几人｜[{unit: 环卫所, n: 10人}]"""
    given: Given | None = None
    """条件｜选了这一项才印｜组织方式=设工作组"""


class Leading(Record):
    """领导小组：非必要不设。"""

    name: Text
    """名称｜全称｜集中整治工作领导小组"""
    head: Post
    """组长｜单位/职务｜城管局/主要负责同志"""
    deputies: tuple[Post, ...] = ()
    """副组长｜单位/职务｜[街道/分管负责同志]"""
    members: tuple[MemberRef, ...] = ()
    """成员｜单位或单位/职务｜[社区, 派出所]"""
    given: Given | None = None
    """条件｜默认不设，选了才印｜组织方式=设领导小组"""


class Office(Record):
    """办公室（日常统筹）。"""

    at: UnitRef
    """设在｜哪个单位｜综合办"""
    director: Post | None = None
    """主任｜单位/职务｜综合办/主任"""
    deputies: tuple[Post, ...] = ()
    """副主任｜单位/职务｜[综合办/副主任]"""
    duty: Text | None = None
    """职责｜一两句｜负责协调、汇总和通报"""
    given: Given | None = None
    """条件｜选了才印｜组织方式=设领导小组"""


class Role(Record):
    """有自己称呼的角色，如网格长、楼栋长、清洁指挥长。"""

    id: Id
    """编号｜稳定不变｜r-grid"""
    title: Text
    """称呼｜角色名｜网格长"""
    per: Text | None = None
    """怎样配｜数量或比例｜每个网格 1 名"""
    post: Post | None = None
    """由谁担任｜单位/职务｜社区/工作人员"""
    duty: Text
    """职责｜做什么｜每天巡一遍，能办的当场办"""


class Org(Record):
    """组织：首选由一个办（科）牵头，不另设机构。"""

    coordinator: Text | None = None
    """统筹方式｜首选写法：由谁牵头，不另设机构｜由综合办牵头统筹，不另设议事协调机构"""
    coordinator_given: Given | None = None
    """条件｜选了这种方式才印上一句｜组织方式=由科室牵头"""
    leading: Leading | None = None
    """领导小组｜确有必要才设，配 given｜{name: 集中整治领导小组, head: 街道/主要负责同志}"""
    office: Office | None = None
    """办公室｜日常统筹放在哪里｜{at: 综合办, duty: 负责协调、汇总}"""
    groups: tuple[Group, ...] = ()
    """工作组｜为一块任务临时编组｜[{id: g-site, name: 现场整治组, head: 城管大队/带班负责同志}]"""
    roles: tuple[Role, ...] = ()
    """角色｜有自己称呼的岗位｜[{id: r-grid, title: 网格长, duty: 每天巡一遍}]"""
