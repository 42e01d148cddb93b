"""Figures of one chart in words: values with units, periods, bounds and states, in one language."""

from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.model import Period
from build_scripts.present.charts.data import Aim, BreakMark, Frame, Point, Row
from build_scripts.present.charts.text import plain
from build_scripts.present.numbers import EN_DASH, Writer
from build_scripts.present.say import Say


@dataclass(frozen=True, slots=True)
class Figures:
    """Writes the figures of a frame."""

    frame: Frame
    writer: Writer

    @property
    def say(self) -> Say:
        """The words of the language."""
        return self.writer.say

    @property
    def title(self) -> str:
        """The chart's title as it may stand in a drawing."""
        return plain(self.frame.title)

    def bare(self, value: float) -> str:
        """Write a value; only a unit that is written together with its figure stands behind it."""
        written = self.writer.number(value, self.frame.decimals)
        return self.writer.with_unit(written, self.frame.unit) if self.frame.unit.join else written

    def full(self, value: float) -> str:
        """Write a value with its unit."""
        return self.writer.with_unit(self.writer.number(value, self.frame.decimals), self.frame.unit)

    def point(self, point: Point) -> str:
        """Write what is known of a point, with its unit."""
        if point.value is None:
            return self.bound(point.operator, point.low, point.high)
        written = self.full(point.value)
        return self.say("operator.about", figure=written) if point.operator == "~" else written

    def bound(self, operator: str, low: float | None, high: float | None) -> str:
        """Write a bound or a range with its unit: `60–62%`, `trên 75%`; "" when neither end is known."""
        return self.writer.bound(operator, low, high, self.frame.unit)

    def aims(self, aims: Sequence[Aim]) -> str:
        """Label targets of the same years: by their own labels, or by years and figures without a unit."""
        own = [plain(each.label) for each in aims if each.label]
        unit = self.frame.unit if self.frame.unit.join else None
        figures = [self.writer.bound(each.operator, each.low, each.high, unit) for each in aims]
        first, last = aims[0].start_year, aims[0].year
        when = str(last) if first is None or first == last else f"{first}{EN_DASH}{last}"
        return "; ".join(own) if own else self.say("chart.aim", when=when, figures="; ".join(figures))

    def break_label(self, mark: BreakMark) -> str:
        """Label a break in a series; a sentence loses its full stop."""
        return plain(mark.label).rstrip(" .")

    def when(self, period: Period) -> str:
        """Write a period as it stands in a sentence: `năm 2024`, `the first quarter of 2024`."""
        return self.say(f"chart.when.{period.kind}", period=self.writer.period(period))

    def state(self, point: Point) -> str:
        """Write the period of a point, and whether its figure may still change."""
        when = self.when(point.period)
        if not point.hollow:
            return when
        return self.say("chart.with-status", when=when, status=self.say[f"status.{point.status}"])

    def years(self, first: int, last: int) -> str:
        """Write a stretch of years as it stands in a sentence."""
        kind = "year" if first == last else "span"
        written = str(first) if first == last else f"{first}{EN_DASH}{last}"
        return self.say(f"chart.when.{kind}", period=written)

    def stretch(self, first: Period, last: Period) -> str:
        """Write a period, or all from one to another."""
        written = self.writer.period(first)
        return written if first == last else f"{written}{EN_DASH}{self.writer.period(last)}"

    def tip(self, point: Point) -> Row:
        """Say everything about a point in ready strings, for the interactive view."""
        return {
            "p": self.writer.period(point.period),
            "v": self.point(point),
            "t": self.say[f"status.{point.status}"],
        }
