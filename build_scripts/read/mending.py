"""Mending without loss: what `portal fix` may write anew, because nobody can tell it from what was meant.

Byte order marks, line ends, composition of letters, spaces at the ends of cells, numbers with one reading only, and,
when asked by name, an old encoding. Every other byte stays as it is.
"""

import codecs
import csv
import hashlib
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_scripts.model import Artifact, Text
from build_scripts.read.files import content, is_link
from build_scripts.read.gate.encodings import ENCODINGS, foreign
from build_scripts.read.gate.lines import mixed_ends
from build_scripts.read.gate.numbers import is_number, meant
from build_scripts.read.problems import Spot
from build_scripts.read.strict_json import parsed

_DESCRIPTOR = "datapackage.json"
_SUMS = Text("tính lại kích thước và mã kiểm tra của các bảng", "sizes and checksums of tables computed anew")
_BOM = Text("bỏ dấu BOM", "byte order mark taken away")
_ENDS = Text("xuống dòng bằng LF", "line ends are LF")
_COMPOSED = Text("ghép chữ có dấu (NFC)", "accented letters composed (NFC)")
_DECODED = Text("chuyển từ {encoding} sang UTF-8", "converted from {encoding} to UTF-8")
_CELL = Text(
    "dòng {line}, cột “{column}”: “{old}” -> “{new}”", "line {line}, column “{column}”: “{old}” -> “{new}”"
)


@dataclass(frozen=True, slots=True)
class Mended:
    """A file written anew, its path as given, and each change in both languages."""

    file: Artifact
    changes: tuple[Text, ...]


def mended_packages(root: Path, *, restate: bool = False) -> Iterator[Mended]:
    """Every file of the packages under `root` that can be mended; paths are relative to `root`.

    Sizes and checksums in a descriptor follow the files that were mended here; with `restate`, those of every file.
    """
    folder = root / "datapackages"
    if is_link(folder) or not folder.is_dir():
        return
    for package in sorted(folder.iterdir()):
        if is_link(package) or not package.is_dir():
            continue
        described = content(package, _DESCRIPTOR, Spot(_DESCRIPTOR)).data
        if described is None:
            continue
        text = was = described.decode("utf-8", "surrogateescape")
        for path, resource in _tables(described):
            data = content(package, path, Spot(path)).data
            made = None if data is None else mended(data, resource)
            if made is not None:
                yield Mended(Artifact(f"datapackages/{package.name}/{path}", made[0]), made[1])
            if data is not None and (made is not None or restate):
                text = restated(text, resource, data, data if made is None else made[0], force=restate)
        if text != was:
            file = Artifact(
                f"datapackages/{package.name}/{_DESCRIPTOR}", text.encode("utf-8", "surrogateescape")
            )
            yield Mended(file, (_SUMS,))


def restated(text: str, resource: dict[str, Any], old: bytes, new: bytes, *, force: bool) -> str:
    """The descriptor with the size and checksum of a table that was changed; only what was right before, or by `force`."""
    size, stated = resource.get("bytes"), resource.get("hash")
    sums = {f"{name}:": hashlib.new(name, new).hexdigest() for name in ("sha256", "sha512", "sha1")}
    if isinstance(stated, str):
        prefix = next((each for each in sums if stated.startswith(each)), None)
        was = None if prefix is None else prefix + hashlib.new(prefix[:-1], old).hexdigest()
        if prefix is not None and (force or stated == was) and text.count(f'"{stated}"') == 1:
            text = text.replace(f'"{stated}"', f'"{prefix}{sums[prefix]}"')
    if type(size) is int and (force or size == len(old)):
        place = text.find(f'"{resource["path"]}"')
        found = re.compile(r'("bytes"\s*:\s*)' + str(size) + r"(?!\d)").search(text, max(place, 0))
        if found is not None:
            text = f"{text[: found.start()]}{found.group(1)}{len(new)}{text[found.end() :]}"
    return text


