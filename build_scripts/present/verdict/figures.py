"""The figures of a judgement as a reader sees them, in the unit of the target."""

from dataclasses import dataclass
from math import floor, log10

from build_scripts.model import Datum, Judgement, Period, Target, Unit
from build_scripts.present.numbers import MINUS
from build_scripts.present.scene import Scene

_MOST_PLACES = 4


@dataclass(frozen=True, slots=True)
class Figures:
    """Writes values, paces and terms of one target."""

    scene: Scene
    target: Target
    judgement: Judgement

    @property
    def unit(self) -> Unit:
        """The unit of the target."""
        return self.scene.promised_unit(self.target)

    @property
    def grows(self) -> bool:
        """Whether paces are growth a year instead of steps a year."""
        return self.judgement.method in ("cagr", "open-sdg")

    @property
    def _value_unit(self) -> Unit:
        """The unit of single values: that of the series where it is written alike (8,16%, not 8,16%/năm)."""
        if not self.judgement.indicator:
            return self.unit
        own = self.scene.unit(self.scene.catalog.indicators[self.judgement.indicator].unit)
        return own if _same_size(self.scene, own, self.target) else self.unit

    def value(self, number: float) -> str:
        """Write a value with its unit, with as many decimals as say something."""
        return self.scene.writer.with_unit(self.bare(number), self._value_unit)

    def aimed(self, number: float) -> str:
        """Write a value in the very unit of the target."""
        return self.scene.writer.with_unit(self.bare(number), self.unit)

    def bare(self, number: float) -> str:
        """Write a value without its unit."""
        return self.scene.writer.trimmed(number, _places(number, 2))

    def datum(self, datum: Datum) -> str:
        """Write a figure as the pages of its indicator do, if it is one; a baseline as the document states it."""
        shown = self._shown(datum)
        return self.value(datum.value) if shown is None else shown

    def _shown(self, datum: Datum) -> str | None:
        judgement = self.judgement
        if (
            datum.status == "stated"
            or not judgement.indicator
            or self.target.reference in ("multiple-of-base", "annual-change")
        ):
            return None
        indicator = self.scene.catalog.indicators[judgement.indicator]
        area = self.scene.catalog.goals[self.target.goal].area
        facts = self.scene.facts.get(indicator.id, {}).get(area, ())
        found = next(
            (each for each in facts if each.period.text == datum.period and each.shown.value is not None),
            None,
        )
        if found is None or found.shown.value != datum.value:
            return None
        return self.scene.measured(found.shown, indicator)

    def pace(self, number: float) -> str:
        """Write a change a year with its sign: points for shares, per cent for growth, else the unit."""
        if self.grows:
            return self._signed(number * 100, self.scene.catalog.units.get("percent", self.unit))
        change = self._value_unit.change
        return self._signed(number, self.scene.catalog.units.get(change, self._value_unit))

    def moved(self, number: float) -> str:
        """Say in words how fast a figure moved: `mỗi năm tăng 1,09 điểm %`."""
        by = self.pace(number)
        return self.scene.say(f"verdict.moved.{_way(by)}", by=by.lstrip(f"+{MINUS}"))

    def must(self, number: float) -> str:
        """Say in words how fast a figure has to move from now on."""
        by = self.pace(number)
        return self.scene.say(f"verdict.must.{_way(by)}", by=by.lstrip(f"+{MINUS}"))

    def step(self, number: float) -> str:
        """Write a change a year as a bare number, in a sum: growth in per cent."""
        number = number * 100 if self.grows else number
        written = self.bare(abs(number))
        return MINUS + written if number < 0 and any(sign in "123456789" for sign in written) else written

    def _signed(self, number: float, unit: Unit) -> str:
        written = self.scene.writer.trimmed(abs(number), _places(number, 2))
        zero = not any(sign in "123456789" for sign in written)
        sign = "" if zero else MINUS if number < 0 else "+"
        return sign + self.scene.writer.with_unit(written, unit)

    def when(self, datum: Datum) -> str:
        """Write the period of a figure as it stands in a sentence."""
        period = Period.parse(datum.period)
        if period is None:
            return datum.period
        return self.scene.say(f"chart.when.{period.kind}", period=self.scene.writer.period(period))

    def state(self, datum: Datum) -> str:
        """Say that a figure is preliminary or an estimate; nothing of others."""
        return (
            self.scene.say[f"verdict.state.{datum.status}"]
            if datum.status in ("preliminary", "estimate")
            else ""
        )

    @property
    def aim(self) -> str:
        """The promise with its unit."""
        return self.scene.promised(self.target)

    @property
    def due(self) -> str:
        """When it is due, as it stands behind the promise."""
        say, target = self.scene.say, self.target
        if target.due:
            return say("verdict.due.words", words=self.scene.text(target.due))
        if target.year is None:
            return say["verdict.due.none"]
        if target.start_year is None or target.start_year == target.year:
            return say("verdict.due.year", year=str(target.year))
        return say("verdict.due.span", first=str(target.start_year), year=str(target.year))


def _way(written: str) -> str:
    """Tell from its sign where a written change goes."""
    return {"+": "up", MINUS: "down"}.get(written[:1], "same")


def _same_size(scene: Scene, unit: Unit, target: Target) -> bool:
    """Whether a value of the series needs no factor to stand in the target's unit."""
    wanted = scene.promised_unit(target).id
    factors = (
        each.factor
        for each in scene.catalog.conversions
        if (each.from_unit, each.to_unit) == (unit.id, wanted)
    )
    return unit.id == wanted or next(factors, None) == 1


def _places(number: float, significant: int) -> int:
    """Choose decimals: two, more for what is smaller than a tenth, none for thousands."""
    if number == 0:
        return 0
    size = floor(log10(abs(number)))
    if size >= 3:  # noqa: PLR2004 - thousands
        return 0
    return min(_MOST_PLACES, max(2, significant - 1 - size))
