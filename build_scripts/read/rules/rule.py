"""A rule: a small function that says in its docstring, in both languages, what it holds the data to."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import pandas as pd

from build_scripts.model import Problem, Severity, Text
from build_scripts.read.codes import CODES
from build_scripts.read.problems import Spot
from build_scripts.read.sheets import Sheet, View

Check = Callable[[View], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A promise the data must keep: `code` is that of its problems, `doc` what readers are told.

    Of a rule that `is_own` what it finds in a package depends on no other package.
    """

    code: str
    check: Check
    doc: Text
    severity: Severity
    is_own: bool = False


def rule(code: str, *, is_own: bool = False) -> Callable[[Check], Rule]:
    """Make a rule of a function; its docstring is one English paragraph, then one Vietnamese paragraph."""

    def made(check: Check) -> Rule:
        english, vietnamese = (" ".join(part.split()) for part in str(inspect.getdoc(check)).split("\n\n"))
        return Rule(code, check, Text(vi=vietnamese, en=english), CODES[code].severity, is_own)

    return made


def spots(sheet: Sheet, column: str, wrong: pd.Series) -> Iterator[Spot]:
    """The cells of `column` in the rows where `wrong` is true."""
    if not wrong.any():
        return
    for line, value in sheet.cells.loc[wrong, column].items():
        yield Spot(sheet.file, int(str(line)), column, str(value))


def beside(sheet: Sheet, spot: Spot, column: str) -> str:
    """The cell of another column in the row of `spot`."""
    return str(sheet.cells.loc[cast("int", spot.line), column])


def is_repeated(keys: np.ndarray[Any, Any]) -> bool:
    """Whether a number occurs twice."""
    return len(np.unique(keys)) < len(keys)


def repeats(cells: pd.DataFrame, key: list[str]) -> Iterator[tuple[int, int]]:
    """The lines whose `key` stands on a line above, with the first line it stands on."""
    again = cells.duplicated(key)
    if not again.any():
        return
    lines = pd.Series(cells.index, index=cells.index)
    first = lines.groupby([cells[name] for name in key]).transform("first")
    for line in cells.index[again]:
        yield int(line), int(first.loc[line])
