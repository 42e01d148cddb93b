"""Indicators and the breaks in them."""

from typing import TYPE_CHECKING, cast

from build_scripts.model import Break, Indicator, Period
from build_scripts.read.catalog.rows import Row, flag, rows, rows_of, words
from build_scripts.read.sheets import View

if TYPE_CHECKING:
    from build_scripts.model.indicator import Additivity, Direction


def indicators(view: View) -> dict[str, Indicator]:
    """Indicators by id, in the order of the packages."""
    return {
        row["id"]: _indicator(row, sheet.package) for sheet in view.of("indicators") for row in rows_of(sheet)
    }


def breaks(view: View) -> tuple[Break, ...]:
    """Where series stop being comparable with what came before."""
    found = ((row, Period.parse(row["period"])) for row in rows(view, "breaks"))
    return tuple(
        Break(
            indicator=row["indicator"],
            area=row["area"],
            period=period,
            reason=words(row, "reason"),
            source=row["source"],
        )
        for row, period in found
        if period is not None
    )


def _indicator(row: Row, package: str) -> Indicator:
    return Indicator(
        id=row["id"],
        package=package,
        name=words(row, "name"),
        unit=row["unit"],
        definition=words(row, "definition"),
        direction=cast("Direction", row["direction"]),
        additivity=cast("Additivity", row["additivity"]),
        compositions=tuple(row["composition"].split()),
        numerator=row["numerator"],
        denominator=row["denominator"],
        decimals=int(row["decimals"]),
        chartable=flag(row["chartable"]),
        persons=int(row["persons"]) if row["persons"] else 0,
        note=words(row, "note"),
        topic=words(row, "topic"),
    )
