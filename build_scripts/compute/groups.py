"""What belongs to a group of targets, gathered."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from build_scripts.model import Catalog, Group


class Grouped(Protocol):
    """Has the id of its group, "" when nobody knows it."""

    @property
    def group(self) -> str:
        """The id of the group."""


Member = TypeVar("Member", bound=Grouped)
Gathered = tuple[tuple[Group | None, tuple[Member, ...]], ...]


def by_group(catalog: Catalog, members: Iterable[Member]) -> Gathered[Member]:
    """Gather by group, in the order of the groups; what has no group comes last, under `None`."""
    every = tuple(members)
    ordered = sorted(catalog.groups.values(), key=lambda group: group.order)
    known = ((group, tuple(each for each in every if each.group == group.id)) for group in ordered)
    rest = tuple(each for each in every if each.group not in catalog.groups)
    return (*((group, inside) for group, inside in known if inside), *([(None, rest)] if rest else []))
