"""Catalogs of one series in east, and promises about it."""

from dataclasses import replace

from build_scripts.compute.facts import facts_of
from build_scripts.compute.progress import judgements
from build_scripts.model import Conversion, Goal, Unit
from build_scripts.model import columns as c
from tests.tiny import NOTHING, both, frame, tiny, value


def unit(name, kind="money", change=None):
    return Unit(
        name,
        both(name),
        both(name),
        kind,
        name if change is None else change,
        join=False,
        lower=None,
        upper=None,
    )


UNITS = {
    each.id: each
    for each in (
        unit("percent", "share", "point"), unit("point", "rate"), unit("point_a_year", "rate"), unit("times", "other"),
        unit("dong"), unit("million_dong"), unit("dollar"),
    )
}  # fmt: skip
CONVERSIONS = (
    Conversion("dong", "million_dong", 0.001, "", ""),
    Conversion("dong", "dollar", 0.5, "2023", "yearbook"),
    Conversion("dong", "dollar", 0.25, "2024", "yearbook"),
    Conversion("point", "point_a_year", 1.0, "", ""),
)


def rows(values, **more):
    """Write figures of the series `tap` in east, by period."""
    return [value("tap", "east", str(period), figure, **more) for period, figure in values.items()]


def bound(period, operator, low=None, high=None):
    """Write a figure known only as a bound or a range."""
    missing = float("nan")
    ends = {c.LOW: missing if low is None else low, c.HIGH: missing if high is None else high}
    return value(
        "tap", "east", str(period), 0, **{c.OPERATOR: operator, c.VALUE: missing, c.TEXT: ""}, **ends
    )


def series_in(name, **more):
    """Make the series, in a unit."""
    found = tiny().indicators["tap"]
    return {"tap": replace(found, unit=name, **more)}


def goal(direction="up", **more):
    plain = Goal("tap-goal", both("Tap water"), "east", "services", "percent", direction, NOTHING)
    return {"tap-goal": replace(plain, **more)}


def portal(*targets, values=None, **more):
    """Make a catalog of some targets and the figures of tap in east."""
    written = rows({2020: 50, 2021: 52, 2022: 54, 2023: 56, 2024: 58}) if values is None else values
    if isinstance(written, dict):
        written = rows(written)
    plain = {"targets": targets, "observations": frame(*written), "units": UNITS, "goals": goal()}
    return tiny(**(plain | {"conversions": CONVERSIONS} | more))


def found_in(catalog):
    return judgements(catalog, facts_of(catalog))


def judgement_of(target, **more):
    """Judge one target."""
    return found_in(portal(target, **more)).leading[target.id]
