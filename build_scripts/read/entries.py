"""The entries of a parsed JSON object, taken one by one: a known key with a known type, or a problem with its path."""

import json
from dataclasses import dataclass, field
from typing import Any

from build_scripts.model import Problem, Text
from build_scripts.read.gate.keys import DANGEROUS
from build_scripts.read.problems import Spot, nearest, problem

_KINDS: dict[type, Text] = {
    str: Text("một chuỗi chữ", "a string"),
    bool: Text("true hoặc false", "true or false"),
    int: Text("một số nguyên", "a whole number"),
    list: Text("một danh sách [ … ]", "a list [ … ]"),
    dict: Text("một mục { … }", "an object { … }"),
}
_ITEMS: dict[type, Text] = {
    str: Text("một danh sách các chuỗi chữ", "a list of strings"),
    int: Text("một danh sách các số nguyên", "a list of whole numbers"),
    dict: Text("một danh sách các mục { … }", "a list of objects { … }"),
}


@dataclass(frozen=True, slots=True)
class Entries:
    """One object of a descriptor; everything taken from it adds what is wrong to `problems`.

    `path` is how its place is written for the owner (`resources[0].schema`), "" at the top.
    """

    values: dict[str, Any]
    file: str
    path: str = ""
    problems: list[Problem] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    family: "dict[str, Entries]" = field(default_factory=dict)
    """The objects below the top that were looked into."""

    def leave(self, *keys: str) -> None:
        """Know `keys` of this object, though nothing is made of them."""
        self.asked.update(keys)

    def note_unknown(self) -> None:
        """Note every key, here and in the objects looked into, that nobody asked for."""
        for entry in (self, *self.family.values()):
            for key in entry.values:
                if key not in entry.asked and key not in DANGEROUS:
                    near = nearest(key, entry.asked)
                    entry.problems.append(
                        problem("key-unknown", Spot(entry.file, None, entry.place(key)), near=near)
                    )

    def place(self, key: str) -> str:
        """How the place of `key` is written."""
        return f"{self.path}.{key}" if self.path else key

    def report(self, code: str, key: str, value: str | None = None, **details: str) -> None:
        """Note a problem with `key`."""
        self.problems.append(problem(code, Spot(self.file, None, self.place(key), value), **details))

    def mistyped(self, key: str, expected: Text) -> None:
        """Note that `key` has a value of another type than `expected`, which is said in words."""
        if any(each.field == self.place(key) and each.code == "descriptor-type" for each in self.problems):
            return
        value = self.values.get(key)
        seen = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        self.report("descriptor-type", key, seen, expected_vi=expected.vi, expected_en=expected.en)

    def text(self, key: str) -> str | None:
        """A string; empty ones count as absent."""
        value = self._typed(key, str)
        return value if isinstance(value, str) and value != "" else None

    def flag(self, key: str) -> bool | None:
        """A boolean."""
        value = self._typed(key, bool)
        return value if isinstance(value, bool) else None

    def whole(self, key: str) -> int | None:
        """An integer."""
        value = self._typed(key, int)
        return value if isinstance(value, int) else None

    def child(self, key: str) -> "Entries | None":
        """A nested object."""
        value = self._typed(key, dict)
        if not isinstance(value, dict):
            return None
        return self._below(value, self.place(key))

    def _below(self, value: dict[str, Any], place: str) -> "Entries":
        found = self.family.get(place)
        if found is None:
            found = Entries(value, self.file, place, self.problems, family=self.family)
            self.family[place] = found
        return found

    def children(self, key: str) -> "tuple[Entries, ...]":
        """A list of objects."""
        return tuple(
            self._below(item, f"{self.place(key)}[{index}]")
            for index, item in enumerate(self._items(key, dict))
        )

    def texts(self, key: str) -> list[str] | None:
        """A list of strings, `None` when absent."""
        return None if self.raw(key) is None else self._items(key, str)

    def wholes(self, key: str) -> list[int] | None:
        """A list of integers, `None` when absent."""
        return None if self.raw(key) is None else self._items(key, int)

    def names(self, key: str) -> list[str]:
        """A list of strings; a lone string, as Data Package v1 writes it, is a list of one."""
        self.asked.add(key)
        value = self.values.get(key)
        if isinstance(value, str):
            return [value]
        return self._items(key, str)

    def raw(self, key: str) -> Any:
        """Whatever stands there, `None` for nothing."""
        self.asked.add(key)
        return self.values.get(key)

    def _typed(self, key: str, kind: type) -> Any:
        self.asked.add(key)
        value = self.values.get(key)
        if value is None or _is(value, kind):
            return value
        self.mistyped(key, _KINDS[kind])
        return None

    def _items(self, key: str, kind: type) -> list[Any]:
        self.asked.add(key)
        value = self.values.get(key)
        if value is None:
            return []
        if isinstance(value, list) and all(_is(item, kind) for item in value):
            return value
        self.mistyped(key, _ITEMS[kind])
        return []


def _is(value: Any, kind: type) -> bool:
    """Whether `value` is of `kind`, where true is no number."""
    return isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
