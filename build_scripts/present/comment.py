"""The comment under a pull request, made of what a stranger's run left behind: data to distrust, text to disarm."""

from collections.abc import Mapping
from typing import Any, Final

from build_scripts.model import LANGUAGES, Text
from build_scripts.present.difference import difference
from build_scripts.present.evidence import change_of, problems_of, scores_of, verdicts_of
from build_scripts.present.report import report
from build_scripts.present.say import speak

_LONGEST: Final = 60_000
_MOST: Final = 200
_MARK: Final = "<!-- portal-check -->"
_CUT: Final = Text(
    "Báo cáo dài hơn thế này; xem tệp đính kèm của lượt kiểm tra.",
    "The report is longer than this; see the artifact of the run.",
)
_HEADING: Final = Text("Kết quả kiểm tra dữ liệu", "Result of the data check")
_CHANGED: Final = Text("Thay đổi này làm khác những gì", "What this change changes")
_UNKNOWN: Final = Text(
    "Chưa so sánh được: dữ liệu phải không còn lỗi đã.",
    "Nothing could be compared yet: first the data must be free of errors.",
)
_PREVIEW: Final = Text(
    "Bản xem thử của trang nằm trong tệp đính kèm “preview” của lượt kiểm tra.",
    "A preview of the site is the artifact “preview” of the run.",
)


def comment(found: Mapping[str, Any], changed: Mapping[str, Any] | None = None) -> str | None:
    """The comment in both languages; `None` when `found` is not a report as `portal check --format json` writes it.

    `changed` is what `portal diff --format json` wrote, `None` where nothing is known of it.
    """
    problems, verdicts = problems_of(found.get("problems")), verdicts_of(found.get("packages"))
    scores = scores_of(found.get("packages"))
    if problems is None or verdicts is None or scores is None:
        return None
    change = None if changed is None else change_of(changed)
    is_clean = not any(each.severity == "error" for each in problems)
    parts = [_MARK]
    for each in LANGUAGES:
        told = report(problems[:_MOST], verdicts, scores, language=each, form="markdown")
        parts.append(_part(_HEADING[each], told, each_cut=_CUT[each], is_cut=len(problems) > _MOST))
        differing = _UNKNOWN[each] if change is None else difference(change, "markdown", speak(each))
        parts.append(_part(_CHANGED[each], differing, each_cut=_CUT[each], is_cut=False))
        parts.extend([_PREVIEW[each] + "\n"] if is_clean and change is not None else [])
    return "\n".join(parts)


def _part(heading: str, told: str, *, each_cut: str, is_cut: bool) -> str:
    """A heading and what is told under it, cut between lines where it would not fit."""
    whole = told.splitlines()
    kept: list[str] = []
    length = 0
    for line in whole:
        length += len(line) + 1
        if length > _LONGEST // 4:
            break
        kept.append(line)
    words = ["", each_cut] if is_cut or len(kept) < len(whole) else []
    return "\n".join([f"### {heading}", "", *kept, *words, ""])
