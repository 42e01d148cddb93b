"""The comment under a pull request, made of a report that a stranger's run left behind: data to distrust, text to disarm."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, get_args

from build_scripts.model import Language, Problem, Severity, Text
from build_scripts.present.report import Verdicts, report

_LONGEST: Final = 60_000
_MOST: Final = 200
_MARK: Final = "<!-- portal-check -->"
_CUT: Final = Text(
    "Báo cáo dài hơn thế này; xem tệp đính kèm của lượt kiểm tra.",
    "The report is longer than this; see the artifact of the run.",
)
_HEADING: Final = Text("Kết quả kiểm tra dữ liệu", "Result of the data check")


def comment(found: Mapping[str, Any]) -> str | None:
    """The comment in both languages; `None` when `found` is not a report as `portal check --format json` writes it."""
    problems, verdicts = _problems(found.get("problems")), _verdicts(found.get("packages"))
    if problems is None or verdicts is None:
        return None
    parts = [_part(problems, verdicts, "vi"), _part(problems, verdicts, "en")]
    return "\n".join([_MARK, *parts])


def _part(problems: Sequence[Problem], verdicts: Verdicts, language: Language) -> str:
    """The table in one language, cut between rows where it would not fit."""
    whole = report(problems[:_MOST], verdicts, language=language, form="markdown").splitlines()
    kept: list[str] = []
    length = 0
    for line in whole:
        length += len(line) + 1
        if length > _LONGEST // 2:
            break
        kept.append(line)
    is_cut = len(kept) < len(whole) or len(problems) > _MOST
    return "\n".join([f"### {_HEADING[language]}", "", *kept, *(["", _CUT[language]] if is_cut else []), ""])


def _problems(listed: Any) -> tuple[Problem, ...] | None:
    if not isinstance(listed, list):
        return None
    found = [_problem(each) for each in listed]
    return None if any(each is None for each in found) else tuple(each for each in found if each is not None)


def _problem(raw: Any) -> Problem | None:
    """A problem as it was written, if every part is of its kind."""
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
    return Problem(raw["file"], line, field, raw["code"], value, message, remedy, raw["severity"])


def _text(raw: Any) -> Text | None:
    if not isinstance(raw, dict) or not all(isinstance(raw.get(key), str) for key in ("vi", "en")):
        return None
    return Text(raw["vi"], raw["en"])


def _verdicts(listed: Any) -> tuple[tuple[str, bool], ...] | None:
    if not isinstance(listed, list):
        return None
    is_sound = all(
        isinstance(each, dict) and isinstance(each.get("name"), str) and isinstance(each.get("valid"), bool)
        for each in listed
    )
    return tuple((each["name"], each["valid"]) for each in listed) if is_sound else None
