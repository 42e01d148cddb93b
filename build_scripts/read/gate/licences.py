"""The open licences: data and content that anyone may use, change and share (opendefinition.org)."""

import re
from collections.abc import Mapping
from typing import Any, Final

_OPEN: Final = (
    *(
        r"cc0(?:1(?:\.0)?)?",
        r"ccbysa(?:[1234]\.?[05]?)?[a-z]{0,3}",
        r"ccby(?:[1234]\.?[05]?)?[a-z]{0,3}",
        r"cczero",
    ),
    *(r"(?:odc)?pddl(?:1(?:\.0)?)?", r"odcby(?:1(?:\.0)?)?", r"(?:odc)?odbl(?:1(?:\.0)?)?", r"odccc0"),
    *(
        r"ogl(?:uk|canada)?(?:[123]\.?0?)?",
        r"ukogl(?:[123]\.?0?)?",
        r"oglcanada2\.0",
        r"dlde(?:by|zero)2[.]?0",
    ),
    *(r"nlod(?:[12]\.0)?", r"etalab2\.0", r"licenceouverte(?:2\.0)?", r"lo2\.0", r"iodl(?:2\.0)?", r"kogl1"),
    *(
        r"publicdomain",
        r"otherpd",
        r"pdm(?:1\.0)?",
        r"unlicense",
        r"wtfpl",
        r"fal1\.3",
        r"fal",
        r"gfdl(?:1\.[123])?(?:only|orlater)?",
    ),
    *(r"mit(?:0)?", r"0bsd", r"bsd[23]clause", r"apache2\.0", r"isc", r"zlib", r"mpl2\.0", r"eupl1\.[012]"),
    *(
        r"a?gpl[23]\.0(?:only|orlater|\+)?",
        r"lgpl(?:2\.1|3\.0)(?:only|orlater|\+)?",
        r"cdla(?:permissive|sharing)[12]\.0",
    ),
    *(
        r"cubl1\.0",
        r"cubl",
        r"nasaopen",
        r"usgov(?:ernment)?works?",
        r"ukcrownopen",
        r"otheropen",
        r"otherat",
    ),
)
_NAME = re.compile("|".join(_OPEN))
_CLOSED = re.compile(
    r"(?:^|[^a-z])(?:nc|nd)(?:[^a-z]|$)|non-?commercial|no-?deriv|all rights|bản quyền|không mở",
    re.IGNORECASE,
)
_PAGES = re.compile(
    r"https?://(?:www\.)?(?:creativecommons\.org/(?:licenses/by(?:-sa)?/|publicdomain/)"
    r"|opendatacommons\.org/licenses/(?:pddl|by|odbl)"
    r"|(?:www\.)?opendefinition\.org/licenses/(?:cc-by|cc-by-sa|cc-zero|odc-)"
    r"|(?:www\.)?nationalarchives\.gov\.uk/doc/open-government-licence"
    r"|(?:www\.)?govdata\.de/dl-de/(?:by|zero)-2-0"
    r"|(?:www\.)?etalab\.gouv\.fr/)",
    re.IGNORECASE,
)
_TITLES = re.compile(
    r"creative commons (?:zero|attribution(?: ?-? ?share ?-?alike)?(?: [1234]\.[05].*)?$|cc0)|^cc[ -]by(?:[ -]sa)?(?: |$)|public domain|"
    r"open (?:data commons|government licen[cs]e|database licen[cs]e)",
    re.IGNORECASE,
)


def is_open(licence: Mapping[str, Any]) -> bool:
    """Whether the name, else the address, else the title of a licence is that of an open one."""
    said = [str(licence[key]) for key in ("name", "path", "title") if isinstance(licence.get(key), str)]
    if any(_CLOSED.search(text) for text in said):
        return False
    name = licence.get("name")
    if isinstance(name, str) and name:
        return _is_open_name(name)
    path, title = licence.get("path"), licence.get("title")
    if isinstance(path, str) and _PAGES.match(path):
        return True
    return isinstance(title, str) and (_is_open_name(title) or _TITLES.search(title) is not None)


def _is_open_name(name: str) -> bool:
    short = re.sub(r"[\s_/-]", "", name.lower())
    return _NAME.fullmatch(short) is not None or _TITLES.search(name) is not None
