"""Claims about the built HTML, without a browser."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from zipfile import ZipFile

import html5lib
import pytest

from macros.model.library import Library
from macros.model.registers import Unit

BLANK = {"blank", "pending", "moment"}
"""Marks of what is still open: a blank, a figure to be computed, a time that waits for a date."""
RESOURCES = (
    "//script/@src | //link[@rel!='canonical']/@href | //img/@src | //iframe/@src"
    " | //source/@src | //object/@data | //form/@action | //use/@href"
)
KEYS = {
    "schema", "id", "phase", "covers", "policy", "task", "given", "coordinator_given", "kind", "type", "outline",
    "by", "when", "within", "per", "unit", "lead", "support", "who", "to", "at", "owner", "units", "issuer",
    "head", "deputies", "members", "director", "post", "span", "sections", "number", "total", "price",
}  # fmt: skip
"""Keys whose values are references, codes or times: pages show what they stand for."""


def text_of(node: Any) -> str:
    return "".join(node.text_content().split())


def prose(page: Any) -> Iterator[tuple[str, Any]]:
    """Every stretch of text outside code and scripts, with the element that holds it."""
    for node in page.iter():
        if not isinstance(node.tag, str) or node.tag in {"script", "style", "code", "pre"}:
            continue
        yield node.text or "", node
        yield from ((child.tail or "", node) for child in node)


def leaves(value: Any, *, optional: bool = False) -> Iterator[tuple[str, bool]]:
    """The texts of a record, each with whether it is printed only by choice."""
    if isinstance(value, str):
        if not re.fullmatch(r"[a-z][a-z0-9-]*", value):  # a key, such as an attachment's
            yield value, optional
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item, optional=optional)
    elif isinstance(value, dict):
        chosen = optional or "given" in value or "coordinator_given" in value
        for key, item in value.items():
            if key not in KEYS:
                yield from leaves(item, optional=chosen)


def fragments(text: str, units: Mapping[str, Unit]) -> list[str]:
    """A text without its blanks, line marks and closing stop, white space removed.

    Units, in prose or alone in the cell of a table, are expected by their printed names.
    """
    keys = text.split("、")
    if all(key in units for key in keys):
        text = "|".join(units[key].name for key in keys)
    text = re.sub(r"【@([^】]*)】", lambda found: f"|{units[found[1]].name}|", text)
    parts = re.split(r"【[^】]*】|\|", text)
    return [cleaned for part in parts if (cleaned := "".join(part.split()).strip("。"))]


def test_no_template_text_is_left_on_any_page(pages: dict[str, Any]) -> None:
    for name, page in pages.items():
        words = "".join(text for text, _ in prose(page))
        assert not re.search(r"\{\{|\{%|\}\}|Macro (Rendering|Syntax) Error|Undefined", words), name


def test_every_bracket_on_a_page_is_a_marked_blank(pages: dict[str, Any]) -> None:
    for name, page in pages.items():
        if name.startswith("contribute/"):  # explains how blanks are written
            continue
        for text, node in prose(page):
            if "【" in text:
                classes = {
                    c for n in (node, *node.iterancestors()) for c in n.get("class", "").split()
                }
                assert classes & BLANK, f"{name}: {text.strip()[:60]}"


def test_every_text_of_a_record_is_on_its_page(
    pages: dict[str, Any], site: Path, library: Library
) -> None:
    for slug, plan in library.plans.items():
        page = text_of(pages[f"plans/{slug}/index.html"].get_element_by_id("main"))
        program = "".join((site / "plans" / slug / "program.js").read_text("utf-8").split())
        record = plan.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        for text, optional in leaves(record):
            for part in fragments(text, library.units):
                assert part in page or (optional and part in program), f"{slug}: {text}"


def test_every_link_and_anchor_inside_the_site_resolves(pages: dict[str, Any], site: Path) -> None:
    anchors = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    for name, page in pages.items():
        if name == "404.html":  # served at any address
            continue
        for href in page.xpath("//a/@href | //link/@href | //script/@src"):
            target = urlsplit(urljoin(f"http://site/{name}", href))
            if target.netloc != "site":
                continue
            path = unquote(target.path).lstrip("/")
            path += "index.html" if not path or path.endswith("/") else ""
            assert (site / path).is_file(), f"{name}: {href}"
            if target.fragment:
                assert unquote(target.fragment) in anchors[path], f"{name}: {href}"


@pytest.mark.slow
def test_every_page_is_valid_html(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        parser = html5lib.HTMLParser()
        parser.parse(path.read_text(encoding="utf-8"))
        found = [f"{line}:{column} {code} {data}" for (line, column), code, data in parser.errors]
        assert not found, f"{path.relative_to(site)}: {found[:5]}"


def test_no_page_takes_anything_from_another_host(pages: dict[str, Any]) -> None:
    for name, page in pages.items():
        for address in page.xpath(RESOURCES):
            assert not re.match(r"(https?:)?//", address), f"{name}: {address}"


def test_style_sheets_take_nothing_from_another_host(site: Path) -> None:
    for path in site.rglob("*.css"):
        for address in re.findall(r"url\(([^)]*)\)", path.read_text(encoding="utf-8")):
            assert not re.match(r"[\"']?(https?:)?//", address), f"{path.name}: {address[:80]}"


def test_every_page_has_the_strict_policy_and_nothing_inline(pages: dict[str, Any]) -> None:
    for name, page in pages.items():
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'"), name
        assert "unsafe" not in policy
        assert not re.search(r"https?:|\*", policy)
        assert not page.xpath("//script[not(@src) and not(@type='application/json')]"), name
        assert not page.xpath("//style | //*[@style] | //a[starts-with(@href, 'javascript:')]"), (
            name
        )
        assert not [a for a in page.xpath("//@*") if a.attrname.startswith("on")], name


def test_ids_are_unique_on_every_page(pages: dict[str, Any]) -> None:
    for name, page in pages.items():
        twice = [key for key, n in Counter(page.xpath("//@id")).items() if n > 1]
        assert not twice, f"{name}: {twice}"


def test_headings_go_down_one_level_at_a_time(pages: dict[str, Any]) -> None:
    for name, page in pages.items():
        levels = [int(node.tag[1]) for node in page.xpath("//h1|//h2|//h3|//h4|//h5")]
        assert levels.count(1) == 1, name
        assert levels[0] == 1, name
        for above, below in pairwise(levels):
            assert below <= above + 1, f"{name}: h{above} h{below}"


def test_every_page_speaks_chinese_and_has_its_landmarks(pages: dict[str, Any]) -> None:
    for name, page in pages.items():
        assert page.get("lang", "").startswith("zh"), name
        for mark in ("header", "main", "footer"):
            assert len(page.xpath(f"//{mark}")) == 1, f"{name}: {mark}"
        assert page.xpath("//title/text()"), name


def test_every_table_names_its_columns(pages: dict[str, Any]) -> None:
    for name, page in pages.items():
        for table in page.xpath("//table"):
            assert table.xpath(".//thead//th"), f"{name}: {text_of(table)[:40]}"
            if "ps-" in table.get("class", ""):
                assert not table.xpath(".//th[not(@scope)]"), f"{name}: {text_of(table)[:40]}"


def test_every_plan_has_its_blank_word_file(
    pages: dict[str, Any], site: Path, library: Library
) -> None:
    for slug, plan in library.plans.items():
        (link,) = pages[f"plans/{slug}/index.html"].xpath("//a[@data-blank='docx']")
        assert link.get("download") == f"{plan.title}（空白）.docx"
        with ZipFile(site / "plans" / slug / f"{slug}.docx") as package:
            assert plan.local.collect
            assert "【待填：" in package.read("word/document.xml").decode()


@pytest.mark.parametrize("overview", ["", "checklists/", "timelines/", "compare/", "api/"])
def test_every_plan_is_in_every_overview(
    overview: str, pages: dict[str, Any], library: Library
) -> None:
    page = text_of(pages[f"{overview}index.html"].get_element_by_id("main"))
    for plan in library.plans.values():
        if plan.tasks or overview != "checklists/":
            assert plan.title in page


def test_every_policy_and_term_has_an_anchor(pages: dict[str, Any], library: Library) -> None:
    policies, terms = pages["policies/index.html"], pages["glossary/index.html"]
    assert set(library.policies) <= set(policies.xpath("//@id"))
    assert set(library.terms) <= set(terms.xpath("//@id"))


def test_notices_stand_in_one_box_with_the_first_one_open(
    pages: dict[str, Any], library: Library
) -> None:
    for slug, plan in library.plans.items():
        boxes = pages[f"plans/{slug}/index.html"].xpath("//*[@class='ps-notices']")
        assert len(boxes) == bool(plan.notices)
        for box in boxes:
            assert len(box.xpath(".//li")) == len(plan.notices)
            assert len(box.xpath("./ul/li")) == 1


def test_the_edit_link_appears_only_with_a_repository(pages: dict[str, Any]) -> None:
    for name, page in pages.items():
        if name.startswith("plans/"):
            links = page.xpath("//ul[@class='ps-links']//a/text()")
            assert "报告问题" in links
            assert "编辑这份模板" not in links
