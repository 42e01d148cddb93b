"""Addresses that may become links: http or https, a host with a name, nobody's credentials."""

import re
from typing import Final
from urllib.parse import urlsplit

_LONGEST: Final = 2000
_SCHEMED = re.compile(r"\s*[\x00-\x20]*([A-Za-z][A-Za-z0-9+.-]*)\s*:")
_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{1,62}\.?")
_ACTIVE: Final = frozenset(
    {
        *(
            "javascript",
            "data",
            "vbscript",
            "file",
            "blob",
            "filesystem",
            "jar",
            "about",
            "chrome",
            "view-source",
        ),
        *(
            "ms-word",
            "ms-excel",
            "ms-powerpoint",
            "intent",
            "smb",
            "ftp",
            "gopher",
            "dict",
            "ldap",
            "ssh",
            "ws",
            "wss",
        ),
    }
)


def is_web(address: str) -> bool:
    """Whether `address` may become a link."""
    if len(address) > _LONGEST or re.search(r"[\s\x00-\x20\\<>\"`{}|^\x7f-\x9f]", address):
        return False
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    if parts.scheme.lower() not in ("http", "https") or not address[len(parts.scheme) :].startswith("://"):
        return False
    return "@" not in parts.netloc and host is not None and _HOST.fullmatch(host) is not None


def is_plain_http(address: str) -> bool:
    """Whether a sound address is not encrypted."""
    return address.lower().startswith("http:")


def is_active(cell: str) -> bool:
    """Whether a cell is an address that would run or open something other than a web page."""
    found = _SCHEMED.match(re.sub(r"[\t\n\r]", "", cell))
    if found is None or found.group(1).lower() not in _ACTIVE:
        return False
    rest = re.sub(r"[\t\n\r]", "", cell)[found.end() :]
    return rest[:1] not in ("", " ")


def is_address(cell: str) -> bool:
    """Whether a cell is written as a web address."""
    return re.match(r"\s*https?:", cell, re.IGNORECASE) is not None
