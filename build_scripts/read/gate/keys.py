"""Keys of a descriptor that lead out of the package or ask for more than reading a table; strings that hide something."""

import unicodedata
from collections.abc import Iterator
from typing import Any, Final

from build_scripts.model import Problem
from build_scripts.read.files import is_plain
from build_scripts.read.gate.limits import too_large
from build_scripts.read.gate.signs import forbidden, named
from build_scripts.read.problems import Spot, problem

DANGEROUS: Final = frozenset(
    {
        *(
            "$ref",
            "$include",
            "$id",
            "extrapaths",
            "extraPaths",
            "scheme",
            "innerpath",
            "compression",
            "compressed",
        ),
        *(
            "checks",
            "checklist",
            "pipeline",
            "pipelines",
            "steps",
            "transform",
            "transforms",
            "functions",
            "control",
        ),
        *(
            "detector",
            "basepath",
            "hook",
            "hooks",
            "plugins",
            "package",
            "datapackage",
            "__proto__",
            "prototype",
        ),
        *("constructor", "url", "multipart", "trusted"),
    }
)
_PROFILES: Final = frozenset(
    {
        "data-package",
        "tabular-data-package",
        "fiscal-data-package",
        "data-resource",
        "tabular-data-resource",
        "default",
    }
)
_SCHEMA_HOSTS: Final = (
    "https://datapackage.org/profiles/",
    "https://specs.frictionlessdata.io/schemas/",
    "http://specs.frictionlessdata.io/schemas/",
)
_LINES: Final = ("description", "readme", "note", "notes")


def key_problems(value: Any, file: str) -> Iterator[Problem]:
    """Everything dangerous anywhere in a parsed descriptor."""
    found = value if isinstance(value, dict) else {}
    resources = found.get("resources")
    if isinstance(resources, list):
        many = too_large("resources", Spot(file, None, "resources"), len(resources))
        if many is not None:
            yield many
            return
    yield from _walk(value, "", file)


def _walk(value: Any, path: str, file: str) -> Iterator[Problem]:
    if isinstance(value, dict):
        for key, child in value.items():
            place = f"{path}.{key}" if path else key
            yield from _key(key, child, Spot(file, None, place))
            yield from _walk(child, place, file)
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _walk(child, f"{path}[{index}]", file)
    elif isinstance(value, str):
        yield from _string(value, path, file)


def _key(key: str, value: Any, spot: Spot) -> Iterator[Problem]:
    seen = value if isinstance(value, str) else None
    place = Spot(spot.file, None, spot.field, seen)
    sign = forbidden(key)
    if sign is not None:
        yield problem("character-forbidden", Spot(spot.file, None, spot.field, key), character=named(sign))
    elif (
        (key in DANGEROUS and not _is_reference(key, str(spot.field)))
        or (key == "profile" and seen not in _PROFILES)
        or (key == "$schema" and not (isinstance(value, str) and value.startswith(_SCHEMA_HOSTS)))
        or (key in {"schema", "dialect"} and isinstance(value, str) and value and not is_plain(value))
    ):
        yield problem("key-dangerous", place)


def _is_reference(key: str, path: str) -> bool:
    """Whether `key` only says where something comes from: older licences and sources have a `url`."""
    return key == "url" and "resources[" not in path


def _string(text: str, path: str, file: str) -> Iterator[Problem]:
    sign = forbidden(text)
    if sign is None and "\n" in text and path.rpartition(".")[2].partition("@")[0] in {"name", "path"}:
        sign = "\n"
    if sign is not None:
        yield problem("character-forbidden", Spot(file, None, path, text), character=named(sign))
    elif not unicodedata.is_normalized("NFC", text):
        yield problem("text-decomposed", Spot(file, None, path, text))
