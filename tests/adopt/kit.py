"""Strangers' packages for tests: folders made on the spot, adopted, and read back as a portal."""

import gzip
import io
import json
import shutil
import zipfile
from pathlib import Path

from build_scripts.read import load
from build_scripts.read.adopt import adopt

PACKAGES = Path(__file__).parent / "packages"
STRANGERS = sorted(path.name for path in PACKAGES.iterdir())


def package(folder, descriptor, **files):
    """Write a package; a file is named with `__` for its dot, as in `data__csv`."""
    folder.mkdir(parents=True, exist_ok=True)
    written = descriptor if isinstance(descriptor, str) else json.dumps(descriptor, ensure_ascii=False)
    (folder / "datapackage.json").write_text(written, "utf-8")
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name.replace("__", ".")).write_bytes(data)
    return folder


def table(path="data.csv", **more):
    """A descriptor of one table."""
    return {
        "name": "one",
        "title": "One",
        "languages": ["en"],
        "licenses": [{"name": "CC0-1.0"}],
        "sources": [{"title": "An office"}],
        "resources": [{"name": "data", "path": path, **more}],
    }


def fields(**types):
    """A schema by the names and types of its columns."""
    return {"schema": {"fields": [{"name": name, "type": kind} for name, kind in types.items()]}}


def written(root, adoption):
    """Write what was adopted where a portal looks for it."""
    folder = root / "datapackages" / adoption.name
    for artifact in adoption.artifacts:
        path = folder / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.data)
    return folder


def portal(root, *folders):
    """The catalog of a portal of adopted packages."""
    for folder in folders:
        adoption = adopt(folder)
        assert adoption.problems == (), adoption.problems
        written(root, adoption)
    reading = load(root)
    assert reading.catalog is not None, reading.problems
    return reading


def codes(adoption):
    """The codes of its notices."""
    return {code for code, _ in adoption.notices}


def descriptor(adoption):
    """The descriptor it writes."""
    return json.loads(adoption.artifacts[0].data)


def cells(adoption, path="data.csv"):
    """The text of a table it writes."""
    return next(artifact.data.decode() for artifact in adoption.artifacts if artifact.path == path)


def copied(stranger, to):
    """A copy of a stranger's package that a test may spoil."""
    shutil.copytree(PACKAGES / stranger, to)
    return to


def link(path, target):
    """A symbolic link."""
    path.symlink_to(target)


def packed(text, kind, *names):
    """A text packed as `gz`, or as `zip` under each of the names."""
    if kind == "gz":
        return gzip.compress(text.encode())
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names if names else ("data.csv",):
            archive.writestr(name, text)
    return data.getvalue()
