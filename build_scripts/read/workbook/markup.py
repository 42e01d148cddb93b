"""XML as workbooks hold it, event by event: no document type, no entity, nothing fetched, no more than the limits."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from xml.parsers import expat

from build_scripts.model import Text
from build_scripts.read.gate.limits import LIMITS
from build_scripts.read.workbook.refusal import RefusalError, TooLargeError, broken

_DEEPEST: Final = 40
_MOST_DIGITS: Final = 9
"""No workbook within the limits counts to a billion; Python takes long over thousands of digits."""
_MOST: Final = LIMITS["workbook-elements"].most
_DECLARED: Final = Text("khai báo kiểu tài liệu XML", "an XML document type")


@dataclass(frozen=True, slots=True)
class Listener:
    """Told of each element as it begins (its name and attributes, without their namespaces) and ends, and of text."""

    begin: Callable[[str, Mapping[str, str]], None]
    end: Callable[[str], None] = lambda _: None
    text: Callable[[str], None] = lambda _: None


def walk(data: bytes, listener: Listener) -> None:
    """Tell `listener` everything in `data`, in order.

    Raises:
        RefusalError: It is no XML, or declares a document type.
        TooLargeError: It holds more elements, or deeper ones, than allowed.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    seen = depth = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal seen, depth
        seen += 1
        depth += 1
        if seen > _MOST:
            raise TooLargeError("workbook-elements", seen)
        if depth > _DEEPEST:
            raise TooLargeError("nesting", depth)
        plain = (
            {key.rpartition("}")[2]: value for key, value in attributes.items()} if attributes else attributes
        )
        listener.begin(name.rpartition("}")[2], plain)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        listener.end(name.rpartition("}")[2])

    def refuse(*_: Any) -> None:
        raise RefusalError("workbook-unsafe", "<!DOCTYPE", _DECLARED)

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = listener.text
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 - the standard library's own signature
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise broken("XML bên trong bị hỏng", "the XML in it is damaged") from error


def whole(text: str | None) -> int:
    """The whole number in an attribute; 0 where there is none, or one that nothing in a workbook can be."""
    is_number = text is not None and text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS
    return int(text) if text is not None and is_number else 0
