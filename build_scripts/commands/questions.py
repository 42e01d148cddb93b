"""Questions on a terminal, one a column, for who would rather be asked than type NAME=VALUE."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from build_scripts.compute.blanks import blank_of
from build_scripts.model import Blank, BlankColumn, Described
from build_scripts.present.oneline import plain
from build_scripts.present.say import Say
from build_scripts.read.descriptions import described, names_with
from build_scripts.read.descriptor import PROFILE_KEY
from build_scripts.read.profiles import SHAPES
from build_scripts.read.scaffold import NEEDED, TABLES, USUAL

Ask = Callable[[str], str]
"""Shows a question and gives back what was typed."""
Tell = Callable[[str], None]
"""Shows a line."""
_FEW = 12
_MOST = 40
_SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Interview:
    """Who asks and tells, in which words, about the packages under which root."""

    ask: Ask
    tell: Tell
    say: Say
    root: Path


@dataclass(frozen=True, slots=True)
class Answers:
    """What is to be made: `said` by column; `source` are the columns of a new source that it names, if any."""

    thing: str
    package: str
    said: Mapping[str, str]
    source: Mapping[str, str] = field(default_factory=dict)


def interview(asked: Interview, thing: str | None, package: str | None) -> Answers | None:
    """Ask for everything that was not given; `None` when the package has no such table.

    Raises:
        EOFError: The person ended the talk; nothing is to be written.
    """
    say = asked.say
    things = {each: say[f"new.{each}"] for each in ("package", *TABLES)}
    chosen = _among(asked, say["new.what"], things) if thing is None else thing
    if chosen == "package":
        name = _must(asked, say["new.package-name"]) if package is None else package
        said = {key: _must(asked, say[f"new.{key.replace('@', '-')}"]) for key in NEEDED}
        return Answers(chosen, name, said)
    table = TABLES[chosen]
    there = dict.fromkeys(names_with(asked.root, table), "")
    if package is None and not there:
        return None
    name = _among(asked, say["new.which"], there) if package is None else package
    found = described(asked.root, name)
    return None if found is None else _row(asked, found, chosen, name)


def _row(asked: Interview, found: Described, thing: str, package: str) -> Answers | None:
    """Ask for a row; a source that is not known yet is asked for where it is named."""
    blank, sources = blank_of(found, TABLES[thing]), blank_of(found, _SOURCES)
    if blank is None:
        return None
    usual = USUAL if thing == "observation" else {}
    said: dict[str, str] = {}
    source: dict[str, str] = {}
    for column in _columns(found, blank):
        answer = _column(asked, column, usual.get(column.name, ""))
        said[column.name] = answer
        known = {each.code for each in column.choices}
        if column.name == "source" and sources is not None and answer and answer not in known:
            asked.tell(asked.say("new.source-first", source=plain(answer)))
            rest = [each for each in _columns(found, sources) if each.name != "id"]
            source = {"id": answer} | {each.name: _column(asked, each, "") for each in rest}
    return Answers(thing, package, said, source)


def _columns(found: Described, blank: Blank) -> Iterator[BlankColumn]:
    """The columns of a table, those required that its profile or its schema requires."""
    shape = SHAPES.get(str(found.descriptor.get(PROFILE_KEY)), {}).get(blank.table)
    needed = set() if shape is None else {each.name for each in shape.columns if each.required}
    for each in blank.columns:
        yield replace(each, required=each.required or each.name in needed)


def _column(asked: Interview, column: BlankColumn, usual: str) -> str:
    """Ask for a cell until the answer may stand there; `?` lists what may."""
    say, language = asked.say, asked.say.language
    title, hint = column.title[language], column.description[language]
    head = f"{column.name}: {title}" if title else column.name
    few = ", ".join(each.code for each in column.choices) if len(column.choices) <= _FEW else say["new.list"]
    lines = [head, *([f"  {hint}"] if hint else []), *([f"  {few}"] if column.choices else [])]
    fallback = usual if usual else "" if column.required else say["new.empty"]
    question = plain_lines(lines) + (f"\n  [{fallback}] > " if fallback else "\n  > ")
    while True:
        answer = asked.ask(question).strip()
        codes = {each.label: each.code for each in column.choices}
        answer = codes.get(answer, answer)
        if answer.startswith("?") and column.choices:
            question = plain_lines(_listed(column, answer[1:].strip())) + "\n  > "
        elif answer == "" and (usual or not column.required):
            return usual
        elif answer == "":
            question = say["new.must"] + "\n  > "
        elif column.closed and answer not in codes.values():
            question = say("new.not-listed", codes=", ".join(codes.values())) + "\n  > "
        else:
            return answer


def _listed(column: BlankColumn, part: str) -> list[str]:
    """The choices whose code or name holds what was typed, as many as a screen shows."""
    found = [each.label for each in column.choices if part.casefold() in each.label.casefold()]
    return [f"  {each}" for each in found[:_MOST]] + (["  …"] if len(found) > _MOST else [])


def _must(asked: Interview, question: str) -> str:
    while True:
        answer = asked.ask(f"{question}\n  > ").strip()
        if answer:
            return answer
        asked.tell(asked.say["new.must"])


def _among(asked: Interview, question: str, choices: Mapping[str, str]) -> str:
    """Ask for one of some words, by the word or its number."""
    listed = list(choices)
    lines = [f"  {number}. {each}  {choices[each]}".rstrip() for number, each in enumerate(listed, start=1)]
    while True:
        answer = asked.ask("\n".join([question, *lines, "  > "])).strip()
        if answer in choices:
            return answer
        if answer.isdecimal() and 1 <= int(answer[:6]) <= len(listed):
            return listed[int(answer) - 1]


def plain_lines(lines: Sequence[str]) -> str:
    """Lines whose words come from packages, as text and nothing else."""
    return "\n".join(map(plain, lines))
