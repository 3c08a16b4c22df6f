"""What every record type shares: strictness, identifiers and text types.

Field docstrings are read by people: ``标题｜说明｜例`` (title, description,
example). They become the titles, descriptions and examples of the JSON Schema
and of the field reference.
"""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, WithJsonSchema


class Record(BaseModel):
    """A part of a record: unknown keys are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Prose; may hold blanks such as ``【小区】``."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
"""A lower-case name that is part of an address."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=40)]
"""A stable key inside one record: it never changes once published."""

UnitRef = Annotated[
    str, StringConstraints(min_length=1, max_length=20), WithJsonSchema({"refers": "单位"})
]
"""A key of ``data/units.yml``."""

LeadRef = Annotated[
    str, StringConstraints(min_length=1, max_length=40), WithJsonSchema({"refers": "牵头"})
]
"""A unit, the id of a working group of the same plan, or ``各组``."""

MemberRef = Annotated[
    str, StringConstraints(min_length=1, max_length=40), WithJsonSchema({"refers": "成员"})
]
"""A unit or a post."""

PolicyRef = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9-]+$"), WithJsonSchema({"refers": "政策"})
]
"""A key of ``data/policies.yml``."""

OFFICES = (
    "主要负责同志|分管负责同志|负责同志|负责人|带班负责同志|主任|副主任|书记|副书记|"
    "科长|站长|所长|队长|组长|网格长|网格员|楼栋长|项目经理|联络员|工作人员|全体人员"
)
"""Endings a post may have: a closed list, so that no field can hold a name."""

Post = Annotated[
    str,
    StringConstraints(pattern=rf"^[^/\s]+/[^/\s]{{0,10}}?({OFFICES})$"),
]
"""``单位/职务``, never a person."""

Given = Annotated[str, StringConstraints(pattern=r"^[^=\s]+=[^=]+$")]
"""``变量=选项``: printed only when that choice is made."""


def _real(text: str) -> str:
    """Refuse a day no calendar has, such as February 30."""
    try:
        date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"“{text}”不是真实的日期：写作 年-月-日，如 2026-11-23") from None
    return text


Date = Annotated[
    str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_real)
]
"""A calendar date, ISO 8601."""
