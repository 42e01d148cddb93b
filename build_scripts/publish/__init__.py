"""The only floor that writes: finished pages and files become a site, which takes the old one's place whole."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from build_scripts.model import LANGUAGES, Artifact, Copy
from build_scripts.publish.files import copy_in, ensure_safe, put, rewrite, write_missing
from build_scripts.publish.fulltext import write_fulltext
from build_scripts.publish.handwritten import reword
from build_scripts.publish.house import house_files
from build_scripts.publish.mkdocs import SiteError, run_mkdocs
from build_scripts.publish.settings import imprint, write_settings
from build_scripts.publish.staging import addresses, below, staged_pages, write_stage, written_pages
from build_scripts.publish.sums import write_sums
from build_scripts.publish.swap import clear, ensure_replaceable, restore, swap_in
from build_scripts.publish.theme import cut_theme
from build_scripts.publish.trial import trial
from build_scripts.publish.turn import turn

__all__ = [
    "Content",
    "SiteError",
    "imprint",
    "keep",
    "publish",
    "put",
    "reword",
    "rewrite",
    "trial",
    "written_pages",
]


@dataclass(frozen=True, slots=True)
class Content:
    """What a site is made of: `pages` (`vi/…/index.md`, `en/…`) and `files`, each read once.

    `copies` are files that lie on disk already and are too large to be held.
    `finish` is what remains to be done in the folder of the new site before it takes the old one's place.
    """

    pages: Iterable[Artifact]
    files: Iterable[Artifact] = ()
    finish: Callable[[Path], None] = field(default=lambda _: None)
    copies: Collection[Copy] = ()


def publish(root: Path, out: Path, content: Content, say: Callable[[str], None], jobs: int = 1) -> None:
    """Make the site of `content` in `out`; all of it or, with an error, nothing.

    `say` is told each step as it begins: stage, mkdocs, search, swap; and wait, when another build is at work.
    At most `jobs` processes work at once.

    Raises:
        SiteError: MkDocs refused a page, or `out` holds something that is not a portal. The old site stays.
        OSError: Something could not be read or written. The old site stays.
    """
    root, out = root.resolve(), out.resolve()
    with turn(root / "build", lambda: say("wait")):
        restore(out)
        ensure_replaceable(out)
        _publish(root, out, content, say, jobs)


def _publish(root: Path, out: Path, content: Content, say: Callable[[str], None], jobs: int) -> None:
    site_files = [*content.files, *house_files()]
    ensure_safe(site_files)
    ensure_safe(content.copies)

    staged = staged_pages(root, content.pages)
    say("stage")
    alone = addresses(staged["vi"]) ^ addresses(staged["en"])
    configs = {}
    names = [*(each.path for each in site_files), *(each.path for each in content.copies)]
    for language in LANGUAGES:
        write_stage(root / "build" / "docs" / language, staged[language], below(language, site_files))
        configs[language] = write_settings(
            root, language, frozenset(staged[language]), frozenset(alone), names
        )

    new = clear(out.with_name(out.name + ".new"))
    english = clear(out.with_name(out.name + ".new-en"))
    try:
        for each in (new, english):
            each.mkdir(parents=True)
        say("mkdocs")
        run_mkdocs({configs["vi"]: new, configs["en"]: english}, jobs)
        english.rename(new / "en")
        say("search")
        write_fulltext(new)
        write_missing(new, site_files)
        copy_in(new, content.copies)
        cut_theme(new)
        content.finish(new)
        write_sums(new)
        say("swap")
        swap_in(new, out)
    finally:
        clear(new)
        clear(english)


def keep(folder: Path, artifacts: Iterable[Artifact]) -> None:
    """Write `artifacts` into a new `folder`, whole or not at all.

    Raises:
        FileExistsError: `folder` is there already.
    """
    finished = tuple(artifacts)
    ensure_safe(finished)
    if folder.exists():
        raise FileExistsError(folder)
    beside = clear(folder.with_name(f".{folder.name}.new"))
    try:
        write_missing(beside, finished)
        beside.rename(folder)
    finally:
        clear(beside)
