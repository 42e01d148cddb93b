"""The scores of Open SDG, from -5 to 5, and the words they stand for."""

from typing import Final, Literal

OpenStatus = Literal[
    "target_achieved",
    "substantial_progress",
    "moderate_progress",
    "limited_progress",
    "deterioration",
    "not_available",
]
_EXPONENT: Final = 4.44


def scale(base: float, limit: float) -> float:
    """Compute how far thresholds are lowered near a limit: 0 at it, 1 from twice the limit on, the same on both sides."""
    if base >= 2 * limit:
        return 1.0
    near = base if base <= limit else 2 * limit - base
    return 1.0 - float((near / limit) ** _EXPONENT)


def named(value: float, thresholds: tuple[float, float, float]) -> OpenStatus:
    """Name a value by the thresholds of substantial, moderate and limited progress."""
    high, middle, low = thresholds
    if value >= high:
        return "substantial_progress"
    if value >= middle:
        return "moderate_progress"
    return "limited_progress" if value >= low else "deterioration"


def score_with_target(ratio: float) -> float:
    """Score observed over needed growth."""
    if ratio >= 0.6:  # noqa: PLR2004 - the figures of the method
        return min(7.1429 * ratio - 4.2857, 5.0)
    return max(4.1667 * ratio - 2.5, -5.0)


def score_of_growth(value: float, scale: float) -> float:
    """Score growth a year where there is no target, with the thresholds lowered by `scale`."""
    if value < 0:
        return max(125 * value - 2.5, -5.0)
    if scale == 0:
        return 5.0
    if value >= 0.015 * scale:
        return min(500 * value / scale - 5, 5.0)
    if value >= 0.005 * scale:
        return 250 * value / scale - 1.25
    return 500 * value / scale - 2.5


def status_of_score(score: float) -> OpenStatus:
    """Name the mean score of several series."""
    return named(score, (2.5, 0.0, -2.5))
