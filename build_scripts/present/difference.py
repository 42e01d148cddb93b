"""What `portal diff` prints: the difference of two portals, for people, programs and pull requests."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, get_args

from build_scripts.compute.differences import Difference, Flip
from build_scripts.model import Status, Text
from build_scripts.present.oneline import plain
from build_scripts.present.report import inert
from build_scripts.present.say import Say
from build_scripts.present.scene import Scene
from build_scripts.present.verdict.sentence import sentence, subject

Form = Literal["text", "json", "markdown"]
FORMS: tuple[Form, ...] = get_args(Form)
_MOST = 200
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Turn:
    """A published status that is another after the change: what it is about, and what the page of the target says.

    A sentence is `None` where there is no status.
    """

    flip: Flip
    subject: Text
    old: Text | None
    new: Text | None


@dataclass(frozen=True, slots=True)
class Change:
    """A whole change: what differs, the largest first, and which statuses turn."""

    differences: Sequence[Difference]
    turns: Sequence[Turn]


@dataclass(frozen=True, slots=True)
class _Line:
    """One thing to say: what kind, where, what it was and is."""

    kind: str
    place: str
    old: str
    new: str


def turn(base: Sequence[Scene], head: Sequence[Scene], flip: Flip) -> Turn:
    """Say a flip in both languages; the scenes are in their order."""
    pairs = list(zip(base, head, strict=True))
    subjects = (_subject(old, new, flip.target) for old, new in pairs)
    return Turn(
        flip,
        Text(*subjects),
        None if flip.old is None else Text(*(_sentence(each, flip.target) for each in base)),
        None if flip.new is None else Text(*(_sentence(each, flip.target) for each in head)),
    )


def _subject(base: Scene, head: Scene, name: str) -> str:
    for scene in (head, base):
        for target in scene.catalog.targets:
            if target.id == name:
                return f"{subject(scene, target)} ({name})"
    return name


def _sentence(scene: Scene, name: str) -> str:
    target = next(each for each in scene.catalog.targets if each.id == name)
    return sentence(scene, target, scene.judgements.leading[name])


def difference(change: Change, form: Form, say: Say) -> str:
    """Write the change in the words of `say`, as JSON in both languages; ends with a line feed."""
    return _FORMS[form](change, say)


def _said(change: Change, say: Say) -> list[_Line]:
    """Flipped statuses first, with their sentences, then rows and cells."""
    lines = [
        _Line(
            say["diff.flip"],
            _short(each.subject[say.language]),
            _status(say, each.flip.old, each.old),
            _status(say, each.flip.new, each.new),
        )
        for each in change.turns
    ]
    for found in change.differences:
        place = f"{found.table}: {found.key}" + (f" “{found.column}”" if found.column else "")
        lines.append(_Line(say[f"diff.{found.kind}"], _short(place), _short(found.old), _short(found.new)))
    return lines


def _status(say: Say, status: Status | None, said: Text | None) -> str:
    """The status in words and the sentence that the page of the target says."""
    if status is None or said is None:
        return say["diff.no-status"]
    return f"{say[f'verdict.{status}']}. {said[say.language]}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _count(change: Change, say: Say) -> str:
    counts = {
        kind: sum(each.kind == kind for each in change.differences)
        for kind in ("changed", "added", "removed")
    }
    written = {kind: str(count) for kind, count in counts.items()}
    return say("diff.count", flips=str(len(change.turns)), **written)


def _text(change: Change, say: Say) -> str:
    return "\n".join([_count(change, say), *map(_block, _said(change, say))]) + "\n"


def _block(line: _Line) -> str:
    """One thing on lines of its own: where, what it was, what it is; what was or is nothing has no line."""
    sides = [f"  {sign} {plain(text)}" for sign, text in (("-", line.old), ("+", line.new)) if text]
    return "\n".join([f"{plain(line.kind)} {plain(line.place)}", *sides])


def _markdown(change: Change, say: Say) -> str:
    """A table of the largest changes; what a stranger wrote stays text."""
    lines = _said(change, say)
    if not lines:
        return f"{_count(change, say)}\n"
    heads = [say[f"diff.col-{name}"] for name in ("kind", "place", "old", "new")]
    rows = [[inert(each) for each in (line.kind, line.place, line.old, line.new)] for line in lines[:_MOST]]
    table = [f"| {' | '.join(row)} |" for row in (heads, ["---"] * len(heads), *rows)]
    more = [] if len(lines) <= _MOST else ["", say("diff.more", n=str(len(lines) - _MOST))]
    return "\n".join([_count(change, say), "", *table, *more]) + "\n"


def _json(change: Change, _say: Say) -> str:
    found = {
        "flips": [
            {
                "target": each.flip.target, "old": each.flip.old, "new": each.flip.new,
                "subject": _texts(each.subject), "said": {"old": _texts(each.old), "new": _texts(each.new)},
            }
            for each in change.turns
        ],
        "differences": [
            {
                "kind": each.kind, "table": each.table, "key": each.key, "column": each.column,
                "old": each.old, "new": each.new, "size": round(each.size, 6),
            }
            for each in change.differences
        ],
    }  # fmt: skip
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _texts(text: Text | None) -> dict[str, Any] | None:
    return None if text is None else {"vi": text.vi, "en": text.en}


_FORMS: Mapping[Form, Callable[[Change, Say], str]] = MappingProxyType(
    {"text": _text, "json": _json, "markdown": _markdown}
)
