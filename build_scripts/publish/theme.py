"""The theme's style sheet: whole where pages are only staged, and cut down to what the finished pages wear."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import material

from build_scripts.model import Artifact

PLACE = "assets/theme.css"
"""Where it lies in the site, before the portal's own sheet."""
SHEETS = ("main.*.min.css", "palette.*.min.css")
"""Below the theme's `assets/stylesheets`: the names carry a hash that changes with each version."""
_NESTS = ("@media", "@supports", "@layer")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CHOICE = re.compile(r":(?:not|is|where|has)\([^()]*(?:\([^()]*\)[^()]*)*\)")
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
_CLASS = re.compile(r"\.((?:\\.|[\w-])+)")
_ATTRIBUTE = re.compile(r"\[(dir|data-md-[\w-]+)=\"?([\w-]+)\"?\]")
_WORN_CLASSES = re.compile(r"""\sclass=("[^"]*"|'[^']*'|[^\s"'>]+)""")
_WORN_ATTRIBUTES = re.compile(r'\s(dir|data-md-[\w-]+)="([^"]*)"')
_QUOTES = "\"'"
_USED = re.compile(r"var\(\s*(--[\w-]+)")
_DEFINED = re.compile(r"\s*(--[\w-]+)\s*:")


@dataclass(frozen=True, slots=True)
class Wear:
    """What the pages of a site have that a selector can ask for."""

    classes: frozenset[str]
    attributes: frozenset[tuple[str, str]]
    """Name and value, of `dir` and of the theme's own."""
    properties: frozenset[str]
    """Custom properties that the pages use themselves."""

    def fits(self, selector: str) -> bool:
        """Whether some page may have an element that `selector` means; what stands in brackets is no condition."""
        asked = _CHOICE.sub("", selector)
        classes = {each.replace("\\", "") for each in _CLASS.findall(_QUOTED.sub("", asked))}
        return classes <= self.classes and set(_ATTRIBUTE.findall(asked)) <= self.attributes


def theme_sheet() -> Artifact:
    """Everything the theme says, as one file; the same bytes every time."""
    folder = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
    sheets = (next(folder.glob(name)).read_text(encoding="utf-8") for name in SHEETS)
    return Artifact(PLACE, "".join(bare(sheet) for sheet in sheets).encode())


def bare(css: str) -> str:
    """The same rules without comments, indentation and empty lines."""
    return "\n".join(line.strip() for line in _COMMENT.sub("", css).splitlines() if line.strip())


def together(wears: Iterable[Wear]) -> Wear:
    """What all of them have."""
    found = list(wears)
    return Wear(
        frozenset[str]().union(*(each.classes for each in found)),
        frozenset[tuple[str, str]]().union(*(each.attributes for each in found)),
        frozenset[str]().union(*(each.properties for each in found)),
    )


def cut_theme(site: Path, wear: Wear) -> None:
    """Leave in the theme's sheet of a finished `site` only what its pages wear and its other sheets use."""
    place = site / PLACE
    others = (_USED.findall(_text(path)) for path in site.rglob("*.css") if path != place)
    used = wear.properties.union(*others)
    place.write_text(kept_properties(kept_rules(_text(place), wear), used), encoding="utf-8")


def _text(path: Path) -> str:
    """Read a file of the site; what others brought along may be in any encoding."""
    return path.read_text(encoding="utf-8", errors="replace")


def worn(pages: Iterable[str]) -> Wear:
    """What is found in the HTML of `pages`."""
    lists: set[str] = set()
    attributes: set[tuple[str, str]] = set()
    properties: set[str] = set()
    for page in pages:
        lists.update(_WORN_CLASSES.findall(page))
        attributes.update(_WORN_ATTRIBUTES.findall(page))
        properties.update(_USED.findall(page))
    classes = frozenset(name for each in lists for name in each.strip(_QUOTES).split())
    return Wear(classes, frozenset(attributes), frozenset(properties))


def kept_rules(css: str, wear: Wear) -> str:
    """Drop every selector that fits no page, and every rule that this leaves without selectors."""
    kept = []
    for head, body in _rules(css):
        if head.startswith(_NESTS):
            inside = kept_rules(body, wear)
            kept += [f"{head}{{{inside}}}"] if inside else []
        elif head.startswith("@"):
            kept.append(f"{head}{{{body}}}" if body else head)
        else:
            wanted = [each for each in _parted(head, ",") if wear.fits(each)]
            kept += [f"{','.join(wanted)}{{{body}}}"] if wanted else []
    return "".join(kept)


def kept_properties(css: str, used: frozenset[str]) -> str:
    """Drop the definitions of custom properties that neither `css` nor `used` name, and what only they named."""
    less = _with_properties(css, used.union(_USED.findall(css)))
    return css if less == css else kept_properties(less, used)


def _with_properties(css: str, used: frozenset[str]) -> str:
    kept = []
    for head, body in _rules(css):
        if head.startswith(_NESTS):
            kept.append(f"{head}{{{_with_properties(body, used)}}}")
        elif head.startswith("@"):
            kept.append(f"{head}{{{body}}}" if body else head)
        else:
            named = ((each, _DEFINED.match(each)) for each in _parted(body, ";"))
            wanted = [each for each, name in named if name is None or name[1] in used]
            kept += [f"{head}{{{';'.join(wanted)}}}"] if any(each.strip() for each in wanted) else []
    return "".join(kept)


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield head and body of each rule; a statement such as `@charset` has no body."""
    start = 0
    while start < len(css):
        end = _until(css, start, "{;")
        head = css[start:end].strip()
        if css[end : end + 1] == "{":
            close = _until(css, end + 1, "}")
            yield head, css[end + 1 : close]
            end = close
        elif head:
            yield f"{head};", ""
        start = end + 1


def _parted(text: str, sign: str) -> Iterator[str]:
    """Yield what stands between the signs; one inside brackets or quotes parts nothing."""
    start = 0
    while start <= len(text):
        end = _until(text, start, sign)
        yield text[start:end]
        start = end + 1


def _until(css: str, start: int, signs: str) -> int:
    """Find the first of `signs` from `start` on that stands outside quotes and brackets; else the end."""
    depth, quote, place = 0, "", start
    while place < len(css):
        sign = css[place]
        if sign == "\\":
            place += 1
        elif quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif depth == 0 and sign in signs:
            return place
        elif sign in "([{":
            depth += 1
        elif sign in ")]}":
            depth -= 1
        place += 1
    return len(css)
