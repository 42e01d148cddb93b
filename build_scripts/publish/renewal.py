"""Pages that MkDocs has made before are not given to it again, as long as all that they are made of is the same."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from build_scripts.ground.kept import Kept, key_of, packed, unpacked
from build_scripts.model import HOMES, Language
from build_scripts.publish.files import merge, prune, write_changed
from build_scripts.publish.fulltext import Record, record_of
from build_scripts.publish.mkdocs import run_mkdocs
from build_scripts.publish.theme import Wear, worn

_BODY: Final = b"\nbody: "
"""What only generated pages have in their front matter."""


@dataclass(frozen=True, slots=True)
class Home:
    """A language's pages: its configuration, where they are staged and under which names, and where MkDocs puts them."""

    language: Language
    config: Path
    docs: Path
    names: frozenset[str]
    made: Path


@dataclass(frozen=True, slots=True)
class Seen:
    """What the index of the text and the style sheet need to know of a finished page."""

    record: Record | None
    wear: Wear


class _Plan:
    """What MkDocs has to do for a home: `missing` pages, or everything."""

    def __init__(self, home: Home, kept: Kept | None) -> None:
        self.home, self.kept = home, kept
        self.pages = sorted(each for each in home.names if each.endswith(".md"))
        own: dict[str, bytes] = {}
        sums = {each: _sum(home, each, own) for each in self.pages}
        others = [_sum(home, each, {}) for each in sorted(home.names) if not each.endswith(".md")]
        shared: list[str | bytes] = [
            home.config.read_bytes(),
            "\n".join(sorted(home.names)),
            _titles(home, own),
        ]
        every = "".join(sums[each] for each in own)
        self.keys = {
            page: key_of("page", *shared, page, every if page in own else sums[page]) for page in self.pages
        }
        self.rest = key_of("rest", *shared, *others)
        there = {each for each, key in self.keys.items() if kept is not None and kept.has(key)}
        self.missing = [each for each in self.pages if each not in there]
        lacks_own = any(each in own for each in self.missing)
        self.all = kept is None or not kept.has(self.rest) or lacks_own or len(there) < len(self.missing)

    def begin(self) -> dict[Path, Path]:
        """Say what MkDocs is to build: nothing, everything, or what is missing and what the navigation names."""
        self.home.made.mkdir(exist_ok=True)
        if self.all:
            return {self.home.config: self.home.made}
        if not self.missing:
            return {}
        settings: Any = yaml.safe_load(self.home.config.read_text("utf-8"))
        part = self.home.config.with_name(f"part-{self.home.language}")
        wanted = {*self.missing, *(each for each in _named(settings["nav"]) if each in self.home.names)}
        prune(part, wanted)
        for each in sorted(wanted):
            write_changed(part / each, _read(self.home, each))
        config = self.home.config.with_name(f"{part.name}.yml")
        said = yaml.safe_dump({**settings, "docs_dir": part.name}, allow_unicode=True, sort_keys=False)
        config.write_text(said, encoding="utf-8")
        return {config: self.home.made}

    def finish(self, site: Path) -> list[Seen] | None:
        """Put every page into the site; `None` when something that was kept is damaged."""
        made = self.pages if self.all else self.missing
        seen = [self._keep(each) for each in made]
        if self.all:
            self._keep_rest(made)
            merge(self.home.made, site / HOMES[self.home.language])
            return seen
        for each in made:
            place = _address(each)
            write_changed(site / HOMES[self.home.language] / place, (self.home.made / place).read_bytes())
        taken = [self._take(each, site) for each in self.pages if each not in set(made)]
        rest = unpacked(self.kept.get(self.rest)) if self.kept is not None else None
        if rest is None or None in taken:
            return None
        for path, data in rest:
            target = site / HOMES[self.home.language] / path
            if not target.exists():
                write_changed(target, data)
        return [*seen, *(each for each in taken if each is not None)]

    def _keep(self, page: str) -> Seen:
        """Look at a page that MkDocs made, and keep it."""
        place = _address(page)
        html = (self.home.made / place).read_bytes()
        seen = look(f"{HOMES[self.home.language]}{place}", html.decode("utf-8"))
        if self.kept is not None:
            self.kept.put(self.keys[page], packed([("seen", _told(seen)), ("html", html)]))
        return seen

    def _keep_rest(self, pages: Iterable[str]) -> None:
        if self.kept is None:
            return
        places = {_address(each) for each in pages}
        files = sorted(path for path in self.home.made.rglob("*") if path.is_file())
        named = ((path.relative_to(self.home.made).as_posix(), path) for path in files)
        self.kept.put(
            self.rest, packed((name, path.read_bytes()) for name, path in named if name not in places)
        )

    def _take(self, page: str, site: Path) -> Seen | None:
        found = unpacked(self.kept.get(self.keys[page])) if self.kept is not None else None
        if found is None or [name for name, _ in found] != ["seen", "html"]:
            return None
        write_changed(site / HOMES[self.home.language] / _address(page), found[1][1])
        return _heard(found[0][1])


