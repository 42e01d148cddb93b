"""Rules: the parts of a whole sum to 100."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from build_scripts.model import Problem
from build_scripts.model.holding import held
from build_scripts.read.problems import Spot, problem
from build_scripts.read.rules.rule import rule
from build_scripts.read.sheets import Sheet, View

_TOLERATED = 0.5
_ROUNDING = 2.0
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Sum:
    """A whole with all its parts, at the line of the first of them, `off` 100 by so much."""

    spot: Spot
    composition: str
    parts: str
    off: float


@rule("shares-off-100", is_own=True)
def shares_off_100(view: View) -> Iterator[Problem]:
    """The parts of a composition in one area and period sum to 100, give or take 2.

    Các phần của một cơ cấu ở cùng địa bàn và cùng kỳ cộng lại bằng 100, lệch không quá 2.
    """
    return _problems(view, "shares-off-100", _ROUNDING, float("inf"))


@rule("shares-near-100", is_own=True)
def shares_near_100(view: View) -> Iterator[Problem]:
    """The parts of a composition sum to 100, give or take 0.5 for rounding.

    Các phần của một cơ cấu cộng lại bằng 100, lệch không quá 0,5 do làm tròn.
    """
    return _problems(view, "shares-near-100", _TOLERATED, _ROUNDING)


def _problems(view: View, code: str, above: float, up_to: float) -> Iterator[Problem]:
    for found in _all_sums(view):
        if above < found.off <= up_to:
            details = {
                "composition": found.composition,
                "sum": str(found.spot.value),
                "parts": found.parts,
            }
            yield problem(code, found.spot, **details)


@held(1)
def _all_sums(view: View) -> tuple[_Sum, ...]:
    """Every whole of the portal; both rules look at them."""
    return tuple(
        found
        for sheet in view.of("observations")
        for indicators in view.near(sheet, "indicators")
        for found in _sums(sheet, indicators.cells)
    )


def _sums(sheet: Sheet, indicators: pd.DataFrame) -> Iterator[_Sum]:
    """Every whole of which each part has a value in force."""
    named = indicators.drop_duplicates("id").set_index("id")["composition"].str.split().explode().dropna()
    if named.empty:
        return
    sizes = named.value_counts().to_dict()
    cells = sheet.cells[sheet.cells["indicator"].isin(named.index)]
    cells = cells[(cells["in_force"] == "true") & cells["operator"].isin(["=", "~"])]
    cells = cells.assign(number=sheet.figures("value").loc[cells.index])
    cells = cells.join(named, on="indicator", how="inner")
    cells = cells.dropna(subset=["number"])
    for (composition, _, _), parts in cells.groupby(["composition", "area", "period"], sort=False):
        if (
            len(parts) < _FEWEST
            or len(parts) != sizes[composition]
            or parts["indicator"].nunique() != len(parts)
        ):
            continue
        total = round(float(parts["number"].sum()), 9)
        text = "; ".join(
            f"{name} {value}" for name, value in zip(parts["indicator"], parts["value"], strict=True)
        )
        spot = Spot(sheet.file, int(parts.index[0]), "value", f"{total:g}")
        yield _Sum(spot, str(composition), text, round(abs(total - 100), 9))
