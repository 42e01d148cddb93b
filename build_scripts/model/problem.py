"""What is wrong with the data, where, and how to mend it."""

from dataclasses import dataclass
from typing import Literal

from build_scripts.model.text import Text

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing an owner of data should mend; frozen, sortable by place.

    `file` is relative to the root (POSIX); `line` counts from 1 as an editor does, header included, and is
    `None` when the whole file is meant; `field` is the column or descriptor key, if one is to blame; `code` is
    stable for ever; `value` is what was seen, as text.
    """

    file: str
    line: int | None
    field: str | None
    code: str
    value: str | None
    message: Text
    remedy: Text
    severity: Severity = "error"

    @property
    def place(self) -> tuple[str, int, str, str]:
        """The sort key: file, line, field, code."""
        return (self.file, self.line if self.line is not None else 0, self.field or "", self.code)
