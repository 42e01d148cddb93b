"""datapackage.json, v1 or v2, re-emitted as v2: known keys with known types; other keys do not come through."""

import re
from datetime import date, datetime
from typing import Any, Final

from build_scripts.model import Text
from build_scripts.read.boundaries import SUFFIX
from build_scripts.read.descriptor_credits import address, credits_of
from build_scripts.read.descriptor_schema import reemitted_schema
from build_scripts.read.entries import Entries
from build_scripts.read.files import is_plain
from build_scripts.read.gate.names import is_device

V2: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
PROFILES: Final = ("geography", "policy", "theme", "vocabulary")
PROFILE_KEY: Final = "portal:profile"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*", re.ASCII)
_WORDS = ("title", "title@en", "title@vi", "description", "description@en", "description@vi")
_DATE = Text(
    "một ngày giờ theo ISO 8601, ví dụ 2026-11-23T00:00:00Z", "an ISO 8601 date, such as 2026-11-23T00:00:00Z"
)
_AS_MANY = Text(
    "một danh sách có cùng số cột với khóa ngoại", "a list of as many columns as the foreign key has"
)
_UTF8 = {"utf-8", "utf8", "utf-8-sig", "us-ascii", "ascii"}
_FORMATS = (".csv", ".tsv")
_DIALECT_TEXTS = (
    "delimiter",
    "lineTerminator",
    "quoteChar",
    "escapeChar",
    "nullSequence",
    "headerJoin",
    "commentChar",
)
_DIALECT_FLAGS = ("header", "doubleQuote", "skipInitialSpace")
_ONE_SIGN = ("delimiter", "quoteChar", "escapeChar")


def reemitted(top: Entries, folder: str, today: date | None = None) -> dict[str, Any]:
    """The v2 descriptor of a package in `folder`; `top.problems` gains what is wrong.

    `today` is the day that no date should lie after, `None` when nobody says.
    """
    top.leave("$schema", "profile")
    name = top.text("name")
    _check_name(top, folder if name is None else name)
    found: dict[str, Any] = {"$schema": V2, "name": folder if name is None else name, **_words(top)}
    found |= _present(
        {
            "id": top.text("id"),
            "homepage": address(top, "homepage"),
            "version": top.text("version"),
            "created": _created(top, today),
            "languages": top.texts("languages"),
            PROFILE_KEY: _profile(top),
            "keywords": top.texts("keywords"),
        }
    )
    listed = top.children("resources")
    found |= credits_of(top, listed)
    resources = tuple(entry for entry in listed if PROFILE_KEY in found or not _is_left(entry))
    if not listed:
        top.report("descriptor-required", "resources")
    elif not resources:
        top.report("tables-missing", "resources")
    unsafe = [entry for entry in listed if entry not in resources]
    for entry in unsafe:
        if not is_plain(str(entry.values.get("path"))):
            entry.report("path-unsafe", "path", str(entry.values.get("path")))
    mapped = found.get(PROFILE_KEY) == "geography"
    found["resources"] = [_map(item) if mapped and is_map(item) else _resource(item) for item in resources]
    _check_twins(resources)
    _check_references(top, resources, found["resources"])
    top.note_unknown()
    return found


def _is_left(entry: Entries) -> bool:
    """Whether a resource is no table and does not say it is, as maps and pictures in strangers' packages."""
    path = entry.values.get("path")
    if not isinstance(path, str) or "schema" in entry.values or path.lower().endswith(_FORMATS):
        return False
    if "//" in path or not path.rpartition("/")[2].rpartition(".")[0]:
        return False
    entry.report("resource-left", "path", path)
    entry.leave(*entry.values)
    return True


def _resource(entry: Entries) -> dict[str, Any]:
    entry.leave("$schema", "profile", "mediatype", "format", "type", "dialect", "schema")
    name, path = entry.text("name"), _path(entry)
    if name is None:
        entry.report("descriptor-required", "name")
    else:
        _check_name(entry, name)
    schema = entry.child("schema") if isinstance(entry.values.get("schema"), dict) else None
    named = entry.values.get("schema")
    if schema is None and path and not (isinstance(named, str) and named and not is_plain(named)):
        entry.report("schema-missing", "schema", resource=path if name is None else name)
    encoding = entry.text("encoding")
    if encoding is not None and encoding.lower() not in _UTF8:
        entry.report("encoding-unsupported", "encoding", encoding)
    return {
        "name": path if name is None else name,
        "type": "table",
        "path": path,
        **_words(entry),
        "format": "tsv" if path.lower().endswith(".tsv") else "csv",
        "mediatype": "text/tab-separated-values" if path.lower().endswith(".tsv") else "text/csv",
        "encoding": "utf-8",
        **_present({"bytes": entry.whole("bytes"), "hash": entry.text("hash"), "dialect": _dialect(entry)}),
        "schema": {} if schema is None else reemitted_schema(schema),
    }


