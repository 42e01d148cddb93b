"""What an independent judge said when it was last asked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hearing:
    """`judge` by its id, in its `version`: how many questions it answered with yes, how many with no; `day` in ISO."""

    judge: str
    version: str
    passed: int
    failed: int
    day: str
