"""The macros: each returns one part of a page as HTML.

Every function here may be used in any page, ``{{ checklist("…") }}``; its
docstring is its entry in the macro guide (first line in Chinese).
"""

from collections.abc import Callable

from mkdocs.structure.pages import Page

from macros.fill.gantt import chart
from macros.site.facts import facts
from macros.site.overviews import Overviews
from macros.views.overview import THROUGH_GROUP


class Fragments(Overviews):
    """The macros of one build; public methods are registered under their names."""

    def plan_head(self, slug: str, page: Page) -> str:
        """页首：什么时候用、事实条、填写和下载、红线提醒。"""
        entry = self._catalogue[slug]
        return self._plan("head", slug, facts=facts(entry), link=self._link(page))

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
        plan = self._catalogue[slug].plan
        units = dict.fromkeys(key for task in plan.tasks for key in (task.lead, *task.support))
        return self._plan("checklist", slug, units=list(units))

    def duty_matrix(self, slug: str) -> str:
        """责任矩阵：单位×任务，●牵头 ○配合 △所在工作组牵头。"""
        marks = (mark for task in self._catalogue[slug].program["tasks"] for mark in task["marks"])
        return self._plan("matrix", slug, through=THROUGH_GROUP in marks)

    def budget(self, slug: str) -> str:
        """经费：分项、合计和大写。"""
        return self._plan("budget", slug)

    def metrics(self, slug: str) -> str:
        """指标：目标、现状、数据来源和责任单位。"""
        return self._plan("metrics", slug)

    def assess(self, slug: str) -> str:
        """检查：谁查、何时查、怎么查，达标要求逐条列出。"""
        scored = any(item.points for item in self._catalogue[slug].plan.criteria)
        return self._plan("assess", slug, scored=scored)

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


def public(fragments: Fragments) -> dict[str, Callable[..., str]]:
    """The macros by name."""
    names = (name for name in dir(Fragments) if not name.startswith("_"))
    return {name: getattr(fragments, name) for name in names}
