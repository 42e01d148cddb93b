"""A workbook beside its sheets: their names and parts, the texts they share, what its number formats show."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from build_scripts.read.gate.limits import LIMITS
from build_scripts.read.workbook.container import Container
from build_scripts.read.workbook.formats import kind_of, unescaped
from build_scripts.read.workbook.markup import Listener, walk, whole
from build_scripts.read.workbook.refusal import TooLargeError, broken

_BOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"


@dataclass(frozen=True, slots=True)
class Book:
    """`sheets` are (name, part, whether people see it) in order; `kinds` are what each cell style makes of a number."""

    sheets: tuple[tuple[str, str, bool], ...]
    texts: tuple[str, ...]
    kinds: tuple[str, ...]
    from_1904: bool


def book(packed: Container) -> Book:
    """Read all of a workbook but its sheets.

    Raises:
        RefusalError: A part is missing or damaged.
        TooLargeError: A part is larger than allowed.
    """
    relations = _relations(packed)
    named: list[tuple[str, str, bool]] = []
    settings: dict[str, str] = {}

    def begin(name: str, attributes: Mapping[str, str]) -> None:
        if name == "workbookPr":
            settings.update(attributes)
        elif name == "sheet":
            target = relations.get(attributes.get("id", ""), ("", ""))[1]
            named.append(
                (attributes.get("name", ""), target, attributes.get("state", "visible") == "visible")
            )

    walk(packed.part(_BOOK), Listener(begin))
    if not named:
        raise broken("không có trang tính nào", "it has no sheet")
    others = dict(relations.values())
    return Book(
        tuple(named),
        _texts(packed, others.get("sharedStrings", "")),
        _kinds(packed, others.get("styles", "")),
        settings.get("date1904", "0") in ("1", "true"),
    )


def _relations(packed: Container) -> dict[str, tuple[str, str]]:
    """Tell the kind and the part of each relation of the workbook, by id; what leads out of the file is left aside."""
    found: dict[str, tuple[str, str]] = {}

    def begin(name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            part = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", "")))
            found[attributes.get("Id", "")] = (kind, part.lstrip("/"))

    walk(packed.part(_RELATIONS), Listener(begin))
    return found


class _Texts:
    """Gathers the shared texts: of rich text every run, of a reading aid nothing."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.parts: list[str] = []
        self.inside = self.aside = False

    def begin(self, name: str, _: Mapping[str, str]) -> None:
        if name == "si":
            self.parts = []
        elif name == "rPh":
            self.aside = True
        elif name == "t":
            self.inside = not self.aside

    def end(self, name: str) -> None:
        if name == "si":
            text = unescaped("".join(self.parts))
            if len(text) > LIMITS["cell"].most:
                raise TooLargeError("cell", len(text))
            self.found.append(text)
        elif name == "rPh":
            self.aside = False
        elif name == "t":
            self.inside = False

    def text(self, text: str) -> None:
        if self.inside:
            self.parts.append(text)


def _texts(packed: Container, part: str) -> tuple[str, ...]:
    if not part:
        return ()
    texts = _Texts()
    walk(packed.part(part), Listener(texts.begin, texts.end, texts.text))
    return tuple(texts.found)


def _kinds(packed: Container, part: str) -> tuple[str, ...]:
    """Tell what each style of a cell makes of a number."""
    codes: dict[int, str] = {}
    numbers: list[int] = []
    is_used = False

    def begin(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal is_used
        if name == "numFmt":
            codes[whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif name == "xf" and is_used:
            numbers.append(whole(attributes.get("numFmtId")))
        elif name == "cellXfs":
            is_used = True

    def end(name: str) -> None:
        nonlocal is_used
        is_used = is_used and name != "cellXfs"

    if part:
        walk(packed.part(part), Listener(begin, end))
    return tuple(kind_of(number, codes.get(number, "")) for number in numbers)
