"""Types for columns that nobody declared, from their cells."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from build_scripts.read.gate.child import answer_to

_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,15})", re.ASCII)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,15})(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?", re.ASCII)
_YEAR = re.compile(r"1[5-9][0-9]{2}|20[0-9]{2}", re.ASCII)
_YEAR_NAMES: Final = {"year", "nam", "năm", "yr", "jahr", "année", "annee", "año", "ano", "anno"}
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_FLAG = re.compile(r"true|True|TRUE|false|False|FALSE")
_LOOKED_AT: Final = 1000
_FORMS: Final = {"integer": _WHOLE, "number": _NUMBER, "date": _DATE, "boolean": _FLAG}


def inferred(name: str, cells: Sequence[str], missing: Sequence[str]) -> dict[str, Any]:
    """The declaration of a column; text where a type would change a cell, as with `007` or `NaN`."""
    filled = [cell for cell in cells if cell not in missing]
    if not filled:
        return {"name": name, "type": "string"}
    if name.strip().casefold() in _YEAR_NAMES and all(_YEAR.fullmatch(cell) for cell in filled):
        return {"name": name, "type": "year"}
    different = dict.fromkeys(filled)
    kinds = [_detected(list(different)[:_LOOKED_AT])]
    kinds += ["number"] if kinds == ["integer"] else []
    return {"name": name, "type": next((kind for kind in kinds if _all_are(kind, different)), "string")}


def _all_are(kind: str, cells: Iterable[str]) -> bool:
    form = _FORMS.get(kind)
    if form is None or not all(form.fullmatch(cell) for cell in cells):
        return False
    return kind != "date" or all(_is_day(cell) for cell in cells)


def _is_day(cell: str) -> bool:
    try:
        date.fromisoformat(cell)
    except ValueError:
        return False
    return True


def _detected(cells: Sequence[str]) -> str:
    return str(answer_to({"do": "detects", "cells": list(cells)}))
