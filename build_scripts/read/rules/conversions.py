"""Rules: how figures in one unit become figures in another."""

from collections.abc import Iterator

from build_scripts.model import Problem
from build_scripts.read.problems import Spot, problem
from build_scripts.read.rules.rule import beside, repeats, rule, spots
from build_scripts.read.sheets import View

_CONVERSION = ["from_unit", "to_unit", "period"]


@rule("rate-without-source", is_own=True)
def rate_without_source(view: View) -> Iterator[Problem]:
    """A conversion that holds for one year only, such as an exchange rate, names the source it was published in.

    Hệ số quy đổi chỉ đúng cho một năm, ví dụ tỷ giá, phải ghi nguồn đã công bố nó.
    """
    for sheet in view.of("conversions"):
        for spot in spots(sheet, "source", (sheet.cells["period"] != "") & (sheet.cells["source"] == "")):
            yield problem("rate-without-source", spot, period=beside(sheet, spot, "period"))


@rule("factor-not-positive", is_own=True)
def factor_not_positive(view: View) -> Iterator[Problem]:
    """The factor of a conversion is above zero.

    Hệ số quy đổi lớn hơn 0.
    """
    for sheet in view.of("conversions"):
        for spot in spots(sheet, "factor", sheet.figures("factor") <= 0):
            yield problem("factor-not-positive", spot)


@rule("conversion-duplicate", is_own=True)
def conversion_duplicate(view: View) -> Iterator[Problem]:
    """Two units have one factor, or one rate for each year.

    Hai đơn vị tính chỉ có một hệ số quy đổi, hoặc mỗi năm một tỷ giá.
    """
    for sheet in view.of("conversions"):
        for line, other in repeats(sheet.cells, _CONVERSION):
            written = [str(sheet.cells.loc[line, name]) for name in _CONVERSION]
            spot = Spot(sheet.file, line, ", ".join(_CONVERSION), ", ".join(each for each in written if each))
            yield problem("conversion-duplicate", spot, other=str(other))
