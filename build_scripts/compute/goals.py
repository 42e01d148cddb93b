"""The targets of a target indicator: in which order, which may be trusted, which one leads."""

from collections.abc import Sequence

from build_scripts.compute.facts import Facts, yearly
from build_scripts.model import Catalog, Goal, Target

FAR = 9999


def targets_of(catalog: Catalog, goal: Goal) -> tuple[Target, ...]:
    """List the targets of a goal by the year they are due, then by the order of documents; drafts come last."""
    order = {document.id: document.order for document in catalog.documents.values()}
    found = [each for each in catalog.targets if each.goal == goal.id]
    return tuple(sorted(found, key=lambda each: (each.draft, _year(each), order.get(each.document, FAR))))


def _year(target: Target) -> int:
    return FAR if target.year is None else target.year


def firm(targets: Sequence[Target]) -> tuple[Target, ...]:
    """Keep the targets that may enter charts: no drafts, no low confidence, none that ended."""
    return tuple(
        each for each in targets if not each.draft and each.confidence != "low" and each.ended is None
    )


def horizon(facts: Facts) -> int:
    """Tell the year from which a target lies ahead: the year after the newest whole year with figures."""
    series = (yearly(reversed(each)) for areas in facts.values() for each in areas.values())
    newest = (next((fact for fact in each if fact.shown.has_figure), None) for each in series)
    return max((fact.period.year for fact in newest if fact is not None), default=0) + 1


def leading_target(targets: Sequence[Target], horizon: int) -> Target | None:
    """Choose the target to lead with: the nearest one ahead, else the last one behind.

    Firm targets go before drafts and doubtful ones, targets of a period before those of one year's plan.
    """
    pools = (
        [each for each in firm(targets) if not each.yearly],
        list(firm(targets)),
        [each for each in targets if not each.draft],
        list(targets),
    )
    for pool in pools:
        dated = [each for each in pool if each.year is not None]
        ahead = [each for each in dated if _year(each) >= horizon]
        if ahead:
            return ahead[0]
        if dated:
            return max(dated, key=_year)
        if pool:
            return pool[0]
    return None
