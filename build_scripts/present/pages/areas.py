"""The page of an area, as it was or as it is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_scripts.compute.coverage import telling_series
from build_scripts.compute.facts import latest
from build_scripts.compute.geography.carried import is_computed
from build_scripts.compute.places import members_of, regions_of
from build_scripts.model import Area, Indicator
from build_scripts.present import plots
from build_scripts.present.page import Draft, Figure
from build_scripts.present.pages import area_story
from build_scripts.present.pages.area_list import AreaEntry, area_list, entry
from build_scripts.present.pages.area_map import area_map
from build_scripts.present.pages.area_tables import known, tables
from build_scripts.present.pages.compare import of_area
from build_scripts.present.scene import KeyFigure, Link, Scene, SourceLine
from build_scripts.present.sharing.subject import (
    Subject,
    citation,
    credit,
    embed_path,
    file_of,
    lines_of,
    signed,
    source_of,
)

MOST_CHARTS = 4


def area_pages(scene: Scene) -> Iterator[Draft]:
    """Yield the list of areas and the page of each, if there are any."""
    if scene.catalog.areas:
        yield area_list(scene)
    yield from (area_page(scene, each) for each in scene.catalog.areas)


def area_page(scene: Scene, name: str) -> Draft:
    """Draft the page of the area with this id."""
    area = scene.catalog.areas[name]
    sentence = area_story.lead(scene, area)
    whole = _with_computed(scene, area)
    chosen = telling_series(scene.catalog, whole.facts, area.id, MOST_CHARTS)
    figures = _figures(whole, area, chosen)
    view = {
        "crumbs": (Link(scene.say["nav.home"], ""), Link(scene.say["area.index-title"], "areas/")),
        "kicker": scene.say[f"area.kind-{area.kind}"],
        "name": scene.place(area),
        "lead": sentence,
        "facts": _key_figures(whole, area, chosen),
        "compare": of_area(scene, area, chosen),
        "themes": tuple((each, figures.get(each.anchor)) for each in tables(scene, area)),
        "events": area_story.events(scene, area),
        "turnover": area_story.turnover(scene, area),
        "members": _members(scene, area),
        "map": area_map(scene, area),
        "particulars": tuple(_particulars(scene, area)),
        "regions": tuple(_regions(scene, area)),
        "note": scene.text(area.note),
        "sources": _sources(scene, area),
    }
    return Draft(
        language=scene.language,
        address=f"areas/{area.id}/",
        template="area",
        title=scene.place(area),
        description=sentence,
        view=view,
        figures=tuple(figures.values()),
        subject=_subject(whole, area, chosen),
    )


def _subject(scene: Scene, area: Area, chosen: Sequence[Indicator]) -> Subject:
    """Say in a few words the first of the figures that tell most of an area."""
    told = ((each, latest(scene.facts[each.id][area.id])) for each in chosen)
    best = next(((each, fact) for each, fact in told if fact is not None), None)
    source = None if best is None else source_of(scene, best[1])
    signer, day = signed(scene, source)
    when = "" if best is None else scene.when(best[1].shown)
    name = "" if best is None else scene.text(best[0].name)
    package = next((each.name for each in scene.catalog.packages if each.profile == "geography"), "")
    return Subject(
        title=scene.place(area),
        kicker=scene.say[f"area.kind-{area.kind}"],
        value="" if best is None else scene.measured(best[1].shown, best[0]),
        label=scene.say["area.empty"] if best is None else scene.say("area.key", name=name, when=when),
        credit=signer,
        day=day,
        sources=lines_of(scene, (source, scene.catalog.sources.get(area.source))),
        citation=citation(scene, scene.place(area), package, when=when),
        imprint=scene.imprint,
        file=file_of(scene, package, "areas"),
    )


def _with_computed(scene: Scene, area: Area) -> Scene:
    """Let an area of today have the past that was computed for it, where there is one."""
    if not area.is_current:
        return scene
    return replace(scene, facts={each.id: known(scene, each) for each in scene.catalog.indicators.values()})


def _key_figures(scene: Scene, area: Area, chosen: Sequence[Indicator]) -> tuple[KeyFigure, ...]:
    figures = []
    for indicator in chosen:
        fact = latest(scene.facts[indicator.id][area.id])
        if fact is not None:
            when = scene.when(fact.shown)
            when = (
                scene.say("area.key", name=when, when=scene.say["mark.computed"])
                if is_computed(fact)
                else when
            )
            label = scene.say("area.key", name=scene.text(indicator.name), when=when)
            value = scene.measured(fact.shown, indicator)
            figures.append(KeyFigure(value, label, scene.indicator(indicator).href))
    return tuple(figures)


def _figures(scene: Scene, area: Area, chosen: Sequence[Indicator]) -> dict[str, Figure]:
    """Draw the chosen indicators, by theme; below stands what is computed."""
    figures = {}
    for each in chosen:
        chart = plots.trend(scene, each, area.id)
        if chart is not None:
            computed = any(is_computed(fact) for fact in scene.facts[each.id][area.id])
            figures[each.package] = Figure(
                chart,
                plots.computed_note(scene, area, members=False) if computed else "",
                embed=embed_path(scene.language, f"areas/{area.id}/", each.id),
                credit=credit(scene, source_of(scene, latest(scene.facts[each.id][area.id]))),
            )
    return figures


def _members(scene: Scene, area: Area) -> tuple[AreaEntry, ...]:
    """List the members of a region; for a country its regions, then the units of today."""
    every = scene.catalog.areas
    if area.kind == "region":
        return tuple(entry(scene, every[each]) for each in members_of(scene.catalog, area.id))
    if area.kind == "country":
        inside = [each for each in every.values() if each.is_current and each.kind != "country"]
        return tuple(entry(scene, each) for each in sorted(inside, key=lambda each: each.kind != "region"))
    return ()


def _particulars(scene: Scene, area: Area) -> Iterator[tuple[str, str]]:
    yield scene.say["area.col-full-name"], scene.text(area.full_name)
    yield scene.say["area.col-kind"], scene.say[f"area.kind-{area.kind}"]
    yield scene.say["area.col-code"], area.code if area.code else scene.say["area.no-code"]
    yield scene.say["area.col-validity"], area_story.validity(scene, area)


def _regions(scene: Scene, area: Area) -> Iterator[tuple[Link, str, str]]:
    """Yield every region the area belongs to, when that region exists, and what is to be said of it."""
    notes = {each.region: scene.text(each.note) for each in scene.catalog.memberships if each.area == area.id}
    for region in regions_of(scene.catalog, area.id):
        yield scene.area(region), area_story.validity(scene, scene.catalog.areas[region]), notes[region]


def _sources(scene: Scene, area: Area) -> tuple[SourceLine, ...]:
    """Show where the boundary and the memberships are known from; figures name theirs on their own pages."""
    memberships = [each.source for each in scene.catalog.memberships if area.id in {each.area, each.region}]
    changes = [each.source for each in scene.catalog.changes if area.id in {each.from_area, each.to_area}]
    return scene.sources(each for each in (area.source, *changes, *memberships) if each)
