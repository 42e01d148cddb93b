"""Words of owners: whoever wrote them, in whatever language, they come out inert."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

from build_scripts.model import Package, Text
from build_scripts.present.scene import Scene

_TAGS: Final = {
    *("p", "br", "em", "strong", "s", "code", "pre", "blockquote", "ul", "ol", "li", "a", "hr"),
    *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
_KEPT_SIGNS: Final = "\n\t"
_TURNING: Final = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, 0xFEFF}
_WEB = re.compile(r"https?://[^\s/@?#]+\.[^\s/@?#]+(?:[/?#]\S*)?", re.IGNORECASE)
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


@dataclass(frozen=True, slots=True)
class Phrase:
    """An owner's words; `lang` is what a `lang` attribute must say: `None` none, "" that nobody knows the language."""

    text: str | Markup
    lang: str | None = None


def clean(text: str) -> str:
    """Keep printable signs only: no control signs, nothing that turns the reading direction."""
    if text.isprintable():
        return text
    kept = (sign for sign in text if ord(sign) not in _TURNING)
    return "".join(
        sign if sign in _KEPT_SIGNS or unicodedata.category(sign) not in ("Cc", "Cs") else " "
        for sign in kept
    )


def rendered(markdown: str) -> Markup:
    """Render an owner's Markdown: no HTML of theirs, no picture, no address but http and https."""
    safe = nh3.clean(
        _html(markdown),
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel="noopener nofollow",
    )
    return Markup(safe)  # noqa: S704 - sanitised in the line above


def _html(markdown: str) -> str:
    """Markdown as HTML, headings two levels down, of pictures the words that stand for them."""
    tokens = _MARKDOWN.parse(clean(markdown))
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1]) + 2, 6)}"
        for inside in token.children if token.children is not None else ():
            if inside.type == "image":
                inside.type = "text"
    return str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))


def plain(markdown: str) -> str:
    """The words of an owner's Markdown on one line, without marks."""
    text = nh3.clean(_html(markdown), tags=set())
    return " ".join(Markup(text).unescape().split())  # noqa: S704 - unescaped to text, escaped again where it is shown


def shortened(text: str, longest: int) -> str:
    """Cut a text on one line between words, or within a word that is too long by itself."""
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0] + "…"


def address(text: str) -> str:
    """An address that may become a link, else ""."""
    return text if _WEB.fullmatch(text) is not None else ""


def phrase(scene: Scene, package: Package, text: Text) -> Phrase:
    """Say an owner's text in the page's language where there is a version in it, else as it is, its language marked."""
    return Phrase(clean(scene.text(text)), language_of(scene, package, text))


def language_of(scene: Scene, package: Package, text: Text) -> str | None:
    """The `lang` attribute for an owner's text."""
    if text.vi != text.en or scene.language in package.languages:
        return None
    return package.languages[0] if package.languages else ""
