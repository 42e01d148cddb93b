"""The whole program on one page: load, draft, draw, publish."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from build_scripts.compute.differences import differences, flips
from build_scripts.compute.facts import facts_of
from build_scripts.compute.geography.carried import carriages_of
from build_scripts.compute.geography.parts import Archive
from build_scripts.compute.progress import judgements
from build_scripts.model import LANGUAGES, Artifact, Catalog, Imprint, Language, Written
from build_scripts.present.api import api_files
from build_scripts.present.charts import draw
from build_scripts.present.difference import Change, turn
from build_scripts.present.ledger import addresses, unreleased
from build_scripts.present.numbers import Writer
from build_scripts.present.page import Draft, render, specifications, worded
from build_scripts.present.pages.areas import area_pages
from build_scripts.present.pages.changes import changes_pages
from build_scripts.present.pages.compare import compare_pages
from build_scripts.present.pages.conformance import conformance_pages
from build_scripts.present.pages.dataset.forms import form_files
from build_scripts.present.pages.datasets import dataset_copies, dataset_files, dataset_pages
from build_scripts.present.pages.documents import document_pages
from build_scripts.present.pages.glossary import glossary_pages
from build_scripts.present.pages.home import home_pages
from build_scripts.present.pages.indicator_list import indicator_list_pages
from build_scripts.present.pages.indicators import indicator_pages
from build_scripts.present.pages.programme import programme_pages
from build_scripts.present.pages.quality import quality_pages
from build_scripts.present.pages.rows import rows_pages
from build_scripts.present.pages.rules import Handbook, rules_pages
from build_scripts.present.pages.take import take_pages
from build_scripts.present.pages.target_list import target_list_pages
from build_scripts.present.pages.targets import target_pages
from build_scripts.present.say import speak
from build_scripts.present.scene import Scene
from build_scripts.present.search import search_pages
from build_scripts.present.service import service_files
from build_scripts.present.sharing.embed import embeds
from build_scripts.present.sharing.feed import feeds
from build_scripts.present.sharing.icons import icons
from build_scripts.present.sharing.picture import pictures
from build_scripts.present.standards.edition import both, editions
from build_scripts.present.terms import lexicon_of
from build_scripts.present.verdict import judgement_files
from build_scripts.publish import Content, SiteError, imprint, publish, reword, written_pages
from build_scripts.publish.archive import README, Remarks, archive
from build_scripts.publish.releases import record
from build_scripts.read import CODES, Reading, load
from build_scripts.read.gate.limits import LIMITS
from build_scripts.read.rules import RULES

Progress = Callable[[str, int, int], None]
"""Told the step (a key of the command line's words), how much is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: the folder that holds `datapackages/`, where the site goes, how many processes may work at once.

    `zipped` asks for the whole site as an archive in it too.
    """

    root: Path
    out: Path
    jobs: int
    zipped: bool = False


def build(order: Order, progress: Progress) -> Reading:
    """Check every package and, if all are sound, build the whole site; all or nothing."""
    reading = load(order.root, partial(progress, "read"))
    if reading.catalog is None:
        return reading
    imprints = {language: imprint(order.root.resolve(), language) for language in LANGUAGES}
    scenes = scenes_of(reading.catalog, imprints)
    written = tuple(written_pages(order.root.resolve()))
    drafts = findable(tuple(pages(scenes, reading.verdicts, progress)), scenes, written)
    drawings = draw(chain.from_iterable(draft.charts() for draft in drafts), partial(progress, "draw"))
    lexicons = {each.language: lexicon_of(reading.catalog, each.say) for each in scenes}
    finished = (render(draft, drawings, lexicons[draft.language]) for draft in drafts)
    lasting = tuple(kept(scenes))
    copies = tuple(dataset_copies(reading.catalog, scenes[0].imprints))
    ensure_kept(reading.catalog, addresses(drafts, (*lasting, *copies)))
    files = chain(
        specifications(drafts),
        lasting,
        embeds(drafts, drawings, imprints),
        pictures(drafts),
        icons(scenes),
        readme(scenes) if order.zipped else (),
    )

    def finish(site: Path) -> None:
        reword(order.root, site, lambda language, place, text: worded(place, text, lexicons[language]))
        if order.zipped:
            progress("zip", 0, 0)
            archive(site, remarks_of(scenes))

    content = Content(finished, files, finish, copies)
    publish(order.root, order.out, content, lambda step: progress(step, 0, 0), order.jobs)
    return reading


def release(root: Path, progress: Progress) -> tuple[Reading, tuple[str, ...]]:
    """Write down each version that is not yet in the ledger, and every address; tell the versions."""
    reading = load(root, partial(progress, "read"))
    if reading.catalog is None:
        return reading, ()
    scenes = scenes_of(reading.catalog, {each: imprint(root.resolve(), each) for each in LANGUAGES})
    written = tuple(written_pages(root.resolve()))
    drafts = findable(tuple(pages(scenes, reading.verdicts, progress)), scenes, written)
    copies = dataset_copies(reading.catalog, scenes[0].imprints)
    there = addresses(drafts, (*kept(scenes), *copies))
    ensure_kept(reading.catalog, there)
    found = editions(reading.catalog, scenes[0].imprints)
    return reading, record(root, unreleased(found, reading.catalog.releases), there)


def ensure_kept(catalog: Catalog, there: Collection[str]) -> None:
    """Raise `SiteError` when something that was published has no address any more."""
    gone = sorted(set(catalog.addresses) - set(there))
    if gone:
        told = both("cli.vanished", count=str(len(gone)), addresses=", ".join(gone[:5]))
        raise SiteError("\n".join(told[each] for each in LANGUAGES))


def kept(scenes: tuple[Scene, ...]) -> Iterator[Artifact]:
    """Make the files whose addresses people keep: downloads, the service, the feeds."""
    yield from dataset_files(scenes[0].catalog, scenes[0].imprints)
    yield from form_files(scenes[0].catalog)
    yield from judgement_files(scenes)
    yield from service_files(scenes[0].catalog, scenes[0].judgements, scenes[0].imprints)
    yield from api_files(scenes[0].catalog, scenes[0].facts, scenes[0].carriages)
    yield from feeds(scenes)


def remarks_of(scenes: tuple[Scene, ...]) -> dict[Language, Remarks]:
    """Say what stands in the archive in the place of things that need a server."""
    return {each.language: Remarks(each.say["offline.chart"], each.say["offline.compare"]) for each in scenes}


def readme(scenes: tuple[Scene, ...]) -> Iterator[Artifact]:
    """Say beside the archive of the site how it is opened."""
    yield Artifact(README, "".join(f"{scene.say['offline.readme']}\n" for scene in scenes).encode())


def scenes_of(catalog: Catalog, imprints: Mapping[Language, Imprint] | None = None) -> tuple[Scene, ...]:
    """Find out everything that pages say, once, and set it before each language."""
    facts = facts_of(catalog)
    carriages = carriages_of(Archive(catalog, facts))
    judged = judgements(catalog, facts)
    names = {} if imprints is None else imprints
    heads = tuple(names.get(each, Imprint()) for each in LANGUAGES)
    return tuple(
        Scene(catalog, facts, Writer(speak(each)), judged, carriages, names.get(each, Imprint()), heads)
        for each in LANGUAGES
    )


def findable(
    drafts: tuple[Draft, ...], scenes: tuple[Scene, ...], written: tuple[Written, ...] = ()
) -> tuple[Draft, ...]:
    """Add the pages that find the others."""
    return (*drafts, *search_pages(scenes, drafts, written))


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
    book = handbook()
    for number, scene in enumerate(scenes):
        progress("draft", number, len(scenes))
        yield from home_pages(scene)
        yield from target_pages(scene)
        yield from target_list_pages(scene)
        yield from programme_pages(scene)
        yield from indicator_pages(scene)
        yield from indicator_list_pages(scene)
        yield from area_pages(scene)
        yield from compare_pages(scene)
        yield from document_pages(scene)
        yield from dataset_pages(scene, verdicts)
        yield from conformance_pages(scene)
        yield from take_pages(scene)
        yield from rows_pages(scene)
        yield from changes_pages(scene)
        yield from quality_pages(scene)
        yield from glossary_pages(scene)
        yield from rules_pages(scene, book)
