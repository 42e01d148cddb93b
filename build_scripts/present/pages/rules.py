"""The rules that every dataset is checked against, each in its own words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.model import Severity, Text
from build_scripts.present.page import Draft
from build_scripts.present.scene import Link, Scene


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule: its code, which is its anchor too, and what it asks for."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Handbook:
    """What the check asks for: rules (code, words), codes (code, message, remedy, severity), limits (words, most)."""

    rules: tuple[tuple[str, Text], ...]
    codes: tuple[tuple[str, Text, Text, Severity], ...] = ()
    limits: tuple[tuple[Text, int], ...] = ()


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """A code of the report, what it says, and how to mend it."""

    code: str
    severity: str
    message: str
    remedy: str


def rules_pages(scene: Scene, handbook: Handbook) -> Iterator[Draft]:
    """Yield the page of the rules, if there are any."""
    if handbook.rules:
        yield _page(scene, handbook)


def _code(scene: Scene, code: str, message: Text, remedy: Text, severity: Severity) -> CodeEntry:
    return CodeEntry(
        code, scene.say[f"rules.{severity}"], _blank(scene.text(message)), _blank(scene.text(remedy))
    )


def _blank(words: str) -> str:
    """The words of a message with an ellipsis where each report puts its particulars."""
    bare = re.sub(r" ?\{reading_\w+\}| ?\{entry\}", "", words)
    return (
        re.sub(r"\{\w+\}", "…", bare.replace("{{", "\x00").replace("}}", "\x01"))
        .replace("\x00", "{")
        .replace("\x01", "}")
    )


def _page(scene: Scene, handbook: Handbook) -> Draft:
    rules = handbook.rules
    sentence = scene.say.count("rules.lead", len(rules), n=str(len(rules)))
    entries = tuple(RuleEntry(code, scene.text(doc)) for code, doc in sorted(rules, key=lambda each: each[0]))
    return Draft(
        language=scene.language,
        address="contribute/rules/",
        template="rules",
        title=scene.say["nav.rules"],
        description=sentence,
        view={
            "crumbs": (
                Link(scene.say["nav.home"], ""),
                Link(scene.say["nav.contribute"], "contribute/"),
            ),
            "lead": sentence,
            "rules": entries,
            "codes": tuple(_code(scene, *each) for each in handbook.codes),
            "limits": tuple((scene.text(what), scene.writer.number(most)) for what, most in handbook.limits),
        },
    )
