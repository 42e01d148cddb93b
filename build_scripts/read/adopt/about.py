"""What a descriptor says of the whole package, in the keys of version 2."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from build_scripts.read.adopt.credits import CREDIT_KEYS, contributors, licences, sources
from build_scripts.read.adopt.log import Log
from build_scripts.read.descriptor import PROFILE_KEY, PROFILES, V2
from build_scripts.read.gate.addresses import is_web

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_TOLD: Final = ("en", "vi")
_KNOWN: Final = {
    *("$schema", "profile", "name", "id", "homepage", "version", "created", "languages", "language", "lang"),
    *("keywords", "title", "description", "resources", PROFILE_KEY),
    *CREDIT_KEYS,
}
_PACKAGE = "datapackage.json"


def about(raw: Mapping[str, Any], name: str, log: Log) -> dict[str, Any]:
    """The entries of the package but its resources, in the order of the standard."""
    unknown = sorted(
        key for key in raw if key not in _KNOWN and key.partition("@")[0] not in {"title", "description"}
    )
    if unknown:
        log.note("dropped-keys", place=_PACKAGE, keys=", ".join(unknown))
    spoken = _languages(raw, log)
    found: dict[str, Any] = {"$schema": V2, "name": name, **words(raw, spoken, _PACKAGE, log)}
    found |= {
        "id": _text(raw, "id"),
        "homepage": _homepage(raw, log),
        "version": _version(raw, log),
        "created": _created(raw, log),
        "languages": spoken if spoken else None,
        PROFILE_KEY: raw.get(PROFILE_KEY) if raw.get(PROFILE_KEY) in PROFILES else None,
        "keywords": _keywords(raw),
        "licenses": licences(raw, log),
        "contributors": contributors(raw, log),
        "sources": sources(raw, log),
    }
    return {key: value for key, value in found.items() if value is not None and value != []}


def words(raw: Mapping[str, Any], spoken: list[str], place: str, log: Log) -> dict[str, str]:
    """Title and description, with the translations the portal can show; an object of languages is taken apart."""
    found: dict[str, str] = {}
    dropped: list[str] = []
    for key in ("title", "description"):
        value = raw.get(key)
        said = {"": value} if isinstance(value, str) else dict(value) if isinstance(value, dict) else {}
        said |= {each.partition("@")[2]: raw[each] for each in raw if each.startswith(f"{key}@")}
        texts = {language: text for language, text in said.items() if isinstance(text, str) and text.strip()}
        first = next((each for each in ("", *spoken, *_TOLD, *texts) if each in texts), None)
        if first is not None:
            found[key] = texts[first].strip()
        found |= {
            f"{key}@{language}": texts[language]
            for language in _TOLD
            if language in texts and language != first
        }
        dropped += [f"{key}@{each}" for each in texts if each not in {first, *_TOLD}]
        if value is not None and not isinstance(value, str | dict):
            log.note("dropped-value", place=place, key=key, value=str(value))
    if dropped:
        log.note("dropped-language", place=place, keys=", ".join(dropped))
    return found


def _languages(raw: Mapping[str, Any], log: Log) -> list[str]:
    """The languages the owner says the package is written in; none are guessed."""
    value: Any = next((raw[key] for key in ("languages", "language", "lang") if raw.get(key)), [])
    listed = [value] if isinstance(value, str) else value
    spoken = [each for each in listed if isinstance(each, str)] if isinstance(listed, list) else []
    tags = [each.replace("_", "-").partition("-")[0].lower() for each in spoken if _LANGUAGE.fullmatch(each)]
    if not tags:
        log.note("no-language")
    return list(dict.fromkeys(tags))


def _version(raw: Mapping[str, Any], log: Log) -> str | None:
    value = raw.get("version")
    if value is None or isinstance(value, str):
        return value if value else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    log.note("dropped-value", place=_PACKAGE, key="version", value=str(value))
    return None


def _created(raw: Mapping[str, Any], log: Log) -> str | None:
    """An ISO date with its time; a day alone begins at midnight, anything else is dropped."""
    value = raw.get("created")
    if value is None or value == "":
        return None
    try:
        moment = datetime.fromisoformat(value)
        return (
            f"{date.fromisoformat(value)}T00:00:00Z"
            if "T" not in value and len(value) <= _DAY
            else moment.isoformat().replace("+00:00", "Z")
        )
    except (TypeError, ValueError):
        log.note("dropped-value", place=_PACKAGE, key="created", value=str(value))
        return None


_DAY: Final = len("2026-11-23")


def _homepage(raw: Mapping[str, Any], log: Log) -> str | None:
    value = raw.get("homepage")
    if isinstance(value, str) and is_web(value):
        return value
    if value:
        log.note("dropped-value", place=_PACKAGE, key="homepage", value=str(value))
    return None


def _keywords(raw: Mapping[str, Any]) -> list[str]:
    value = raw.get("keywords")
    listed = value.split(",") if isinstance(value, str) else value
    return (
        [each.strip() for each in listed if isinstance(each, str) and each.strip()]
        if isinstance(listed, list)
        else []
    )


def _text(raw: Mapping[str, Any], key: str) -> str | None:
    value = raw.get(key)
    return value if isinstance(value, str) and value else None
