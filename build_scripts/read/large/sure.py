"""Which cells of a column are surely as they must be: what duckdb can tell at a glance.

Every condition holds of sound cells only; those it does not hold of are looked at one by one, by the same code that
looks at short tables. A cell that no condition knows costs time and changes no verdict.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from build_scripts.read.gate.cells import WEB_COLUMNS
from build_scripts.read.gate.personal import PERSONS, is_of_persons

WHOLE: Final = "-?[1-9][0-9]{0,14}|0"
NUMBER: Final = r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?"
_LETTERS: Final = r"\x{C0}-\x{D6}\x{D8}-\x{F6}\x{F8}-\x{12F}\x{132}-\x{24F}\x{1E00}-\x{1EFF}"
"""Not the Turkish ones: where capitals make no difference, Python takes them for our i and RE2 does not."""
_OTHERS: Final = r"\x{A0}-\x{AC}\x{AE}-\x{BF}\x{D7}\x{F7}\x{2010}-\x{2027}\x{2030}-\x{205E}\x{20A0}-\x{20C0}"
FIRST: Final = rf"[!-*,./-<>?A-~{_LETTERS}]"
"""Signs that may begin a cell: no spreadsheet takes one of them, or what it is composed of, for a formula."""
REST: Final = rf"[ -~{_LETTERS}{_OTHERS}]"
"""Signs that are visible, belong to Unicode's composed form, and compose with none of the others."""
_PERSON: Final = (
    r"@|(?i:\(at\)|\[at\])|\+(?:[^0-9]{0,4}[0-9]){7}|0(?:[^0-9]{0,4}[0-9]){9}" rf"|(?i:{PERSONS.pattern})"
)
"""What an address of e-mail, a telephone or the number of a document is never without."""
_SCHEME: Final = r"^[A-Za-z][A-Za-z0-9+.-]*\s*:"
_WEB: Final = r"^(?i:https?):"
_DEFAULT: Final = ("", "default")
_ODD_NUMBERS: Final = ("bareNumber", "decimalChar", "groupChar")
_BOUNDS: Final = {"minimum": ">", "exclusiveMinimum": ">", "maximum": "<", "exclusiveMaximum": "<"}
_BOUND = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in SQL, and the words that are bound to it."""

    sql: str
    given: tuple[Any, ...] = ()


NEVER: Final = Condition("false")


def sure(raw: Mapping[str, Any], cell: str) -> Condition:
    """When a cell of the column that is declared as `raw` is surely sound; `cell` is its name in SQL."""
    constraints = raw.get("constraints", {})
    if "enum" in constraints or raw.get("format", "") not in _DEFAULT:
        return NEVER
    ways = {"integer": _number, "number": _number, "string": _text, "any": _text}
    way = ways.get(raw["type"])
    parts = [] if way is None else list(way(raw, cell, constraints))
    if not parts or NEVER in parts:
        return NEVER
    return Condition(
        " AND ".join(f"({each.sql})" for each in parts), tuple(word for each in parts for word in each.given)
    )


def _number(raw: Mapping[str, Any], cell: str, constraints: Mapping[str, Any]) -> Iterator[Condition]:
    if any(key in raw for key in _ODD_NUMBERS) or is_of_persons(str(raw["name"])):
        yield NEVER
        return
    form = WHOLE if raw["type"] == "integer" else NUMBER
    yield Condition(f"regexp_full_match({cell}, '{form}')")
    for name, sign in _BOUNDS.items():
        if name not in constraints:
            continue
        bound = constraints[name]
        if isinstance(bound, bool) or _BOUND.fullmatch(str(bound)) is None:
            yield NEVER
            return
        # As floating-point numbers two that differ may be equal, but never the other way round.
        yield Condition(f"coalesce(try_cast({cell} AS DOUBLE) {sign} ?, false)", (float(str(bound)),))


def _text(raw: Mapping[str, Any], cell: str, constraints: Mapping[str, Any]) -> Iterator[Condition]:
    if (
        str(raw["name"]).lower() in WEB_COLUMNS
        or is_of_persons(str(raw["name"]))
        or (raw["type"] == "any" and constraints.keys() - {"required"})
    ):
        yield NEVER
        return
    yield Condition(f"regexp_full_match({cell}, '{FIRST}{REST}*')")
    yield Condition(f"NOT regexp_matches({cell}, '{_PERSON}')")
    yield Condition(f"NOT regexp_matches({cell}, '{_SCHEME}') OR regexp_matches({cell}, '{_WEB}')")
    if "minLength" in constraints:
        yield Condition(f"length({cell}) >= ?", (constraints["minLength"],))
    if "maxLength" in constraints:
        yield Condition(f"length({cell}) <= ?", (constraints["maxLength"],))
    if "pattern" in constraints:
        yield Condition(f"regexp_full_match({cell}, ?)", (constraints["pattern"],))
    if constraints.keys() - {"required", "unique", "minLength", "maxLength", "pattern"}:
        yield NEVER