def renew(homes: Sequence[Home], site: Path, kept: Kept | None, jobs: int) -> list[Seen]:
    """Make the pages of every home in `site`, and tell what there is to know of them.

    Raises:
        SiteError: MkDocs refused a page.
    """
    plans = [_Plan(each, kept) for each in homes]
    run_mkdocs({config: made for each in plans for config, made in each.begin().items()}, jobs)
    seen: list[Seen] = []
    for plan in plans:
        found = plan.finish(site)
        if found is None:
            plan.all = True
            run_mkdocs(plan.begin(), jobs)
            found = plan.finish(site)
        seen += () if found is None else found
    return seen


def look(path: str, html: str) -> Seen:
    """See what a finished page says and wears; `path` is where it lies in the site."""
    return Seen(record_of(path, html), worn([html]))


def _address(page: str) -> str:
    """Where MkDocs puts a page."""
    name = page.removesuffix(".md")
    return f"{name}.html" if name == "index" or name.endswith("/index") else f"{name}/index.html"


def _read(home: Home, name: str) -> bytes:
    return (home.docs / name).read_bytes()


def _sum(home: Home, name: str, own: dict[str, bytes]) -> str:
    """The digest of a staged file; pages that were not generated are gathered in `own`."""
    data = _read(home, name)
    if _BODY not in data:
        own[name] = data
    return hashlib.sha256(data).hexdigest()


def _titles(home: Home, own: dict[str, bytes]) -> str:
    """What the navigation may show of the pages it names."""
    settings: Any = yaml.safe_load(home.config.read_text("utf-8"))
    heads = (own[each] if each in own else _title(_read(home, each)) for each in _named(settings["nav"]))
    return "\n".join(each.decode("utf-8", "replace") for each in heads)


def _title(page: bytes) -> bytes:
    return next((line for line in page.split(b"\n") if line.startswith(b"title: ")), b"")


def _named(nav: Iterable[Any]) -> Iterator[str]:
    """Yield the pages that a navigation names."""
    for entry in nav:
        if isinstance(entry, str):
            yield entry
        elif isinstance(entry, list):
            yield from _named(entry)
        elif isinstance(entry, dict):
            yield from _named(entry.values())


def _told(seen: Seen) -> bytes:
    wear = seen.wear
    lists = [sorted(wear.classes), sorted(wear.attributes), sorted(wear.properties)]
    return json.dumps([seen.record, *lists], ensure_ascii=False).encode()


def _heard(data: bytes) -> Seen | None:
    """Read what was told of a page; `None` for what is no such thing."""
    try:
        record, classes, attributes, properties = json.loads(data)
        wear = Wear(
            frozenset(classes), frozenset((one, two) for one, two in attributes), frozenset(properties)
        )
        return Seen(None if record is None else (str(record[0]), str(record[1])), wear)
    except (ValueError, TypeError, IndexError):
        return None
