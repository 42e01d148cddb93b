"""Mappings that tell what is asked of them, so that it is known what a unit of work depends on."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Generic, TypeVar

from build_scripts.compute.progress import Judgements
from build_scripts.compute.territory import Dated, same_period
from build_scripts.model import Fact
from build_scripts.model.asking import KEYS, PERIOD, ask
from build_scripts.work.stage import Stage

Value = TypeVar("Value")


class Watched(Mapping[str, Value], Generic[Value]):
    """A mapping that tells `name/key` of each key that is asked for, there or not, and `name/#` when it is asked for keys."""

    __slots__ = ("_inside", "_name")

    def __init__(self, name: str, inside: Mapping[str, Value]) -> None:
        """Watch a mapping under a name."""
        self._name = name
        self._inside = inside

    def __getitem__(self, key: str) -> Value:
        """Give a value."""
        ask(f"{self._name}/{key}")
        return self._inside[key]

    def __iter__(self) -> Iterator[str]:
        """Give all keys."""
        ask(f"{self._name}/{KEYS}")
        return iter(self._inside)

    def __len__(self) -> int:
        """Count the keys."""
        ask(f"{self._name}/{KEYS}")
        return len(self._inside)


class WatchedFacts(Watched[tuple[Fact, ...]], Dated):
    """The facts of an indicator by area; who needs one period of an area asks for that period alone, of all areas.

    Who asks for one is most often about to rank them, and a name for each of them would be many.
    """

    __slots__ = ()

    def at(self, area: str, period: str) -> Fact | None:
        """Give the fact of an area about a period, by the text of the period."""
        ask(f"{self._name}/{PERIOD}/{period}")
        return same_period(self._inside, area, period)


class Series(Watched[Any]):
    """Mappings by indicator of mappings by area: only what is asked of the inner ones counts."""

    __slots__ = ()

    def __getitem__(self, key: str) -> Any:
        """Give the mapping of an indicator; that there is none is asked like all its keys."""
        if key not in self._inside:
            ask(f"{self._name}/{key}/{KEYS}")
            raise KeyError(key)
        return self._inside[key]

    def __contains__(self, key: object) -> bool:
        """Tell whether there is an indicator; with its last figure it would go."""
        ask(f"{self._name}/{key}/{KEYS}")
        return key in self._inside


def watched(stage: Stage) -> Stage:
    """The same stage, which tells what is asked of its facts and its judgements."""
    first = stage.scenes[0]
    facts = Series("facts", {each: WatchedFacts(f"facts/{each}", own) for each, own in first.facts.items()})
    carried = Series(
        "carried", {each: Watched(f"carried/{each}", own) for each, own in first.carriages.items()}
    )
    found = first.judgements
    judged = _Judged(
        found.now,
        Watched("leading", found.leading),
        Watched("beside", found.beside),
        Watched("revised", found.revisions),
    )
    scenes = (replace(each, facts=facts, carriages=carried, judgements=judged) for each in stage.scenes)
    return replace(stage, scenes=tuple(scenes))


class _Judged(Judgements):
    """Judgements whose year is asked for too."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> Any:
        if name == "now":
            ask("now")
        return super().__getattribute__(name)
