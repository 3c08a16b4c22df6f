"""A table of places: read in what offices use, checked whole, written whole or not at all."""

import io
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import docx as word
import openpyxl
import pytest
from batch_support import left_over, table

from macros.fill.rows import MAX_UNZIPPED, serial_date
from macros.writers import command


def _rows(examples: dict[str, str], *places: str) -> list[dict[str, str]]:
    facts = enumerate(places, 1)
    return [{**examples, "小区": place, "户数": str(100 + i)} for i, place in facts]


def _saved(folder: Path, rows: list[dict[str, str]], encoding: str = "utf-8") -> Path:
    path = folder / "各小区.csv"
    path.write_bytes(table(rows).encode(encoding))
    return path


def _sheet(folder: Path, rows: list[dict[str, Any]]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(rows[0]))
    for row in rows:
        sheet.append(list(row.values()))
    path = folder / "各小区.xlsx"
    book.save(path)
    return path


def _words(path: Path) -> str:
    return "\n".join(p.text for p in word.Document(str(path)).paragraphs)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_tables_are_read_in_every_encoding_of_an_office(
    encoding: str, call: Any, examples: dict[str, str], tmp_path: Path
) -> None:
    path = _saved(tmp_path, _rows(examples, "晨光里", "㙍头村𠮷"), encoding)
    status, said, _ = call("--batch", path, "-o", tmp_path / "出")
    assert (status, said) == (0, f"已写出 2 份到 {tmp_path / '出'}\n")
    names = left_over(tmp_path / "出")
    assert [name.removesuffix("环境秩序一周集中整治工作方案.docx") for name in names] == [
        "㙍头村𠮷",
        "晨光里",
    ]


def test_excel_tables_may_hold_dates_serial_days_and_numbers(
    call: Any, examples: dict[str, str], tmp_path: Path
) -> None:
    rows: list[dict[str, Any]] = list(_rows(examples, "甲", "乙", "丙"))
    rows[0]["起始日"], rows[1]["起始日"] = datetime(2026, 12, 1), 46357  # noqa: DTZ001 - as openpyxl
    rows[2]["起始日"], rows[2]["成文日期"] = "2026年12月1日", date(2026, 11, 30)
    rows[0]["户数"], rows[1]["户数"] = 860, 860.0
    path = _sheet(tmp_path, rows)
    assert call("--batch", path, "--format", "txt", "-o", tmp_path / "出")[0] == 0
    for place in "甲乙丙":
        (file,) = (tmp_path / "出").glob(f"{place}*.txt")
        assert "2026年12月1日" in file.read_text(encoding="utf-8")
    assert "2026年11月30日" in file.read_text(encoding="utf-8")


def test_a_number_is_a_day_only_where_days_are_asked_for() -> None:
    assert serial_date("46357") == "2026-12-01"
    assert serial_date("860") == "860"
    assert serial_date("第46357号") == "第46357号"


def test_every_problem_has_its_row_and_column_and_nothing_is_written(
    call: Any, examples: dict[str, str], tmp_path: Path
) -> None:
    rows: list[dict[str, Any]] = list(_rows(examples, "甲", "乙", "丙", "丁"))
    rows[0] |= {"户数": "很多", "起始日": "2026-02-30"}
    rows[1] |= {"单元数": "=1+1"}
    rows[2] |= {"户数": "", "居民诉求": ""}
    for row in rows:
        row["小曲"] = "甲"
    status, _, complaint = call("--batch", _sheet(tmp_path, rows), "-o", tmp_path / "出")
    assert status == 1
    assert [line for line in complaint.splitlines() if not line.startswith("提醒")] == [
        "第 1 行“小曲”：这份方案没有这一项（是否想写“小区”？）",
        "第 2 行“起始日”：“2026-02-30”不是真实的日期（写成 2026-12-01）",
        "第 2 行“户数”：“很多”不是整数（只写数字，不带单位）",
        "第 3 行“单元数”是公式“=1+1”，请复制后“粘贴为数值”",
        "第 4 行还没填：户数、居民诉求",
        "什么也没有写出，改好表格再来",
    ]
    assert left_over(tmp_path) == ["各小区.xlsx"]


def test_the_same_facts_and_names_of_other_places_are_pointed_at(
    call: Any, examples: dict[str, str], tmp_path: Path
) -> None:
    rows = [{**examples, "小区": place} for place in ("甲", "乙", "丙")]
    rows[2] |= {"户数": "1", "居民诉求": "朝阳街道没人管"}
    status, _, complaint = call("--batch", _saved(tmp_path, rows), "-o", tmp_path / "出")
    assert status == 0
    assert "提醒：第 3 行的本地情况与第 2 行完全相同" in complaint
    assert "提醒：第 4 行“居民诉求”里出现“朝阳街道”" in complaint
    assert "第 4 行的本地情况" not in complaint


