"""Who made the data, under which licence, from what: entries of any age, written as version 2 writes them."""

import re
from collections.abc import Mapping
from typing import Any, Final

from build_scripts.read.adopt.log import Log
from build_scripts.read.gate.addresses import is_web

_PERSON = re.compile(r"\s*([^<>()]*?)\s*(?:<[^<>]*>)?\s*(?:\(([^()]*)\))?\s*")
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_LICENCE_KEYS: Final = ("licenses", "license", "licences", "licence")
_PEOPLE: Final = {
    "contributors": "",
    "author": "author",
    "authors": "author",
    "maintainer": "maintainer",
    "maintainers": "maintainer",
    "publisher": "publisher",
    "publishers": "publisher",
}
_PATHS: Final = ("path", "web", "url", "homepage")
CREDIT_KEYS: Final = frozenset({*_LICENCE_KEYS, *_PEOPLE, "sources", "source"})


def licences(raw: Mapping[str, Any], log: Log) -> list[dict[str, Any]]:
    """The licences stated in `raw`: a list, one object or one word."""
    found = []
    for key in _LICENCE_KEYS:
        for item in _items(raw.get(key)):
            place = f"{key}[]"
            entry = {"name": item} if isinstance(item, str) else _licence(item, place, log)
            if isinstance(item, str) and is_web(item):
                entry = {"path": item}
            if entry and entry not in found:
                found.append(entry)
        if key != "licenses" and raw.get(key):
            log.note("converted-key", old=key, new="licenses")
    return found


def _licence(item: Mapping[str, Any], place: str, log: Log) -> dict[str, Any]:
    name = _first(item, ("name", "id", "type"))
    title = _text(item, "title")
    return _present({"name": name, "title": title, "path": _address(item, place, log)})


def sources(raw: Mapping[str, Any], log: Log) -> list[dict[str, Any]]:
    """The sources stated in `raw`; an address alone is its own title."""
    found = []
    for key in ("sources", "source"):
        for item in _items(raw.get(key)):
            entry = _source(
                {"path": item} if isinstance(item, str) and is_web(item) else item, f"{key}[]", log
            )
            if entry and entry not in found:
                found.append(entry)
        if key == "source" and raw.get(key):
            log.note("converted-key", old=key, new="sources")
    return found


def _source(item: Any, place: str, log: Log) -> dict[str, Any]:
    if isinstance(item, str):
        return {"title": item}
    _note_email(item, place, log)
    address = _address(item, place, log)
    title = _first(item, ("title", "name"))
    titles = {key: _text(item, key) for key in ("title@en", "title@vi")}
    return _present({"title": address if title is None else title, **titles, "path": address})


def contributors(raw: Mapping[str, Any], log: Log) -> list[dict[str, Any]]:
    """The people and offices named in `raw`, with their roles and without their e-mail addresses."""
    found: list[dict[str, Any]] = []
    for key, role in _PEOPLE.items():
        for item in _items(raw.get(key)):
            entry = _person(item, role, f"{key}[]", log)
            if entry and entry not in found:
                found.append(entry)
        if role and raw.get(key):
            log.note("converted-key", old=key, new="contributors")
    return found


def _person(item: Any, role: str, place: str, log: Log) -> dict[str, Any]:
    if isinstance(item, str):
        return _named_person(item, role, place, log)
    _note_email(item, place, log)
    names = [_text(item, key) for key in ("givenName", "familyName")]
    whole = " ".join(name for name in names if name is not None)
    title = _first(item, ("title", "name"))
    title = whole if title is None and whole else title
    if title is None:
        return {}
    roles = item.get("roles") if isinstance(item.get("roles"), list) else [item.get("role", role)]
    titles = {key: _text(item, key) for key in ("title@en", "title@vi")}
    return _present(
        {
            **_named_person(title, "", place, log),
            **titles,
            "path": _address(item, place, log),
            "roles": [each for each in roles if isinstance(each, str) and each] or None,
        }
    )


def _named_person(text: str, role: str, place: str, log: Log) -> dict[str, Any]:
    """`Name <address> (page)`, as older descriptors write a person."""
    if _EMAIL.search(text) is not None:
        log.note("dropped-email", place=place)
    match = _PERSON.fullmatch(text)
    name, page = (text, None) if match is None else (match.group(1), match.group(2))
    name = _EMAIL.sub("", name).strip()
    path = page if page is not None and is_web(page) else None
    return _present({"title": name, "path": path, "roles": [role] if role else None}) if name else {}


def _note_email(item: Mapping[str, Any], place: str, log: Log) -> None:
    if item.get("email"):
        log.note("dropped-email", place=place)


def _address(item: Mapping[str, Any], place: str, log: Log) -> str | None:
    """The first address that may become a link."""
    for key in _PATHS:
        value = item.get(key)
        if isinstance(value, str) and is_web(value):
            return value
        if value:
            log.note("dropped-value", place=place, key=key, value=str(value))
    return None


def _items(value: Any) -> list[Any]:
    """The strings and objects in `value`, which may be one of them or a list."""
    listed = value if isinstance(value, list) else [value]
    return [item for item in listed if isinstance(item, dict) or (isinstance(item, str) and item.strip())]


def _first(item: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    return next((found for found in (_text(item, key) for key in keys) if found is not None), None)


def _text(item: Mapping[str, Any], key: str) -> str | None:
    value = item.get(key)
    return value.strip() if isinstance(value, str) and value.strip() else None


def _present(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}
