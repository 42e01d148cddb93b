"""The tiny portal with amounts: `big` was made of `west` and `hill`, the new delta is `east` and `big`."""

from dataclasses import replace

from build_scripts.compute.facts import facts_of
from build_scripts.compute.geography.carried import carried_back
from build_scripts.compute.geography.parts import Archive
from build_scripts.model import Tile
from tests.tiny import frame, indicator, tiny, value

PEOPLE = replace(indicator("people"), additivity="additive", decimals=0)
LAND = replace(indicator("land-area"), additivity="additive", decimals=0)
DENSITY = replace(indicator("density"), numerator="people", denominator="land-area", decimals=1)
INDICATORS = {each.id: each for each in (PEOPLE, LAND, DENSITY, indicator("tap"))}
TILES = (Tile("2", "east", 0, 0), Tile("2", "big", 0, 1))


def past(*rows, **more):
    """Make the past of a portal that holds only these figures."""
    catalog = tiny(indicators=INDICATORS, observations=frame(*rows), tiles=TILES, **more)
    return Archive(catalog, facts_of(catalog))


def people(area, period, figure, **more):
    return value("people", area, period, figure, **more)


def carried(known, name="people", area="big"):
    """Carry an indicator back: the computed figures by period, then the refusals."""
    found = carried_back(known, known.catalog.indicators[name], area)
    figures = {each.fact.period.text: each.fact.shown.value for each in found.figures}
    return figures, [(each.reason, each.area, each.period and each.period.text) for each in found.refusals]
