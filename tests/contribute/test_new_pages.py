"""From scaffold to page: a new plan type, and five of other kinds, in a site of their own."""

import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from contribute_support import ROOT

from macros.model.load import yaml_files

pytestmark = pytest.mark.slow

OTHERS = yaml_files(ROOT / "tests" / "fixtures" / "plans")
PAGES = ["dog-keeping", *(path.stem for path in OTHERS)]


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(
        [sys.executable, *command], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-3000:]
    return done.stdout


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with six more plans, and its site."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("data", "docs", "macros", "scripts", "web"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for path in OTHERS:
        shutil.copy(path, folder / "data" / "plans")
    run(folder, "scripts/new_plan.py", "dog-keeping", "--title", "小区养犬登记工作方案")
    run(folder, "scripts/validate.py")
    run(folder, "scripts/publish_list.py")
    run(folder, "-m", "mkdocs", "build", "--strict", "-q", "-d", "site")
    return folder


class Text(HTMLParser):
    """The words of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def words(project: Path, address: str) -> str:
    return "".join(Text((project / "site" / address / "index.html").read_text("utf-8")).words)


@pytest.mark.parametrize("slug", PAGES)
def test_a_new_plan_has_a_page_with_its_parts_and_files(slug: str, project: Path) -> None:
    said = words(project, f"plans/{slug}")
    for part in ("正文骨架", "时间轴", "任务清单", "责任矩阵", "修改记录"):
        assert part in said
    folder = project / "site" / "plans" / slug
    assert (folder / f"{slug}.docx").stat().st_size > 5000
    assert (folder / "program.js").exists()
    assert (project / "site" / "api" / "plans" / f"{slug}.json").exists()


@pytest.mark.parametrize("slug", PAGES)
def test_a_new_plan_stands_on_the_home_page_and_in_the_list_of_what_stays(
    slug: str, project: Path
) -> None:
    home = (project / "site" / "index.html").read_text("utf-8")
    assert f"plans/{slug}/" in home
    assert f"  {slug}:" in (project / "data" / "published.yml").read_text("utf-8")


def test_the_scaffolds_questions_are_seen_on_its_page(project: Path) -> None:
    assert "待写：看得见、查得到的状态" in words(project, "plans/dog-keeping")


def test_other_kinds_show_what_makes_them_different(project: Path) -> None:
    assert "每周二、周六" in words(project, "plans/dog-manners")
    assert "5—9月" in words(project, "plans/flood-season")
    assert "民政局" in words(project, "plans/elder-canteen")
    assert "自印发之日起30天" in words(project, "plans/building-stewards")
    assert "另计：虚报一次时长" in words(project, "plans/volunteer-points")


def test_the_reference_pages_are_part_of_the_site(project: Path) -> None:
    assert "别人勾选过的记录会跟过来" in words(project, "contribute/fields")
    assert "E203 阶段要存在" in words(project, "contribute/rules")
    assert '{{ checklist("residential-cleanup-week") }}' in words(project, "contribute/macros")
