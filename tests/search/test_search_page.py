"""Searching as a person does it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import expect

from macros.bench.queries import load
from macros.search.records import Records

pytestmark = pytest.mark.browser

FIRST = ".ps-hit:first-child h3"


def type_with_input_method(page: Any, keys: str, text: str) -> None:
    """What an input method sends: the letters while they are composed, then the characters."""
    client = page.context.new_cdp_session(page)
    for end in range(1, len(keys) + 1):
        client.send(
            "Input.imeSetComposition",
            {"text": keys[:end], "selectionStart": end, "selectionEnd": end},
        )
    assert page.locator(".ps-hit").count() == 0, "nothing is searched while characters are composed"
    client.send("Input.insertText", {"text": text})


def titles(page: Any) -> list[str]:
    page.wait_for_selector(".ps-hit")
    return page.locator(".ps-hit h3").all_inner_texts()


@pytest.mark.parametrize("way", ["http", "file"])
def test_a_query_from_an_input_method_is_answered_served_and_from_the_disk(
    chromium: Any, served: str, folder: Path, way: str
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{served}index.html" if way == "http" else f"{folder.as_uri()}/index.html")
    page.focus("#find")
    type_with_input_method(page, "loudao", "楼道")
    type_again = page.context.new_cdp_session(page)
    type_again.send("Input.insertText", {"text": "里堆东西"})
    expect(page.locator(FIRST)).to_have_text("住宅小区环境秩序一周集中整治工作方案")
    page.click(".ps-hit:first-child li a:has-text('清理乱堆乱放')")
    page.wait_for_url(re.compile(r"residential-cleanup-week/index\.html#c-t-piles$"))
    assert page.locator("#c-t-piles").is_visible()
    context.close()


def test_results_come_while_one_types_and_stay_in_the_address(home: Any) -> None:
    home.locator("#find").press_sequentially("wangge")
    assert titles(home)[0] == "乡村“三治融合”治理工作方案"
    assert "?q=wangge" in home.url
    home.reload()
    assert titles(home)[0] == "乡村“三治融合”治理工作方案"


def test_the_words_asked_for_are_marked_also_in_another_form(home: Any) -> None:
    home.fill("#find", "電動摩托")
    titles(home)
    marked = home.locator(".ps-hit:first-child mark").all_inner_texts()
    assert any("非机动车" in text or "电动" in text for text in marked)


def test_what_is_not_covered_is_said_so_with_a_way_out(home: Any) -> None:
    home.fill("#find", "新冠疫苗接种点")
    home.wait_for_selector("[data-find-none]:not([hidden])")
    assert "没有直接对应" in home.inner_text("[data-find-status]")
    assert home.locator("[data-find-none] a[href*=contribute]").is_visible()
    assert home.locator(".ps-hit").count() == 3, "what is only near is kept short"


def test_the_keyboard_is_enough(home: Any) -> None:
    home.fill("#find", "托管")
    titles(home)
    home.press("#find", "ArrowDown")
    assert home.evaluate("document.activeElement.closest('.ps-hit') !== null")
    home.keyboard.press("ArrowUp")
    assert home.evaluate("document.activeElement.id") == "find"
    home.keyboard.press("Escape")
    assert home.input_value("#find") == ""
    assert home.locator(".ps-hit").count() == 0
    home.fill("#find", "托管")
    titles(home)
    home.keyboard.press("Enter")
    home.wait_for_url(re.compile("community-service-projects/index.html"))


def test_the_number_of_results_is_announced(home: Any) -> None:
    home.fill("#find", "居家养老")
    titles(home)
    status = home.locator("[data-find-status]")
    assert status.get_attribute("role") == "status"
    assert re.match(r"找到\d类", status.inner_text())


def test_filters_narrow_the_results(home: Any) -> None:
    home.fill("#find", "小广告")
    before = titles(home)
    home.locator("input[name=genre][value=汇报]").check(force=True)
    expect(home.locator(".ps-hit")).not_to_have_count(len(before))
    after = home.locator(".ps-hit h3").all_inner_texts()
    assert set(after) < set(before)
    assert set(after) <= {"社区党支部半年工作汇报"}
    assert "q=" in home.url


def test_the_header_of_every_page_leads_to_the_box(chromium: Any, served: str) -> None:
    page = chromium.new_page()
    page.goto(f"{served}policies/index.html")
    page.click("header a:has-text('搜索')")
    page.wait_for_selector("#find:focus")
    assert page.url.endswith("index.html#find")
    page.close()


def test_without_scripts_there_is_no_box_that_does_nothing(chromium: Any, served: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}index.html")
    assert not page.locator("#find").is_visible()
    assert page.locator("[data-cards] a").first.is_visible()
    context.close()


def test_both_hosts_give_every_query_the_same_answer_also_half_typed(
    home: Any, records: Records
) -> None:
    asked = """async queries => {
      const all = [];
      for (const query of queries) {
        const answer = await PS.rank.search(query);
        all.push([answer.found.map(one => [one.plan, one.score, one.place]), answer.sure]);
      }
      return all;
    }"""
    whole = [query.text for query in load()]
    halves = [text[:end] for text in whole[::4] for end in range(1, len(text))]
    queries = list(dict.fromkeys([*whole, *halves, "4个", "Excel表", "A4", "１２３", "，。", "𠀀"]))
    for query, there in zip(queries, home.evaluate(asked, queries), strict=True):
        here = records.searcher.search(query)
        assert [[list(one) for one in here.found], here.sure] == there, query


def test_every_place_of_the_index_is_on_its_page(folder: Path) -> None:
    index = folder / "assets" / "search"
    for script in index.glob("p*.js"):
        text = script.read_text(encoding="utf-8")
        data = json.loads(text[text.index(",") + 1 : text.rindex(")")])
        page = html.parse(str(folder / "plans" / data["id"] / "index.html"))
        known = set(page.xpath("//@id"))
        assert {place["anchor"] for place in data["places"]} - {""} <= known, data["id"]
    assert not (folder / "search").exists(), "one search on the site, not two"


def test_all_ways_of_saying_it_are_listed_on_one_page(folder: Path, records: Records) -> None:
    page = html.parse(str(folder / "glossary" / "index.html"))
    words = set(re.split(r"[、：\s]+", " ".join(page.xpath("//main//text()"))))
    said = {form for group in records.glossary.groups for form in group[1:]}
    names = {place.name for own in records.places for place in own if place.kind == "叫法"}
    assert {form for form in said | names if "、" not in form} <= words
