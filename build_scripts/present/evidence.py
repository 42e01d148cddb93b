"""What a stranger's run left behind, believed only where every part of it is of its kind."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeVar, cast, get_args

from build_scripts.compute.differences import Difference, Flip, Kind
from build_scripts.compute.metadata import CRITERIA, Score
from build_scripts.model import Problem, Severity, Status, Text
from build_scripts.present.difference import Change, Turn
from build_scripts.present.report import Verdicts

_Part = TypeVar("_Part")
_LONGEST: Final = 1000
_LARGEST: Final = 2
"""No figure changes by more than twice the larger of both."""


def problems_of(listed: Any) -> tuple[Problem, ...] | None:
    """The problems as they were written."""
    return _all(_problem(each) for each in listed) if isinstance(listed, list) else None


def _problem(raw: Any) -> Problem | None:
    if not isinstance(raw, dict):
        return None
    words = [_text(raw.get(key)) for key in ("message", "remedy")]
    line, field, value = raw.get("line"), raw.get("field"), raw.get("value")
    is_sound = (
        all(isinstance(raw.get(key), str) for key in ("file", "code"))
        and raw.get("severity") in get_args(Severity)
        and (line is None or type(line) is int)
        and all(each is None or isinstance(each, str) for each in (field, value))
    )
    message, remedy = words
    if not is_sound or message is None or remedy is None:
        return None
    file, code = _cut(raw["file"]), _cut(raw["code"])
    return Problem(file, line, _cut(field), code, value, message, remedy, raw["severity"])


def verdicts_of(listed: Any) -> Verdicts | None:
    """Which packages are valid."""
    if not isinstance(listed, list):
        return None
    is_sound = all(
        isinstance(each, dict) and isinstance(each.get("name"), str) and isinstance(each.get("valid"), bool)
        for each in listed
    )
    return tuple((each["name"], each["valid"]) for each in listed) if is_sound else None


def scores_of(listed: Any) -> tuple[Score, ...] | None:
    """How well the packages are described, of those that say so."""
    if not isinstance(listed, list):
        return None
    return _all(_score(each) for each in listed if not isinstance(each, dict) or "score" in each)


def _score(raw: Any) -> Score | None:
    found = raw.get("score") if isinstance(raw, dict) else None
    if not isinstance(found, dict) or not isinstance(raw.get("name"), str):
        return None
    met, lacking = found.get("met"), found.get("lacking")
    if not isinstance(met, list) or not isinstance(lacking, list):
        return None
    chosen = [tuple(name for name in CRITERIA if name in listed) for listed in (met, lacking)]
    is_whole = len(chosen[0]) == len(met) and len(chosen[1]) == len(lacking)
    return Score(raw["name"], chosen[0], chosen[1]) if is_whole else None


def change_of(found: Mapping[str, Any]) -> Change | None:
    """The difference as `portal diff --format json` writes it."""
    flips, listed = found.get("flips"), found.get("differences")
    if not isinstance(flips, list) or not isinstance(listed, list):
        return None
    turns, differences = _all(_turn(each) for each in flips), _all(_difference(each) for each in listed)
    return None if turns is None or differences is None else Change(differences, turns)


def _turn(raw: Any) -> Turn | None:
    if not isinstance(raw, dict) or not isinstance(raw.get("target"), str):
        return None
    statuses, said = [raw.get("old"), raw.get("new")], raw.get("said")
    subject = _text(raw.get("subject"))
    if subject is None or not isinstance(said, dict) or not all(_is_status(each) for each in statuses):
        return None
    sentences = [_text(said.get(key)) for key in ("old", "new")]
    if any((status is None) != (words is None) for status, words in zip(statuses, sentences, strict=True)):
        return None
    return Turn(Flip(raw["target"], statuses[0], statuses[1]), subject, sentences[0], sentences[1])


def _is_status(raw: Any) -> bool:
    return raw is None or (isinstance(raw, str) and raw in get_args(Status))


def _difference(raw: Any) -> Difference | None:
    texts = ("table", "key", "column", "old", "new")
    if not isinstance(raw, dict) or not all(isinstance(raw.get(key), str) for key in texts):
        return None
    kind, size = raw.get("kind"), raw.get("size")
    if not isinstance(kind, str) or kind not in get_args(Kind) or not isinstance(size, int | float):
        return None
    table, key, column, old, new = (raw[key] for key in texts)
    is_part = not isinstance(size, bool) and 0 <= size <= _LARGEST
    return Difference(cast("Kind", kind), table, key, column, old, new, float(size)) if is_part else None


def _text(raw: Any) -> Text | None:
    if not isinstance(raw, dict) or not all(isinstance(raw.get(key), str) for key in ("vi", "en")):
        return None
    return Text(_cut(raw["vi"]), _cut(raw["en"]))


def _cut(text: Any) -> Any:
    """As much of a text as our own messages ever say; what is none stays."""
    return text[:_LONGEST] + "…" if isinstance(text, str) and len(text) > _LONGEST else text


def _all(parts: Iterable[_Part | None]) -> tuple[_Part, ...] | None:
    """All of the parts, `None` when one of them is none."""
    found = tuple(parts)
    kept = tuple(each for each in found if each is not None)
    return kept if len(kept) == len(found) else None
