"""Names of persons in prose are caught; offices, units and everyday words are not."""

import pytest

from macros.rules.names import person


@pytest.mark.parametrize(
    "text",
    [
        "由李晓明同志任组长",
        "组长：张一帆，成员：王小燕",
        "副组长王小川同志负责日常",
        "办公室主任由陈一粟担任",
        "城管局董小舟带队",
        "刘小禾、杨一苇等同志为成员",
        "联系人：何小舟",
        "张小帆（组长）",
        "社区/王书记",
        "社区/李小明负责人",
        "电话 13812345678",
        "证件号 110101199003078888",
    ],
)
def test_a_person_is_caught(text: str) -> None:
    assert person(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "城管局/主要负责同志",
        "街道/安全负责人",
        "成员：社区、物业",
        "责任人：项目经理",
        "联系人：社区网格员",
        "由街道副主任任组长",
        "由分管同志牵头",
        "请有关同志到场",
        "老同志带队巡查",
        "由白马街道牵头",
        "由文明办牵头、党员带队",
        "施工负责人：由施工单位指定",
        "投诉电话 12345",
        "编号 20261123000000000001",
    ],
)
def test_who_is_no_person_is_left_alone(text: str) -> None:
    assert person(text) is None
