"""Rules: a figure's operator, its numbers and its unit agree."""

from collections.abc import Iterator, Mapping

import pandas as pd

from build_scripts.model import Problem, Text
from build_scripts.read.problems import Spot, problem
from build_scripts.read.rules.rule import beside, rule, spots
from build_scripts.read.sheets import Factors, Sheet, View, figures

_POINT, _LOWER, _UPPER = ("=", "~"), (">", ">=", "range"), ("<", "<=", "range")
_OBSERVED: Mapping[str, tuple[str, ...]] = {"value": _POINT, "low": _LOWER, "high": _UPPER}
_PROMISED: Mapping[str, tuple[str, ...]] = {"low": (*_POINT, *_LOWER), "high": (*_POINT, *_UPPER)}
_ENDS = ("lower", "upper")
_PROMISES = ("targets", "yearly_targets", "outcomes")
_NEEDED = Text("ô này phải có số", "this cell needs a number")
_EMPTY = Text("ô này phải để trống", "this cell must be empty")
_OPERATOR = Text("phải có dấu khi có số", "an operator is needed where there is a number")
_ONE = Text("hai giới hạn phải bằng nhau", "both bounds must be equal")


@rule("value-shape", is_own=True)
def value_shape(view: View) -> Iterator[Problem]:
    """The operator tells which numbers are given: one value, a lower bound, an upper bound or both; or a mark instead.

    Dấu (operator) cho biết ghi số nào: một giá trị, giới hạn dưới, giới hạn trên hay cả hai; hoặc một ký hiệu thay số.
    """
    for sheet in view.of("observations"):
        cells = sheet.cells
        yield from _misfits(sheet, "operator", (cells["operator"] == "") & (cells["mark"] == ""), _OPERATOR)
        yield from _shape(sheet, _OBSERVED, cells["operator"].where(cells["mark"] == "", ""))
    for sheet in view.of(*_PROMISES):
        cells = sheet.cells
        wordless = (cells["low"] == "") & (cells["high"] == "")
        yield from _misfits(sheet, "operator", (cells["operator"] == "") & ~wordless, _OPERATOR)
        yield from _shape(sheet, _PROMISED, cells["operator"].where(~wordless, ""))
        apart = sheet.figures("low") != sheet.figures("high")
        both = (cells["low"] != "") & (cells["high"] != "")
        yield from _misfits(sheet, "high", cells["operator"].isin(_POINT) & both & apart, _ONE)


@rule("bounds-reversed", is_own=True)
def bounds_reversed(view: View) -> Iterator[Problem]:
    """A lower bound is not above its upper bound.

    Giới hạn dưới không lớn hơn giới hạn trên.
    """
    for sheet in view.of("observations", *_PROMISES):
        if sheet.distinct("low") == {""} or sheet.distinct("high") == {""}:
            continue
        reversed_ = sheet.figures("low") > sheet.figures("high")
        not_point = ~sheet.cells["operator"].isin(_POINT)
        for spot in spots(sheet, "high", reversed_ & not_point):
            yield problem("bounds-reversed", spot, low=beside(sheet, spot, "low"))


@rule("value-beyond-limits")
def value_beyond_limits(view: View) -> Iterator[Problem]:
    """A value lies within the natural limits of its unit, such as 1 to 63 for a rank of 63, unless marked low confidence.

    Giá trị nằm trong giới hạn tự nhiên của đơn vị tính, ví dụ từ 1 đến 63 với thứ hạng trong 63 tỉnh, trừ khi đã ghi độ tin cậy thấp.
    """
    units, indicators = view.table("units"), view.table("indicators")
    if units.empty:
        return
    series = {} if indicators.empty else indicators["unit"].to_dict()
    for sheet in view.of("observations", *_PROMISES):
        is_own = "unit" in sheet.cells.columns
        codes, words = sheet.factors("unit" if is_own else "indicator")
        named = words if is_own else [series.get(word, "") for word in words]
        yield from _beyond(sheet, (codes, named), units)


def _beyond(sheet: Sheet, own: tuple[Factors, list[str]], units: pd.DataFrame) -> Iterator[Problem]:
    """The numbers that lie outside the limits of their unit; an empty limit is none.

    `own` are the units, and for each row the place of its unit among them.
    """
    codes, named = own
    lower, upper = (figures(units[end]).reindex(named).to_numpy()[codes] for end in _ENDS)
    vouched = sheet.cells["confidence"] != "low"
    for column in ("value", "low", "high"):
        if column in sheet.cells.columns:
            number = sheet.figures(column).to_numpy()
            beyond = (number < lower) | (number > upper)
            if not beyond.any():
                continue
            unit_of = dict(zip(sheet.cells.index[beyond], codes[beyond], strict=True))
            for spot in spots(sheet, column, vouched & beyond):
                unit = named[unit_of[spot.line]]
                limits = {end: str(units.loc[unit, end]) for end in _ENDS}
                shown = {end: "…" if text == "" else text for end, text in limits.items()}
                yield problem("value-beyond-limits", spot, unit=unit, **shown)


def _shape(sheet: Sheet, wanted: Mapping[str, tuple[str, ...]], operator: pd.Series) -> Iterator[Problem]:
    """Numbers that the operator asks for and that are missing, and those that it has no place for."""
    for column, operators in wanted.items():
        is_empty, is_wanted = sheet.cells[column] == "", operator.isin(operators)
        yield from _misfits(sheet, column, is_wanted & is_empty, _NEEDED)
        yield from _misfits(sheet, column, ~is_wanted & ~is_empty, _EMPTY)


def _misfits(sheet: Sheet, column: str, wrong: pd.Series, expected: Text) -> Iterator[Problem]:
    for spot in spots(sheet, column, wrong):
        operator = beside(sheet, spot, "operator")
        words = {"expected_vi": expected.vi, "expected_en": expected.en}
        yield problem(
            "value-shape", Spot(spot.file, spot.line, spot.field, spot.value), operator=operator, **words
        )
