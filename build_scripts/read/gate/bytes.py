"""The bytes of a table before it is parsed: what they are, in which encoding, and how many lines."""

from typing import Any

from build_scripts.model import Problem
from build_scripts.read.gate.encodings import OPENING, told_by
from build_scripts.read.gate.kinds import other_kind
from build_scripts.read.gate.limits import too_large
from build_scripts.read.gate.lines import mixed_ends, stray_quote
from build_scripts.read.gate.signs import named
from build_scripts.read.problems import Spot, problem


def byte_problem(data: bytes, file: str) -> Problem | None:
    """What keeps `data` from being a table in UTF-8, if anything does."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        found = opening_problem(data[:OPENING], file, is_utf8=False)
    else:
        found = opening_problem(data[:OPENING], file, is_utf8=True)
    return found if found is not None else too_large("rows", Spot(file), lines_in(data))


def lines_in(data: bytes) -> int:
    """How many lines end in `data`, at most."""
    return max(data.count(b"\n"), data.count(b"\r"))


def opening_problem(opening: bytes, file: str, *, is_utf8: bool) -> Problem | None:
    """What keeps a file that begins with `opening`, and is UTF-8 to its end or not, from being a table in UTF-8."""
    kind = other_kind(opening)
    if kind is not None:
        return problem("file-not-csv", Spot(file), kind_vi=kind.vi, kind_en=kind.en)
    encoding = told_by(opening, is_utf8=is_utf8)
    if encoding is None:
        return None
    spot = Spot(file, _first_line(opening), None, _seen(opening))
    return problem("encoding-detected", spot, encoding=encoding.label, command=encoding.command(file))


def text_problems(data: bytes, resource: dict[str, Any], file: str) -> tuple[Problem, ...]:
    """Line ends and quotation marks in bytes that are UTF-8 and whose rows could be parted."""
    text = data.decode("utf-8")
    found = []
    zero = data.find(b"\0")
    if zero >= 0:
        spot = Spot(file, data.count(b"\n", 0, zero) + 1)
        found.append(problem("character-forbidden", spot, character=named("\0")))
    if mixed_ends(text):
        found.append(problem("line-ends-mixed", Spot(file)))
    delimiter = usual_delimiter(resource)
    if delimiter is not None:
        line = stray_quote(text, delimiter)
        if line is not None:
            found.append(problem("quote-stray", Spot(file, line)))
    return tuple(found)


def usual_delimiter(resource: dict[str, Any]) -> str | None:
    """The sign between cells, where quotation marks mean what they usually do; else `None`."""
    dialect = resource.get("dialect", {})
    usual = {"quoteChar": '"', "doubleQuote": True, "skipInitialSpace": False, "escapeChar": None}
    if any(dialect.get(key, value) != value for key, value in usual.items()):
        return None
    return str(dialect.get("delimiter", "\t" if resource["format"] == "tsv" else ","))


def _first_line(data: bytes) -> int | None:
    """The line of the first byte beyond ASCII."""
    place = next((place for place, byte in enumerate(data[:400_000]) if byte > 0x7F), None)  # noqa: PLR2004 - ASCII
    return None if place is None else data.count(b"\n", 0, place) + 1


def _seen(data: bytes) -> str:
    """The bytes around the first one beyond ASCII, as Windows shows them."""
    place = next((place for place, byte in enumerate(data[:400_000]) if byte > 0x7F), 0)  # noqa: PLR2004 - ASCII
    around = data[max(0, place - 12) : place + 20].decode("cp1252", "replace")
    return "".join(sign if sign.isprintable() else " " for sign in around).strip()
