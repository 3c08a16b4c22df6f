"""The records: what a plan type and the registers beside it are made of."""

from macros.model.plan import Plan
from macros.model.registers import Calendar, Phrase, Policy, Term, Unit

__all__ = ["Calendar", "Phrase", "Plan", "Policy", "Term", "Unit"]
