"""How a dataset is cited: in words, as Citation File Format 1.2.0, BibTeX and RIS."""

import json
import re
from collections.abc import Iterator
from typing import Final

from build_scripts.model import LANGUAGES, Language, Text
from build_scripts.present.numbers import Writer
from build_scripts.present.say import speak
from build_scripts.present.standards.edition import Edition

_FIRST: Final = LANGUAGES[0]
_SPDX: Final = {
    *("CC0-1.0", "CC-BY-4.0", "CC-BY-3.0", "CC-BY-SA-4.0", "CC-BY-SA-3.0", "CC-BY-NC-4.0", "CC-BY-ND-4.0"),
    *("ODbL-1.0", "ODC-By-1.0", "PDDL-1.0", "MIT", "Apache-2.0", "GPL-3.0-only", "GPL-3.0-or-later"),
}
"""Licences of data that both our packages and the format know by the same short name."""
_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_NAMED: Final = {"\\": "textbackslash", "^": "textasciicircum", "~": "textasciitilde"}


def reference(edition: Edition, language: Language) -> str:
    """Name the dataset in a text: who, what, which version, when, where."""
    say = speak(language)
    makers = [each.title[language] for each in edition.makers]
    who = " ".join([*(f"{name}," for name in makers[:-1]), *makers[-1:]])
    title = say("dataset.cite-title", title=edition.title[language])
    version = say("dataset.cite-version", version=edition.version) if edition.version else ""
    day = "" if edition.day is None else Writer(say).brief(edition.day.isoformat())
    place = f"{edition.root}{edition.page(language)}"
    return ". ".join(part for part in (who, title, version, day, place) if part)


def cff(edition: Edition) -> bytes:
    """Write `CITATION.cff`; every value is a JSON string, which YAML reads alike."""
    told: dict[str, object] = {
        "cff-version": "1.2.0",
        "message": speak("en")["standards.cff-message"],
        "type": "dataset",
        "title": _titles(edition.title),
        "authors": [{"name": name} for name in _makers(edition)],
    }
    if edition.version:
        told["version"] = edition.version
    if edition.day is not None:
        told["date-released"] = edition.day.isoformat()
    told |= _licence(edition)
    if edition.root:
        told["url"] = f"{edition.root}{edition.page(_FIRST)}"
    abstract = " / ".join(dict.fromkeys(each for each in _words(edition.description) if each))
    if abstract:
        told["abstract"] = abstract
    keywords = _keywords(edition)
    if keywords:
        told["keywords"] = keywords
    lines = (f"{key}: {_yaml(value)}\n" for key, value in told.items())
    return "".join(lines).encode()


def bibtex(edition: Edition) -> bytes:
    """Write one entry; signs that TeX would take for commands are escaped."""
    who = " and ".join(f"{{{_tex(name)}}}" for name in _makers(edition))
    told = {
        "author": who,
        "title": f"{{{_tex(_titles(edition.title))}}}",
        "year": "" if edition.day is None else str(edition.day.year),
        "month": "" if edition.day is None else str(edition.day.month),
        "version": _tex(edition.version),
        "publisher": f"{{{_tex(edition.portal[_FIRST])}}}" if edition.portal[_FIRST] else "",
        "howpublished": "Data package",
        "url": f"{edition.root}{edition.page(_FIRST)}" if edition.root else "",
        "note": _tex(", ".join(each.name for each in edition.licences if each.name)),
    }
    lines = "".join(f"  {key} = {{{value}}},\n" for key, value in told.items() if value)
    return f"@misc{{{_key(edition)},\n{lines}}}\n".encode()


def ris(edition: Edition) -> bytes:
    """Write one record, lines end in CRLF."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _ris(edition)).encode()


def _ris(edition: Edition) -> Iterator[tuple[str, str]]:
    yield "TY", "DATA"
    for name in _makers(edition):
        yield "AU", name
    yield "TI", edition.title[_FIRST]
    for language in LANGUAGES[1:]:
        yield "TT", edition.title[language]
    if edition.day is not None:
        yield "PY", str(edition.day.year)
        yield "DA", edition.day.strftime("%Y/%m/%d")
    optional = {
        "ET": edition.version,
        "PB": edition.portal[_FIRST],
        "UR": f"{edition.root}{edition.page(_FIRST)}" if edition.root else "",
        "AB": edition.description[_FIRST],
    }
    yield from ((tag, value) for tag, value in optional.items() if value)
    for word in _keywords(edition):
        yield "KW", word
    yield "ER", ""


def _keywords(edition: Edition) -> list[str]:
    return list(dict.fromkeys(word for each in edition.package.keywords if (word := " ".join(each.split()))))


def _makers(edition: Edition) -> list[str]:
    """Who made it; the format wants somebody, so nobody has a word too."""
    found = [each.title[_FIRST] for each in edition.makers if each.title[_FIRST]]
    return list(dict.fromkeys(found)) if found else [speak(_FIRST)["dataset.not-stated"]]


def _titles(title: Text) -> str:
    """The title, the translation in brackets behind it."""
    first, *others = dict.fromkeys(_words(title))
    return " ".join([first, *(f"[{each}]" for each in others)])


def _words(text: Text) -> tuple[str, ...]:
    return tuple(text[each] for each in LANGUAGES)


def _licence(edition: Edition) -> dict[str, object]:
    """The short name where the format knows it, else the address."""
    known = [each.name for each in edition.licences if each.name in _SPDX]
    if known:
        return {"license": known if len(known) > 1 else known[0]}
    linked = [each.href for each in edition.licences if each.href]
    return {"license-url": linked[0]} if linked else {}


def _yaml(value: object) -> str:
    written = json.dumps(value, ensure_ascii=False)
    return written.translate({0x7F: "\\u007f", 0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"})


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda found: _escaped(found[0]), text)


def _escaped(sign: str) -> str:
    return f"\\{_NAMED[sign]}{{}}" if sign in _NAMED else f"\\{sign}"


def _key(edition: Edition) -> str:
    version = re.sub(r"[^\w.-]", "-", edition.version, flags=re.ASCII)
    return f"{edition.package.name}-{version}" if version else edition.package.name
