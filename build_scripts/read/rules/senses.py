"""Rules of sense: figures that are well written but hardly true, as warnings that can be confirmed."""

import math
import re
from collections.abc import Iterator
from statistics import median

import pandas as pd

from build_scripts.model import Problem
from build_scripts.read.problems import Spot
from build_scripts.read.rules.rule import rule
from build_scripts.read.rules.series import Line, Point, lines, warned
from build_scripts.read.sheets import Sheet, View

_AROUND, _CALM, _FAR = 2, 1.6, 5.0
_NEAR_POWER = 0.12
_DIGITS = 5
_OLD = 12
_STEADY, _SHIFT, _FLAT = 4, 2.0, 1.12
_LEAP_AWAY, _LEAP_SHIFT = 0.99 * _FAR / _CALM, 0.99 * _SHIFT / _FLAT**2
"""How many times its neighbour a figure must be, or its neighbour it, before a series needs a closer look."""


@rule("value-jump", is_own=True)
def value_jump(view: View) -> Iterator[Problem]:
    """A figure is not ten, a hundred or a thousand times its neighbours in time.

    Số liệu không gấp mười, một trăm hay một nghìn lần các năm bên cạnh.
    """
    for line in lines(view):
        for point, ratio, around in _strangers(line):
            power = round(math.log10(ratio))
            if power != 0 and abs(math.log10(ratio) - power) <= _NEAR_POWER:
                spot = Spot(line.sheet.file, point.line, "value", point.text)
                yield from warned(
                    view, "value-jump", spot, line.key(point),
                    times=f"{10.0**power:g}", around=f"{around:g}", reading=f"{point.number / 10.0**power:g}",
                )  # fmt: skip


@rule("value-outlier", is_own=True)
def value_outlier(view: View) -> Iterator[Problem]:
    """A figure is not far from its neighbours in time where these are alike.

    Số liệu không khác xa các năm bên cạnh khi các năm đó gần giống nhau.
    """
    for line in lines(view):
        for point, ratio, around in _strangers(line):
            power = round(math.log10(ratio))
            if power == 0 or abs(math.log10(ratio) - power) > _NEAR_POWER:
                spot = Spot(line.sheet.file, point.line, "value", point.text)
                yield from warned(view, "value-outlier", spot, line.key(point), around=f"{around:g}")


def _strangers(line: Line) -> Iterator[tuple[Point, float, float]]:
    """Figures far from neighbours that are alike: the point, how many times theirs it is, and theirs."""
    if line.leap < _LEAP_AWAY:
        return
    points = line.points
    for place, point in enumerate(points):
        near = [*points[max(0, place - _AROUND) : place], *points[place + 1 : place + 1 + _AROUND]]
        numbers = [each.number for each in near if each.number > 0]
        is_first = (
            place == 0
        )  # of the newest figure there is a past to compare with, of the oldest there is none
        if is_first or point.number <= 0 or len(numbers) < _AROUND or len(numbers) < len(near):
            continue
        around = median(numbers)
        if max(numbers) / min(numbers) <= _CALM and not 1 / _FAR < point.number / around < _FAR:
            yield point, point.number / around, around


@rule("value-copied")
def value_copied(view: View) -> Iterator[Problem]:
    """A figure of many digits is not that of the year before.

    Số liệu có nhiều chữ số không trùng hệt số của năm trước.
    """
    units, indicators = view.table("units"), view.table("indicators")
    lasting = set() if units.empty or indicators.empty else _lasting(units, indicators)
    for line in lines(view):
        if line.indicator in lasting or not line.is_copied:
            continue
        for before, point in zip(line.points, line.points[1:], strict=False):
            digits = len(re.sub(r"\D", "", point.text).strip("0"))
            if point.text == before.text and digits >= _DIGITS:
                spot = Spot(line.sheet.file, point.line, "value", point.text)
                yield from warned(view, "value-copied", spot, line.key(point), before=before.period.text)


def _lasting(units: pd.DataFrame, indicators: pd.DataFrame) -> set[str]:
    """Indicators of land and lengths, which stay the same for years."""
    kinds = indicators["unit"].map(units["kind"].to_dict())
    return set(indicators.index[kinds.isin(["area", "length", "time", "rank", "index"])])


@rule("series-break")
def series_break(view: View) -> Iterator[Problem]:
    """A level that stays and then becomes another for good is noted as a break.

    Mức số ổn định rồi đổi hẳn sang mức khác thì phải ghi điểm gãy.
    """
    noted = {
        row
        for sheet in view.of("breaks")
        for row in zip(*(sheet.cells[name] for name in ("indicator", "area", "period")), strict=True)
    }
    for line in lines(view):
        if line.leap < _LEAP_SHIFT:
            continue
        for place in range(_STEADY, len(line.points) - _STEADY + 1):
            before = [each.number for each in line.points[place - _STEADY : place]]
            after = [each.number for each in line.points[place : place + _STEADY]]
            point = line.points[place]
            keys = {(line.indicator, area, point.period.text) for area in ("", line.area)}
            if min(*before, *after) > 0 and _is_shift(before, after) and not keys & noted:
                spot = Spot(line.sheet.file, point.line, "value", point.text)
                levels = {"before": f"{median(before):g}", "after": f"{median(after):g}"}
                yield from warned(view, "series-break", spot, line.key(point), **levels)


def _is_shift(before: list[float], after: list[float]) -> bool:
    steady = max(before) / min(before) <= _FLAT and max(after) / min(after) <= _FLAT
    return steady and not 1 / _SHIFT < median(after) / median(before) < _SHIFT


@rule("series-stale", is_own=True)
def series_stale(view: View) -> Iterator[Problem]:
    """An indicator has a figure of the last twelve years before its package was made.

    Chỉ tiêu thống kê có số liệu trong mười hai năm trước ngày lập gói.
    """
    latest: dict[tuple[str, str], Point] = {}
    sheets: dict[str, Sheet] = {}
    for line in lines(view):
        for point in (line.last,):
            key = (line.sheet.file, line.indicator)
            sheets[line.sheet.file] = line.sheet
            if key not in latest or latest[key].period.end < point.period.end:
                latest[key] = point
    for (file, indicator), point in latest.items():
        created = sheets[file].created
        if created is not None and point.period.year < created.year - _OLD:
            spot = Spot(file, point.line, "indicator", indicator)
            details = {"last": point.period.text, "created": created.isoformat()}
            yield from warned(view, "series-stale", spot, indicator, **details)
