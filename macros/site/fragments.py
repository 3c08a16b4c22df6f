"""The macros: each returns one part of a page as HTML.

Every function here may be used in any page, ``{{ checklist("…") }}``; its
docstring is its entry in the macro guide (first line in Chinese).
"""

from collections.abc import Callable
from typing import Any

from jinja2 import Environment
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from macros.fill.gantt import chart
from macros.site.catalogue import Catalogue
from macros.site.facts import cycle, facts, issuers
from macros.site.render import compact, environment
from macros.views.overview import mark


class Fragments:
    """The macros of one build; public methods are registered under their names."""

    def __init__(self, catalogue: Catalogue, *, directory_urls: bool = True) -> None:
        self._catalogue = catalogue
        self._directory_urls = directory_urls
        self._env: Environment = environment()

    def _render(self, name: str, **values: Any) -> str:
        return compact(self._env.get_template(f"{name}.html").render(**values))

    def _plan(self, name: str, slug: str, **values: Any) -> str:
        entry = self._catalogue[slug]
        return self._render(
            name, entry=entry, plan=entry.plan, program=entry.program, blank=entry.blank, **values
        )

    def _link(self, page: Page) -> Callable[[str], str]:
        """Addresses relative to a page; with ``index.html`` where folders do not open."""

        def link(target: str) -> str:
            path, _, anchor = target.partition("#")
            if not self._directory_urls and (path.endswith("/") or not path):
                path += "index.html"
            relative = get_relative_url(path, page.url)
            return f"{relative}#{anchor}" if anchor else relative

        return link

    # --- one plan ---

    def plan_head(self, slug: str) -> str:
        """页首：什么时候用、事实条、红线提醒、大家怎么叫。"""
        return self._plan("head", slug, facts=facts(self._catalogue[slug]))

    def skeleton(self, slug: str) -> str:
        """正文骨架，按公文层级排好，旁边是写作要点。"""
        entry = self._catalogue[slug]
        titles = entry.library.outlines.titles
        return self._plan("skeleton", slug, document=entry.document("plan"), titles=titles)

    def timeline(self, slug: str) -> str:
        """时间轴：阶段和任务各一行，文字与条形并列。"""
        return self._plan("timeline", slug, chart=chart(self._catalogue[slug].blank))

    def checklist(self, slug: str) -> str:
        """任务清单：任务和步骤，可以打勾。"""
        return self._plan("checklist", slug)

    def duty_matrix(self, slug: str) -> str:
        """责任矩阵：单位×任务，●牵头 ○配合 △所在工作组牵头。"""
        return self._plan("matrix", slug, mark=mark)

    def budget(self, slug: str) -> str:
        """经费：分项、合计和大写。"""
        return self._plan("budget", slug)

    def metrics(self, slug: str) -> str:
        """指标：目标、现状、数据来源和责任单位。"""
        return self._plan("metrics", slug)

    def basis(self, slug: str, page: Page) -> str:
        """依据：状态和核对日期。"""
        return self._plan("basis", slug, link=self._link(page))

    def attachments(self, slug: str) -> str:
        """附件：台账、评分表、验收单、信，展开可看。"""
        entry = self._catalogue[slug]
        documents = [entry.document(a.id) for a in entry.plan.attachments]
        return self._plan("attachments", slug, documents=documents)

    def corrections(self, slug: str, page: Page) -> str:
        """别再这样写：旧写法、今天的写法和原因。"""
        return self._plan("corrections", slug, link=self._link(page))

    def plan_foot(self, slug: str, page: Page) -> str:
        """页尾：编号版本、修改记录、YAML 与 JSON。"""
        return self._plan("foot", slug, link=self._link(page), edit=page.edit_url)

    # --- across plans ---

    def cards(self, page: Page) -> str:
        """全部方案的卡片。"""
        return self._across("cards", page, cycle=cycle, issuers=issuers)

    def all_checklists(self, page: Page) -> str:
        """清单总览：全部方案的任务。"""
        return self._across("all_checklists", page)

    def all_timelines(self, page: Page) -> str:
        """时间轴总览：全部方案的阶段和任务。"""
        charts = {key: chart(entry.blank) for key, entry in self._catalogue.entries.items()}
        return self._across("all_timelines", page, charts=charts)

    def policies(self, page: Page) -> str:
        """依据库：状态、核对日期和引用它的方案。"""
        return self._across("policies", page)

    def glossary(self, page: Page) -> str:
        """术语：解释和大家平时的说法。"""
        return self._across("glossary", page)

    def _across(self, name: str, page: Page, **values: Any) -> str:
        return self._render(
            name,
            entries=self._catalogue.entries,
            library=self._catalogue.library,
            link=self._link(page),
            **values,
        )


def public(fragments: Fragments) -> dict[str, Callable[..., str]]:
    """The macros by name."""
    names = (name for name in dir(Fragments) if not name.startswith("_"))
    return {name: getattr(fragments, name) for name in names}
