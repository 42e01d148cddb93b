"""By which power of ten a ratio differs from its numerator over its denominator: read off published figures."""

from decimal import Decimal

from build_scripts.compute.geography.parts import Archive, Part, Refusal
from build_scripts.model import Indicator, Observation

POWERS = range(-9, 10)
"""Units differ by powers of ten: per cent by 2, thousands over square kilometres by 3, billions over thousands by 0."""


def agreed_power(
    archive: Archive, indicator: Indicator, over: tuple[Part, ...], under: tuple[Part, ...]
) -> int | Refusal:
    """Find the power of ten with which every published ratio of a predecessor in the period is reproduced.

    The units of an indicator are words, and a wrong guess would be wrong by a factor of a thousand; so the factor
    is taken from the statistics themselves: where a predecessor has the ratio, its numerator and its denominator
    published for the same period, numerator over denominator must come to the published ratio within the rounding
    of all three. One predecessor at least must confirm it and none may contradict, else the ratio may be defined
    in another way (or be of another vintage) than its parts, and nothing is computed.
    """
    period = over[0].shown.period
    beneath = {each.area: each.shown for each in under}
    found: set[int] = set()
    for part in over:
        published = next(
            (
                each.shown
                for each in archive.facts.get(indicator.id, {}).get(part.area, ())
                if each.period == period
            ),
            None,
        )
        if published is None or not (published.is_trusted and published.is_point) or part.area not in beneath:
            continue
        power = _power(part.shown, beneath[part.area], published)
        if power is None:
            return Refusal("ratio-unconfirmed", part.area, period)
        found.add(power)
    return found.pop() if len(found) == 1 else Refusal("ratio-unconfirmed", period=period)


def _power(over: Observation, under: Observation, ratio: Observation) -> int | None:
    """Find the power of ten between two figures and their published ratio, if any fits within rounding."""
    upper, lower, wanted = (_interval(each) for each in (over, under, ratio))
    if lower[0] <= 0 or upper[0] < 0 or not Decimal(ratio.text):
        return None
    least, most = upper[0] / lower[1], upper[1] / lower[0]
    fitting = (
        power for power in POWERS if least.scaleb(power) <= wanted[1] and most.scaleb(power) >= wanted[0]
    )
    return next(fitting, None)


def _interval(shown: Observation) -> tuple[Decimal, Decimal]:
    """The numbers that are written as this one when rounded to its places."""
    written = Decimal(shown.text)
    half = Decimal(5).scaleb(-len(shown.text.partition(".")[2]) - 1)
    return written - half, written + half
