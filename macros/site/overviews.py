"""The macros that look across all plans."""

from mkdocs.structure.pages import Page

from macros.model.plan import Plan
from macros.site.archive import newest
from macros.site.compare import COLUMNS, cells, details
from macros.site.facts import cycle, facet_rows, facets, issuers
from macros.site.lanes import lane, ticks
from macros.site.reference import Reference


class Overviews(Reference):
    """The macros of the pages that show every plan."""

    def search_box(self, page: Page) -> str:
        """搜索框和结果。"""
        return self._across("search_box", page)

    def cards(self, page: Page) -> str:
        """全部方案的卡片和筛选。"""
        rows = facet_rows(self._catalogue.entries.values())
        return self._across(
            "cards", page, cycle=cycle, issuers=issuers, facets=rows, facets_of=facets
        )

    def my_plans(self, page: Page) -> str:
        """我的方案：存在浏览器里的几份放在一起，本周要办什么。"""
        return self._across("my_plans", page)

    def all_checklists(self, page: Page) -> str:
        """清单总览：全部方案的任务。"""
        return self._across("all_checklists", page)

    def all_timelines(self, page: Page) -> str:
        """时间轴总览：全部方案在同一根轴上。"""
        lanes = [lane(entry) for entry in self._catalogue.entries.values()]
        return self._across("all_timelines", page, lanes=lanes, ticks=ticks())

    def compare(self, page: Page) -> str:
        """对比：哪类方案有什么，挑两份并排看。"""
        entries = self._catalogue.entries
        return self._across(
            "compare",
            page,
            columns=list(COLUMNS),
            matrix={key: cells(entry) for key, entry in entries.items()},
            details={key: details(entry) for key, entry in entries.items()},
        )

    def policies(self, page: Page) -> str:
        """依据库：状态、核对日期和引用它的方案。"""
        library = self._catalogue.library
        statuses = dict.fromkeys(policy.status for policy in library.policies.values())
        citing = {key: self._citing(key) for key in library.policies}
        return self._across("policies", page, statuses=list(statuses), citing=citing)

    def _citing(self, key: str) -> list[Plan]:
        """The plans that name a policy as basis, red line or reason."""
        return [plan for plan in self._catalogue.library.plans.values() if key in _cited(plan)]

    def glossary(self, page: Page) -> str:
        """术语：解释和大家平时的说法。"""
        return self._across("glossary", page)

    def api_index(self, page: Page) -> str:
        """机器可读：数据文件一览。"""
        return self._across("api_index", page)

    def offline_edition(self, page: Page) -> str:
        """离线版：下载链接和校验值。"""
        urls = self._directory_urls
        return self._across(
            "offline_edition", page, archive=newest() if urls else None, directory_urls=urls
        )


def _cited(plan: Plan) -> set[str | None]:
    named = {item.policy for item in plan.basis} | {item.policy for item in plan.notices}
    return named | {item.policy for item in plan.corrections}