def _tables(described: bytes) -> Iterator[tuple[str, dict[str, Any]]]:
    """The tables that a descriptor lists, as far as it can be read."""
    whole = parsed(described, _DESCRIPTOR).value
    listed = whole.get("resources") if whole is not None else None
    for each in listed if isinstance(listed, list) else []:
        if (
            isinstance(each, dict)
            and isinstance(each.get("path"), str)
            and each["path"].endswith((".csv", ".tsv"))
        ):
            yield each["path"], each


def converted(data: bytes, encoding: str) -> Mended | None:
    """The text in an old encoding, called as `portal fix --encoding` calls it, as UTF-8; `None` when it is not in it."""
    known = ENCODINGS.get(encoding)
    if known is None:
        return None
    try:
        text = known.decode(data)
    except UnicodeError:
        return None
    if "\ufffd" in text:
        return None
    change = Text(_DECODED.vi.format(encoding=known.label), _DECODED.en.format(encoding=known.label))
    return Mended(Artifact("", unicodedata.normalize("NFC", text).removeprefix("\ufeff").encode()), (change,))


def mended(data: bytes, resource: dict[str, Any]) -> tuple[bytes, tuple[Text, ...]] | None:
    """The bytes of a table with what is certain mended, and what that was; `None` when there is nothing to mend."""
    if foreign(data) is not None:
        return None
    changes: list[Text] = []
    body = data.removeprefix(codecs.BOM_UTF8)
    changes += [_BOM] if body != data else []
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return None
    composed = unicodedata.normalize("NFC", text)
    changes += [_COMPOSED] if composed != text else []
    if mixed_ends(composed):
        composed = composed.replace("\r\n", "\n").replace("\r", "\n")
        changes.append(_ENDS)
    rewritten, cells = _cells(composed, resource)
    changes += cells
    return (rewritten.encode(), tuple(changes)) if changes else None


def _cells(text: str, resource: dict[str, Any]) -> tuple[str, list[Text]]:
    """The text with its cells mended; the very same text when no cell is, or when its rows cannot be parted."""
    dialect = resource.get("dialect")
    usual = isinstance(dialect, dict) and set(dialect) - {"delimiter", "lineTerminator"}
    delimiter = dialect.get("delimiter", ",") if isinstance(dialect, dict) else ","
    if usual or not isinstance(delimiter, str) or len(delimiter) != 1:
        return text, []
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        return text, []
    fields = _fields(resource)
    changes = [
        (number, place, new)
        for number, row in enumerate(rows[1:], start=1)
        for place, cell in enumerate(row)
        if (new := _meant(cell, fields.get(rows[0][place]) if place < len(rows[0]) else None)) is not None
    ]
    if not changes:
        return text, []
    told = [_told(rows, change) for change in changes]
    for number, place, new in changes:
        rows[number][place] = new
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n" if "\r\n" in text else "\n").writerows(rows)
    return out.getvalue(), told


def _told(rows: list[list[str]], change: tuple[int, int, str]) -> Text:
    number, place, new = change
    line = 1 + sum(1 + sum(cell.count("\n") for cell in row) for row in rows[:number])
    said = {"line": str(line), "column": rows[0][place], "old": rows[number][place], "new": new}
    return Text(_CELL.vi.format(**said), _CELL.en.format(**said))


def _fields(resource: dict[str, Any]) -> dict[str, dict[str, Any]]:
    schema = resource.get("schema")
    fields = schema.get("fields") if isinstance(schema, dict) else None
    listed = fields if isinstance(fields, list) else []
    return {str(each.get("name")): each for each in listed if isinstance(each, dict)}


def _meant(cell: str, field: dict[str, Any] | None) -> str | None:
    """What a cell is to be, `None` for what it is: its text without spaces at the ends, or its number written plainly."""
    if field is None:
        return None
    kind = field.get("type", "string")
    if kind in {"number", "integer"} and "decimalChar" not in field and "groupChar" not in field:
        reading = None if not cell or is_number(cell, {"type": kind}) else meant(cell)
        return reading if reading is not None and is_number(reading, {"type": kind}) else None
    bare = cell.strip(" \u00a0\t")
    return bare if kind == "string" and bare != cell else None


def is_own(path: Path) -> bool:
    """Whether a file named by a person is a real file that may be written anew."""
    return not is_link(path) and path.is_file()
