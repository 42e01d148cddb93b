"""Types for columns that nobody declared, from all of their cells; the second use of frictionless."""

import re
from collections.abc import Sequence
from typing import Any, Final

from frictionless import Detector
from frictionless.resources import TableResource

_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,15})", re.ASCII)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,15})(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?", re.ASCII)
_YEAR = re.compile(r"1[5-9][0-9]{2}|20[0-9]{2}", re.ASCII)
_YEAR_NAMES: Final = {"year", "nam", "năm", "yr", "jahr", "année", "annee", "año", "ano", "anno"}
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_FLAG = re.compile(r"true|True|TRUE|false|False|FALSE")
_FORMS: Final = {"integer": _WHOLE, "number": _NUMBER, "date": _DATE, "boolean": _FLAG}


def inferred(name: str, cells: Sequence[str], missing: Sequence[str]) -> dict[str, Any]:
    """The declaration of a column; text where a type would change a cell, as with `007` or `NaN`."""
    filled = [cell for cell in cells if cell not in missing]
    if not filled:
        return {"name": name, "type": "string"}
    if name.strip().casefold() in _YEAR_NAMES and all(_YEAR.fullmatch(cell) for cell in filled):
        return {"name": name, "type": "year"}
    kind = _detected(filled)
    form = _FORMS.get(kind)
    if form is None or not all(form.fullmatch(cell) for cell in filled):
        kind = "string"
    return {"name": name, "type": kind}


def _detected(filled: Sequence[str]) -> str:
    """What frictionless takes the cells for, every one of them."""
    rows = [["cells"], *([cell] for cell in dict.fromkeys(filled))]
    resource = TableResource(data=rows, detector=Detector(field_confidence=1, sample_size=len(rows)))
    resource.infer()
    found: str = resource.schema.fields[0].type
    return found
