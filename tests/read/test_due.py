"""The version a package is due is written for whoever changed it."""

import json
import shutil

from build_scripts.read import load
from build_scripts.read.due import versioned
from tests.conftest import ROOT
from tests.portals import rewrite


def portal_with_history(folder):
    shutil.copytree(ROOT / "datapackages", folder / "datapackages")
    path = folder / "datapackages/education/datapackage.json"
    described = json.loads(path.read_text("utf-8"))
    for each in described["resources"]:
        each.pop("bytes"), each.pop("hash")
    path.write_text(json.dumps(described, ensure_ascii=False), encoding="utf-8")
    return folder


def test_a_changed_value_asks_for_the_next_major_version(tmp_path):
    root = portal_with_history(tmp_path)
    rewrite(root, "education/observations", lambda row: row | ({"value": "77"} if row["value"] else {}))
    (made,) = versioned(root)
    assert made.file.path == "datapackages/education/datapackage.json"
    assert made.changes[0].en == "version 1.0.0 -> 2.0.0, as what changed since the last release asks"
    (root / made.file.path).write_bytes(made.file.data)
    assert [each for each in load(root).problems if each.code == "version-wrong"] == []


def test_nothing_changed_asks_for_nothing():
    assert tuple(versioned(ROOT)) == ()
