"""What `portal check` prints: the problems of all packages, for people, programs, GitHub and pull requests.

File names, columns and values come from strangers: whatever the form, they stay text and start nothing.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import Any, Literal, get_args

from build_scripts.compute.metadata import Score
from build_scripts.model import Language, Problem, Severity, Text
from build_scripts.present.oneline import plain
from build_scripts.present.pages.dataset.score import scored
from build_scripts.present.say import speak

Form = Literal["text", "json", "github", "markdown"]
FORMS: tuple[Form, ...] = get_args(Form)
Verdicts = Sequence[tuple[str, bool]]

_SEVERITIES: Mapping[Severity, Text] = {"error": Text("lỗi", "error"), "warning": Text("cảnh báo", "warning")}
_LINE = Text("dòng {line}", "line {line}")
_FIELD = Text("“{field}”", "“{field}”")
_VALUE = Text("Đang ghi: “{value}”", "Found: “{value}”")
_REMEDY = Text("Cách sửa: {remedy}", "Remedy: {remedy}")
_COUNT = Text(
    "{errors} lỗi, {warnings} cảnh báo; {valid}/{packages} gói dữ liệu hợp lệ.",
    "Errors: {errors}, warnings: {warnings}; valid packages: {valid} of {packages}.",
)
_HEADINGS = (
    Text("Mức", "Severity"),
    Text("Chỗ", "Place"),
    Text("Mã", "Code"),
    Text("Điều gì sai", "What is wrong"),
    Text("Cách sửa", "How to mend it"),
)
_MARKUP = re.compile(r"[!\"#$&*+:<=>@\[\\\]^_`{|}~]")
_JOINER = "\u2060"
_LIVE = re.compile(r"(@|#|://|www(?=\.)|(?i:GH)(?=-))")


@dataclass(frozen=True, slots=True)
class _Whole:
    """Everything that a report tells, in the order in which it tells it."""

    problems: Sequence[Problem]
    verdicts: Verdicts
    scores: Sequence[Score]

    def wanting(self, language: Language) -> list[str]:
        """Say of each package that could be described better what to add next."""
        say = speak(language)
        return [f"{each.package}: {scored(say, each)}" for each in self.scores if each.lacking]


def report(
    problems: Sequence[Problem],
    verdicts: Verdicts,
    scores: Sequence[Score] = (),
    *,
    language: Language,
    form: Form,
) -> str:
    """All problems, sorted by place, how well packages are described, how many are valid; ends with a line feed."""
    whole = _Whole(sorted(problems, key=lambda problem: problem.place), verdicts, scores)
    return _FORMS[form](whole, language)


def _text(whole: _Whole, language: Language) -> str:
    blocks = []
    for file, found in groupby(whole.problems, key=lambda problem: problem.file):
        blocks.append("\n".join([plain(file), *(_block(problem, language) for problem in found)]))
    wanting = "\n".join(map(plain, whole.wanting(language)))
    return "\n\n".join([*blocks, *([wanting] if wanting else []), _count(whole, language)]) + "\n"


def _block(problem: Problem, language: Language) -> str:
    """One problem: where and which, what, the value seen, the remedy."""
    place = [
        _SEVERITIES[problem.severity][language],
        "" if problem.line is None else _LINE[language].format(line=problem.line),
        "" if problem.field is None else _FIELD[language].format(field=plain(problem.field)),
        f"[{problem.code}]",
    ]
    value = [] if problem.value is None else [_VALUE[language].format(value=plain(problem.value))]
    remedy = _REMEDY[language].format(remedy=plain(problem.remedy[language]))
    lines = [plain(problem.message[language]), *value, remedy]
    return "\n".join([f"  {' '.join(part for part in place if part)}", *(f"    {line}" for line in lines)])


def _count(whole: _Whole, language: Language) -> str:
    errors = sum(problem.severity == "error" for problem in whole.problems)
    return _COUNT[language].format(
        errors=errors,
        warnings=len(whole.problems) - errors,
        valid=sum(valid for _, valid in whole.verdicts),
        packages=len(whole.verdicts),
    )


def _json(whole: _Whole, _language: Language) -> str:
    """The whole report for programs, in both languages whatever the language asked for; a lone surrogate is escaped."""
    found = [
        {
            "file": problem.file,
            "line": problem.line,
            "field": problem.field,
            "code": problem.code,
            "severity": problem.severity,
            "value": problem.value,
            "message": {"vi": problem.message.vi, "en": problem.message.en},
            "remedy": {"vi": problem.remedy.vi, "en": problem.remedy.en},
        }
        for problem in whole.problems
    ]
    packages = [{"name": name, "valid": valid, **_score(whole, name)} for name, valid in whole.verdicts]
    written = json.dumps({"problems": found, "packages": packages}, ensure_ascii=False, indent=2)
    return written.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _score(whole: _Whole, package: str) -> dict[str, Any]:
    """The criteria that a package meets and lacks, nothing for one that could not be read."""
    found = next((each for each in whole.scores if each.package == package), None)
    return {} if found is None else {"score": {"met": [*found.met], "lacking": [*found.lacking]}}


def _github(whole: _Whole, language: Language) -> str:
    """Workflow commands, one a line, that annotate the lines of a pull request."""
    lines = [_command(problem, language) for problem in whole.problems]
    return "\n".join([*lines, *map(plain, whole.wanting(language)), _count(whole, language)]) + "\n"


def _command(problem: Problem, language: Language) -> str:
    properties = {
        "file": problem.file,
        "line": "1" if problem.line is None else str(problem.line),
        "title": problem.code if problem.field is None else f"{problem.code} ({problem.field})",
    }
    said = ",".join(f"{name}={_property(text)}" for name, text in properties.items())
    return f"::{problem.severity} {said}::{_data(f'{problem.message[language]} {problem.remedy[language]}')}"


def _data(text: str) -> str:
    """Text after `::` of a workflow command: it cannot end the line nor open a command of the older `##[` kind."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return plain(escaped)


def _property(text: str) -> str:
    """Text in a property of a workflow command, where `:` and `,` would end it."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _markdown(whole: _Whole, language: Language) -> str:
    """A table for a pull request, above it the count and what could be described better."""
    wanting = [f"- {inert(each)}" for each in whole.wanting(language)]
    above = [inert(_count(whole, language)), *(["", *wanting] if wanting else [])]
    if not whole.problems:
        return "\n".join(above) + "\n"
    heads = [heading[language] for heading in _HEADINGS]
    rows = [heads, ["---"] * len(heads), *(_cells(problem, language) for problem in whole.problems)]
    return "\n".join([*above, "", *(f"| {' | '.join(row)} |" for row in rows)]) + "\n"


def _cells(problem: Problem, language: Language) -> list[str]:
    where = problem.file if problem.line is None else f"{problem.file}:{problem.line}"
    return [
        _SEVERITIES[problem.severity][language],
        inert(where if problem.field is None else f"{where} “{problem.field}”"),
        inert(problem.code),
        inert(problem.message[language]),
        inert(problem.remedy[language]),
    ]


def inert(text: str) -> str:
    """Text in a Markdown cell: every sign of Markdown or HTML escaped, mentions, references and addresses broken up."""
    visible = plain(text)
    escaped = _MARKUP.sub(lambda match: f"&#{ord(match.group())};", _LIVE.sub(rf"\1{_JOINER}", visible))
    return escaped.replace("\n", " ")


_FORMS: Mapping[Form, Callable[[_Whole, Language], str]] = MappingProxyType(
    {"text": _text, "json": _json, "github": _github, "markdown": _markdown}
)
