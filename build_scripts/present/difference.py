"""What `portal diff` prints: the difference of two portals, for people, programs and pull requests."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from build_scripts.compute.differences import Difference, Flip
from build_scripts.model import Status
from build_scripts.present.report import inert, plain
from build_scripts.present.scene import Scene
from build_scripts.present.verdict.sentence import sentence, subject

Form = Literal["text", "json", "markdown"]
FORMS: tuple[Form, ...] = get_args(Form)
_MOST = 200
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Change:
    """A whole change: both portals as they speak, what differs, and which statuses flip."""

    base: Scene
    head: Scene
    differences: Sequence[Difference]
    flips: Sequence[Flip]


@dataclass(frozen=True, slots=True)
class _Line:
    """One thing to say: what kind, where, what it was and is."""

    kind: str
    place: str
    old: str
    new: str


def difference(change: Change, form: Form) -> str:
    """Write the change in the language of its scenes; ends with a line feed."""
    return _FORMS[form](change)


def _said(change: Change) -> list[_Line]:
    """Flipped statuses first, with their sentences, then rows and cells."""
    say = change.head.say
    lines = []
    for flip in change.flips:
        old, new = _status(change.base, flip.target, flip.old), _status(change.head, flip.target, flip.new)
        lines.append(_Line(say["diff.flip"], _subject(change, flip.target), old, new))
    for each in change.differences:
        place = f"{each.table}: {each.key}" + (f" “{each.column}”" if each.column else "")
        lines.append(_Line(say[f"diff.{each.kind}"], place, _short(each.old), _short(each.new)))
    return lines


def _subject(change: Change, name: str) -> str:
    for scene in (change.head, change.base):
        for target in scene.catalog.targets:
            if target.id == name:
                return f"{subject(scene, target)} ({name})"
    return name


def _status(scene: Scene, name: str, status: Status | None) -> str:
    """The status in words and the sentence that the page of the target says."""
    if status is None:
        return scene.say["diff.no-status"]
    target = next(each for each in scene.catalog.targets if each.id == name)
    written = sentence(scene, target, scene.judgements.leading[name])
    return f"{scene.say[f'verdict.{status}']}. {written}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _count(change: Change) -> str:
    counts = {
        kind: sum(each.kind == kind for each in change.differences)
        for kind in ("changed", "added", "removed")
    }
    written = {kind: str(count) for kind, count in counts.items()}
    return change.head.say("diff.count", flips=str(len(change.flips)), **written)


def _text(change: Change) -> str:
    return "\n".join([_count(change), *map(_block, _said(change))]) + "\n"


def _block(line: _Line) -> str:
    """One thing on lines of its own: where, what it was, what it is; what was or is nothing has no line."""
    sides = [f"  {sign} {plain(text)}" for sign, text in (("-", line.old), ("+", line.new)) if text]
    return "\n".join([f"{plain(line.kind)} {plain(line.place)}", *sides])


def _markdown(change: Change) -> str:
    """A table of the largest changes; what a stranger wrote stays text."""
    lines = _said(change)
    if not lines:
        return f"{_count(change)}\n"
    say = change.head.say
    heads = [say[f"diff.col-{name}"] for name in ("kind", "place", "old", "new")]
    rows = [[inert(each) for each in (line.kind, line.place, line.old, line.new)] for line in lines[:_MOST]]
    table = [f"| {' | '.join(row)} |" for row in (heads, ["---"] * len(heads), *rows)]
    more = [] if len(lines) <= _MOST else ["", say("diff.more", n=str(len(lines) - _MOST))]
    return "\n".join([_count(change), "", *table, *more]) + "\n"


def _json(change: Change) -> str:
    found = {
        "flips": [{"target": each.target, "old": each.old, "new": each.new} for each in change.flips],
        "differences": [
            {
                "kind": each.kind, "table": each.table, "key": each.key, "column": each.column,
                "old": each.old, "new": each.new, "size": round(each.size, 6),
            }
            for each in change.differences
        ],
    }  # fmt: skip
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


_FORMS: Mapping[Form, Callable[[Change], str]] = MappingProxyType(
    {"text": _text, "json": _json, "markdown": _markdown}
)