def is_map(entry: Entries) -> bool:
    """Whether a resource of a geography package is a boundary file: GeoJSON by its name, and no table."""
    path = entry.values.get("path")
    return isinstance(path, str) and path.lower().endswith(SUFFIX) and "schema" not in entry.values


def _map(entry: Entries) -> dict[str, Any]:
    """A boundary file, which has no columns."""
    entry.leave("mediatype", "format", "type", "encoding", "profile", "$schema")
    name, path = entry.text("name"), entry.text("path")
    if name is None:
        entry.report("descriptor-required", "name")
    else:
        _check_name(entry, name)
    return {
        "name": path if name is None else name,
        "path": path,
        **_words(entry),
        "format": "geojson",
        "mediatype": "application/geo+json",
        "encoding": "utf-8",
        **_present({"bytes": entry.whole("bytes"), "hash": entry.text("hash")}),
    }


def _path(entry: Entries) -> str:
    """The one path of a resource; "" after a problem."""
    if "data" in entry.values:
        entry.report("resource-not-file", "data")
        return ""
    paths = entry.names("path")
    unsafe = [path for path in paths if not is_plain(path)]
    for path in unsafe:
        entry.report("path-unsafe", "path", path)
    if unsafe:
        return ""
    if len(paths) != 1:
        entry.report("resource-not-file", "path")
        return ""
    if not paths[0].lower().endswith(_FORMATS):
        entry.report("format-unsupported", "path", paths[0])
        return ""
    return paths[0]


def _dialect(entry: Entries) -> dict[str, Any] | None:
    """How the CSV is written, as Table Dialect v2; v1 nests nothing and needs no change, `csv` is frictionless's own."""
    outer = entry.child("dialect")
    if outer is None:
        return None
    outer.leave("$schema", "caseSensitiveHeader", "csvddfVersion", "profile", "headerCase")
    inner = outer.child("csv")
    found: dict[str, Any] = {}
    for part in (outer,) if inner is None else (outer, inner):
        found |= _present({key: part.text(key) for key in _DIALECT_TEXTS})
        found |= _present({key: part.flag(key) for key in _DIALECT_FLAGS})
        found |= _present({key: part.wholes(key) for key in ("headerRows", "commentRows")})
    for key in _ONE_SIGN:
        if len(found.get(key, ",")) != 1:
            outer.report("dialect-unsupported", key, found.pop(key))
    if len(found.get("headerRows", [1])) != 1 or found.get("headerRows", [1])[0] < 1:
        outer.report("dialect-unsupported", "headerRows", str(found.pop("headerRows")))
    return found


def _profile(top: Entries) -> str | None:
    profile = top.text(PROFILE_KEY)
    if profile is not None and profile not in PROFILES:
        top.report("profile-unknown", PROFILE_KEY, profile, known=", ".join(PROFILES))
        return None
    return profile


def _created(top: Entries, today: date | None) -> str | None:
    created = top.text("created")
    if created is None:
        return None
    try:
        if today is not None and datetime.fromisoformat(created).date() > today:
            top.report("date-in-future", "created", created)
        datetime.fromisoformat(created)
    except ValueError:
        top.mistyped("created", _DATE)
        return None
    return created


def _words(entry: Entries) -> dict[str, Any]:
    return _present({key: entry.text(key) for key in _WORDS})


def _present(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def _check_name(entry: Entries, name: str) -> None:
    if _NAME.fullmatch(name) is None or name.endswith("."):
        entry.report("name-form", "name", name)
    elif is_device(name) and entry.path:
        entry.report("name-reserved", "name", name)


def _check_twins(resources: tuple[Entries, ...]) -> None:
    """Report names and paths that two resources share, capital letters aside."""
    for key in ("name", "path"):
        seen: set[str] = set()
        for entry in resources:
            value = entry.values.get(key)
            if isinstance(value, str) and value.casefold() in seen:
                entry.report("resource-duplicate", key, value)
            elif isinstance(value, str):
                seen.add(value.casefold())


def _check_references(top: Entries, entries: tuple[Entries, ...], resources: list[dict[str, Any]]) -> None:
    """Report foreign keys that lead out of the package or to columns that do not exist."""
    columns = {
        item["name"]: [field["name"] for field in item.get("schema", {}).get("fields", [])]
        for item in resources
    }
    for entry, item in zip(entries, resources, strict=True):
        for number, key in enumerate(item.get("schema", {}).get("foreignKeys", [])):
            reference, path = key["reference"], f"{entry.path}.schema.foreignKeys[{number}].reference"
            table = item["name"] if reference["resource"] == "" else reference["resource"]
            if table not in columns:
                top.report("foreign-key-target", f"{path}.resource", table)
                continue
            for name in reference["fields"]:
                if columns[table] and name not in columns[table]:
                    top.report("key-field-unknown", f"{path}.fields", name)
            if len(reference["fields"]) != len(key["fields"]):
                top.mistyped(f"{path}.fields", _AS_MANY)
