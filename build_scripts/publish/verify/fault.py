"""What is wrong with a finished site."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend: a code of the words `verify.…`, the file below the site, and what stands there."""

    code: str
    file: str
    value: str = ""
