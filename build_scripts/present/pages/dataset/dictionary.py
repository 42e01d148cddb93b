"""The columns of a table in words, and its first rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from build_scripts.model import Field, Package, Resource
from build_scripts.present.pages.dataset.wording import Phrase, clean, language_of, phrase, rendered
from build_scripts.present.scene import Scene

_ROWS: Final = 10
_LONGEST: Final = 80
_MOST_LISTED: Final = 30
_NUMERIC: Final = ("integer", "number", "year")
_LIMITS: Final = (
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "minLength",
    "maxLength",
    "pattern",
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column in words; `title` is empty when it only repeats the name, `rules` are sentences."""

    name: str
    title: Phrase
    type: str
    description: Phrase
    rules: tuple[str, ...]
    unit: str


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows: (heading, whether it is a number), and cells as (text, full text where cut, is a number)."""

    columns: tuple[tuple[str, bool], ...]
    rows: tuple[tuple[tuple[str, str, bool], ...], ...]
    note: str


def columns(scene: Scene, package: Package, resource: Resource) -> tuple[Column, ...]:
    """Describe every column of a table."""
    found = []
    for field in resource.fields:
        title = phrase(scene, package, field.title)
        described = rendered(scene.text(field.description))
        found.append(
            Column(
                name=clean(field.name),
                title=title if title.text != clean(field.name) else Phrase(""),
                type=scene.say[f"dataset.type.{field.type}"],
                description=Phrase(described, language_of(scene, package, field.description)),
                rules=tuple(_rules(scene, resource, field)),
                unit=clean(field.unit),
            )
        )
    return tuple(found)


def _rules(scene: Scene, resource: Resource, field: Field) -> Iterator[str]:
    say = scene.say
    if field.name in resource.primary_key:
        yield say["dataset.rule.key"] if len(resource.primary_key) == 1 else say["dataset.rule.key-part"]
    known = dict(field.constraints)
    for flag in ("required", "unique"):
        if known.get(flag) is True:
            yield say[f"dataset.rule.{flag}"]
    if known.get("enum"):
        yield say("dataset.rule.enum", values=_listed(scene, known["enum"]))
    for limit in _LIMITS:
        if limit in known:
            yield say(f"dataset.rule.{limit}", value=clean(str(known[limit])))


def _listed(scene: Scene, values: list[Any]) -> str:
    shown = [clean(str(value)) for value in values[:_MOST_LISTED]]
    joined = ", ".join(shown)
    return joined if len(values) <= _MOST_LISTED else scene.say("dataset.rule.more", values=joined)


def preview(scene: Scene, resource: Resource) -> Preview:
    """Show the first rows as they stand in the file; long cells are cut."""
    numeric = [field.type in _NUMERIC for field in resource.fields]
    first = resource.table.cells.head(_ROWS).to_numpy(dtype=object).tolist()
    total, shown = len(resource.table), len(first)
    note = (
        ""
        if total == shown
        else scene.say("dataset.preview-note", n=str(shown), total=scene.writer.number(total))
    )
    return Preview(
        columns=tuple(
            (clean(field.name), flag) for field, flag in zip(resource.fields, numeric, strict=True)
        ),
        rows=tuple(
            tuple((*_cut(cell), flag) for cell, flag in zip(row, numeric, strict=True)) for row in first
        ),
        note=note,
    )


def _cut(cell: str) -> tuple[str, str]:
    text = clean(cell)
    return (text, "") if len(text) <= _LONGEST else (text[: _LONGEST - 1].rstrip() + "…", text)
