"""The adopted package as it will stand under `datapackages/`: a descriptor and plain CSV files."""

import csv
import hashlib
import io
import json
from collections.abc import Sequence
from typing import Any, Final

from build_scripts.model import Artifact
from build_scripts.read.adopt.about import words
from build_scripts.read.adopt.credits import licences, sources
from build_scripts.read.adopt.log import Log
from build_scripts.read.adopt.tables import Adopted
from build_scripts.read.descriptor_credits import NOT_STATED

_KNOWN: Final = {
    *(
        "name",
        "path",
        "url",
        "data",
        "schema",
        "dialect",
        "encoding",
        "format",
        "mediatype",
        "type",
        "profile",
        "compression",
        "innerpath",
    ),
    *("bytes", "hash", "title", "description", "licenses", "sources", "missingValues", "$schema"),
}


def csv_bytes(table: Adopted) -> bytes:
    """The table as RFC 4180 with LF, header included."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.cells.columns)
    writer.writerows(table.cells.to_numpy(dtype=object).tolist())
    return text.getvalue().encode()


def package_of(
    about: dict[str, Any], tables: Sequence[Adopted], files: Sequence[bytes], log: Log
) -> dict[str, Any]:
    """The whole descriptor; licences and sources that older packages state for a table are stated for all."""
    found = dict(about)
    for key, read in (("licenses", licences), ("sources", sources)):
        for table in tables:
            listed = found.get(key, [])
            new = [entry for entry in read(_only(table, key), log) if entry not in listed]
            if new:
                found[key] = [*listed, *new]
                log.note("converted-lifted", key=key, table=table.chosen.name)
    if not found.get("licenses"):
        log.note("no-licence")
    unsaid = [key for key in ("title", "licenses", "sources") if not found.get(key)]
    if unsaid:
        found[NOT_STATED] = unsaid
    names = {table.chosen.old.casefold(): table.chosen.name for table in tables}
    found["resources"] = [
        _resource(table, data, about, names, log) for table, data in zip(tables, files, strict=True)
    ]
    return found


def _only(table: Adopted, key: str) -> dict[str, Any]:
    return {key: table.chosen.raw.get(key)}


def _resource(
    table: Adopted, data: bytes, about: dict[str, Any], names: dict[str, str], log: Log
) -> dict[str, Any]:
    raw, name = table.chosen.raw, table.chosen.name
    unknown = sorted(
        key for key in raw if key not in _KNOWN and key.partition("@")[0] not in {"title", "description"}
    )
    if unknown:
        log.note("dropped-keys", place=f"resources ({name})", keys=", ".join(unknown))
    return {
        "name": name,
        "type": "table",
        "path": table.chosen.path,
        **words(raw, about.get("languages", []), name, log),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": _schema(table, names, log),
    }


def _schema(table: Adopted, names: dict[str, str], log: Log) -> dict[str, Any]:
    """The schema with foreign keys to the new names; one that leads out of the package goes."""
    found = {key: table.schema[key] for key in ("fields", "missingValues")}
    primary = table.schema.get("primaryKey")
    if primary:
        found["primaryKey"] = primary
    kept = [_foreign_key(key, table, names, log) for key in table.schema.get("foreignKeys", [])]
    keys = [key for key in kept if key is not None]
    return {**found, "foreignKeys": keys} if keys else found


def _foreign_key(key: Any, table: Adopted, names: dict[str, str], log: Log) -> dict[str, Any] | None:
    reference = key.get("reference") if isinstance(key, dict) else None
    target = reference.get("resource", "") if isinstance(reference, dict) else None
    is_far = isinstance(reference, dict) and any(each in reference for each in ("package", "datapackage"))
    if not isinstance(reference, dict) or not isinstance(target, str) or is_far:
        far = reference.get("resource", "") if isinstance(reference, dict) else ""
        log.note("dropped-reference", table=table.chosen.name, target=str(far))
        return None
    new = "" if target in ("", "self", table.chosen.old) else names.get(target.casefold())
    if new is None:
        log.note("dropped-reference", table=table.chosen.name, target=target)
        return None
    return {
        "fields": _listed(key.get("fields")),
        "reference": {"resource": new, "fields": _listed(reference.get("fields"))},
    }


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def artifacts(
    descriptor: dict[str, Any], tables: Sequence[Adopted], files: Sequence[bytes]
) -> tuple[Artifact, ...]:
    """The files of the package, descriptor first."""
    written = json.dumps(descriptor, ensure_ascii=False, indent=2).encode() + b"\n"
    data = (Artifact(table.chosen.path, content) for table, content in zip(tables, files, strict=True))
    return (Artifact("datapackage.json", written), *data)
