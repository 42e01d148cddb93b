"""What one kind of problem says to the person who must mend it."""

from dataclasses import dataclass

from build_scripts.model import Severity, Text


@dataclass(frozen=True, slots=True)
class Code:
    """The message and remedy of a kind of problem, with `{placeholders}` for the particulars."""

    message: Text
    remedy: Text
    severity: Severity = "error"
