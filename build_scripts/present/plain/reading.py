"""A figure said another way, by its kind of unit; a figure that no way fits is left as it is."""

import re
from collections.abc import Callable
from math import floor

from build_scripts.compute.places import country_of, regions_of
from build_scripts.model import LANGUAGES, Indicator, Unit
from build_scripts.present.plain.case import Case, spoken
from build_scripts.present.say import speak
from build_scripts.present.scene import Scene
from build_scripts.present.tongue import names

_BASE = re.compile(r"=\s*100\b")
_COUNTS = (100, 1_000, 10_000)
_INSIDE = re.compile(r"\(([^()]+)\)")
_FEW = 9.5
_HUNDRED = (0, 100)
_MONTHS = 12


def reading(case: Case) -> str:
    """Say the figure another way; "" where nothing safe can be said."""
    return next((said for way in _WAYS if (said := way(case))), "")


def _ranked(case: Case) -> str:
    value, last = case.value, case.unit.upper
    if case.unit.kind != "rank" or value is None or last is None or not 1 <= value <= last or value % 1:
        return ""
    above = int(value) - 1
    key = "plain.rank-first" if above == 0 else "plain.rank"
    return case.scene.say(key, above=str(above), of=case.scene.writer.trimmed(last))


def _against_base(case: Case) -> str:
    """Read an index whose unit says what is 100."""
    value, symbol = case.value, case.symbol
    if value is None or case.unit.kind != "index" or not _BASE.search(symbol):
        return ""
    base, by = symbol.strip("() "), round(value - 100, 6)
    key = "same" if by == 0 else "above" if by > 0 else "below"
    return case.scene.say(
        f"plain.base-{key}",
        base=base,
        figure=case.scene.writer.trimmed(value),
        by=case.scene.writer.trimmed(abs(by)),
    )


def _on_scale(case: Case) -> str:
    """Place a score between the ends of its scale; one out of a hundred needs no words."""
    value, low, high = case.value, case.unit.lower, case.unit.upper
    if case.unit.kind not in {"index", "score"} or value is None or low is None or high is None:
        return ""
    if low >= high or (low, high) == _HUNDRED:
        return ""
    write = case.scene.writer.trimmed
    share = write((value - low) / (high - low) * 100, 0)
    return case.scene.say("plain.scale", low=write(low), high=write(high), share=share)


def _out_of(case: Case) -> str:
    """Read a share of a whole: so many out of a hundred, or of a thousand where it is small."""
    value = case.value
    if case.symbol.strip() != "%" or case.indicator.additivity != "ratio" or value is None:
        return ""
    share = value / 100
    of = next((each for each in _COUNTS if 0 < share < 1 and _tells(share * each, each)), 0)
    if not of:
        return ""
    count = _nearest(share * of)
    exact = abs(share * of - count) < 1e-9  # noqa: PLR2004 - binary fractions are not exact
    write, sides = case.scene.writer.number, _sides(case)
    part = write(count) if exact else case.scene.say("operator.about", figure=write(count))
    return case.scene.say(f"plain.out-of{'-whole' if sides else ''}", of=write(of), part=part, **sides)


def _tells(count: float, of: int) -> bool:
    """Whether a count loses little when it is made whole: not all, not nothing, and exact or not very small."""
    whole = _nearest(count)
    return 0 < whole < of and (count >= _FEW or abs(count - whole) < 1e-9)  # noqa: PLR2004 - binary


def _nearest(count: float) -> int:
    return floor(count + 0.5)


def _per_thousand(case: Case) -> str:
    """Read a figure in parts per thousand by what its unit says it is per."""
    if case.symbol.strip() != "‰" or case.value is None:
        return ""
    name = case.unit.name[case.scene.language]
    inside = _INSIDE.search(name)
    figure = case.scene.figure(case.fact.shown, case.indicator.decimals)
    return case.scene.say("plain.per-thousand", figure=figure, per=name if inside is None else inside[1])


