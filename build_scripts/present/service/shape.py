"""What the pieces look like, as JSON Schema: each shape is written once, beside what writes it."""

from collections.abc import Sequence
from typing import Any, Final

from build_scripts.model import LANGUAGES

Shape = dict[str, Any]
"""A JSON Schema."""

STRING: Final[Shape] = {"type": "string"}
NUMBER: Final[Shape] = {"type": "number"}
COUNT: Final[Shape] = {"type": "integer", "minimum": 0}
YEAR: Final[Shape] = {"type": "integer"}
TRUTH: Final[Shape] = {"type": "boolean"}
DAY: Final[Shape] = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


def maybe(shape: Shape) -> Shape:
    """The shape, or `null` where nothing is known."""
    if isinstance(shape.get("type"), str) and "enum" not in shape:
        return {**shape, "type": [shape["type"], "null"]}
    return {"anyOf": [shape, {"type": "null"}]}


def record(told: str = "", /, **keys: Shape) -> Shape:
    """An object that has these keys and no other; `told` describes it."""
    shape: Shape = {
        "type": "object",
        "properties": keys,
        "required": list(keys),
        "additionalProperties": False,
    }
    return {**shape, "description": told} if told else shape


def listed(shape: Shape) -> Shape:
    """A list."""
    return {"type": "array", "items": shape}


def mapped(shape: Shape) -> Shape:
    """An object with a value for each id."""
    return {"type": "object", "additionalProperties": shape}


def one_of(values: Sequence[str]) -> Shape:
    """A word of a list."""
    return {"type": "string", "enum": list(values)}


TEXT: Final = record("Words in each language.", **dict.fromkeys(LANGUAGES, STRING))
SOURCE: Final = record(
    "A published thing that states figures; date is a day, a month or a year, null when not known.",
    title=STRING, publisher=maybe(STRING), url=maybe(STRING), locator=maybe(STRING), date=maybe(STRING),
    licence=maybe(STRING),
)  # fmt: skip
