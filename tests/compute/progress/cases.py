"""Cases small enough to work out on paper."""

from build_scripts.compute.progress import Aim, Case
from build_scripts.model import Datum, Revision

EXACT = Revision(size=0.0, relative=False, count=3)
"""Figures of this indicator are never revised."""


def datum(year, value, **more):
    plain = {"period": str(year), "status": "final", "source": "yearbook"}
    return Datum(year=year, value=float(value), **(plain | more))


def series(values, **more):
    """Turn values by year into figures."""
    return tuple(datum(year, value, **more) for year, value in values.items())


def stated(year, value):
    """Make a baseline in the words of the document."""
    return datum(year, value, status="stated", source="plan")


def up(low, high=None, operator="="):
    return Aim(operator, low, low if high is None else high, "up")


def down(high, low=None, operator="="):
    return Aim(operator, high if low is None else low, high, "down")


def band(low, high):
    return Aim("range", low, high, "band")


def at_least(low):
    return Aim(">=", low, None, "up")


def at_most(high):
    return Aim("<=", None, high, "down")


def above(low):
    return Aim(">", low, None, "up")


def below(high):
    return Aim("<", None, high, "down")


def case(aim, values, **more):
    """Promise `aim` by 2030 since 2020, judged at the end of 2025."""
    plain = {"target": "promise", "method": "linear", "now": 2025, "year": 2030, "start": 2020}
    return Case(aim=aim, points=series(values), **(plain | more))
