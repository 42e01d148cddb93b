"""The whole site as one file that works from a folder, without a server and without a network."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_scripts.model import HOMES, LANGUAGES, Language

PLACE = "download/site.zip"
"""Where the archive lies in the site."""
README = "download/README.txt"
"""What lies beside it; a site that has this has the archive too."""
_LEFT_OUT = re.compile(
    r"(en/)?(embed|pagefind|share)/|download/(site\.|README\.)|assets/vega\.js$|(en/)?(manifest\.webmanifest|sitemap\.xml(\.gz)?)$"
)
"""What only a server can bring to life, and what only other sites ask for."""
_PACKED = (".png", ".ico", ".woff2", ".zip", ".xlsx", ".parquet", ".gz")
"""Files that would not get smaller."""
_NEEDS_SERVER = ("compare/index.html", "take/index.html")
_MOMENT = (1980, 1, 1, 0, 0, 0)
_MODE = 0o644 << 16

_ADDRESS = re.compile(r'(?<=\s)(href|action)="([^"#?:]*)((?:[#?][^"]*)?)"')
_DROPPED = re.compile(
    r'<details class="fold embed">.*?</details>'
    r'|<div id="live"[^>]*></div>'
    r'|<meta http-equiv="Content-Security-Policy"[^>]*>'  # a folder has no origin that could be allowed
    r'|<link rel="(?:preload|manifest)"[^>]*>'
    r'|<link rel="alternate" type="application/atom\+xml"[^>]*>'
    r'|<meta (?:property="og:|name="twitter:)[^>]*>'
    r'|<p class="portal-footer__zip">.*?</p>',
    re.DOTALL,
)
_SPAN = re.compile(r'<span data-address="[^"]*">(.*?)</span>', re.DOTALL)
_BUTTON = re.compile(r"<button\b[^>]*\bdata-chart\b[^>]*>.*?</button>", re.DOTALL)
_ARTICLE = re.compile(r"<article\b[^>]*>")


@dataclass(frozen=True, slots=True)
class Remarks:
    """What is said in the place of a thing that needs a server, in one language, ready for HTML."""

    chart: str
    compare: str


def archive(site: Path, remarks: Mapping[Language, Remarks]) -> None:
    """Pack the finished `site` into its `download/site.zip`: the same site gives the same bytes."""
    target = site / PLACE
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_suffix(".new")
    with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for name, data in _files(site, remarks):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.create_system, entry.external_attr = 3, _MODE
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(_PACKED) else zipfile.ZIP_DEFLATED
            packed.writestr(entry, data)
    beside.replace(target)


def _files(site: Path, remarks: Mapping[Language, Remarks]) -> Iterator[tuple[str, bytes]]:
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    for name in names:
        if _LEFT_OUT.match(name):
            continue
        data = (site / name).read_bytes()
        if name.endswith(".html"):
            data = _loose(name, data.decode(), remarks[_language(name)]).encode()
        yield name, data


def _language(name: str) -> Language:
    homes = (each for each in LANGUAGES if HOMES[each] and name.startswith(HOMES[each]))
    return next(homes, LANGUAGES[0])


def _loose(name: str, page: str, said: Remarks) -> str:
    """Make a page that needs no server: addresses name files, what cannot work says so."""
    page = _DROPPED.sub("", page)
    page = _SPAN.sub(r"\1", page)
    page = _BUTTON.sub(f"<small>{said.chart}</small>", page)
    page = _ADDRESS.sub(lambda found: f'{found[1]}="{_file(found[2])}{found[3]}"', page)
    if name.removeprefix(HOMES[_language(name)]) in _NEEDS_SERVER:
        page = _ARTICLE.sub(lambda found: f'{found[0]}<p class="note">{said.compare}</p>', page, count=1)
    return page


def _file(address: str) -> str:
    """Name the file that a server would send for a folder."""
    last = address.rpartition("/")[2]
    if address == "" or last not in {"", ".", ".."}:
        return address
    return f"{address.rstrip('/')}/index.html"
