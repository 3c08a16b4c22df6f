"""What is cited is in force, and what is said is still said that way."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from macros.model.registers import Phrase, Policy
from macros.rules.case import Case, Project
from macros.rules.registry import FileHit, Hit, project_rule, rule

CHECKED_DAYS = 365
"""A policy nobody has looked at for a year may have changed."""

_QUOTED = re.compile(r"《([^《》]+)》")
_GONE = frozenset({"废止", "失效"})


def _over(policy: Policy, today: date) -> str:
    """``已废止``, ``已失效``, ``已于……到期``, or nothing for a policy in force."""
    if policy.status in _GONE:
        return f"已{policy.status}"
    if policy.until and policy.until < today.isoformat():
        return f"已于 {policy.until} 到期"
    return ""


@rule("E704")
def in_force(case: Case) -> Iterator[Hit]:
    """Policies cited are in force; only corrections and notices speak of old ones."""
    policies, today = case.library.policies, case.project.today
    for at, basis in enumerate(case.plan.basis):
        policy = policies.get(basis.policy or "")
        if policy and (over := _over(policy, today)):
            hint = _instead(policy, case)
            yield Hit(("basis", at, "policy"), f"《{policy.title}》{over}", hint)
    gone = {one.title: one for one in policies.values() if _over(one, today)}
    for path, text, _ in case.search(_QUOTED) if gone else ():
        for name in _QUOTED.findall(text):
            if name in gone:
                over = _over(gone[name], today)
                yield Hit(path, f"《{name}》{over}", _instead(gone[name], case))


def _instead(policy: Policy, case: Case) -> str:
    found = (case.library.policies.get(key) for key in policy.replaced_by)
    titles = [f"《{one.title}》" for one in found if one]
    return f"换成{'、'.join(titles)}" if titles else "删去，或换成现行文件"


@rule("W704")
def stale(case: Case) -> Iterator[Hit]:
    """Phrases of former years are not printed."""
    for phrase in case.library.phrases:
        pattern = _compiled(phrase)
        for path, _, found in case.search(pattern) if pattern else ():
            yield Hit(path, f"过时或不妥的说法“{found[0]}”", phrase.hint)


_PATTERNS: dict[str, re.Pattern[str] | None] = {}


def _compiled(phrase: Phrase) -> re.Pattern[str] | None:
    """A phrase's pattern; ``None`` for one that is no regular expression (E705 says so)."""
    if phrase.pattern not in _PATTERNS:
        try:
            _PATTERNS[phrase.pattern] = re.compile(phrase.pattern, re.MULTILINE)
        except re.error:
            _PATTERNS[phrase.pattern] = None
    return _PATTERNS[phrase.pattern]


@project_rule("E705")
def patterns(project: Project) -> Iterator[FileHit]:
    """A stale phrase's pattern is a regular expression."""
    draft = project.loaded.registers.get("phrases")
    for at, phrase in enumerate(project.library.phrases):
        if draft and _compiled(phrase) is None:
            hint = "( ) [ ] * + ? 前加反斜线，或只写文字"
            hit = Hit((at, "pattern"), f"“{phrase.pattern}”不是正确的正则表达式", hint)
            yield FileHit(draft, hit)


@project_rule("W705")
def checked(project: Project) -> Iterator[FileHit]:
    """A policy was looked at within a year."""
    draft = project.loaded.registers.get("policies")
    limit = (project.today - timedelta(days=CHECKED_DAYS)).isoformat()
    for key, policy in project.library.policies.items():
        if draft and policy.checked < limit:
            message = f"《{policy.title}》上次核对是 {policy.checked}，已超过一年"
            hit = Hit((key, "checked"), message, "重新核对是否现行，改 status 和 checked")
            yield FileHit(draft, hit)
