"""The reference pages say all there is: every field, every rule, every part."""

import html
import re
from pathlib import Path

import pytest
import yaml
from contribute_support import ROOT
from pydantic import BaseModel

from macros.model.fields import doc, keys
from macros.model.load import load_library
from macros.rules.catalogue import catalogue
from macros.rules.registry import codes
from macros.rules.run import validate
from macros.site.catalogue import Catalogue
from macros.site.fragments import Fragments, public
from macros.site.reference import FILES, all_models, fields

FRAGMENTS = Fragments(Catalogue(load_library(ROOT).partial))
DOCS = ROOT / "docs" / "contribute"
PAGES = sorted(path.stem for path in DOCS.glob("*.md"))


class Page:
    """As much of a MkDocs page as a macro asks for."""

    url = "contribute/macros/"


@pytest.fixture(scope="module")
def field_page() -> str:
    return html.unescape(FRAGMENTS.field_reference())


@pytest.fixture(scope="module")
def rule_page() -> str:
    return FRAGMENTS.rule_reference()


@pytest.fixture(scope="module")
def macro_page() -> str:
    return html.unescape(FRAGMENTS.macro_reference(Page()))  # type: ignore[arg-type]


@pytest.mark.parametrize("model", all_models(), ids=lambda model: model.__name__)
def test_every_kind_of_record_is_told_with_all_its_fields(
    model: type[BaseModel], field_page: str
) -> None:
    assert f'<h2 id="{model.__name__}">' in field_page
    for key, field in keys(model).items():
        row = re.search(rf'<tr id="{model.__name__}-{key}">(.*)</tr>', field_page)
        assert row, key
        assert all(text and text in row[1] for text in doc(field)), key
        assert ("必填" in row[1].partition("</th>")[0]) is field.is_required()


def test_the_choices_of_a_closed_list_are_named(field_page: str) -> None:
    row = next(line for line in field_page.splitlines() if 'id="Plan-scene"' in line)
    assert "小区、社区、村、街道乡镇、市县" in row
    row = next(line for line in field_page.splitlines() if 'id="Column-type"' in line)
    assert "text、int、money、date、enum、sign、photo" in row


def test_a_field_leads_to_the_record_inside_it(field_page: str) -> None:
    targets = set(re.findall(r'href="#(\w+)"', field_page))
    assert targets == {model.__name__ for model in all_models()}


def test_every_file_of_data_is_told(field_page: str) -> None:
    names = {path.relative_to(ROOT).as_posix() for path in (ROOT / "data").glob("*.yml")}
    folders = {f"data/{path.name}/" for path in (ROOT / "data").iterdir() if path.is_dir()}
    assert set(FILES) == names | folders - {"data/schema/"}
    assert all(f"<code>{name}</code>" in field_page for name in FILES)


def test_no_field_is_told_twice() -> None:
    anchors = [(model, field.key) for model in all_models() for field in fields(model)]
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize("code", codes())
def test_every_rule_is_told_with_its_reason_and_both_examples(code: str, rule_page: str) -> None:
    text = catalogue(ROOT)[0][code]
    told = html.unescape(rule_page.partition(f'<h2 id="{code}">')[2].partition("<h2")[0])
    assert text.title in told
    assert text.why in told
    for example in (text.bad, text.good):
        assert example.rstrip() in told


def test_every_part_is_told_and_can_be_copied(macro_page: str) -> None:
    for name, method in public(FRAGMENTS).items():
        row = re.search(rf'<tr id="{name}">(.*)</tr>', macro_page)
        assert row, name
        first = (method.__doc__ or "").splitlines()[0]
        assert re.search(r"[\u4e00-\u9fff]", first), name
        assert first in row[1]
        assert f"{{{{ {name}(" in row[1]


def test_every_page_for_contributors_is_in_the_navigation() -> None:
    lines = (ROOT / "mkdocs.yml").read_text("utf-8")
    listed = re.findall(r"contribute/([\w-]+)\.md", lines)
    assert sorted(listed) == PAGES


@pytest.mark.parametrize(
    "path", [*DOCS.glob("*.md"), ROOT / "CONTRIBUTING.md"], ids=lambda p: p.name
)
def test_a_command_that_is_told_exists(path: Path) -> None:
    text = path.read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for script in re.findall(r"scripts/\w+\.py", text):
        assert (ROOT / script).exists(), script
    for target in re.findall(r"`make ([\w-]+)`|^make ([\w-]+)", text, re.MULTILINE):
        assert re.search(rf"^{''.join(target)}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize(
    "path", [*DOCS.glob("*.md"), ROOT / "CONTRIBUTING.md"], ids=lambda p: p.name
)
def test_a_yaml_example_in_the_text_can_be_read(path: Path) -> None:
    for block in re.findall(r"```yaml\n(.*?)```", path.read_text("utf-8"), re.DOTALL):
        assert yaml.safe_load(block)


def test_the_commented_record_has_nothing_wrong(tmp_path: Path) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    (block,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    path = tmp_path / "stairs-cleanup.yml"
    path.write_text(block, "utf-8")
    assert validate(ROOT, [path]) == []
    commented = [line for line in block.splitlines() if line[:1].isalpha() and "#" not in line]
    assert len(commented) <= 2  # changelog is too long for a comment; org has it below
