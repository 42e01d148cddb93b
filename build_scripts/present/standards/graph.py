"""Statements about things, written as Turtle and as JSON-LD; what comes first is written first."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

PREFIXES: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_SAFE: Final = "-._~:/?#[]@!$&'()*+,;=%"
_SIGNS: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ODD = re.compile(r'[\\"\x00-\x1f\x7f]')


@dataclass(frozen=True, slots=True)
class Iri:
    """A thing by its address, which may be relative to the file; signs that no address has are escaped."""

    address: str

    @property
    def written(self) -> str:
        """The address with every odd sign escaped."""
        return quote(self.address, safe=_SAFE)


@dataclass(frozen=True, slots=True)
class Literal:
    """A value: words in a `language` ("" for none known), or of a `type` such as `xsd:date`."""

    text: str
    language: str = ""
    type: str = ""


Object = Iri | Literal | str
"""A thing, a value, or a term such as `dcat:Dataset`."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing, what it is, and what is said of it: terms and values, in order."""

    iri: Iri
    kind: str
    said: Sequence[tuple[str, Object]]


def turtle(things: Iterable[Thing]) -> bytes:
    """Write Turtle."""
    heads = "".join(f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items())
    return (heads + "".join(map(_block, things))).encode()


def _block(thing: Thing) -> str:
    lines = [f"a {thing.kind}", *(f"{term} {_turtle(value)}" for term, value in thing.said)]
    return f"\n<{thing.iri.written}> " + " ;\n  ".join(lines) + " .\n"


def _turtle(value: Object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Iri):
        return f"<{value.written}>"
    text = _ODD.sub(lambda found: _SIGNS.get(found[0], f"\\u{ord(found[0]):04X}"), value.text)
    if value.type:
        return f'"{text}"^^{value.type}'
    return f'"{text}"@{value.language}' if value.language else f'"{text}"'


def jsonld(things: Iterable[Thing]) -> bytes:
    """Write JSON-LD, one node a thing."""
    whole = {"@context": PREFIXES, "@graph": [_node(each) for each in things]}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"


def _node(thing: Thing) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": thing.iri.written, "@type": thing.kind}
    for term, value in thing.said:
        node.setdefault(term, []).append(_value(value))
    return node


def _value(value: Object) -> dict[str, str]:
    if isinstance(value, str):
        return {"@id": value}
    if isinstance(value, Iri):
        return {"@id": value.written}
    if value.type:
        return {"@value": value.text, "@type": value.type}
    return {"@value": value.text, "@language": value.language} if value.language else {"@value": value.text}
