"""Numbers, dates and periods as people write them, in one language; babel holds the locale's data."""

from dataclasses import dataclass
from datetime import date
from decimal import MAX_PREC, ROUND_HALF_UP, Context, Decimal, localcontext
from functools import cache, lru_cache

from babel.dates import format_date
from babel.numbers import get_decimal_symbol, get_group_symbol

from build_scripts.model import Language, Period, Unit
from build_scripts.present.say import Say

EN_DASH = "–"
MINUS = "−"
_EARLY = 2
_EXACT = Context(prec=MAX_PREC, rounding=ROUND_HALF_UP)
"""Figures of any length, halves away from zero as yearbooks print them."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes figures in the language of `say`."""

    say: Say

    @property
    def language(self) -> Language:
        """The language written in."""
        return self.say.language

    def number(self, value: float | Decimal | str, decimals: int | None = None) -> str:
        """Write a number with `decimals` places, or with those it has: "68.60" stays two places."""
        return _number(str(value), decimals, self.language)

    def at_most(self, text: str, decimals: int) -> str:
        """Write a number with the places it was published with, but no more than `decimals`."""
        return _at_most(text, decimals, self.say.language)

    def trimmed(self, value: float, decimals: int = 3) -> str:
        """Write a number with at most `decimals` places and no trailing zeros."""
        with localcontext(_EXACT):
            exact = _rounded(Decimal(str(value)), decimals).normalize()
        return self.number(exact)

    def with_unit(self, written: str, unit: Unit) -> str:
        """Put the unit's symbol behind a written figure, joined or after a no-break space."""
        symbol = unit.symbol[self.language]
        if not symbol:
            return written
        return written + ("" if unit.join else "\N{NO-BREAK SPACE}") + symbol

    def bound(self, operator: str, low: float | None, high: float | None, unit: Unit | None = None) -> str:
        """Write a point, a bound or a range, its unit inside: `60–62%`, `từ 60% trở lên`. Empty without a figure."""
        if operator == "range" and low is not None and high is not None:
            return self._with(f"{self.trimmed(low)}{EN_DASH}{self.trimmed(high)}", unit)
        figure = low if low is not None else high
        if figure is None:
            return ""
        return self.say(f"operator.{_OPERATOR_KEYS[operator]}", figure=self._with(self.trimmed(figure), unit))

    def _with(self, written: str, unit: Unit | None) -> str:
        return written if unit is None else self.with_unit(written, unit)

    def day(self, when: date) -> str:
        """Write a date in prose: `3 November 2026`, `ngày 03 tháng 11 năm 2026`, `ngày 30 tháng 6 năm 2025`."""
        return self._dated("day", when)

    def _dated(self, kind: str, when: date) -> str:
        """Write a date; January and February have patterns of their own, for where only they take a nought."""
        early = "-early" if when.month <= _EARLY else ""
        return format_date(when, format=self.say[f"format.{kind}{early}"], locale=self.language)

    def brief(self, text: str) -> str:
        """Write an ISO date as tables do, `3 November 2026`, `30/6/2025`; anything else comes back as it is."""
        try:
            when = date.fromisoformat(text)
        except ValueError:
            return text
        return self._dated("short-day", when)

    def iso(self, text: str) -> str:
        """Write an ISO date, month or year ("2024-12", "2024") in prose; anything else comes back as it is."""
        period = Period.parse(text)
        if period is not None:
            return (
                self.say("chart.when.month", period=self.period(period)) if period.kind == "month" else text
            )
        try:
            return self.day(date.fromisoformat(text))
        except ValueError:
            return text

    def tick(self, period: Period) -> str:
        """Write a part of a year shortly, for an axis: `Mar 2021`, `1/3/2021`, `Q1 2021`; others as in the data."""
        if period.kind not in ("day", "month", "quarter"):
            return period.text
        return format_date(period.start, format=self.say[f"format.tick-{period.kind}"], locale=self.language)

    def period(self, period: Period) -> str:
        """Write a period: `2024`, `Quý I/2024`, `first half of 2025`, `12/2019`, `2021–2025`."""
        if period.kind == "year":
            return str(period.start.year)
        year = str(period.start.year)
        months = {"quarter": 3, "half": 6}.get(period.kind)
        part = "" if months is None else str((period.start.month - 1) // months + 1)
        match period.kind:
            case "day":
                return self.day(period.start)
            case "span":
                return f"{year}{EN_DASH}{period.end.year}"
            case "month":
                return self._dated("month", period.start)
            case _:
                return self.say(f"period.{period.kind}{part}", year=year)


@lru_cache(maxsize=1 << 16)
def _number(text: str, decimals: int | None, language: Language) -> str:
    """Write a number with the signs of a language; babel knows the signs, and is asked once."""
    exact = Decimal(text)
    places = decimals if decimals is not None else _places(exact)
    with localcontext(_EXACT):
        written = f"{_rounded(exact, places):,.{places}f}"
    return written.translate(_signs(language))


@lru_cache(maxsize=1 << 16)
def _at_most(text: str, decimals: int, language: Language) -> str:
    return _number(text, min(len(text.partition(".")[2]), decimals), language)


@cache
def _signs(language: Language) -> dict[int, str]:
    """Find what stands for a point, a comma and a minus in the numbers of a language."""
    return str.maketrans({".": get_decimal_symbol(language), ",": get_group_symbol(language), "-": MINUS})


def _rounded(exact: Decimal, places: int) -> Decimal:
    """Round as people do, halves away from zero; adding zero turns -0 into 0."""
    return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP) + 0


def _places(exact: Decimal) -> int:
    exponent = exact.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


_OPERATOR_KEYS = {"=": "equal", "~": "about", ">=": "at-least", ">": "above", "<=": "at-most", "<": "below"}
