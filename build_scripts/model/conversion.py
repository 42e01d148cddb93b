"""How a figure in one unit becomes a figure in another."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Conversion:
    """A value in `from_unit` times `factor` is a value in `to_unit`.

    `period` is "" for a factor that always holds (a thousand thousands are a million); a rate that moves, such as
    that of a currency, names the year it is of and its `source`, and serves figures of that year only.
    """

    from_unit: str
    to_unit: str
    factor: float
    period: str
    source: str
