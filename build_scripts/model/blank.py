"""A form to fill in: a table without rows, with what may stand in its columns."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from build_scripts.model.text import Text

if TYPE_CHECKING:
    import pandas as pd

_BAD_IN_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME = 31


@dataclass(frozen=True, slots=True)
class Choice:
    """A code that a cell may hold, and its name; both languages are "" where it has none."""

    code: str
    name: Text

    @property
    def label(self) -> str:
        """What a list shows for it: `ha-noi | Hà Nội / Hanoi`."""
        names = " / ".join(
            dict.fromkeys(" ".join(each.split()) for each in (self.name.vi, self.name.en) if each.strip())
        )
        return f"{self.code} | {names}" if names else self.code


@dataclass(frozen=True, slots=True)
class BlankColumn:
    """A column: `kind` is its type in Table Schema; `closed` when nothing but the choices may stand there."""

    name: str
    kind: str
    required: bool
    title: Text
    description: Text
    choices: tuple[Choice, ...] = ()
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """A table to be filled in: of which package, under which name."""

    package: str
    table: str
    title: Text
    columns: tuple[BlankColumn, ...]

    @property
    def labels(self) -> dict[str, dict[str, str]]:
        """The code behind each label, by column."""
        return {each.name: {choice.label: choice.code for choice in each.choices} for each in self.columns}


def sheet_name(table: str) -> str:
    """Name the sheet that a table is filled in on, as spreadsheets allow; they keep `history` for themselves."""
    found = _BAD_IN_NAME.sub("_", table)[:_LONGEST_NAME].strip("'")
    found = found if found.strip() else "data"
    return f"{found}_1" if found.casefold() == "history" else found


@dataclass(frozen=True, slots=True, eq=False)
class Described:
    """A package as its descriptor describes it, whatever its tables hold.

    `own` are the cells of its tables by name, `known` those of all packages that follow a profile; a table that cannot
    be read is not there.
    """

    descriptor: dict[str, Any]
    own: Mapping[str, "pd.DataFrame"] = field(default_factory=dict)
    known: Mapping[str, "pd.DataFrame"] = field(default_factory=dict)
