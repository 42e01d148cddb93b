"""Rules: periods, and areas that exist in them."""

from collections.abc import Iterator, Mapping
from datetime import date

import numpy as np
import pandas as pd

from build_scripts.model import Period, Problem
from build_scripts.read.problems import problem
from build_scripts.read.rules.rule import beside, rule, spots
from build_scripts.read.sheets import Sheet, View

_Days = tuple[date | None, date | None]


@rule("period-form", is_own=True)
def period_form(view: View) -> Iterator[Problem]:
    """A period is a year, quarter, half-year, nine months, month or span of years, such as 2024-Q1 or 2021-2025.

    Kỳ là một năm, quý, nửa năm, chín tháng, tháng hoặc giai đoạn nhiều năm, ví dụ 2024-Q1 hay 2021-2025.
    """
    for sheet in view.of("observations", "breaks"):
        periods = sheet.cells["period"]
        bad = [text for text in sheet.distinct("period") if text != "" and Period.parse(text) is None]
        for spot in spots(sheet, "period", periods.isin(bad)):
            yield problem("period-form", spot)


@rule("period-in-future", is_own=True)
def period_in_future(view: View) -> Iterator[Problem]:
    """An observation is about a time that had begun when its package was made.

    Số liệu phải thuộc một kỳ đã bắt đầu vào ngày lập gói dữ liệu.
    """
    for sheet in view.of("observations"):
        if sheet.created is None:
            continue
        periods = {text: Period.parse(text) for text in sheet.distinct("period")}
        late = [
            text for text, period in periods.items() if period is not None and period.start > sheet.created
        ]
        for spot in spots(sheet, "period", sheet.cells["period"].isin(late)):
            yield problem("period-in-future", spot, created=sheet.created.isoformat())


@rule("area-outside-validity")
def area_outside_validity(view: View) -> Iterator[Problem]:
    """An observation is about an area that existed in its period, unless the source recalculated it.

    Số liệu phải thuộc một địa bàn có tồn tại trong kỳ đó, trừ khi chính nguồn đã tính lại theo địa giới mới.
    """
    areas = view.table("areas")
    if areas.empty:
        return
    days = {str(area): (_day(row["valid_from"]), _day(row["valid_to"])) for area, row in areas.iterrows()}
    for sheet in view.of("observations"):
        own = sheet.cells[sheet.cells["boundary"] != "recalculated"]
        outside = {
            (area, text)
            for area, text in _pairs(sheet)
            if area in days and _is_outside(Period.parse(text), days[area])
        }
        if not outside:
            continue
        wrong = pd.Series(
            list(zip(sheet.cells["area"], sheet.cells["period"], strict=True)), index=sheet.cells.index
        )
        for spot in spots(sheet, "period", wrong.isin(list(outside)) & sheet.cells.index.isin(own.index)):
            area = beside(sheet, spot, "area")
            first, last = ("…" if day is None else day.isoformat() for day in days[area])
            near = _of_that_time(view, area, Period.parse(beside(sheet, spot, "period")), days)
            yield problem("area-outside-validity", spot, near=near, area=area, first=first, last=last)


@rule("area-dates", is_own=True)
def area_dates(view: View) -> Iterator[Problem]:
    """An area's last day does not come before its first.

    Ngày hết hiệu lực của địa bàn không đứng trước ngày bắt đầu.
    """
    for sheet in view.of("areas"):
        first, last = sheet.cells["valid_from"], sheet.cells["valid_to"]
        for spot in spots(sheet, "valid_to", (first != "") & (last != "") & (first > last)):
            yield problem("area-dates", spot, first=beside(sheet, spot, "valid_from"))


def _of_that_time(view: View, area: str, period: Period | None, days: Mapping[str, _Days]) -> str | None:
    """The one area of the period that `area` came from or went into, with its name; `None` when there are several."""
    kin = {
        other
        for sheet in view.of("changes")
        for one, two in zip(sheet.cells["from_area"], sheet.cells["to_area"], strict=True)
        for own, other in ((one, two), (two, one))
        if own == area and other in days and not _is_outside(period, days[other])
    }
    names = view.table("areas")["name"]
    alike = {
        each for each in kin if names[each].startswith(names[area]) or names[area].startswith(names[each])
    }
    found = alike if len(alike) == 1 else kin
    if len(found) != 1:
        return None
    (other,) = found
    first, last = ("…" if day is None else day.isoformat() for day in days[other])
    return f"{other}, {names[other]} ({first} – {last})"


def _pairs(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Every area with every period that stands beside it in a row."""
    (_, areas), (_, periods) = sheet.factors("area"), sheet.factors("period")
    for pair in np.unique(sheet.factors("area")[0] * max(len(periods), 1) + sheet.factors("period")[0]):
        yield areas[pair // len(periods)], periods[pair % len(periods)]


def _is_outside(period: Period | None, days: _Days) -> bool:
    if period is None:
        return False
    first, last = days
    return (first is not None and period.end < first) or (last is not None and period.start > last)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
