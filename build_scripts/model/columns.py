"""Names of the columns of the observations frame, each said once.

One row is one vintage of one fact. The frame is sorted by indicator, area, start, end, vintage.
"""

INDICATOR = "indicator"
AREA = "area"
PERIOD = "period"
START = "start"
"""First day of the period (datetime64)."""
END = "end"
"""Last day of the period (datetime64)."""
KIND = "kind"
"""Kind of period: year, quarter, half, nine-months, month, span."""
YEAR = "year"
"""Calendar year in which the period ends (int)."""
OPERATOR = "operator"
"""One of = ~ > >= < <= range."""
VALUE = "value"
"""The point value in the indicator's unit (float), NaN for bounds, ranges and marks."""
LOW = "low"
HIGH = "high"
TEXT = "text"
"""The point value as it stands in the file ("68.60"), "" when there is none."""
MARK = "mark"
"""nil (nothing occurred, "-"), no-figure ("...") or "" when there is a value."""
STATUS = "status"
"""final, preliminary, estimate or reported."""
VINTAGE = "vintage"
"""1, 2, 3 …: the order in which the values of one fact were published, as far as known (int)."""
IN_FORCE = "in_force"
"""Exactly one vintage of each fact is in force (bool)."""
BOUNDARY = "boundary"
"""own: on the territory of the time; recalculated: the source itself carried it back to a later territory."""
SOURCE = "source"
CONFIDENCE = "confidence"
"""high, medium or low; low stays out of charts and statuses."""
NOTE_VI = "note"
NOTE_EN = "note_en"
QUOTE = "quote"
PACKAGE = "package"
FILE = "file"
LINE = "line"

OBSERVATION_COLUMNS: tuple[str, ...] = (
    INDICATOR, AREA, PERIOD, START, END, KIND, YEAR, OPERATOR, VALUE, LOW, HIGH, TEXT, MARK, STATUS, VINTAGE,
    IN_FORCE, BOUNDARY, SOURCE, CONFIDENCE, NOTE_VI, NOTE_EN, QUOTE, PACKAGE, FILE, LINE,
)  # fmt: skip
