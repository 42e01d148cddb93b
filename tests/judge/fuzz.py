"""Spoiled packages: real ones cut short and mutated, and JSON and CSV made of nothing."""

import copy
import csv
import io
import json
from functools import cache

from tests.conftest import ROOT
from tests.read.bad_portals import GOOD

TOKENS = [
    b'"', b'""', b",", b"\n", b"\r\n", b"\r", b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"=1+1", b"@x", b"1e999", b"-", b"\t", b";", b"|",
    b"\xe2\x80\xae", b"\xcc\x81", b"9" * 400, b"../", b"null", b"NaN", b"{", b"}", b"[", b"]", b"\\u0000", b"\\ud800", b"<script>", b"PK\x03\x04",
    "١٢٣".encode(), "Hà Nội".encode("utf-16"), "à".encode("cp1258"), b"a" * 40_000,
]  # fmt: skip
VALUES = [
    None, True, False, 0, -1, 1.5, 10**30, "", "x", "../x", "table.csv", "é" * 300, [], {}, [[]], {"a": {}}, ["x", "x"], "http://x.y", "\u202e",
    "(a+)+$", "2026-13-45", "number", "data:text/html,x", {"$ref": "x"}, -(2**63), "\ud800", "\0",
]  # fmt: skip
KEYS = [
    "name",
    "path",
    "schema",
    "fields",
    "type",
    "constraints",
    "primaryKey",
    "foreignKeys",
    "dialect",
    "missingValues",
    "resources",
    "title",
]
ROWS = 6


@cache
def samples():
    """Packages as {path: bytes}: the tables of the good portal and of the real one, each cut to a few rows."""
    found = []
    for root in (GOOD, ROOT):
        for folder in sorted((root / "datapackages").iterdir()):
            if (folder / "datapackage.json").is_file():
                whole = json.loads((folder / "datapackage.json").read_bytes())
                for each in whole["resources"]:
                    each.pop("bytes", None)
                    each.pop("hash", None)
                paths = [path for each in whole["resources"] for path in names(each["path"])]
                files = {path: cut((folder / path).read_bytes()) for path in paths}
                found.append((folder.name, whole, files))
    return found


def names(path):
    return path if isinstance(path, list) else [path]


def cut(data):
    """The first rows of a table."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))[: ROWS + 1]
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def spoiled(chance):
    """A package with up to four faults: (name of the folder, {path: bytes}, whether it belongs to the good portal)."""
    good = len(list((GOOD / "datapackages").glob("*/datapackage.json")))
    is_good = chance.random() < 0.7
    name, whole, files = chance.choice(samples()[:good] if is_good else samples()[good:])
    whole, files = copy.deepcopy(whole), dict(files)
    for _ in range(chance.choice([0, 0, 1, 1, 2])):
        spoil_tree(whole, chance)
    descriptor = json.dumps(whole, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
    files["datapackage.json"] = descriptor
    for _ in range(chance.choice([0, 1, 1, 2])):
        path = chance.choice(sorted(files))
        files[path] = spoil_bytes(files[path], chance)
    return name, files, is_good


def spoil_bytes(data, chance):
    """The bytes with one place changed."""
    at, to = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    to = min(to, at + chance.choice([0, 1, 1, 8, 200]))
    ways = [
        lambda: data[:at] + chance.choice(TOKENS) + data[at:],
        lambda: data[:at] + chance.choice(TOKENS) + data[to:],
        lambda: data[:at] + data[to:],
        lambda: data[:to] + data[at:to] * chance.choice([1, 3]) + data[to:],
        lambda: data[:at],
        lambda: data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :],
        lambda: b"\r\n".join(data.split(b"\n")),
        lambda: data.replace(b",", chance.choice([b";", b"\t", b",,"]), chance.choice([1, -1])),
    ]
    return chance.choice(ways)()


def spoil_tree(tree, chance):
    """Change one place of a JSON tree, wherever it is."""
    places = []

    def walk(node):
        for key in node if isinstance(node, dict) else range(len(node)):
            places.append((node, key))
            if isinstance(node[key], dict | list):
                walk(node[key])

    walk(tree)
    node, key = chance.choice(places)
    way = chance.randrange(4)
    if way == 0:
        del node[key]
    elif way == 1 and isinstance(node, dict):
        node[chance.choice(KEYS)] = copy.deepcopy(chance.choice(VALUES))
    elif way == 2 and isinstance(node, list):
        node.append(copy.deepcopy(node[key]))
    else:
        node[key] = copy.deepcopy(chance.choice(VALUES))
