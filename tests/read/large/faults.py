"""Packages of two tables with faults planted by chance, and what the two ways of reading say of them."""

import csv
import io
import json
import random

from build_scripts.read import load
from build_scripts.read.tables import Held

FIELDS = [
    {"name": "id", "type": "integer", "constraints": {"required": True, "minimum": 1}},
    {"name": "day", "type": "date", "constraints": {"minimum": "2000-01-01"}},
    {"name": "area", "type": "string"},
    {"name": "mode", "type": "string", "constraints": {"enum": ["road", "bus", "rail"]}},
    {"name": "trips", "type": "integer", "constraints": {"minimum": 0, "maximum": 5000}},
    {"name": "km", "type": "number", "constraints": {"exclusiveMaximum": 1000.5}},
    {"name": "code", "type": "string", "constraints": {"pattern": "[A-Z]{2}-[0-9]+", "unique": True}},
    {"name": "note", "type": "string", "constraints": {"minLength": 2, "maxLength": 40}},
    {"name": "paid", "type": "boolean"},
    {"name": "seen", "type": "time"},
]
AREAS = [f"P{number:02}" for number in range(30)]
CELLS = {
    "id": ["", "0", "-4", "07", "+9", "1_000", " 12", "12.0", "x", "9007199254740993", "99999999999999999999", "-", "n/a", "１２", "3\n4", "5\u200b"],
    "day": ["", "1999-12-31", "2024-02-29", "2023-02-29", "2024-1-5", "2024-13-01", "01/02/2024", "2O24-01-01", "2999-01-01", "２024-01-01"],
    "area": ["", "P99", "p01", "P 01", "=P01", "P01 "],
    "mode": ["", "Road", "walk", "rail ", "=1+1"],
    "trips": ["", "-1", "5001", "5000", "0", "1.234,5", "1.234", "1,5", "-", "..", "không", "00", "0912345678", "+84912345678", "NaN", "1e3"],
    "km": ["", "1000.5", "1000.50", "1000.49", "1.234,5", "1,5", "NaN", "inf", "1e999", "-0.0", ".5", "5.", "1_0", "\u2212 5", "…", "001200012345", "12345678901234567890"],
    "code": ["", "AA-1", "aa-1", "AA-", "AA-x", "AB-12\n", "AA-1\u00a0", "A\u0301A-1"],
    "note": ["", "x", "x" * 41, "=SUM(A1:A9)", "@cmd", "-5+2", "- a list item", "+84 24 3825 3536", "gọi 0912 345 678", "a@example.org",
        "javascript:alert(1)", "http://example.org", "12:30", "a\u0301n", "an\u0301 ninh", "e\u0300", "zero\u200bwidth", "bi\u202edi", "pri\ue000vate",
        "bell\x07", "001200012345", "cccd 123456789", "two\nlines", "tab\there", "\tlead", " lead", "“quoted”", "“x", 'a "b" c', "x,y", "＝1", "名前", "²³",
        "data:text/html", "smb: share", "a (at) example.org", "N/A"],
    "paid": ["", "True", "TRUE", "1", "0", "yes", "có", "x"],
    "seen": ["", "12:00:00", "25:00:00", "12:00", "x"],
}  # fmt: skip
MARKS = ["", "..", "NA"]
ALL = Held(file=0, package=0, rows=0)
"""Nothing is held: every table is large."""


def row(number, chance):
    return [
        str(number + 1), f"20{chance.randrange(10, 24)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 31):02}".replace("-02-30", "-02-20").replace("-02-29", "-02-19"),
        chance.choice(AREAS), chance.choice(["road", "bus", "rail"]), str(chance.randrange(5001)),
        f"{chance.randrange(100000) / 100:.{chance.choice([0, 1, 2])}f}", f"AB-{number}",
        chance.choice(["Tuyến số 5", "chính thức", "sơ bộ, có sửa", "ok"]), chance.choice(["true", "false"]), "08:30:00",
    ]  # fmt: skip


