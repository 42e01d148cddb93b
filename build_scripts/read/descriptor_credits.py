"""Whose a package is: its title, licences, sources and contributors, each with an address that may become a link."""

from typing import Any, Final

from build_scripts.read.entries import Entries
from build_scripts.read.gate.addresses import is_plain_http, is_web
from build_scripts.read.gate.licences import is_open

NOT_STATED: Final = "portal:not-stated"
"""What the makers of a package that was brought in by `portal adopt` do not say; its page says so."""
_MAKERS: Final = frozenset({"author", "creator", "publisher"})
_MUST: Final = ("title", "licenses", "sources")


def credits_of(top: Entries, resources: tuple[Entries, ...]) -> dict[str, Any]:
    """Licences, contributors and sources; what older packages state for each table counts for all."""
    found: dict[str, Any] = {}
    for key, read in (("licenses", _licence), ("contributors", _credit), ("sources", _credit)):
        below = [item for each in resources for item in each.children(key)] if key != "contributors" else []
        own = top.children(key)
        people = [read(item) for item in (own if own else below)]
        listed = [each for place, each in enumerate(people) if each and each not in people[:place]]
        if listed:
            found[key] = listed
    unsaid = [key for key in (top.texts(NOT_STATED) or []) if key in _MUST]
    for key in _MUST:
        there = bool(top.values.get(key)) if key == "title" else key in found
        there = there or (
            key == "sources" and any(_is_origin(each) for each in found.get("contributors", []))
        )
        if not there and key not in unsaid:
            top.report("descriptor-required", key)
        elif not there:
            top.report("not-stated", key, key)
    if "image" in top.values:
        _check_picture(top)
    return found | ({NOT_STATED: unsaid} if unsaid else {})


def _is_origin(person: dict[str, Any]) -> bool:
    """Whether a contributor made the data, and so is their source."""
    return bool(_MAKERS & set(person.get("roles", [])))


def address(entry: Entries, key: str) -> str | None:
    """The address at `key`, if it may become a link; plain http is noted."""
    text = entry.text(key)
    if text is None:
        return None
    if not is_web(text):
        entry.report("address-unsafe", key, text)
        return None
    if is_plain_http(text):
        entry.report("address-plain", key, text)
    return text


def _credit(entry: Entries) -> dict[str, Any]:
    """A contributor or a source; v1's single `role` becomes `roles`. E-mail addresses stay behind."""
    entry.leave("email", "givenName", "familyName", "organization")
    role, roles = entry.text("role"), entry.texts("roles")
    titles = {key: entry.text(key) for key in ("name", "title", "title@en", "title@vi", "version")}
    found = {
        **titles,
        "path": address(entry, "path"),
        "roles": [role] if roles is None and role is not None else roles,
    }
    return {key: value for key, value in found.items() if value is not None}


def _licence(entry: Entries) -> dict[str, Any]:
    """A licence, which must be an open one."""
    texts = {key: entry.text(key) for key in ("name", "title", "title@en", "title@vi")}
    found = {
        key: value for key, value in {**texts, "path": address(entry, "path")}.items() if value is not None
    }
    if found and not is_open(found):
        said = next((found[key] for key in ("name", "title", "path") if key in found), "")
        entry.report("licence-closed", "name", said)
    return found


def _check_picture(top: Entries) -> None:
    picture = top.raw("image")
    if isinstance(picture, str) and (":" in picture or "//" in picture):
        top.report("image-remote", "image", picture)
    elif picture:
        top.report("key-unknown", "image")
