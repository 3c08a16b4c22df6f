"""Who works on the plan: 统筹, 领导小组, 办公室, 工作组, 角色."""

from collections.abc import Iterator

from macros.model.people import Group, Headcount, Leading, Office, Role
from macros.views.blocks import Block, Inline, Item, Paragraph, given, inline, join
from macros.views.context import Context


def org(context: Context) -> tuple[Block, ...]:
    """组织分工, in the order: 统筹, 领导小组, 办公室, 工作组, 角色."""
    return tuple(_parts(context))


def _parts(context: Context) -> Iterator[Block]:
    people = context.plan.org
    if people is None:
        return
    if people.coordinator:
        yield Paragraph(inline(people.coordinator), given(people.coordinator_given))
    if people.leading:
        yield Paragraph(_leading(context, people.leading), given(people.leading.given))
    if people.office:
        yield Paragraph(_office(context, people.office), given(people.office.given))
    yield from (_group(context, group) for group in people.groups)
    yield from (_role(context, role) for role in people.roles)


def _leading(context: Context, leading: Leading) -> Inline:
    text: Inline = ("成立", *inline(leading.name), "，组长由", *context.post(leading.head), "担任")
    if leading.deputies:
        text += ("，副组长由", *context.posts(leading.deputies), "担任")
    if leading.members:
        text += ("，成员为", *context.posts(leading.members))
    return (*text, "。")


def _office(context: Context, office: Office) -> Inline:
    text: Inline = ("办公室设在", *context.unit(office.at))
    if office.director:
        text += ("，主任由", *context.post(office.director), "担任")
    if office.deputies:
        text += ("，副主任由", *context.posts(office.deputies), "担任")
    return (*text, *_duty(office.duty))


def _duty(duty: str | None) -> Inline:
    if not duty:
        return ("。",)
    return ("，", *inline(duty.rstrip("。")), "。")


def _group(context: Context, group: Group) -> Block:
    text: list[Inline] = []
    if group.head:
        text.append(("由", *context.post(group.head), "任组长"))
    if group.members:
        text.append(("成员为", *context.units(group.members)))
    if group.headcount:
        text.append(("人员：", *join(_count(context, entry) for entry in group.headcount)))
    body: Inline = (*join(text, "，"), *_duty(group.duty)) if text else _duty(group.duty)[1:]
    return Item((*inline(group.name), "。"), body, key=group.id, given=given(group.given))


def _count(context: Context, entry: Headcount) -> Inline:
    return (*context.unit(entry.unit), *inline(entry.n))


def _role(context: Context, role: Role) -> Block:
    text: list[Inline] = []
    if role.per:
        text.append(inline(role.per))
    if role.post:
        text.append(("由", *context.post(role.post), "担任"))
    body: Inline = (*join(text, "，"), *_duty(role.duty)) if text else _duty(role.duty)[1:]
    return Item((*inline(role.title), "。"), body, key=role.id)