def test_repeated_names_are_numbered_and_old_files_are_kept(
    call: Any, examples: dict[str, str], tmp_path: Path
) -> None:
    rows = [{**examples, "小区": "甲", "户数": str(n)} for n in range(3)]
    path, out = _saved(tmp_path, rows), tmp_path / "出"
    stem = "甲环境秩序一周集中整治工作方案"
    assert call("--batch", path, "-o", out)[0] == 0
    first = {name: (out / name).read_bytes() for name in left_over(out)}
    assert list(first) == [f"{stem}.docx", f"{stem}（2）.docx", f"{stem}（3）.docx"]
    assert call("--batch", path, "-o", out)[0] == 0
    assert len(left_over(out)) == 6
    assert {name: (out / name).read_bytes() for name in first} == first


def test_a_table_becomes_one_archive(call: Any, examples: dict[str, str], tmp_path: Path) -> None:
    path, out = _saved(tmp_path, _rows(examples, "../../甲", "CON", "乙:丙")), tmp_path / "出.zip"
    assert call("--batch", path, "-o", out)[0] == 0
    once = out.read_bytes()
    with zipfile.ZipFile(out) as archive:
        assert archive.testzip() is None
        assert all(not set(name) & set('\\/:*?"<>|') for name in archive.namelist())
        assert len(archive.namelist()) == 3
    assert call("--batch", path, "-o", out)[0] == 0
    assert out.read_bytes() == once
    assert left_over(tmp_path) == ["出.zip", "各小区.csv"]


def test_entries_on_the_line_hold_for_all_rows(
    call: Any, examples: dict[str, str], tmp_path: Path
) -> None:
    rows = [{"小区": "甲", "户数": "7"}, {"小区": "乙", "户数": ""}]
    common = [f"--set={name}={text}" for name, text in examples.items() if name != "起始日"]
    path = _saved(tmp_path, rows)
    arguments = ("--start", "2026-12-01", *common, "--format", "txt", "-o", tmp_path / "出")
    assert call("--batch", path, *arguments)[0] == 0
    texts = [file.read_text(encoding="utf-8") for file in sorted((tmp_path / "出").iterdir())]
    assert "7户" in texts[1]
    assert f"{examples['户数']}户" in texts[0]


def test_rows_with_blanks_are_marked_when_allowed(
    call: Any, examples: dict[str, str], tmp_path: Path
) -> None:
    rows = _rows(examples, "甲", "乙")
    rows[1]["居民诉求"] = ""
    path = _saved(tmp_path, rows)
    assert call("--batch", path, "--allow-blanks", "-o", tmp_path / "出")[0] == 0
    assert [("（未填完）" in name, name[0]) for name in left_over(tmp_path / "出")] == [
        (True, "乙"),
        (False, "甲"),
    ]


@pytest.mark.parametrize("kind", ["夹", "包.zip"])
def test_a_failure_on_the_way_leaves_nothing(
    kind: str, call: Any, examples: dict[str, str], tmp_path: Path, monkeypatch: Any
) -> None:
    made = []

    def failing(filling: Any, _: str) -> bytes:
        made.append(filling)
        if len(made) == 3:
            raise OSError(28, "No space left on device", "磁盘")
        return b"x"

    monkeypatch.setitem(command.FORMATS, "docx", (".docx", failing))
    path = _saved(tmp_path, _rows(examples, *"甲乙丙丁"))
    status, _, complaint = call("--batch", path, "-o", tmp_path / kind)
    assert (status, len(made)) == (2, 3)
    assert "磁盘" in complaint
    assert left_over(tmp_path) == ["各小区.csv"]


