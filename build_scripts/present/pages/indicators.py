"""The page of an indicator."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_scripts.compute.facts import latest, previous
from build_scripts.compute.focus import focus_of
from build_scripts.compute.places import country_of, regions_of
from build_scripts.model import Fact, Indicator
from build_scripts.present.page import Draft
from build_scripts.present.pages.compare import of_indicator
from build_scripts.present.pages.indicator_figures import figures_of
from build_scripts.present.pages.indicator_tables import columns, sheet, territories, views
from build_scripts.present.pages.unit_map import unit_map
from build_scripts.present.plain import meaning
from build_scripts.present.scene import KeyFigure, Link, Scene
from build_scripts.present.sharing.subject import (
    Subject,
    citation,
    credit,
    file_of,
    lines_of,
    signed,
    source_of,
)
from build_scripts.present.terms import Lexicon, lexicon_in
from build_scripts.present.verdict import typical_revision


@dataclass(frozen=True, slots=True)
class Alternative:
    """A figure beside the one in force."""

    value: str
    status: str
    source: str
    href: str
    note: str
    in_force: bool


def indicator_pages(scene: Scene) -> Iterator[Draft]:
    """Yield the page of every indicator."""
    yield from (indicator_page(scene, each) for each in scene.catalog.indicators)


def indicator_page(scene: Scene, name: str) -> Draft:
    """Draft the page of the indicator with this id."""
    focus = focus_of(scene.catalog)
    lexicon = lexicon_in(scene.catalog, scene.language)
    return _page(scene, scene.catalog.indicators[name], focus.id if focus is not None else "", lexicon)


def _page(scene: Scene, indicator: Indicator, focus: str, lexicon: Lexicon) -> Draft:
    found = scene.facts.get(indicator.id, {})
    sentence = lead(scene, indicator, focus)
    figures = figures_of(scene, indicator, focus)
    table = sheet(scene, indicator, found, columns(scene, found, focus))
    drawn = unit_map(scene, indicator, views(scene, indicator))
    theme = scene.catalog.themes[indicator.package]
    view = {
        "crumbs": _crumbs(scene, indicator),
        "name": scene.text(indicator.name),
        "lead": sentence,
        "facts": _key_figures(scene, indicator, focus),
        "figures": figures,
        "compare": of_indicator(scene, indicator),
        "table": table,
        "territories": territories(scene, indicator, focus),
        "map": drawn,
        "unit": scene.text(scene.unit(indicator.unit).name),
        "meaning": meaning(scene, indicator, headline(scene, indicator, focus), lexicon),
        "note": scene.text(indicator.note),
        "breaks": _breaks(scene, indicator),
        "conflicts": tuple(conflicts(scene, indicator)),
        "revision": typical_revision(scene, indicator.id),
        "goals": _goals(scene, indicator),
        "sources": scene.sources(_source_ids(found)),
        "dataset": scene.dataset(indicator.package),
        "id": indicator.id,
        "download": f"data/{indicator.package}/observations.csv",
        "theme": scene.text(theme.name),
        "chartable": indicator.chartable,
    }
    return Draft(
        language=scene.language,
        address=f"indicators/{indicator.id}/",
        template="indicator",
        title=scene.text(indicator.name),
        description=sentence,
        view=view,
        figures=figures,
        subject=_subject(scene, indicator, focus),
    )


def _subject(scene: Scene, indicator: Indicator, focus: str) -> Subject:
    """Say in a few words what the newest figure is, and from where."""
    best = headline(scene, indicator, focus)
    title = scene.text(indicator.name)
    source = None if best is None else source_of(scene, best[1])
    by, (signer, day) = credit(scene, source), signed(scene, source)
    when = "" if best is None else scene.when(best[1].shown)
    place = "" if best is None else scene.area(best[0]).text
    return Subject(
        title=title,
        kicker=scene.text(scene.catalog.themes[indicator.package].name),
        value="" if best is None else scene.measured(best[1].shown, indicator),
        label=scene.say["indicator.empty"]
        if best is None
        else scene.say("indicator.key", area=place, when=when),
        credit=signer,
        day=day,
        sources=lines_of(scene, (source,)),
        citation=citation(scene, title, indicator.package, when=when, by=by),
        imprint=scene.imprint,
        file=file_of(scene, indicator.package, "observations"),
    )


def _crumbs(scene: Scene, indicator: Indicator) -> tuple[Link, ...]:
    theme = scene.catalog.themes[indicator.package]
    return (
        Link(scene.say["nav.home"], ""),
        Link(scene.say["nav.indicators"], "indicators/"),
        Link(scene.text(theme.name), f"indicators/#{theme.id}"),
    )


def headline(scene: Scene, indicator: Indicator, focus: str) -> tuple[str, Fact] | None:
    """Choose whose latest value leads: the focus, else its region, the country, or whoever reports."""
    found = scene.facts.get(indicator.id, {})
    for area in (*_first_asked(scene, focus), *found):
        fact = latest(found.get(area, ()))
        if fact is not None:
            return area, fact
    return None


def _first_asked(scene: Scene, focus: str) -> tuple[str, ...]:
    """List whose figures readers look for first: the focus, its regions, the country."""
    country = country_of(scene.catalog)
    wider = (*regions_of(scene.catalog, focus), *(() if country is None else (country.id,)))
    return tuple(dict.fromkeys((focus, *wider)))


def lead(scene: Scene, indicator: Indicator, focus: str) -> str:
    """Say in one sentence where the indicator stands and how it moved."""
    best = headline(scene, indicator, focus)
    name = scene.text(indicator.name)
    if best is None:
        return scene.say("indicator.lead-none", name=name)
    area, fact = best
    before = previous(scene.facts[indicator.id][area], fact)
    words = {
        "what": scene.subject(indicator, area),
        "value": scene.measured(fact.shown, indicator),
        "period": scene.writer.period(fact.period),
        "status": scene.say[f"indicator.state-{fact.shown.status}"],
    }
    if before is None or before.shown.value is None or fact.shown.value is None or not indicator.chartable:
        return scene.say("indicator.lead-one", **words)
    told, unit = scene.measured(before.shown, indicator), scene.unit(indicator.unit)
    bare = scene.figure(before.shown, indicator.decimals)
    words |= {
        "before": bare if unit.kind in {"index", "score"} else told,
        "when": scene.writer.period(before.period),
    }
    rises = fact.shown.value > before.shown.value
    move = "was" if unit.kind == "rank" else "up" if rises else "down"
    return scene.say(f"indicator.lead-{'same' if words['value'] == told else move}", **words)


def _key_figures(scene: Scene, indicator: Indicator, focus: str) -> tuple[KeyFigure, ...]:
    found = scene.facts.get(indicator.id, {})
    figures = []
    for area in _first_asked(scene, focus):
        fact = latest(found.get(area, ()))
        if fact is not None:
            label = scene.say("indicator.key", area=scene.area(area).text, when=scene.when(fact.shown))
            figures.append(KeyFigure(scene.measured(fact.shown, indicator), label, scene.area(area).href))
    return tuple(figures)


def _breaks(scene: Scene, indicator: Indicator) -> tuple[tuple[str, str], ...]:
    rows = []
    for each in scene.catalog.breaks:
        if each.indicator == indicator.id:
            place = scene.area(each.area).text if each.area else scene.say["indicator.everywhere"]
            when = scene.say("indicator.break-from", period=scene.writer.period(each.period), area=place)
            rows.append((when, scene.text(each.reason)))
    return tuple(rows)


def conflicts(scene: Scene, indicator: Indicator) -> Iterator[tuple[str, tuple[Alternative, ...]]]:
    """Yield each fact with more than one figure: its name, then the figures, the one in force first."""
    for area, facts in scene.facts.get(indicator.id, {}).items():
        for fact in facts:
            if fact.others:
                name = f"{scene.area(area).text}, {scene.writer.period(fact.period)}"
                yield name, _alternatives(scene, indicator, fact)


def _alternatives(scene: Scene, indicator: Indicator, fact: Fact) -> tuple[Alternative, ...]:
    return tuple(
        Alternative(
            value=scene.measured(each, indicator),
            status=scene.say[f"status.{each.status}"],
            source=scene.source(each.source).title,
            href=scene.source(each.source).href,
            note=scene.text(each.note),
            in_force=each is fact.shown,
        )
        for each in (fact.shown, *fact.others)
    )


def _goals(scene: Scene, indicator: Indicator) -> tuple[Link, ...]:
    goals = dict.fromkeys(each.goal for each in scene.catalog.measures if each.indicator == indicator.id)
    return tuple(scene.goal(scene.catalog.goals[goal]) for goal in goals)


def _source_ids(found: Mapping[str, tuple[Fact, ...]]) -> list[str]:
    every = [each for facts in found.values() for fact in facts for each in (fact.shown, *fact.others)]
    return list(dict.fromkeys(each.source for each in every))
