"""The rules that every dataset is checked against, each in its own words."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.model import Text
from build_scripts.present.page import Draft
from build_scripts.present.scene import Link, Scene


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule: its code, which is its anchor too, and what it asks for."""

    code: str
    words: str


def rules_pages(scene: Scene, rules: tuple[tuple[str, Text], ...]) -> Iterator[Draft]:
    """Yield the page of the rules, if there are any."""
    if rules:
        yield _page(scene, rules)


def _page(scene: Scene, rules: tuple[tuple[str, Text], ...]) -> Draft:
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
        },
    )