def _sides(case: Case) -> dict[str, str]:
    """Name what is counted and out of what, where the indicator says which series these are."""
    every = case.scene.catalog.indicators
    over, under = every.get(case.indicator.numerator), every.get(case.indicator.denominator)
    if over is None or under is None:
        return {}
    noun = _noun(case.scene, under)
    return {"over": case.scene.text(over.name), "under": case.scene.text(under.name), "noun": noun}


def _noun(scene: Scene, indicator: Indicator) -> str:
    """Name what is counted one by one: `người` of `nghìn người`, if the portal has such a unit; else parts."""
    own = scene.unit(indicator.unit)
    kin = [each for each in scene.catalog.units.values() if each.kind == "count" and _ends_with(own, each)]
    found = min(kin, key=lambda each: len(each.symbol["vi"]), default=None)
    return scene.say["plain.parts"] if found is None else found.symbol[scene.language]


def _ends_with(unit: Unit, other: Unit) -> bool:
    return all(
        other.symbol[each] and f" {unit.symbol[each]}".endswith(f" {other.symbol[each]}")
        for each in LANGUAGES
    )


def _for_each(case: Case) -> str:
    """Read a figure whose unit says "a for each b"."""
    first, cut, each = case.symbol.partition(case.scene.say["plain.per"])
    if not cut or not each or case.value is None or not any(sign.isalpha() for sign in first):
        return ""
    written = case.scene.figure(case.fact.shown, case.indicator.decimals)
    key = "plain.each-number" if each[0].isdigit() else "plain.each-one"
    return case.scene.say(key, figure=f"{written} {first}", each=each)


def _in_months(case: Case) -> str:
    value = case.value
    if case.unit.kind != "time" or case.symbol != case.scene.say["plain.years"] or value is None or value < 1:
        return ""
    months = round(value * _MONTHS)
    if months % _MONTHS == 0:
        return ""
    return case.scene.say("plain.months", years=str(months // _MONTHS), months=str(months % _MONTHS))


def _grown(case: Case) -> str:
    """Read a growth in per cent, where both names of the indicator call it so."""
    name, value = case.indicator.name, case.value
    called = all(names(name[each], speak(each)["plain.growth"]) for each in LANGUAGES)
    if not called or case.symbol.strip() != "%" or case.indicator.additivity != "none" or value is None:
        return ""
    return case.scene.say("plain.grown", figure=case.scene.writer.trimmed(100 + value))


def _part_of_wider(case: Case) -> str:
    """Set a figure that adds up against those of the region and the country for the same period."""
    if case.indicator.additivity != "additive" or not case.value or case.value < 0:
        return ""
    country = country_of(case.scene.catalog)
    wider = [*regions_of(case.scene.catalog, case.area), *([] if country is None else [country.id])]
    said = []
    for area in dict.fromkeys(wider):
        facts = case.scene.facts[case.indicator.id].get(area, ())
        whole = next((each.shown for each in facts if each.period == case.fact.period), None)
        if whole is not None and whole.is_trusted and whole.value is not None and whole.value > case.value:
            share = case.scene.writer.trimmed(case.value / whole.value * 100, 1)
            said.append(case.scene.say("plain.part", share=share, area=case.scene.area(area).text))
    return case.scene.say("plain.part-of", parts=case.scene.listed(said)) if said else ""


def _stepped(case: Case) -> str:
    """Say by how much a figure differs from the one before it."""
    move = case.move
    if move is None or not move.change or case.indicator.additivity != "additive":
        return ""
    places = case.indicator.decimals
    by = case.scene.writer.with_unit(case.scene.writer.trimmed(float(abs(move.change)), places), case.unit)
    when = spoken(case.scene, move.before.period)
    return case.scene.say(f"plain.step-{'up' if move.change > 0 else 'down'}", by=by, when=when)


_WAYS: tuple[Callable[[Case], str], ...] = (
    _ranked,
    _against_base,
    _on_scale,
    _out_of,
    _per_thousand,
    _for_each,
    _in_months,
    _grown,
    _part_of_wider,
    _stepped,
)
