"""All observations of all theme packages as one tidy, sorted frame."""

from typing import Any

import numpy as np
import pandas as pd

from build_scripts.model import Period, columns
from build_scripts.read.profiles import SHAPES
from build_scripts.read.sheets import Factors, Sheet, View

_AS_TEXT = (
    *(columns.INDICATOR, columns.AREA, columns.PERIOD, columns.OPERATOR, columns.MARK, columns.STATUS),
    *(columns.BOUNDARY, columns.SOURCE, columns.CONFIDENCE, columns.NOTE_VI, columns.NOTE_EN, columns.QUOTE),
)
_ORDER = [columns.INDICATOR, columns.AREA, columns.START, columns.END, columns.VINTAGE]


def observations(view: View) -> pd.DataFrame:
    """The frame described in `build_scripts.model.columns`; empty, with typed columns, when there are none."""
    sheets = view.of("observations")
    frames = [_frame(sheet) for sheet in (sheets if sheets else (_none(),))]
    raw = pd.concat(frames, ignore_index=True)
    return raw.sort_values(_ORDER, kind="stable", ignore_index=True)[list(columns.OBSERVATION_COLUMNS)]


def _none() -> Sheet:
    """A table of observations without a row."""
    cells = pd.DataFrame(columns=_raw_columns(), dtype="str")
    return Sheet("", "", SHAPES["theme"]["observations"], None, cells)


def _frame(sheet: Sheet) -> pd.DataFrame:
    """Text cells with their meaning; each distinct period is parsed once."""
    cells = sheet.cells[[name for name in _AS_TEXT if name in sheet.cells.columns]]
    codes, words = sheet.factors(columns.PERIOD)
    periods = [period for period in map(Period.parse, words) if period is not None]
    if len(periods) < len(words):
        raise ValueError(f"{sheet.file} holds a period that was never checked")
    typed: dict[str, Any] = {
        columns.PACKAGE: _repeated(sheet.package, len(cells)),
        columns.FILE: _repeated(sheet.file, len(cells)),
        columns.START: _taken([period.start for period in periods], codes, "datetime64[s]"),
        columns.END: _taken([period.end for period in periods], codes, "datetime64[s]"),
        columns.KIND: pd.array([period.kind for period in periods], dtype="str").take(codes),
        columns.YEAR: _taken([period.year for period in periods], codes, "int64"),
        columns.VALUE: sheet.figures(columns.VALUE),
        columns.LOW: sheet.figures(columns.LOW),
        columns.HIGH: sheet.figures(columns.HIGH),
        columns.TEXT: sheet.cells[columns.VALUE],
        columns.VINTAGE: sheet.cells[columns.VINTAGE].astype("int64"),
        columns.IN_FORCE: sheet.cells[columns.IN_FORCE] == "true",
        columns.LINE: np.asarray(sheet.cells.index, dtype="int64"),
    }
    return cells.assign(**typed)


def _repeated(text: str, times: int) -> Any:
    return pd.array([text], dtype="str").take(np.zeros(times, dtype="int64"))


def _taken(values: list[Any], codes: Factors, kind: str) -> Any:
    """The value of each row, of a few that are given once."""
    return np.array(values, dtype=kind)[codes]


def _raw_columns() -> list[str]:
    """The columns that come from the file, and the three that say which file."""
    numbers = [columns.VALUE, columns.LOW, columns.HIGH, columns.VINTAGE, columns.IN_FORCE]
    return [*_AS_TEXT, *numbers, columns.PACKAGE, columns.FILE, columns.LINE]
