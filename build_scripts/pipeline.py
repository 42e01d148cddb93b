"""The whole program on one page: load, draft, draw, publish."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from build_scripts.compute.differences import differences, flips
from build_scripts.ground.kept import Kept
from build_scripts.model import LANGUAGES, Artifact, Card, Catalog, Copy, Language, Made, Problem, Written
from build_scripts.model.holding import let_go
from build_scripts.present.difference import Change, turn
from build_scripts.present.ledger import addresses, unreleased
from build_scripts.present.page import Draft, worded
from build_scripts.present.pages.datasets import dataset_copies
from build_scripts.present.pages.rules import Handbook
from build_scripts.present.scene import Scene
from build_scripts.present.search import search_pages
from build_scripts.present.standards.edition import both, editions
from build_scripts.present.terms import Lexicon
from build_scripts.publish import Content, SiteError, imprint, publish, reword, written_pages
from build_scripts.publish.archive import README, Remarks, archive
from build_scripts.publish.releases import record
from build_scripts.read import CODES, Reading, end, load
from build_scripts.read.gate.limits import LIMITS
from build_scripts.read.rules import RULES
from build_scripts.work import (
    Call,
    Stage,
    Unit,
    card,
    drafts_of,
    file_units,
    finished,
    hands,
    listed,
    page_units,
    remembering,
    scenes_of,
    stage_of,
    watched,
)  # fmt: skip

Progress = Callable[[str, int, int], None]
"""Told the step (a key of the command line's words), how much is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: the folder that holds `datapackages/`, where the site goes, how many processes may work at once.

    `zipped` asks for the whole site as an archive in it too; `call` calls others to do the work. Where it will be built
    `again`, what checks packages is kept ready. What was made before is `kept`, and not made again.
    """

    root: Path
    out: Path
    jobs: int
    zipped: bool = False
    call: Call | None = None
    again: bool = False
    kept: Kept | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of building: whether there is a site, and what the check found."""

    built: bool
    problems: tuple[Problem, ...]
    verdicts: tuple[tuple[str, bool], ...]


def build(order: Order, progress: Progress) -> Outcome:
    """Check every package and, if all are sound, build the whole site; all or nothing."""
    reading = load(order.root, partial(progress, "read"), kept=order.kept)
    outcome = Outcome(reading.catalog is not None, reading.problems, reading.verdicts)
    if reading.catalog is not None:
        if not order.again:
            end()
        content = _content(order, stage_for(order.root, reading.catalog, reading.verdicts), progress)
        del reading  # only what makes the content holds the catalog, and lets go of it when all is made
        publish(order.root, order.out, content, lambda step: progress(step, 0, 0), order.jobs)
    return outcome


def _content(order: Order, stage: Stage, progress: Progress) -> Content:
    """What the site is made of, made as it is asked for."""
    copies = tuple(dataset_copies(stage.catalog, stage.scenes[0].imprints))
    seen = stage if order.kept is None else watched(stage)
    return Content(
        files=readme(stage.scenes) if order.zipped else (),
        made=_let_go(_made(order, seen, progress, Told(copies))),
        finish=partial(_finish, order, stage.lexicons, remarks_of(stage.scenes), progress),
        copies=copies,
        kept=order.kept,
    )


def _let_go(made: Iterable[Made]) -> Iterator[Made]:
    """Pass on all that is made; after it nobody needs the catalog."""
    yield from made
    let_go()


class Told:
    """What is told of the site while it is made: its pages, and the paths of its files."""

    def __init__(self, copies: Collection[Copy]) -> None:
        """Begin with the files that lie on disk already."""
        self._cards: dict[Unit, tuple[Card, ...]] = {}
        self.paths = [each.path for each in copies]

    @property
    def cards(self) -> list[Card]:
        """The pages, in the order of the units that were expected."""
        return [each for cards in self._cards.values() for each in cards]

    def expect(self, units: Iterable[Unit]) -> None:
        """Be told of units in the order in which they count, whichever is made first."""
        self._cards |= dict.fromkeys(units, ())

    def heard(self, unit: Unit, made: Made) -> Made:
        """Listen to what was made, and pass it on."""
        self._cards[unit] = made.cards
        self.paths += (each.path for each in made.files)
        return made


def _made(order: Order, stage: Stage, progress: Progress, told: Told) -> Iterator[Made]:
    """Do all the work: downloads first, for pages tell their sizes; last the pages that find the others."""
    work, names = remembering(hands(order.call), order.kept), [each.name for each in stage.catalog.packages]
    offers = {**stage.scenes[0].offers, **dict.fromkeys(names, ())}
    for number, shelf in enumerate(work(stage, [Unit("shelf", name) for name in names], ()), start=1):
        progress("shelve", number, len(names))
        offers[shelf.unit.thing] = shelf.offers
        yield told.heard(shelf.unit, shelf.made)
    units = [Unit("whole"), *page_units(stage.catalog), *file_units(stage.catalog)]
    told.expect(units)
    for number, each in enumerate(work(stage.offering(offers), units, ()), start=1):
        progress("draft", number, len(units))
        yield told.heard(each.unit, each.made)
    written = tuple(written_pages(order.root.resolve()))
    yield told.heard(Unit("search"), finished(stage, search_pages(stage.scenes, listed(told.cards), written)))
    ensure_kept(stage.catalog, addresses(told.cards, told.paths))


def _finish(
    order: Order,
    lexicons: Mapping[Language, Lexicon],
    remarks: dict[Language, Remarks],
    progress: Progress,
    site: Path,
) -> None:
    """Explain words on hand-written pages, and pack the site, if that is asked for."""
    reword(order.root, site, lambda language, place, text: worded(place, text, lexicons[language]))
    if order.zipped:
        progress("zip", 0, 0)
        archive(site, remarks)


def stage_for(root: Path, catalog: Catalog, verdicts: tuple[tuple[str, bool], ...]) -> Stage:
    """Set the stage for what was read below `root`."""
    scenes = scenes_of(catalog, {each: imprint(root.resolve(), each) for each in LANGUAGES})
    return stage_of(scenes, verdicts, handbook())


def release(root: Path, progress: Progress) -> tuple[Reading, tuple[str, ...]]:
    """Write down each version that is not yet in the ledger, and every address; tell the versions."""
    reading = load(root, partial(progress, "read"))
    if reading.catalog is None:
        return reading, ()
    stage = stage_for(root, reading.catalog, reading.verdicts)
    told = Told(tuple(dataset_copies(reading.catalog, stage.scenes[0].imprints)))
    for _ in _made(Order(root, root, 1), stage, progress, told):
        pass  # only what it is called matters here
    found = unreleased(editions(reading.catalog, stage.scenes[0].imprints), reading.catalog.releases)
    return reading, record(root, found, addresses(told.cards, told.paths))


def ensure_kept(catalog: Catalog, there: Collection[str]) -> None:
    """Raise `SiteError` when something that was published has no address any more."""
    gone = sorted(set(catalog.addresses) - set(there))
    if gone:
        told = both("cli.vanished", count=str(len(gone)), addresses=", ".join(gone[:5]))
        raise SiteError("\n".join(told[each] for each in LANGUAGES))


def remarks_of(scenes: tuple[Scene, ...]) -> dict[Language, Remarks]:
    """Say what stands in the archive in the place of things that need a server."""
    return {each.language: Remarks(each.say["offline.chart"], each.say["offline.compare"]) for each in scenes}


def readme(scenes: tuple[Scene, ...]) -> Iterator[Artifact]:
    """Say beside the archive of the site how it is opened."""
    yield Artifact(README, "".join(f"{scene.say['offline.readme']}\n" for scene in scenes).encode())


def findable(
    drafts: tuple[Draft, ...], scenes: tuple[Scene, ...], written: tuple[Written, ...] = ()
) -> tuple[Draft, ...]:
    """Add the pages that find the others."""
    return (*drafts, *search_pages(scenes, listed([card(each) for each in drafts]), written))


def handbook() -> Handbook:
    """Gather everything the check asks for and can say, for the page that contributors read."""
    return Handbook(
        rules=tuple((rule.code, rule.doc) for rule in RULES),
        codes=tuple((code, each.message, each.remedy, each.severity) for code, each in CODES.items()),
        limits=tuple((limit.what, limit.most) for limit in LIMITS.values()),
    )


def compared(base: Catalog, head: Catalog) -> Change:
    """Set what one catalog says against what another one says, in both languages."""
    old, new = scenes_of(base), scenes_of(head)
    turned = flips(old[0].judgements.leading, new[0].judgements.leading)
    return Change(differences(base, head), tuple(turn(old, new, each) for each in turned))


def pages(
    scenes: tuple[Scene, ...], verdicts: tuple[tuple[str, bool], ...], progress: Progress
) -> Iterator[Draft]:
    """Draft every page in both languages."""
    stage = stage_of(scenes, verdicts, handbook())
    units = [Unit("whole"), *page_units(stage.catalog)]
    for number, unit in enumerate(units):
        progress("draft", number, len(units))
        yield from drafts_of(stage, unit)
