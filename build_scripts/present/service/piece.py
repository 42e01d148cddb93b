"""A piece of the service: what is written, where, and what it looks like."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from build_scripts.model import LANGUAGES, Artifact, Source, Text
from build_scripts.present.service.shape import Shape

PLACE: Final = "api/v1/"
Record = dict[str, Any]
"""A JSON object."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Files of one kind: `path` has a `{hole}` where there is one for each id; `records` are by id ("" for one file).

    Of files that are written one by one there are only the `ids`.
    """

    name: str
    path: str
    told: str
    shape: Shape
    records: Mapping[str, Record] = field(default_factory=dict)
    ids: tuple[str, ...] = ()

    @property
    def hole(self) -> str:
        """The name of the part of the address that differs, "" where there is one file only."""
        return self.path.partition("{")[2].partition("}")[0]

    def artifact(self, key: str, record: Record) -> Artifact:
        """Write the file of an id."""
        return Artifact(PLACE + self.path.replace("{" + self.hole + "}", key), written(record))

    def artifacts(self) -> tuple[Artifact, ...]:
        """Write the files."""
        return tuple(self.artifact(key, value) for key, value in self.records.items())


def written(record: Record) -> bytes:
    """Write a record, the same bytes for the same data."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode() + b"\n"


def texts(text: Text) -> Record:
    """Write a text in every language."""
    return {each: text[each] for each in LANGUAGES}


def day(when: date | None) -> str | None:
    """Write a day as ISO 8601 does, `null` for none."""
    return None if when is None else when.isoformat()


def maybe(text: str) -> str | None:
    """Write a text, `null` for "" and for what nobody states."""
    return None if text in {"", "not stated"} else text


def source(found: Source) -> Record:
    """Write where a figure comes from."""
    return {
        "title": found.title,
        "publisher": maybe(found.publisher),
        "url": maybe(found.url),
        "locator": maybe(found.locator),
        "date": maybe(found.date),
        "licence": maybe(found.licence),
    }
