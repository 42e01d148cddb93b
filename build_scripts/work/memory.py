"""What was made before is not made again, as long as all that it depends on is the same."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any, Final

from build_scripts.ground.kept import Kept, key_of, packed, unpacked
from build_scripts.model import Artifact, Card, Made
from build_scripts.model.asking import EVERYTHING
from build_scripts.present.standards.media import Offer
from build_scripts.work.hands import Hands, Result, do
from build_scripts.work.prints import Prints
from build_scripts.work.stage import Stage
from build_scripts.work.units import Unit

TRACED: Final = frozenset({
    "indicator", "target", "area", "series", "progress", "document", "programme", "glossary", "rules", "conformance", "icon",
})  # fmt: skip
"""Kinds of which what they ask for is all they depend on, beside the frame."""
OF_A_PACKAGE: Final = frozenset({"shelf", "dataset", "form"})
"""Kinds that look at the tables of one package only. All other kinds depend on everything."""
_WAYS: Final = 8
"""How many different lists of names are remembered of a unit."""


class Memory:
    """What is kept of earlier builds of a stage: for each unit the names it asked for, and by their digests what it made."""

    def __init__(self, kept: Kept, prints: Prints) -> None:
        """Look into what is kept."""
        self._kept = kept
        self._prints = prints

    def find(self, unit: Unit) -> str | None:
        """The key of what the unit would make, if that is known."""
        keys = (self._key(unit, names) for names in self._asked(unit))
        return next((each for each in keys if self._kept.has(each)), None)

    def recall(self, unit: Unit, key: str) -> Result | None:
        """What a unit made, as it lies under a key; `None` when it is damaged."""
        return _read(unit, self._kept.get(key))

    def keep(self, result: Result) -> None:
        """Remember what a unit made."""
        unit = result.unit
        names = sorted(_needed(unit, result.asked))
        before = [each for each in self._asked(unit) if each != names]
        if unit.kind in TRACED:
            listed = json.dumps([names, *before][:_WAYS], separators=(",", ":"))
            self._kept.put(self._manifest(unit), listed.encode())
        self._kept.put(self._key(unit, names), _written(result))

    def _asked(self, unit: Unit) -> list[list[str]]:
        if unit.kind not in TRACED:
            return [sorted(_needed(unit, frozenset()))]
        data = self._kept.get(self._manifest(unit))
        return [] if data is None else _names(data)

    def _manifest(self, unit: Unit) -> str:
        return key_of("asked", self._prints.frame, repr(unit))

    def _key(self, unit: Unit, names: Sequence[str]) -> str:
        digests = "".join(f"{each} {self._prints.of(each)}\n" for each in names)
        return key_of("made", self._prints.frame, repr(unit), digests)


def remembering(work: Hands, kept: Kept | None) -> Hands:
    """Let hands do only what is not remembered, and remember what they do. What is remembered comes first."""
    if kept is None:
        return work
    memories: list[Memory] = []

    def recalled(stage: Stage, units: Sequence[Unit], known: Iterable[Result] = ()) -> Iterator[Result]:
        if not memories:  # what becomes known of files between two calls is none of what units depend on
            memories.append(Memory(kept, Prints(stage)))
        memory = memories[0]
        keys = {unit: memory.find(unit) for unit in units}
        missing = [unit for unit, key in keys.items() if key is None]

        def there() -> Iterator[Result]:
            yield from known
            for unit, key in keys.items():
                found = None if key is None else memory.recall(unit, key)
                if key is not None and found is None:
                    found = do(stage, unit)
                    memory.keep(found)
                if found is not None:
                    yield found

        for result in work(stage, missing, there()):
            if keys[result.unit] is None:
                memory.keep(result)
            yield result

    return recalled


def _needed(unit: Unit, asked: Iterable[str]) -> set[str]:
    """The names a unit depends on."""
    if unit.kind in OF_A_PACKAGE:
        return {f"package/{unit.thing}"}
    if unit.kind not in TRACED or EVERYTHING in asked:
        return {EVERYTHING}
    return set(asked)


def _names(data: bytes) -> list[list[str]]:
    """Read lists of names; what is kept by others may be anything."""
    try:
        found: Any = json.loads(data)
    except ValueError:
        return []
    good = isinstance(found, list) and all(
        isinstance(each, list) and all(isinstance(name, str) for name in each) for each in found
    )
    return found if good else []


def _written(result: Result) -> bytes:
    """Write a result: what it is, then its pages and files."""
    made = result.made
    head = {
        "pages": len(made.pages),
        "cards": [asdict(each) for each in made.cards],
        "offers": [asdict(each) for each in result.offers],
    }
    told = json.dumps(head, ensure_ascii=False).encode()
    return packed([("", told), *((each.path, each.data) for each in (*made.pages, *made.files))])


def _read(unit: Unit, data: bytes | None) -> Result | None:
    """Read a result; `None` for bytes that are none."""
    found = unpacked(data)
    if not found:
        return None
    try:
        head: Any = json.loads(found[0][1])
        cards = tuple(Card(**each) for each in head["cards"])
        offers = tuple(Offer(**each) for each in head["offers"])
        number = int(head["pages"])
    except (ValueError, TypeError, KeyError):
        return None
    parted = tuple(Artifact(path, each) for path, each in found[1:])
    return Result(unit, Made(parted[:number], parted[number:], cards), offers, frozenset())
