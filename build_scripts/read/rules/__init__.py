"""The rules that hold across tables and packages; each tells readers what it asks for in its docstring."""

from build_scripts.read.rules import (
    agreement,
    conversions,
    facts,
    forms,
    references,
    senses,
    shares,
    times,
    values,
)
from build_scripts.read.rules.rule import Rule

_FAMILIES = (agreement, conversions, facts, forms, references, senses, shares, times, values)

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (thing for family in _FAMILIES for thing in vars(family).values() if isinstance(thing, Rule)),
        key=lambda rule: rule.code,
    )
)

__all__ = ["RULES", "Rule"]
