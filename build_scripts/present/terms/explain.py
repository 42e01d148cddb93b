"""Where the prose of a finished page first says a glossary term."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from build_scripts.present.terms.lexicon import Entry, Found, Lexicon

_TOKEN = re.compile(
    r"(?s)<(?P<raw>script|style)\b.*?</(?P=raw)\s*>|<!--.*?-->|<(?P<close>/?)(?P<tag>[A-Za-z][\w-]*)(?P<rest>[^>]*)>"
)
_CLASSES = re.compile(r'\sclass="([^"]*)"')
_PROSE = frozenset({"p", "li", "dd", "blockquote"})
_NOT_PROSE = frozenset(
    [
        "a",
        "button",
        "code",
        "pre",
        "kbd",
        "svg",
        "table",
        "caption",
        "nav",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "q",
        "cite",
        "select",
        "label",
        "form",
        "figure",
        "dt",
        "summary",
        "template",
    ]
)
_ALONE = frozenset({"svg", "table", "select", "template", "pre"})
"""Of these, the ones that hold none of their kind: all in them is passed over at once."""
_NO_PROSE_CLASSES = frozenset(
    [
        "facts",
        "cards",
        "tally",
        "dots",
        "chips",
        "kicker",
        "badge",
        "status",
        "paper",
        "columns",
        "area-list",
        "document-list",
        "source-list",
        "vintages",
        "promise",
        "board__name",
        "board__aim",
        "board__by",
        "gap-list",
        "shades",
        "unseen",
        "lineage__when",
        "unit-map__title",
    ]
)
"""Places where figures and names stand, not sentences."""
_ELSEWHERE = re.compile(r"\s(?:lang|hidden|data-plain)\b")
"""In the other language, out of sight, or wanted as it is."""
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that text stands in, and what holds of all text in it."""

    tag: str = ""
    prose: bool = False
    barred: bool = False
    folded: bool = False


def explained(html: str, lexicon: Lexicon, mark: Callable[[Entry], str]) -> tuple[str, tuple[Entry, ...]]:
    """Put `mark` behind each term where the prose of a page first says it, and list the terms in that order.

    A term is marked once a page: where it is in sight, if anywhere, else in what is folded away.
    """
    chosen = sorted(_chosen(html, lexicon), key=lambda each: each.start)
    parts, done = [], 0
    for each in chosen:
        parts += [html[done : each.start], _marked(html[each.start : each.end], mark(each.entry))]
        done = each.end
    return "".join([*parts, html[done:]]), tuple(each.entry for each in chosen)


def _chosen(html: str, lexicon: Lexicon) -> list[Found]:
    in_sight: dict[str, Found] = {}
    folded: dict[str, Found] = {}
    for start, end, away in _prose(html):
        for each in lexicon.found(html[start:end]):
            moved = Found(start + each.start, start + each.end, each.entry)
            (folded if away else in_sight).setdefault(each.entry.anchor, moved)
    return list((folded | in_sight).values())


def _prose(html: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the stretches of running text: where each begins and ends, and whether it is folded away."""
    stack = [_Open()]
    done = 0
    while (token := _TOKEN.search(html, done)) is not None:
        around = stack[-1]
        if token.start() > done and around.prose and not around.barred:
            yield done, token.start(), around.folded
        done = token.end()
        tag = (token["tag"] or "").lower()
        if not tag or tag in _VOID or token["rest"].endswith("/"):
            continue
        if not token["close"]:
            end = html.find(f"</{tag}>", done) if tag in _ALONE else -1
            if end >= 0:
                done = end + len(tag) + 3
                continue
            opened = _opened(around, tag, token["rest"])
            passed = _passed(html, tag, done) if opened.barred else None
            if passed is None:
                stack.append(opened)
            else:
                done = passed
        elif any(each.tag == tag for each in stack):
            while stack.pop().tag != tag:
                pass


def _passed(html: str, tag: str, start: int) -> int | None:
    """Where an element without prose ends; `None` where that is not plain to see: others of its kind or scripts in it."""
    end = html.find(f"</{tag}>", start)
    inside = (f"<{tag}", "<script", "<style", "<!--")
    if end < 0 or any(html.find(each, start, end) >= 0 for each in inside):
        return None
    return end + len(tag) + 3


def _opened(around: _Open, tag: str, rest: str) -> _Open:
    classes = frozenset(" ".join(_CLASSES.findall(rest)).split())
    return _Open(
        tag=tag,
        prose=around.prose or tag in _PROSE,
        barred=around.barred
        or tag in _NOT_PROSE
        or bool(classes & _NO_PROSE_CLASSES)
        or _ELSEWHERE.search(rest) is not None,
        folded=around.folded or (tag == "details" and re.search(r"\sopen\b", rest) is None),
    )


def _marked(text: str, mark: str) -> str:
    """Tie the mark to the last word of a term, so that no line ends between them."""
    last = text.rsplit(maxsplit=1)[-1]
    return f'{text[: -len(last)]}<span class="term-end">{last}{mark}</span>'
