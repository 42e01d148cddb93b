"""What every page of one language shares: the catalog, its facts, and the ways to name, write and link things."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from build_scripts.compute.facts import Facts
from build_scripts.compute.focus import latest_of_goal
from build_scripts.compute.geography.carried import is_computed
from build_scripts.compute.geography.views import Carriages
from build_scripts.compute.progress import Judgements
from build_scripts.model import (
    UNSTATED,
    Area,
    Catalog,
    Document,
    Fact,
    Goal,
    Group,
    Imprint,
    Indicator,
    Language,
    Observation,
    Source,
    Target,
    Text,
    Unit,
)  # fmt: skip
from build_scripts.present.numbers import Writer
from build_scripts.present.say import Say, speak
from build_scripts.present.standards.media import Offers
from build_scripts.present.tongue import names


@dataclass(frozen=True, slots=True)
class Link:
    """A name; `href` is below the language's root, or an outer address when `outer`, or "" for no page."""

    text: str
    href: str = ""
    outer: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure in a table: what stands there, the mark of its status in short and in full."""

    text: str
    mark: str = ""
    mark_title: str = ""
    more: bool = False


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A big figure with what it is."""

    value: str
    label: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source as a reader sees it; every part ready to print, "" when there is nothing to say."""

    title: str
    href: str
    publisher: str
    date: str
    licence: str
    trust: str
    locator: str
    note: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """One language's view of the catalog.

    `carriages` hold what was carried back, `imprints` the portal's names, `offers` what is known of made files.
    """

    catalog: Catalog
    facts: Facts
    writer: Writer
    judgements: Judgements
    carriages: Carriages = field(default_factory=dict)
    imprint: Imprint = field(default_factory=Imprint)
    imprints: tuple[Imprint, ...] = ()
    offers: Offers = field(default_factory=dict)

    @property
    def say(self) -> Say:
        """The words of the language."""
        return self.writer.say

    @property
    def language(self) -> Language:
        """The language of the pages."""
        return self.writer.say.language

    def text(self, text: Text) -> str:
        """Say a bilingual text in this language."""
        return text[self.language]

    def word(self, stem: str, value: str) -> str:
        """Say a word of an open list; one that the portal does not know is shown as it stands in the data."""
        return self.say.words.get(f"{stem}-{value}", value)

    def indicator(self, indicator: Indicator) -> Link:
        """Link an indicator."""
        return Link(self.text(indicator.name), f"indicators/{indicator.id}/")

    def subject(self, indicator: Indicator, area: str) -> str:
        """Name what a figure is about, `GRDP growth, Hanoi`; a name that holds its area does not say it twice."""
        name, place = self.text(indicator.name), self.area(area).text
        if names(name, place):
            return name
        found = self.catalog.areas.get(area)
        kind = "country" if found is not None and found.kind == "country" else "area"
        return self.say(f"indicator.of-{kind}", name=name, area=place)

    def area(self, area: str) -> Link:
        """Link an area by id; an unknown id is shown as it is."""
        found = self.catalog.areas.get(area)
        return Link(area) if found is None else Link(self.text(found.name), f"areas/{area}/")

    def goal(self, goal: Goal) -> Link:
        """Link a target indicator."""
        return Link(self.text(goal.name), f"targets/{goal.id}/")

    def group(self, group: Group | None) -> Link:
        """Link a group in the list of target indicators; those of no group stand together at its end."""
        if group is None:
            return Link(self.say["goal.no-group"], "targets/#other")
        return Link(self.text(group.name), f"targets/#{group.id}")

    def document(self, document: Document) -> Link:
        """Link a document by its short name."""
        name = document.short if document.short else document.title
        return Link(self.text(name), f"documents/{document.id}/")

    def act(self, act: str) -> Link:
        """Link the document that has this number; an act without a page is named as it is."""
        found = (each for each in self.catalog.documents.values() if each.number == act)
        return next((self.document(each) for each in found), Link(act))

    def dataset(self, package: str) -> Link:
        """Link a dataset by its package's name."""
        title = next(each.title for each in self.catalog.packages if each.name == package)
        return Link(self.text(title), f"datasets/{package}/")

    def unit(self, unit: str) -> Unit:
        """Find a unit by id; "" is a unit without a name or a symbol."""
        return self.catalog.units[unit] if unit else UNSTATED

    def figure(self, observation: Observation, decimals: int, unit: Unit | None = None) -> str:
        """Write a figure, with its unit if one is given: a point, a bound, a range, or the sign for none."""
        if observation.mark:
            return self.say[f"mark.{observation.mark}"]
        if observation.value is None:
            return self.writer.bound(observation.operator, observation.low, observation.high, unit)
        written = self.writer.at_most(observation.text, decimals)
        written = written if unit is None else self.writer.with_unit(written, unit)
        return self.say("operator.about", figure=written) if observation.operator == "~" else written

    def measured(self, observation: Observation, indicator: Indicator) -> str:
        """Write a figure with its unit."""
        return self.figure(observation, indicator.decimals, self.unit(indicator.unit))

    def when(self, observation: Observation) -> str:
        """Write the period with the state of its figure: `Sơ bộ 2024`, `Est. 2025`."""
        return self.say(f"status-of.{observation.status}", period=self.writer.period(observation.period))

    def cell(self, fact: Fact | None, indicator: Indicator) -> Cell:
        """Put a fact into a table; no fact is an empty cell, which differs from zero and from a mark."""
        if fact is None:
            return Cell("")
        shown = fact.shown
        if shown.mark:
            return Cell(self.say[f"mark.{shown.mark}"], mark_title=self.say[f"mark.{shown.mark}-long"])
        mark, title = _marked(self.writer.say.language, shown.status, computed=is_computed(fact))
        return Cell(self.figure(shown, indicator.decimals), mark, title, bool(fact.others))

    def promised(self, target: Target) -> str:
        """Write what a target promises, with its unit."""
        written = self.writer.bound(target.operator, target.low, target.high, self.promised_unit(target))
        return written if written else self.say["target.in-words"]

    def promised_unit(self, target: Target) -> Unit:
        """Find the unit of a target: its own, else that of the target indicator."""
        return self.unit(target.unit if target.unit else self.catalog.goals[target.goal].unit)

    def due(self, target: Target) -> str:
        """Write when a target is due: a year, a period, or the document's own wording."""
        if target.due:
            return self.text(target.due)
        if target.year is None:
            return self.say["target.no-year"]
        return f"{target.start_year}–{target.year}" if target.start_year is not None else str(target.year)

    def latest_of(self, goal: Goal) -> tuple[str, str]:
        """Write the latest figure that measures a goal, and its period; say so where there is none."""
        found = latest_of_goal(self.catalog, self.facts, goal)
        if found is None:
            return self.say["goal.none-short"], ""
        measure, fact = found
        return self.measured(fact.shown, self.catalog.indicators[measure.indicator]), self.when(fact.shown)

    def source(self, source: str) -> SourceLine:
        """Show a source by id."""
        return self.source_line(self.catalog.sources[source])

    def source_line(self, source: Source) -> SourceLine:
        """Show a source."""
        words = self.text(source.date_note)
        dated = [each for each in (self.writer.iso(source.date), words) if each]
        return SourceLine(
            title=source.title,
            href=source.url,
            publisher=self.say["source.no-publisher"]
            if source.publisher == "not stated"
            else source.publisher,
            date="; ".join(dated) if dated else self.say["source.no-date"],
            licence=self.say["source.not-stated"] if source.licence == "not stated" else source.licence,
            trust=self.say[f"trust.{source.trust}"],
            locator=source.locator,
            note=self.text(source.note),
        )

    def sources(self, ids: Iterable[str]) -> tuple[SourceLine, ...]:
        """Show each source once, in the order of first use."""
        return tuple(self.source(each) for each in dict.fromkeys(ids))

    def listed(self, names: Sequence[str]) -> str:
        """Join names into running text: `a, b và c`."""
        if len(names) < 2:  # noqa: PLR2004 - a list needs two
            return "".join(names)
        return self.say("list.and", first=", ".join(names[:-1]), last=names[-1])

    def place(self, area: Area) -> str:
        """Name an area in running text."""
        return self.text(area.name)


@cache
def _marked(language: Language, status: str, *, computed: bool) -> tuple[str, str]:
    """The mark of a figure of this status, in short and in full."""
    say = speak(language)
    marks = [(say[f"mark.{status}"], say[f"status.{status}"])]
    if computed:
        marks.insert(0, (say["mark.computed"], say["mark.computed-long"]))
    mark = ", ".join(mark for mark, _ in marks if mark)
    return mark, "; ".join(title for mark, title in marks if mark or len(marks) == 1)
