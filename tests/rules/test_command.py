"""``scripts/validate.py``: what it prints in each form and how it leaves."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Put

from macros.model.finding import Finding
from macros.rules import command
from macros.rules.command import main

SCRIPT = Path(__file__).parent.parent.parent / "scripts" / "validate.py"
BAD = "goals: [一、楼道畅通]\n"
WARNED = "goals: [由综治办调度]\n"


def test_a_project_without_mistakes_leaves_with_0(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(root, []) == 0
    assert capsys.readouterr().out == "0 个错误，0 个警告\n"


def test_text_names_file_line_column_code_and_the_way_out(
    root: Path, put: Put, capsys: pytest.CaptureFixture[str]
) -> None:
    put(BAD, "plans/sample.yml")
    assert main(root, []) == 1
    assert capsys.readouterr().out.splitlines() == [
        "data/plans/sample.yml:41:9: 错误 E702 手写了序号“一、”",
        "  提示：删去，序号由程序按层级编；几件事分成几项",
        "1 个错误，0 个警告",
    ]


def test_json_is_a_list_of_findings(
    root: Path, put: Put, capsys: pytest.CaptureFixture[str]
) -> None:
    put(BAD, "plans/sample.yml")
    assert main(root, ["--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "file": "data/plans/sample.yml",
            "line": 41,
            "column": 9,
            "code": "E702",
            "severity": "error",
            "message": "手写了序号“一、”",
            "hint": "删去，序号由程序按层级编；几件事分成几项",
        }
    ]


def test_json_of_a_fine_project_is_an_empty_list(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(root, ["--format=json"])
    assert json.loads(capsys.readouterr().out) == []


def test_github_annotations_stand_at_file_and_line(
    root: Path, put: Put, capsys: pytest.CaptureFixture[str]
) -> None:
    put(WARNED, "plans/sample.yml")
    assert main(root, ["--format", "github"]) == 0
    assert capsys.readouterr().out.startswith(
        "::warning file=data/plans/sample.yml,line=41,col=9::W704 过时或不妥的说法“综治办”%0A提示："
    )


def test_an_annotation_cannot_be_broken_by_what_it_quotes() -> None:
    finding = Finding("data/a,b:c.yml", 1, 2, "E101", "error", "100%\n::error::", "x\r")
    assert command.annotation(finding) == (
        "::error file=data/a%2Cb%3Ac.yml,line=1,col=2::E101 100%25%0A::error::%0A提示：x%0D"
    )


@pytest.mark.parametrize(("arguments", "status"), [([], 0), (["--strict"], 1)])
def test_warnings_fail_only_when_strict(
    arguments: list[str], status: int, root: Path, put: Put
) -> None:
    put(WARNED, "plans/sample.yml")
    assert main(root, arguments) == status


def test_only_the_files_asked_for_are_reported(root: Path, put: Put) -> None:
    put(BAD, "plans/sample.yml")
    plans = root / "data" / "plans"
    assert main(root, [str(plans / "other.yml")]) == 0
    assert main(root, [str(plans / "sample.yml")]) == 1
    assert main(root, [str(plans)]) == 1


def test_a_plan_outside_the_project_is_checked_with_its_registers(
    root: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path_factory.mktemp("elsewhere") / "draft.yml"
    draft.write_text("id: draft\nissuer: [办事处]\n", "utf-8")
    assert main(root, [str(draft)]) == 1
    told = capsys.readouterr().out
    assert f"{draft}:2:10: 错误 E201 单位或工作组“办事处”没有登记" in told
    assert "“办事处”是“街道”的别称，请统一写“街道”" in told


def test_a_dangling_link_asked_for_is_a_finding(root: Path) -> None:
    link = root / "data" / "plans" / "x.yml"
    link.symlink_to("nowhere")
    assert main(root, [str(link)]) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["--wrong"],
        ["--format", "xml"],
        ["--format"],
        ["--explain"],
        ["no.yml"],
    ],
)
def test_wrong_usage_leaves_with_2_and_says_so_in_chinese(
    arguments: list[str], root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        status = main(root, arguments)
    except SystemExit as left:
        status = int(str(left.code))
    assert status == 2
    assert capsys.readouterr().err.startswith("用法有误：")


def test_a_broken_tool_leaves_with_2(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(command, "validate", broken)
    assert main(root, []) == 2
    assert "检查工具自己出了错" in capsys.readouterr().err


def test_help_is_chinese(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(root, ["--help"])
    assert left.value.code == 0
    told = capsys.readouterr().out
    assert "用法：" in told
    assert "只看这些文件或文件夹" in told


def test_the_script_explains_a_rule() -> None:
    told = subprocess.run(
        [sys.executable, str(SCRIPT), "--explain", "E203"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert told.startswith("E203 阶段要存在（错误")
    assert "这样不行：" in told
    assert "这样可以：" in told


def test_an_unknown_rule_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(SCRIPT.parent.parent, ["--explain", "E20三"]) == 2
    assert "没有规则“E20三”。是否想写“E2" in capsys.readouterr().err