def descriptor(chance):
    fields = json.loads(json.dumps(FIELDS))
    schema = {"fields": fields, "primaryKey": chance.choice(["id", ["area", "id"], ["km"], "day", []])}
    if not schema["primaryKey"]:
        del schema["primaryKey"]
    schema["foreignKeys"] = chance.choice(
        [
            [],
            [{"fields": "area", "reference": {"resource": "areas", "fields": "id"}}],
            [{"fields": ["area"], "reference": {"resource": "areas", "fields": ["id"]}}, {"fields": "id", "reference": {"resource": "", "fields": "trips"}}],
        ]
    )  # fmt: skip
    if chance.random() < 0.4:
        schema["missingValues"] = MARKS
    if chance.random() < 0.2:
        fields[3]["missingValues"] = ["-"]
    areas = {
        "name": "areas", "path": "areas.csv",
        "schema": {"fields": [{"name": "id", "type": "string"}, {"name": "first", "type": "integer"}], "primaryKey": "id"},
    }  # fmt: skip
    if chance.random() < 0.3:
        areas["schema"]["foreignKeys"] = [
            {"fields": "first", "reference": {"resource": "trips", "fields": "id"}}
        ]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "one", "title": "Một gói", "title@en": "A package", "languages": ["vi", "en"],
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "sources": [{"title": "Cục Thống kê", "path": "https://www.nso.gov.vn"}],
        "resources": [{"name": "trips", "path": "trips.csv", "schema": schema}, areas],
    }  # fmt: skip


def planted(rows, chance, many):
    """Spoil some cells; keys come to be twice there."""
    for _ in range(many):
        place = chance.randrange(len(rows))
        column = chance.randrange(len(FIELDS))
        rows[place][column] = chance.choice(CELLS[FIELDS[column]["name"]])
        if chance.random() < 0.2:
            rows[chance.randrange(len(rows))] = list(rows[place])
    if chance.random() < 0.1:
        rows[chance.randrange(len(rows))] = [""] * len(FIELDS)
    return rows


def spoiled(text, chance):
    """Spoil the shape of a file."""
    lines = text.split("\n")
    place = chance.randrange(1, len(lines))
    match chance.randrange(9):
        case 0:
            lines[place] += ",more"
        case 1:
            lines[place] = lines[place].rpartition(",")[0]
        case 2:
            lines.insert(place, "")
        case 3:
            lines[place] = lines[place].replace(",r", ',r"', 1)
        case 4:
            lines[place] = '"' + lines[place]
        case 5:
            lines[place] += "\r"
        case 6:
            return "\ufeff" + text
        case 7:
            return "\r\n".join(lines)
        case 8:
            lines[0] = lines[0].replace("km", "KM")
    return "\n".join(lines)


def written(root, chance, size, faults, *, tame=False):
    """A portal below `root` with one package, spoiled by chance; a `tame` one is still a table of rows of a line each."""
    folder = root / "datapackages/one"
    folder.mkdir(parents=True)
    made = descriptor(chance)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([each["name"] for each in FIELDS])
    writer.writerows(planted([row(number, chance) for number in range(size)], chance, faults))
    text = out.getvalue() if tame or chance.random() < 0.6 else spoiled(out.getvalue(), chance)
    data = text.encode()
    if not tame and chance.random() < 0.05:
        place = chance.randrange(len(data))
        data = data[:place] + chance.choice([b"\0", b"\xff", "é".encode("latin-1")]) + data[place:]
    (folder / "trips.csv").write_bytes(data)
    areas = "".join(
        f"{each},{chance.choice([1, 2, 99999999]) if number == 3 else 1}\n"
        for number, each in enumerate(AREAS)
    )
    (folder / "areas.csv").write_text(f"id,first\n{areas}", "utf-8")
    (folder / "datapackage.json").write_text(json.dumps(made), "utf-8")
    return root


def told(root, today, *, large):
    """Everything that is said of a portal, read one way or the other."""
    held = ALL if large else Held()
    return [
        (each.file, each.line, each.field, each.code, each.value, each.message, each.remedy)
        for each in load(root, today=today, held=held).problems
    ]


def compared(root, seed, today, size=60, faults=12):
    """What the small way says of a package of this seed, and what the large one."""
    chance = random.Random(seed)  # noqa: S311 - faults, no secrets
    written(root, chance, size, chance.choice([0, 1, faults, 4 * faults]))
    return told(root, today, large=False), told(root, today, large=True)


def small_portal(root, fields, text, **more):
    """A portal with one table, no key unless one is given."""
    folder = root / "datapackages/one"
    folder.mkdir(parents=True)
    made = {
        "name": "one", "title": "Một gói", "licenses": [{"name": "CC-BY-4.0"}], "sources": [{"title": "NSO"}],
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "resources": [{"name": "t", "path": "t.csv", "schema": {"fields": fields} | more.pop("schema", {}), **more}],
    }  # fmt: skip
    (folder / "datapackage.json").write_text(json.dumps(made), "utf-8")
    (folder / "t.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    return root
