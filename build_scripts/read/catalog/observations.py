"""All observations of all theme packages as one tidy, sorted frame."""

from typing import Any

import pandas as pd

from build_scripts.model import Period, columns
from build_scripts.read.sheets import Sheet, View, figures

_AS_TEXT = (
    *(columns.INDICATOR, columns.AREA, columns.PERIOD, columns.OPERATOR, columns.MARK, columns.STATUS),
    *(columns.BOUNDARY, columns.SOURCE, columns.CONFIDENCE, columns.NOTE_VI, columns.NOTE_EN, columns.QUOTE),
)
_ORDER = [columns.INDICATOR, columns.AREA, columns.START, columns.END, columns.VINTAGE]


def observations(view: View) -> pd.DataFrame:
    """The frame described in `build_scripts.model.columns`; empty, with typed columns, when there are none."""
    sheets = view.of("observations")
    frames = [_frame(sheet) for sheet in sheets]
    none = _typed(pd.DataFrame(columns=_raw_columns(), dtype="str"))
    raw = pd.concat(frames, ignore_index=True) if frames else none
    return raw.sort_values(_ORDER, kind="stable", ignore_index=True)[list(columns.OBSERVATION_COLUMNS)]


def _frame(sheet: Sheet) -> pd.DataFrame:
    cells = sheet.cells[[name for name in _raw_columns() if name in sheet.cells.columns]]
    place: dict[str, Any] = {
        columns.PACKAGE: sheet.package,
        columns.FILE: sheet.file,
        columns.LINE: cells.index,
    }
    return _typed(cells.assign(**place))


def _typed(cells: pd.DataFrame) -> pd.DataFrame:
    """Text cells with their meaning; each distinct period is parsed once."""
    found = {str(text): Period.parse(str(text)) for text in cells[columns.PERIOD].unique()}
    periods = {text: period for text, period in found.items() if period is not None}
    text = cells[columns.PERIOD]
    starts = {key: pd.Timestamp(period.start) for key, period in periods.items()}
    ends = {key: pd.Timestamp(period.end) for key, period in periods.items()}
    typed: dict[str, Any] = {
        columns.START: text.map(starts).astype("datetime64[s]"),
        columns.END: text.map(ends).astype("datetime64[s]"),
        columns.KIND: text.map({key: period.kind for key, period in periods.items()}).astype("str"),
        columns.YEAR: text.map({key: period.year for key, period in periods.items()}).astype("int64"),
        columns.VALUE: figures(cells[columns.VALUE]),
        columns.LOW: figures(cells[columns.LOW]),
        columns.HIGH: figures(cells[columns.HIGH]),
        columns.TEXT: cells[columns.VALUE],
        columns.VINTAGE: cells[columns.VINTAGE].astype("int64"),
        columns.IN_FORCE: cells[columns.IN_FORCE] == "true",
        columns.LINE: cells[columns.LINE].astype("int64"),
    }
    return cells[[*_AS_TEXT, columns.PACKAGE, columns.FILE]].assign(**typed)


def _raw_columns() -> list[str]:
    """The columns that come from the file, and the three that say which file."""
    numbers = [columns.VALUE, columns.LOW, columns.HIGH, columns.VINTAGE, columns.IN_FORCE]
    return [*_AS_TEXT, *numbers, columns.PACKAGE, columns.FILE, columns.LINE]
