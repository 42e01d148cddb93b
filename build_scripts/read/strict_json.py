"""JSON as RFC 8259 means it: no duplicate keys, no NaN, no lone surrogates, no bottomless nesting."""

import codecs
import json
import math
from dataclasses import dataclass
from typing import Any, Never

from build_scripts.model import Problem
from build_scripts.read.gate.encodings import foreign
from build_scripts.read.gate.limits import LIMITS
from build_scripts.read.problems import Spot, problem


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a JSON file holds: `value` is an object, or `None` when there are problems of severity error."""

    value: dict[str, Any] | None
    problems: tuple[Problem, ...]


class _DeepError(Exception):
    pass


class _RefusedError(Exception):
    def __init__(self, code: str, value: str) -> None:
        super().__init__(code)
        self.code = code
        self.value = value


def parsed(data: bytes, file: str) -> Parsed:
    """The JSON object in `data`; a byte order mark is skipped and reported."""
    has_bom = data.startswith(codecs.BOM_UTF8)
    repaired = (problem("bom", Spot(file, 1)),) if has_bom else ()
    try:
        value = _value(data.removeprefix(codecs.BOM_UTF8).decode("utf-8"))
    except (_RefusedError, _DeepError, ValueError, RecursionError) as error:
        return Parsed(None, (*repaired, _refusal(error, data, file)))
    if not isinstance(value, dict):
        return Parsed(None, (*repaired, problem("json-invalid", Spot(file, 1))))
    return Parsed(value, repaired)


def _refusal(error: Exception, data: bytes, file: str) -> Problem:
    """What kept the bytes from being JSON, at its line where that is known."""
    match error:
        case UnicodeDecodeError():
            return _encoding(error, data, file)
        case json.JSONDecodeError():
            return problem("json-invalid", Spot(file, error.lineno))
        case _RefusedError():
            line = _second_line(data, error.value) if error.code == "json-duplicate-key" else None
            return problem(error.code, Spot(file, line, None, error.value))
        case _DeepError():
            limit = LIMITS["nesting"]
            words = {"limit": str(limit.most), "what_vi": limit.what.vi, "what_en": limit.what.en}
            return problem("too-large", Spot(file, None, None, f">{limit.most}"), **words)
    return problem("json-invalid", Spot(file))


def _encoding(error: UnicodeDecodeError, data: bytes, file: str) -> Problem:
    other = foreign(data)
    if other is not None:
        spot = Spot(file, None, None, other.label)
        return problem("encoding-detected", spot, encoding=other.label, command=other.command(file))
    line = data.count(b"\n", 0, error.start) + 1
    return problem("encoding-broken", Spot(file, line, None, f"0x{error.object[error.start]:02X}"))


def _second_line(data: bytes, key: str) -> int | None:
    """The line on which a key stands for the second time, as far as its spelling tells."""
    written = json.dumps(key, ensure_ascii=False).encode("utf-8", "replace")
    first = data.find(written)
    second = data.find(written, first + 1)
    return None if first < 0 or second < 0 else data.count(b"\n", 0, second) + 1


def _value(text: str) -> Any:
    value = json.loads(
        text, object_pairs_hook=_object, parse_constant=_refused_number, parse_float=_finite, parse_int=_whole
    )
    _walk(value, LIMITS["nesting"].most)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _RefusedError("json-duplicate-key", key)
        found[key] = value
    return found


def _refused_number(text: str) -> Never:
    raise _RefusedError("json-number", text)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        _refused_number(text)
    return number


def _whole(text: str) -> int:
    if len(text) > len(str(2**53)) + 1 or abs(int(text)) > 2**53:
        _refused_number(text)
    return int(text)


def _walk(value: Any, depth: int) -> None:
    """Refuse what JSON lets through and UTF-8 or the reader cannot hold."""
    if depth == 0:
        raise _DeepError
    if isinstance(value, str):
        value.encode("utf-8")
    elif isinstance(value, dict):
        for key, child in value.items():
            _walk(key, depth)
            _walk(child, depth - 1)
    elif isinstance(value, list):
        for child in value:
            _walk(child, depth - 1)
