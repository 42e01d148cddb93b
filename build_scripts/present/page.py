"""A page before it is drawn and after: drafts hold strings and charts, rendering makes bytes."""

import json
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from html import escape
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from build_scripts.model import HOMES, Artifact, Language
from build_scripts.present.charts import Chart
from build_scripts.present.compiled import compiled
from build_scripts.present.say import Say, speak
from build_scripts.present.sharing.mending import Mending, Place, mending
from build_scripts.present.sharing.subject import Subject, embed_path, picture_path, whereabouts
from build_scripts.present.terms import Lexicon, explained
from build_scripts.present.tongue import foreign, tongue

_BOX = re.compile(r'viewBox="\S+ \S+ (\S+) (\S+)"')


UNEXPLAINED = ("search",)
"""Pages that only list what others say."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart in its place on a page: what is drawn, what stands under it.

    `embed` is where it stands alone, relative to the site, and its own page's fragment is its name ("" for the first
    of a page); `credit` names its source.
    """

    chart: Chart
    note: str = ""
    embed: str = ""
    credit: str = ""

    @property
    def name(self) -> str:
        """What it is called among the charts of its page."""
        return self.embed.partition("#")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A page in one language, complete but for its drawings.

    `address` is the page's place below the language's root ("" for home, else ending in "/"); `view` holds only
    strings, figures, tuples and mappings of them; `figures` lists every figure in `view`.
    """

    language: Language
    address: str
    template: str
    title: str
    description: str
    view: Mapping[str, Any]
    figures: tuple[Figure, ...] = ()
    sparks: tuple[Chart, ...] = ()
    subject: Subject | None = None

    @property
    def path(self) -> str:
        """Where the page is staged for MkDocs."""
        return f"{self.language}/{self.address}index.md"

    def charts(self) -> Iterable[Chart]:
        """Yield every chart the page needs drawn."""
        yield from (figure.chart for figure in self.figures)
        yield from self.sparks


def render(draft: Draft, drawings: Mapping[str, str], lexicon: Lexicon | None = None) -> Artifact:
    """Finish a page: the template's HTML, carried in the front matter so that Markdown never touches it.

    The terms of `lexicon` can be opened where the page first says them.
    """
    say = speak(draft.language)
    depth = draft.address.count("/")
    template = environment().get_template(f"page/{draft.template}.html")
    body = template.render(
        page=draft.view,
        title=draft.title,
        address=draft.address,
        say=Words(say),
        lang=draft.language,
        to=partial(up, depth),
        file=partial(up, depth + HOMES[draft.language].count("/")),
        drawing=Drawings(drawings),
        subject=draft.subject,
        mending=None if draft.subject is None else _mending(draft, draft.subject, say),
        whole=None
        if draft.subject is None
        else whereabouts(draft.subject.imprint, draft.language, draft.address),
    )
    if lexicon is not None and draft.template not in UNEXPLAINED:
        body = worded(draft.address, body, lexicon)
    if draft.figures:
        body += _live(draft, Words(say))
    matter = {
        "template": "page.html",
        "title": escape(draft.title, quote=True),
        "description": escape(draft.description, quote=True),
    }
    if draft.subject is not None:
        matter["picture"] = picture_path(draft.language, draft.address)
        matter["picture_alt"] = escape(draft.subject.words, quote=True)
    matter["body"] = body
    lines = [f"{key}: {_quoted(value)}" for key, value in matter.items()]
    return Artifact(path=draft.path, data=("---\n" + "\n".join(lines) + "\n---\n").encode())


def _mending(draft: Draft, subject: Subject, say: Say) -> Mending:
    """Lead from a page to where it can be mended."""
    seen = f"{subject.value} ({subject.label})" if subject.value and subject.label else subject.value
    return mending(subject.imprint, say, Place(draft.address, draft.title, seen, subject.file))


def worded(address: str, body: str, lexicon: Lexicon) -> str:
    """Mark the glossary terms in the prose of the page at `address` and put their explanations behind it."""
    part: Any = environment().get_template("part/terms.html").module
    depth, say = address.count("/"), Words(lexicon.say)
    to, file = partial(up, depth), partial(up, depth + HOMES[say.say.language].count("/"))
    marked, entries = explained(body, lexicon, lambda entry: part.mark(entry, to, say))
    return f"{marked}{part.notes(entries, to, file, say)}" if entries else body


def _quoted(value: str) -> str:
    """Write a string that JSON and YAML read alike: YAML breaks lines at three signs that JSON does not escape."""
    written = json.dumps(value, ensure_ascii=False)
    for sign in "\x7f\x85\u2028\u2029":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return written


def up(depth: int, target: str) -> str:
    """Write an address below the root as seen from `depth` folders down."""
    path = "../" * depth + target
    return path if path else "./"


@dataclass(frozen=True, slots=True)
class Words:
    """Lets templates write `say('key', hole=value)`."""

    say: Say

    def __call__(self, key: str, **values: str) -> str:
        """Say a label, or a sentence with its holes filled."""
        return self.say(key, **values) if values else self.say[key]

    def lang(self, text: str, *, only_two: bool = True) -> Markup:
        """Write the `lang` attribute for a text in the other language, nothing for one in this."""
        spoken = foreign(text, self.say.language, only_two=only_two)
        return Markup("") if spoken is None else Markup(' lang="{}"').format(spoken)

    def heard(self, text: str, *, only_two: bool = True) -> Markup:
        """Write a text so that it is read aloud in the language it is in."""
        spoken = self.lang(text, only_two=only_two)
        return Markup("<span{}>{}</span>").format(spoken, text) if spoken else Markup.escape(text)


def _live(draft: Draft, say: Words) -> str:
    """Say once for all charts of a page what their interactive views need."""
    part: Any = environment().get_template("part/common.html").module
    home = HOMES[draft.language]
    file = partial(up, draft.address.count("/") + home.count("/"))
    return str(part.live(file(embed_path(draft.language, draft.address)), file("assets/vega.js"), say))


@dataclass(frozen=True, slots=True)
class Drawings:
    """Lets templates write `drawing(chart)`, and `drawing.height(chart, width, more)` for the room it takes."""

    drawn: Mapping[str, str]

    def __call__(self, chart: Chart) -> Markup:
        """Put the finished drawing of a chart in place."""
        return Markup(self.drawn[chart.key])  # noqa: S704 - our own SVG, text escaped by the renderer

    def height(self, chart: Chart, width: int, more: int = 0) -> str:
        """Tell how many pixels high a drawing is when it is so wide, with so many `more` for words below it."""
        found = _BOX.search(self.drawn[chart.key])
        return str(more + (width if found is None else math.ceil(width * float(found[2]) / float(found[1]))))


@cache
def environment() -> Environment:
    """Make what fills our templates."""
    environment = Environment(
        loader=PackageLoader("build_scripts.present", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        optimized=False,  # what is worked out beforehand would be kept with the template
        bytecode_cache=compiled(__file__, "trimmed"),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["tongue"] = tongue
    return environment