def test_a_failure_while_moving_in_takes_back_what_has_moved(
    call: Any, examples: dict[str, str], tmp_path: Path, monkeypatch: Any
) -> None:
    moves, replace = [], Path.replace

    def failing(self: Path, target: Path) -> Path:
        moves.append(self)
        if len(moves) == 3:
            raise PermissionError(13, "Permission denied", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    path = _saved(tmp_path, _rows(examples, *"甲乙丙丁"))
    (tmp_path / "出").mkdir()
    (tmp_path / "出" / "旧.docx").write_bytes(b"old")
    assert call("--batch", path, "-o", tmp_path / "出")[0] == 2
    assert left_over(tmp_path / "出") == ["旧.docx"]
    assert left_over(tmp_path) == ["出", "各小区.csv"]


def test_the_blank_table_goes_round(call: Any, examples: dict[str, str], tmp_path: Path) -> None:
    blank = tmp_path / "空白表.xlsx"
    assert call("--batch-template", "-o", blank)[0] == 0
    once = blank.read_bytes()
    assert call("--batch-template", "-o", blank)[0] == 0
    assert blank.read_bytes() == once
    book = openpyxl.load_workbook(blank)
    sheet = book.worksheets[0]
    names = [cell.value for cell in sheet[1]]
    assert names == list(examples)
    prompts = {rule.promptTitle: rule for rule in sheet.data_validations.dataValidation}
    assert set(prompts) == set(names)
    assert prompts["组织方式"].formula1 == '"由科室牵头,设领导小组"'
    assert "例：" in prompts["小区"].prompt
    assert sheet.column_dimensions["A"].number_format == "@"
    sheet.append(list(examples.values()))
    book.save(blank)
    assert call("--batch", blank, "-o", tmp_path / "出")[0] == 0
    assert len(left_over(tmp_path / "出")) == 1


def test_a_blank_table_is_not_a_batch(call: Any, tmp_path: Path) -> None:
    call("--batch-template", "-o", tmp_path / "空白表.xlsx")
    status, _, complaint = call("--batch", tmp_path / "空白表.xlsx", "-o", tmp_path / "出")
    assert status == 1
    assert "表里没有要填的行" in complaint


def _bomb() -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w") as part,
    ):
        for _ in range(MAX_UNZIPPED // 1_000_000 + 1):
            part.write(bytes(1_000_000))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("空.csv", b"", "第 1 行没有列名"),
        ("空行.csv", b"\n\n", "第 1 行没有列名"),
        ("重.csv", "小区,小区\n甲,乙\n".encode(), "列名重复：小区"),
        ("引号.csv", '小区,户数\n"甲,1\n'.encode(), "不是完好的 CSV"),
        ("零.csv", "小区,户数\n甲\x00,1\n".encode(), ""),
        ("图.csv", b"\x89PNG\r\n\x1a\n\xff\xff\xff\xff", "编码认不出"),
        ("假.xlsx", b"not a zip", "不是完好的 Excel 文件"),
        ("断.xlsx", b"PK\x03\x04" + bytes(40), "不是完好的 Excel 文件"),
    ],
)
def test_a_file_that_is_no_table_is_refused_kindly(
    name: str, content: bytes, told: str, call: Any, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    status, _, complaint = call("--batch", tmp_path / name, "-o", tmp_path / "出")
    assert status in {1, 2}
    assert told in complaint
    assert complaint.strip()
    assert "Traceback" not in complaint
    assert left_over(tmp_path) == [name]


def test_a_zip_bomb_is_not_opened(call: Any, tmp_path: Path) -> None:
    (tmp_path / "弹.xlsx").write_bytes(_bomb())
    status, _, complaint = call("--batch", tmp_path / "弹.xlsx", "-o", tmp_path / "出")
    assert status == 2
    assert "解开后过大" in complaint


def test_a_workbook_with_another_content_is_refused_kindly(call: Any, tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<oops")
        archive.writestr("xl/workbook.xml", "<oops")
    (tmp_path / "坏.xlsx").write_bytes(stream.getvalue())
    status, _, complaint = call("--batch", tmp_path / "坏.xlsx", "-o", tmp_path / "出")
    assert status == 2
    assert "不是完好的 Excel 文件" in complaint


def test_a_cell_beyond_the_heading_is_pointed_at(
    call: Any, examples: dict[str, str], tmp_path: Path
) -> None:
    text = table(_rows(examples, "甲")).rstrip("\r\n") + ",多写的\r\n"
    (tmp_path / "表.csv").write_text(text, encoding="utf-8")
    status, _, complaint = call("--batch", tmp_path / "表.csv", "-o", tmp_path / "出")
    assert status == 1
    assert "第 2 行“多写的”上面没有列名" in complaint


HOSTILE = {
    "小区": "=cmd|'/c calc'!A1",
    "重点部位": "</w:t> & < > \" ' ]]> {{x}} $& 【x】 BEGIN:VEVENT",
    "居民诉求": "🙂𠮷\n第二行\r\n+86 @SUM(1)",
    "公示栏位置": "长" * 40_000,
}


@pytest.mark.parametrize("kind", ["docx", "xlsx", "ics", "md", "txt", "set"])
def test_hostile_cells_become_correct_files(
    kind: str, call: Any, examples: dict[str, str], tmp_path: Path
) -> None:
    path = _saved(tmp_path, [{**examples, **HOSTILE}])
    assert call("--batch", path, "--format", kind, "-o", tmp_path / "出")[0] == 0
    (written,) = (tmp_path / "出").iterdir()
    content = written.read_bytes()
    if kind in {"docx", "xlsx", "set"}:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert archive.testzip() is None
    if kind == "docx":
        text = _words(written)
        assert HOSTILE["重点部位"] in text
        assert HOSTILE["公示栏位置"] in text
        assert "🙂𠮷\n第二行\n+86 @SUM(1)" in text


@pytest.mark.slow
def test_a_thousand_rows_become_a_thousand_files(
    call: Any, examples: dict[str, str], tmp_path: Path
) -> None:
    path = _saved(tmp_path, _rows(examples, *(f"第{n}小区" for n in range(1000))))
    assert call("--batch", path, "-o", tmp_path / "出.zip")[0] == 0
    with zipfile.ZipFile(tmp_path / "出.zip") as archive:
        assert len(archive.namelist()) == 1000
        inside = archive.read(archive.namelist()[537])
    assert "第537小区" in "\n".join(p.text for p in word.Document(io.BytesIO(inside)).paragraphs)
