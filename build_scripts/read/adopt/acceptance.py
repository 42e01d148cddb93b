"""Declarations that say what the standard does not know, or what the cells contradict, without changing a cell."""

from collections.abc import Collection, Iterable
from typing import Any, Final

from build_scripts.read.adopt.log import Log
from build_scripts.read.gate.child import answer_to

_DATED: Final = ("date", "datetime", "time")


def accepted(field: dict[str, Any], place: str, log: Log) -> dict[str, Any]:
    """The field with those entries only that frictionless takes; the others are told."""
    if _is_accepted(field):
        return field
    found = {"name": field["name"], "type": field["type"]}
    for key, value in field.items():
        if key == "constraints":
            kept = {
                name: limit
                for name, limit in value.items()
                if _is_kept({**found, key: {name: limit}}, (f"{place}.constraints", name, limit), log)
            }
            found |= {key: kept} if kept else {}
        elif key not in found and _is_kept({**found, key: value}, (place, key, value), log):
            found[key] = value
    return found


def _is_kept(field: dict[str, Any], entry: tuple[str, str, Any], log: Log) -> bool:
    """Whether frictionless takes the field; if not, its newest entry (place, key, value) is told."""
    if _is_accepted(field):
        return True
    place, key, value = entry
    log.note("dropped-value", place=place, key=key, value=str(value))
    return False


def _is_accepted(field: dict[str, Any]) -> bool:
    return answer_to({"do": "accepts", "field": field}) is True


def fitting(
    field: dict[str, Any], cells: Iterable[str], missing: Collection[str], place: str, log: Log
) -> dict[str, Any]:
    """The field without a format of dates that its cells do not have, when all of them are written by the standard."""
    if field["type"] not in _DATED or field.get("format", "default") == "default":
        return field
    filled = [cell for cell in dict.fromkeys(cells) if cell not in missing]
    plain = {key: value for key, value in field.items() if key != "format"}
    if _reads_all(field, filled) or not _reads_all(plain, filled):
        return field
    log.note("dropped-value", place=place, key="format", value=field["format"])
    return plain


def _reads_all(field: dict[str, Any], cells: Iterable[str]) -> bool:
    return answer_to({"do": "reads", "field": field, "cells": list(cells)}) is True
