"""A package cut down to the rows that matter: what is said of it is what would be said of the whole.

duckdb finds the first thousand rows that frictionless would refuse something of, and those they are compared with;
frictionless itself then says what, in its own order and words.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from build_scripts.model import Package, Problem, Table
from build_scripts.read.gate.cells import Looked, declared, faults
from build_scripts.read.gate.shortening import PLAIN, TELLING
from build_scripts.read.large.keys import (
    Keyed,
    Rows,
    blank_rows,
    broken_foreign,
    broken_primary,
    broken_unique,
    held,
    keyed,
)
from build_scripts.read.large.store import Store
from build_scripts.read.large.suspects import MOST
from build_scripts.read.large.table import Stored, chosen_rows
from build_scripts.read.large.tally import Tally
from build_scripts.read.schema_check import MOST_ERRORS, schema_problems

_WHOLE: Final = 20_000
"""Rows of a table that others refer to, up to which it is kept whole: what was meant is sought among them."""
_ERRORS: Final = 100_000
"""More than a sample can have, with those that only come of its being one."""


@dataclass(slots=True)
class Sampled:
    """The rows of a table that matter: those something is wrong with, and those that the others are held against."""

    stored: Stored
    schema: Mapping[str, Any]
    keyed: Keyed
    bad: set[int] = field(default_factory=set)
    others: set[int] = field(default_factory=lambda: {0, 1})

    def add(self, rows: Rows) -> None:
        """Mind some more rows."""
        self.bad |= rows.bad
        self.others |= rows.others

    def cut(self) -> None:
        """Leave all but the first thousand bad rows aside: frictionless would not come to them."""
        self.bad = set(sorted(self.bad)[:MOST])


def schema_tally(store: Store, package: Package, stored: Sequence[Stored]) -> Tally:
    """Everything in the tables that does not fit their schemas, as far as it would be told of small tables.

    Raises:
        StoppedError: It took too much time or room.
    """
    samples = _samples(store, package, stored)
    cells = {
        name: chosen_rows(store, each.stored, sorted(each.bad | each.others))
        for name, each in samples.items()
    }
    small = replace(
        package,
        resources=tuple(replace(each, table=Table(cells[each.name])) for each in package.resources),
    )
    tally = Tally()
    lines = {
        each.stored.table.file: {each.stored.lines.of(row) for row in each.bad} for each in samples.values()
    }
    found = list(schema_problems(small, _ERRORS))
    for each in samples.values():
        for column in each.stored.columns:
            tally.join(column.patterns)
    tally.problems.extend(_true(found, lines, small))
    return tally


def _true(found: Sequence[Problem], lines: Mapping[str, set[int]], small: Package) -> Iterator[Problem]:
    """The problems of rows that are wrong in the whole table too, as many of each table as frictionless tells."""
    telling = {
        (f"{small.folder}/{resource.path}", line, column.name)
        for resource, raw in zip(small.resources, small.descriptor["resources"], strict=True)
        for column in declared(raw, f"{small.folder}/{resource.path}")
        for line, cell in resource.table.cells[column.name].items()
        if TELLING & {code for code, _ in faults(str(cell), column, Looked())}
    }
    counts: Counter[str] = Counter()
    for each in found:
        if each.line is None:
            yield each
        elif each.code != "constraint-pattern" and each.line in lines[each.file]:
            counts[each.file] += 1
            is_told = each.code in PLAIN and (each.file, each.line, each.field) in telling
            if counts[each.file] <= MOST_ERRORS and not is_told:
                yield each


def _samples(store: Store, package: Package, stored: Sequence[Stored]) -> dict[str, Sampled]:
    schemas = [each["schema"] for each in package.descriptor["resources"]]
    names = [each.name for each in package.resources]
    samples = {
        name: Sampled(
            own, schema, keyed(store, own.number, _key_places(own, name, schema, schemas), own.plain)
        )
        for name, own, schema in zip(names, stored, schemas, strict=True)
    }
    for each in samples.values():
        for column in each.stored.columns:
            each.bad |= set(column.bad)
        each.add(blank_rows(store, each.stored.number, each.stored.places))
        if each.schema.get("primaryKey"):
            each.add(broken_primary(store, each.keyed, each.schema["primaryKey"]))
        for own in each.schema["fields"]:
            if own.get("constraints", {}).get("unique"):
                each.add(broken_unique(store, each.keyed, own["name"]))
        for key in each.schema.get("foreignKeys", []):
            other = _referred(samples, each, key)
            each.add(
                broken_foreign(store, (each.keyed, key["fields"]), (other.keyed, key["reference"]["fields"]))
            )
        each.cut()
    for each in samples.values():
        for key in each.schema.get("foreignKeys", []):
            other = _referred(samples, each, key)
            if other.stored.rows <= _WHOLE:
                other.others |= set(range(other.stored.rows))
                continue
            rows = sorted(each.bad | each.others)
            pair = (each.keyed, key["fields"]), (other.keyed, key["reference"]["fields"])
            other.others |= held(store, *pair, rows)
    return samples


def _referred(samples: Mapping[str, Sampled], own: Sampled, key: Mapping[str, Any]) -> Sampled:
    name = key["reference"]["resource"]
    return samples[name] if name else own


def _key_places(
    own: Stored, name: str, schema: Mapping[str, Any], schemas: Sequence[Mapping[str, Any]]
) -> Any:
    """The columns of a table that are part of any key."""
    wanted = {*schema.get("primaryKey", [])}
    wanted |= {each["name"] for each in schema["fields"] if each.get("constraints", {}).get("unique")}
    for each in schemas:
        for key in each.get("foreignKeys", []):
            wanted |= set(key["fields"]) if each is schema else set()
            target = key["reference"]["resource"]
            if target == name or (target == "" and each is schema):
                wanted |= set(key["reference"]["fields"])
    columns = zip(schema["fields"], own.places, strict=True)
    return {column["name"]: place for column, place in columns if column["name"] in wanted}
