"""What a finished page says to a browser: where it leads, what it fetches, what it lets run."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from build_scripts.publish.verify.fault import Fault

_FETCHED: Final = {
    **dict.fromkeys(
        ("img", "script", "iframe", "source", "video", "audio", "embed", "track", "input"), "src"
    ),
    **dict.fromkeys(("use", "image"), "href"),
    "object": "data",
}
"""Tags that fetch something at once, and the attribute that names it."""
_LED: Final = {"a": "href", "area": "href", "form": "action"}
_FETCHING: Final = frozenset(
    ("stylesheet", "icon", "apple-touch-icon", "preload", "modulepreload", "prefetch", "manifest")
)
_REACHING: Final = frozenset(("preconnect", "dns-prefetch"))
_DATA: Final = frozenset(("application/json", "application/ld+json", "text/plain"))
"""Types of `script` that are not run."""
_UNSAFE: Final = frozenset(("'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:", "data:", "blob:"))
_URL: Final = re.compile(r"""url\(\s*(["']?)(.*?)\1\s*\)|@import\s+(["'])(.*?)\3""")


@dataclass(slots=True)
class Page:
    """A page or a style sheet: its path in the site, its fragments, where it leads and what it fetches, as written.

    `canonical` is the address that it says it has, or "".
    """

    path: str
    ids: set[str] = field(default_factory=set)
    leads: list[str] = field(default_factory=list)
    fetches: list[str] = field(default_factory=list)
    canonical: str = ""
    faults: list[Fault] = field(default_factory=list)

    def fault(self, code: str, value: str = "") -> None:
        """Add what is wrong here."""
        self.faults.append(Fault(code, self.path, value))


class _Reader(HTMLParser):
    """Fills in a page, tag by tag."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.policies: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {key: value or "" for key, value in attrs}
        page = self.page
        page.ids |= {named[key] for key in ("id", "name") if named.get(key) and (key == "id" or tag == "a")}
        for key in named:
            if key.startswith("on"):
                page.fault("inline", f"{key} ({tag})")
        if tag == "script":
            self._script(named)
        elif tag == "base":
            page.fault("base", named.get("href", ""))
        elif tag == "meta":
            self._meta(named)
        elif tag == "link":
            self._link(named)
        if (place := _LED.get(tag)) and place in named:
            page.leads.append(named[place])
        if (place := _FETCHED.get(tag)) and named.get(place):
            page.fetches.append(named[place])
        for part in filter(str.strip, named.get("srcset", "").split(",")):
            page.fetches.append(part.split()[0])

    def _script(self, named: dict[str, str]) -> None:
        if not self.policies:
            self.page.fault("policy-late")
        if "src" not in named and named.get("type", "") not in _DATA:
            self.page.fault("inline", "script")

    def _meta(self, named: dict[str, str]) -> None:
        said = named.get("content", "")
        key = (named.get("http-equiv") or named.get("property") or named.get("name") or "").lower()
        if key == "content-security-policy":
            self.policies.append(said)
        elif key == "refresh":
            self.page.leads.append(said.partition("=")[2])
        elif key in {"og:image", "twitter:image"}:
            self.page.leads.append(said)

    def _link(self, named: dict[str, str]) -> None:
        address, kinds = named.get("href", ""), set(named.get("rel", "").lower().split())
        if "canonical" in kinds:
            self.page.canonical = address
        if kinds & _REACHING:
            self.page.fault("foreign", address)
        (self.page.fetches if kinds & _FETCHING else self.page.leads).append(address)


def read_page(site: Path, path: str) -> Page:
    """Read the page or style sheet at `path` below `site`."""
    text = (site / path).read_text("utf-8", errors="replace")
    page = Page(path)
    if path.endswith(".css"):
        page.fetches += [found[2] or found[4] for found in _URL.finditer(text)]
        return page
    reader = _Reader(page)
    reader.feed(text)
    reader.close()
    if not reader.policies:
        page.fault("policy")
    for policy in reader.policies:
        _judge(page, policy)
    return page


def _judge(page: Page, policy: str) -> None:
    """Say where the policy lets scripts run that are no files of the site."""
    rules: dict[str, list[str]] = {}
    for each in filter(None, map(str.split, policy.lower().split(";"))):
        rules.setdefault(each[0], each[1:])
    allowed = rules.get("script-src", rules.get("default-src"))
    if allowed is None:
        page.fault("policy-scripts", policy)
        return
    for source in allowed:
        if source in _UNSAFE or "://" in source:
            page.fault("policy-scripts", source)
