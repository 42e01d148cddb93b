"""Every observation has an id of its own."""

from build_scripts.model import Observation


def row_of(each: Observation) -> str:
    """Name a value of a fact: indicator, area, period and vintage, which never change."""
    return f"{each.indicator}.{each.area}.{each.period.text}.{each.vintage}"
