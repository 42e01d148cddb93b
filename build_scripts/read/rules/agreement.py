"""Rules of sense across tables: totals and parts, both languages, indicators and their figures; warnings."""

import re
from collections.abc import Iterator, Mapping, Sequence

from build_scripts.model import Problem
from build_scripts.read.problems import Spot
from build_scripts.read.rules.rule import rule
from build_scripts.read.rules.series import Line, Point, lines, warned
from build_scripts.read.sheets import Sheet, View

_SLACK = 0.02
_YEARS = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)")


@rule("indicator-empty")
def indicator_empty(view: View) -> Iterator[Problem]:
    """An indicator has at least one figure.

    Mỗi chỉ tiêu thống kê có ít nhất một số liệu.
    """
    used = {name for sheet in view.of("observations") for name in sheet.distinct("indicator")}
    for sheet in view.of("indicators"):
        for line, name in sheet.cells["id"].items():
            if name != "" and name not in used:
                yield from warned(
                    view, "indicator-empty", Spot(sheet.file, int(str(line)), "id", str(name)), str(name)
                )


@rule("total-differs")
def total_differs(view: View) -> Iterator[Problem]:
    """What is counted in a region is the sum of what is counted in its provinces, give or take 2 per cent.

    Số của vùng bằng tổng số của các tỉnh trong vùng, lệch không quá 2%.
    """
    indicators = view.table("indicators")
    additive = set() if indicators.empty else set(indicators.index[indicators["additivity"] == "additive"])
    members: dict[str, set[str]] = {}
    for sheet in view.of("memberships"):
        for region, area in zip(sheet.cells["region"], sheet.cells["area"], strict=True):
            members.setdefault(region, set()).add(area)
    found = {
        (line.sheet.file, line.indicator, line.area): line
        for line in lines(view)
        if line.indicator in additive
    }
    for (file, indicator, area), line in found.items():
        parts = [found.get((file, indicator, each)) for each in sorted(members.get(area, ()))]
        known = [each for each in parts if each is not None]
        if parts and len(known) == len(parts):
            yield from _totals(view, line, [{one.period.text: one for one in each.points} for each in known])


def _totals(view: View, line: Line, parts: Sequence[Mapping[str, Point]]) -> Iterator[Problem]:
    """Figures of a whole that are not the sum of those of its parts, where each has one."""
    for period, point in {each.period.text: each for each in line.points}.items():
        if not all(period in each for each in parts):
            continue
        total = sum(each[period].number for each in parts)
        if abs(total - point.number) > _SLACK * max(abs(total), abs(point.number)):
            spot = Spot(line.sheet.file, point.line, "value", point.text)
            details = {"sum": f"{total:g}", "parts": str(len(parts))}
            yield from warned(view, "total-differs", spot, line.key(point), **details)


@rule("translation-differs", is_own=True)
def translation_differs(view: View) -> Iterator[Problem]:
    """Names and definitions name the same years in both languages; a translation older than its original does not.

    Tên và định nghĩa nêu cùng những năm ở cả hai thứ tiếng; bản dịch cũ hơn bản gốc thì không.
    """
    for sheet in view.sheets:
        for column, english in sheet.shape.pairs:
            if not column.required:
                continue
            pairs = (sheet.cells[name].tolist() for name in (column.name, english))
            for line, one, other in zip(sheet.cells.index, *pairs, strict=True):
                left, right = set(_YEARS.findall(one)), set(_YEARS.findall(other))
                only = {
                    "vietnamese": " ".join(sorted(left - right)),
                    "english": " ".join(sorted(right - left)),
                }
                if all(only.values()):
                    spot = Spot(sheet.file, int(str(line)), english, other)
                    yield from warned(
                        view, "translation-differs", spot, _row_key(sheet, int(str(line))), **only
                    )


def _row_key(sheet: Sheet, line: int) -> str:
    return str(sheet.cells.loc[line, "id"]) if "id" in sheet.cells.columns else str(line)
