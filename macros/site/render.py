"""Jinja2 for page fragments: strict, escaping, and able to show open runs."""

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from macros.fill.derive import Filling
from macros.fill.settle import Settled, Span, spans
from macros.site.catalogue import Catalogue
from macros.views.blocks import inline, runs_json
from macros.writers.html import sheet_html, spans_html


def runs(value: list[Any], filling: Filling) -> Markup:
    """Compiled runs as HTML."""
    return Markup(spans_html(spans(filling, value)))  # noqa: S704 - spans_html escapes


def prose(text: str) -> Markup:
    """A record's text as HTML, its blanks marked."""
    parts = [
        Span("t", run) if isinstance(run, str) else Span("b", run[1])
        for run in runs_json(inline(text))
    ]
    return Markup(spans_html(parts))  # noqa: S704 - spans_html escapes


def moment(when: Any, filling: Filling) -> Markup:
    """A compiled time in words as HTML."""
    return runs([["w", when]], filling)


def sheet(document: Settled, prefix: str = "") -> Markup:
    """A settled document as HTML."""
    return Markup(sheet_html(document, prefix))  # noqa: S704 - sheet_html escapes


def environment() -> Environment:
    """The environment of all templates in ``macros/site/templates``."""
    env = Environment(
        loader=PackageLoader("macros.site"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(runs=runs, prose=prose, moment=moment, sheet=sheet)
    return env


def compact(html: str) -> str:
    """HTML without blank lines or indents, so that Markdown leaves it alone."""
    return "\n".join(line for raw in html.splitlines() if (line := raw.strip()))


class Renderer:
    """Renders templates with what every page may ask for."""

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

    def _across(self, name: str, page: Page, **values: Any) -> str:
        return self._render(
            name,
            entries=self._catalogue.entries,
            library=self._catalogue.library,
            link=self._link(page),
            **values,
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
