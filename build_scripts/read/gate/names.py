"""Names that a file system, Windows or the site itself has another use for."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

_DEVICES: Final = frozenset(
    {
        "con",
        "prn",
        "aux",
        "nul",
        "conin$",
        "conout$",
        *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
    }
)
_ROUTES: Final = frozenset(
    {
        *(
            "en",
            "vi",
            "index",
            "404",
            "data",
            "datasets",
            "api",
            "assets",
            "search",
            "compare",
            "charts",
            "embed",
        ),
        *(
            "share",
            "static",
            "admin",
            "feed",
            "sitemap",
            "robots",
            "favicon",
            "cname",
            "pagefind",
            "stylesheets",
        ),
        *("javascripts", "fonts", "site", "build", "docs", "portal", "datapackages", "datapackage"),
    }
)
_PROGRAMS: Final = frozenset(
    {"constructor", "prototype", "hasownproperty", "tostring", "valueof", "tolocalestring", "isprototypeof"}
)
_LONGEST: Final = 100


def is_device(path: str) -> bool:
    """Whether Windows would take a part of `path` for a device."""
    return any(part.split(".")[0].strip().lower() in _DEVICES for part in path.split("/"))


def is_route(name: str) -> bool:
    """Whether the site has a use of its own for `name` in its addresses."""
    return name.lower() in _ROUTES


def collisions(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each name that is the same as an earlier one where case and composition make no difference, with that one."""
    seen: dict[str, str] = {}
    for name in names:
        other = seen.setdefault(folded(name), name)
        if other != name:
            yield name, other


def folded(name: str) -> str:
    """A name as file systems compare it that know neither capitals nor compositions."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name).casefold())


def is_unsafe_column(name: str) -> bool:
    """Whether a column's name breaks programs that use names as keys, print them, or run them."""
    if not name.strip() or len(name) > _LONGEST or name != name.strip():
        return True
    if name.lower() in _PROGRAMS or re.fullmatch(r"__\w*__", name):
        return True
    if unicodedata.normalize("NFKC", name)[0] in "=+@-|":
        return True
    return re.search(r"[<>\x00-\x1f\x7f`]|\{\{|\{%|\$\{", name) is not None
