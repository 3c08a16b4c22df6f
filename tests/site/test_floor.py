"""The floor: Chrome 78 understands every style sheet and script of the project."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import esprima
import pytest
import tinycss2

from macros.site.catalogue import ROOT

STYLES = sorted((ROOT / "web").rglob("*.css"))
SCRIPTS = sorted((ROOT / "web").rglob("*.js"))

LATER_PROPERTIES = {
    "gap",
    "row-gap",
    "column-gap",
    "aspect-ratio",
    "inset",
    "translate",
    "scale",
    "rotate",
}
LATER_FUNCTIONS = {"clamp", "min", "max", "color-mix", "oklch", "lab"}
LATER_SELECTORS = (":is(", ":where(", ":has(", ":focus-visible", "&")
LATER_RULES = {"layer", "container", "property", "scope", "starting-style"}
LATER_NAMES = {
    "replaceAll", "structuredClone", "replaceChildren", "randomUUID", "hasOwn", "findLast", "Segmenter",
    "allSettled", "WeakRef", "toSorted", "toReversed", "groupBy",
}  # fmt: skip


def functions(tokens: Any) -> Iterator[str]:
    for token in tokens or ():
        if token.type == "function":
            yield token.lower_name
            yield from functions(token.arguments)
        elif hasattr(token, "content") and token.content:
            yield from functions(token.content)


def faults(css: str) -> Iterator[str]:
    """What Chrome 78 would drop, each in a few words."""
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        yield from rule_faults(rule)


def rule_faults(rule: Any) -> Iterator[str]:
    if rule.type == "error":
        yield f"{rule.source_line}: {rule.message}"
    elif rule.type == "at-rule":
        if rule.lower_at_keyword in LATER_RULES:
            yield f"{rule.source_line}: @{rule.lower_at_keyword}"
        if rule.lower_at_keyword == "media" and rule.content:
            yield from faults(tinycss2.serialize(rule.content))
    elif rule.type == "qualified-rule":
        selector = tinycss2.serialize(rule.prelude)
        yield from (f"{rule.source_line}: {late}" for late in LATER_SELECTORS if late in selector)
        yield from declaration_faults(rule)


def declaration_faults(rule: Any) -> Iterator[str]:
    for item in tinycss2.parse_blocks_contents(
        rule.content, skip_comments=True, skip_whitespace=True
    ):
        if item.type != "declaration":
            yield f"{item.source_line}: nested {item.type}"
        elif item.lower_name in LATER_PROPERTIES or item.lower_name.startswith("inset"):
            yield f"{item.source_line}: {item.lower_name}"
        else:
            late = LATER_FUNCTIONS & set(functions(item.value))
            yield from (f"{item.source_line}: {name}()" for name in late)


def test_there_are_styles_and_scripts_to_check() -> None:
    assert len(STYLES) > 5
    assert len(SCRIPTS) > 5


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_style_sheet_uses_nothing_newer_than_chrome_78(path: Path) -> None:
    assert not list(faults(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "css",
    [
        "a{gap:1em}", "a{inset:0}", "a{width:clamp(1px,2px,3px)}", "a:is(b){color:red}",
        "a:focus-visible{color:red}", "@layer x{a{color:red}}", "a{b{color:red}}",
        "@media print{a{aspect-ratio:1}}", "a{margin:calc(1px + min(2px, 3px))}",
    ],
)  # fmt: skip
def test_a_newer_feature_would_be_found(css: str) -> None:
    assert list(faults(css))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_a_classic_script_of_2018(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    esprima.parseScript(source)
    tokens = esprima.tokenize(source)
    names = {token.value for token in tokens if token.type == "Identifier"}
    assert not names & LATER_NAMES
    assert not {token.value for token in tokens if token.type == "Punctuator"} & {"?.", "??", "??="}


@pytest.mark.parametrize("source", ["a?.b", "a ?? b", "import x from 'x'", "class A { #b = 1 }"])
def test_a_newer_script_would_be_found(source: str) -> None:
    with pytest.raises(esprima.Error):
        esprima.parseScript(source)
