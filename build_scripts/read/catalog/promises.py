"""Goals, the targets set for them, what was reported, and which series measures them."""

from typing import TYPE_CHECKING, cast

from build_scripts.model import Conversion, Goal, Measure, Outcome, Target
from build_scripts.read.catalog.rows import Row, day, flag, number, rows, whole, words
from build_scripts.read.sheets import View

if TYPE_CHECKING:
    from build_scripts.model.policy import Confidence, Match, Operator, Reference


def goals(view: View) -> dict[str, Goal]:
    """Goals by id."""
    found = (
        Goal(
            id=row["id"],
            name=words(row, "name"),
            area=row["area"],
            group=row["group"],
            unit=row["unit"],
            direction=row["direction"],
            definition=words(row, "definition"),
            method=row["method"] if row["method"] else "linear",
        )
        for row in rows(view, "goals")
    )
    return {goal.id: goal for goal in found}


def targets(view: View) -> tuple[Target, ...]:
    """All targets: those of programmes first, then those of one year's plans."""
    lasting = (_target(row, yearly=False) for row in rows(view, "targets"))
    return (*lasting, *(_target(row, yearly=True) for row in rows(view, "yearly_targets")))


def outcomes(view: View) -> tuple[Outcome, ...]:
    """What documents report beside the statistics."""
    return tuple(
        Outcome(
            id=row["id"],
            goal=row["goal"],
            document=row["document"],
            name=words(row, "name"),
            operator=cast("Operator", row["operator"]),
            low=number(row["low"]),
            high=number(row["high"]),
            unit=row["unit"],
            period=words(row, "period"),
            baseline_note=words(row, "baseline_note"),
            source=row["source"],
            quote=row["quote"],
            confidence=cast("Confidence", row["confidence"]),
            note=words(row, "note"),
        )
        for row in rows(view, "outcomes")
    )


def measures(view: View) -> tuple[Measure, ...]:
    """Which series measures which goal."""
    return tuple(
        Measure(
            goal=row["goal"],
            indicator=row["indicator"],
            match=cast("Match", row["match"]),
            reason=words(row, "reason"),
            snapshots=flag(row["snapshots"]),
        )
        for row in rows(view, "measures")
    )


def conversions(view: View) -> tuple[Conversion, ...]:
    """How figures in one unit become figures in another."""
    return tuple(
        Conversion(
            from_unit=row["from_unit"],
            to_unit=row["to_unit"],
            factor=float(row["factor"]),
            period=row["period"],
            source=row["source"],
        )
        for row in rows(view, "conversions")
    )


def _target(row: Row, *, yearly: bool) -> Target:
    return Target(
        id=row["id"],
        goal=row["goal"],
        document=row["document"],
        name=words(row, "name"),
        operator=cast("Operator", row["operator"]),
        low=number(row["low"]),
        high=number(row["high"]),
        unit=row["unit"],
        reference=cast("Reference", row["reference"]),
        start_year=whole(row["start_year"]),
        year=whole(row["year"]),
        due=words(row, "due"),
        baseline=number(row["baseline"]),
        baseline_year=whole(row["baseline_year"]),
        baseline_note=words(row, "baseline_note"),
        ended=day(row["ended"]),
        act=row["act"],
        source=row["source"],
        quote=row["quote"],
        confidence=cast("Confidence", row["confidence"]),
        note=words(row, "note"),
        yearly=yearly,
        draft=flag(row["draft"]),
    )
