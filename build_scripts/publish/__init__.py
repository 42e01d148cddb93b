"""The only floor that writes: finished pages and files become a site, which takes the old one's place whole."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Final

from build_scripts.ground.kept import Kept
from build_scripts.ground.sums import write_sums
from build_scripts.model import LANGUAGES, Artifact, Copy, Language, Made
from build_scripts.publish.files import copy_in, ensure_safe, put, put_in, rewrite, write_missing
from build_scripts.publish.fulltext import write_fulltext
from build_scripts.publish.handwritten import reword
from build_scripts.publish.house import house_files
from build_scripts.publish.mkdocs import SiteError
from build_scripts.publish.renewal import Home, look, renew
from build_scripts.publish.settings import imprint, write_settings
from build_scripts.publish.staging import Staging, addresses, written_pages
from build_scripts.publish.swap import clear, ensure_replaceable, restore, swap_in
from build_scripts.publish.theme import cut_theme, together
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

LOST: Final = "404.html"
"""The page for addresses that lead nowhere, which MkDocs makes unasked."""
HOME_ENDS: Final = tuple(f"-{each}" for each in LANGUAGES)
"""Beside the new site MkDocs makes the pages of each language in a folder of its own."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a site is made of: `pages` (`vi/…/index.md`, `en/…`), `files`, and both as they are `made`; each read once.

    `copies` are files that lie on disk already and are too large to be held.
    What was published before may be `kept`, so that it need not be made again.
    `finish` is what remains to be done in the folder of the new site before it takes the old one's place.
    """

    pages: Iterable[Artifact] = ()
    files: Iterable[Artifact] = ()
    made: Iterable[Made] = ()
    finish: Callable[[Path], None] = field(default=lambda _: None)
    copies: Collection[Copy] = ()
    kept: Kept | None = None

    def parts(self) -> Iterator[Made]:
        """Yield everything, piece by piece."""
        yield from (Made(pages=(each,)) for each in self.pages)
        yield from (Made(files=(each,)) for each in self.files)
        yield from self.made


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
    ensure_safe(content.copies)
    new, *homes = (clear(out.with_name(f"{out.name}.new{end}")) for end in ("", *HOME_ENDS))
    try:
        new.mkdir(parents=True)
        staging, names = Staging(root), [each.path for each in content.copies]
        for made in chain(content.parts(), [Made(files=house_files(content.kept))]):
            staging.put(made.pages)
            names += put_in(new, made.files)
        say("stage")
        staged = staging.close()
        configs = _settings(root, staged, names)
        say("mkdocs")
        languages = zip(LANGUAGES, configs, homes, strict=True)
        found = [
            Home(each, config, staging.folder(each), staged[each], home) for each, config, home in languages
        ]
        seen = renew(found, new, content.kept, jobs)
        say("search")
        write_fulltext(new, (each.record for each in seen if each.record is not None), content.kept)
        copy_in(new, content.copies)
        lost = (new / LOST).read_text("utf-8")
        cut_theme(new, together([look(LOST, lost).wear, *(each.wear for each in seen)]))
        content.finish(new)
        write_sums(new)
        staging.lend(new, dict.fromkeys(names))
        say("swap")
        swap_in(new, out)
    finally:
        for each in (new, *homes):
            clear(each)


def _settings(root: Path, pages: Mapping[Language, frozenset[str]], names: Collection[str]) -> list[Path]:
    """Write the configuration of each language; a page that only one has is told to both."""
    found = [addresses(pages[each]) for each in LANGUAGES]
    alone = frozenset(each for one in found for each in one if any(each not in other for other in found))
    return [write_settings(root, each, pages[each], alone, names) for each in LANGUAGES]


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
