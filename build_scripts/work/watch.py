"""Mappings that tell what is asked of them, so that it is known what a unit of work depends on."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Generic, TypeVar

from build_scripts.compute.progress import Judgements
from build_scripts.model.asking import ask
from build_scripts.work.stage import Stage

Value = TypeVar("Value")


class Watched(Mapping[str, Value], Generic[Value]):
    """A mapping that tells `name/key` of each key that is asked for, there or not, and `name/*` when all are."""

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
        ask(f"{self._name}/*")
        return iter(self._inside)

    def __len__(self) -> int:
        """Count the keys."""
        ask(f"{self._name}/*")
        return len(self._inside)


class Series(Watched[Any]):
    """Mappings by indicator of mappings by area: only what is asked of the inner ones counts."""

    __slots__ = ()

    def __getitem__(self, key: str) -> Any:
        """Give the mapping of an indicator; that there is none is asked like all of it."""
        if key not in self._inside:
            ask(f"{self._name}/{key}/*")
            raise KeyError(key)
        return self._inside[key]

    def __contains__(self, key: object) -> bool:
        """Tell whether there is an indicator; with its last figure it would go."""
        ask(f"{self._name}/{key}/*")
        return key in self._inside


def watched(stage: Stage) -> Stage:
    """The same stage, which tells what is asked of its facts and its judgements."""
    first = stage.scenes[0]
    facts = Series("facts", {each: Watched(f"facts/{each}", own) for each, own in first.facts.items()})
    carried = Watched("carried", first.carriages)
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
