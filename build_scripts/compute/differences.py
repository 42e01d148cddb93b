"""What a change does: cells that were added, removed or changed, and published statuses that flip."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from build_scripts.model import Catalog, Judgement, Resource, Status

Kind = Literal["added", "removed", "changed"]
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that came or went (`column` is ""), or a cell that is another; `key` names the row.

    `size` is how much a number changed, as a part of the larger of both (0 to 2); 1 where there is nothing to compare.
    """

    kind: Kind
    table: str
    key: str
    column: str
    old: str
    new: str
    size: float


@dataclass(frozen=True, slots=True)
class Flip:
    """A target whose status changes; `None` where it has none."""

    target: str
    old: Status | None
    new: Status | None


def differences(base: Catalog, head: Catalog) -> tuple[Difference, ...]:
    """Everything that differs between two catalogs' tables, the largest change first, then in the order of the tables."""
    old, new = _tables(base), _tables(head)
    found = [
        each
        for name in sorted(old.keys() | new.keys())
        for each in _between(name, old.get(name), new.get(name))
    ]
    order: Mapping[Kind, int] = {"changed": 0, "removed": 1, "added": 2}
    return tuple(
        sorted(found, key=lambda each: (order[each.kind], -each.size, each.table, each.key, each.column))
    )


def flips(base: Mapping[str, Judgement], head: Mapping[str, Judgement]) -> tuple[Flip, ...]:
    """The targets whose published status is another after the change, by id."""
    found = []
    for name in sorted(base.keys() | head.keys()):
        old = base[name].status if name in base else None
        new = head[name].status if name in head else None
        if old != new:
            found.append(Flip(name, old, new))
    return tuple(found)


def _tables(catalog: Catalog) -> dict[str, Resource]:
    return {
        f"{package.name}/{resource.name}": resource
        for package in catalog.packages
        for resource in package.resources
    }


def _between(name: str, old: Resource | None, new: Resource | None) -> Iterator[Difference]:
    before, after = _rows(old), _rows(new)
    for key in before.keys() - after.keys():
        yield Difference("removed", name, key, "", _line(before[key]), "", 1)
    for key in after.keys() - before.keys():
        yield Difference("added", name, key, "", "", _line(after[key]), 1)
    for key in before.keys() & after.keys():
        for column in dict.fromkeys([*before[key], *after[key]]):
            one, other = before[key].get(column, ""), after[key].get(column, "")
            if one != other:
                yield Difference("changed", name, key, column, one, other, _size(one, other))


def _rows(resource: Resource | None) -> dict[str, dict[str, str]]:
    """The rows by their primary key; without one, by all they hold, counted where they repeat."""
    if resource is None:
        return {}
    if resource.table.large is not None:  # of one that is not held only the sum is known
        return {resource.path: {"sha256": resource.sha256}}
    cells = resource.table.cells
    columns = [str(name) for name in cells.columns]
    keys = [name for name in resource.primary_key if name in columns]
    found: dict[str, dict[str, str]] = {}
    for values in cells.to_numpy(dtype=object).tolist():
        row = dict(zip(columns, values, strict=True))
        plain = " / ".join(row[name] for name in (keys if keys else columns))
        key, number = plain, 2
        while key in found:
            key, number = f"{plain} ({number})", number + 1
        found[key] = row
    return found


def _line(row: Mapping[str, str]) -> str:
    return ", ".join(f"{name}={value}" for name, value in row.items() if value != "")


def _size(old: str, new: str) -> float:
    """How much of the larger of two numbers their difference is; 1 where one of them is none."""
    if _NUMBER.fullmatch(old) is None or _NUMBER.fullmatch(new) is None:
        return 1
    one, other = float(old), float(new)
    largest = max(abs(one), abs(other))
    return abs(one - other) / largest if largest else 0
