"""Whether what a page leads to is there."""

import posixpath
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from build_scripts.publish.verify.fault import Fault
from build_scripts.publish.verify.page import Page

_INDEX = "index.html"
_ELSEWHERE = frozenset(("mailto", "tel", "data", "blob"))
_WITHIN = frozenset(("", "http", "https"))


@dataclass(frozen=True, slots=True)
class Map:
    """What is there: the address of the `home` page ("" when the site does not know it), all files, and their fragments."""

    home: str
    files: AbstractSet[str]
    fragments: Mapping[str, AbstractSet[str]]


def led(page: Page, way: Map) -> Iterator[Fault]:
    """Yield what `page` leads to or fetches that is not there, and what it fetches elsewhere."""
    for fetched, addresses in ((False, page.leads), (True, page.fetches)):
        for address in dict.fromkeys(addresses):
            code = _wrong(page.path, address, way, fetched=fetched)
            if code is not None:
                yield Fault(code, page.path, address)


def _wrong(path: str, address: str, way: Map, *, fetched: bool) -> str | None:
    """The code of what is wrong with one address on the page at `path`, if anything is."""
    if way.home and address.startswith(way.home):
        address = urlsplit(way.home).path + address.removeprefix(way.home)
    try:
        parts = urlsplit(address)
    except ValueError:
        return "broken"
    if parts.scheme in _ELSEWHERE or (parts.netloc and not fetched and parts.scheme in _WITHIN):
        return None
    if parts.scheme not in _WITHIN:
        return "scheme"
    if parts.netloc:
        return "foreign"
    return _missed(path, parts, way)


def _missed(path: str, parts: SplitResult, way: Map) -> str | None:
    """The code when a place on this site is not there."""
    target = _target(path, unquote(parts.path), urlsplit(way.home).path or "/")
    found = next((each for each in _candidates(target) if each in way.files), None)
    if found is None:
        return "broken"
    mark = unquote(parts.fragment).partition(":~:")[0]
    if mark and found.endswith(".html") and mark not in way.fragments.get(found, ()):
        return "fragment"
    return None


def _target(path: str, asked: str, base: str) -> str:
    """The path below the site that is asked for; one that leaves it begins with two dots."""
    if not asked:
        return path
    if asked.startswith("/"):
        relative = asked.removeprefix(base) if asked.startswith(base) else f"..{asked}"
    else:
        relative = posixpath.join(posixpath.dirname(path), asked)
    ending = "/" if relative.endswith("/") or not relative else ""
    return posixpath.normpath(relative or ".") + ending


def _candidates(target: str) -> Iterator[str]:
    """The files a plain server would give for it."""
    plain = target.rstrip("/")
    folder = "" if plain in {"", "."} else plain + "/"
    if not target.endswith("/"):
        yield target
    yield folder + _INDEX
