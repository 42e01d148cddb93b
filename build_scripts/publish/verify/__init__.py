"""A finished site looked over once more before the world sees it: whole, without a dead link, asking nobody, not too large."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from build_scripts.publish.verify.fault import Fault
from build_scripts.publish.verify.leads import Map, led
from build_scripts.publish.verify.page import read_page
from build_scripts.publish.verify.whole import altered, oversized, unkept

__all__ = ["Fault", "verify"]


def verify(site: Path, root: Path | None = None, jobs: int = 1) -> tuple[Fault, ...]:
    """List what must be mended before `site` is published, by file.

    With the `root` of the portal, also what its ledger says was published and is there no more. At most `jobs`
    processes read pages at once.
    """
    files = tuple(sorted(path for path in site.rglob("*") if not path.is_dir() or path.is_symlink()))
    names = frozenset(path.relative_to(site).as_posix() for path in files)
    found = [*altered(site, names), *oversized(site, files), *_pages(site, names, jobs)]
    if root is not None:
        found += unkept(site, root)
    return tuple(sorted(found, key=lambda each: (each.file, each.code, each.value)))


def _pages(site: Path, names: frozenset[str], jobs: int) -> Iterator[Fault]:
    read = [each for each in sorted(names) if each.endswith((".html", ".css"))]
    with ProcessPoolExecutor(jobs) as pool:
        pages = tuple(pool.map(read_page, [site] * len(read), read, chunksize=50))
    home = next((each.canonical for each in pages if each.path == "index.html"), "")
    way = Map(home, names, {each.path: each.ids for each in pages})
    for page in pages:
        yield from page.faults
        yield from led(page, way)
