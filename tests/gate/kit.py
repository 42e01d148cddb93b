"""A package that is good, to be spoiled by tests, and what `portal check` says of it in a process of its own."""

import copy
import json
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

SECONDS, KILOBYTES = 5.0, 500_000
"""Of the processor, and of memory."""
PATIENCE = 40.0
"""Seconds of the clock: other work may run on the same machine, but nothing hangs."""
CSV = "province,year,value,note\nHà Nội,2023,8587.1,chính thức\nHải Phòng,2023,-5.25,sơ bộ\n"
DESCRIPTOR = {
    "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
    "name": "one",
    "title": "Một gói",
    "title@en": "A package",
    "languages": ["vi", "en"],
    "created": "2026-01-05T00:00:00Z",
    "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
    "sources": [{"title": "Cục Thống kê", "path": "https://www.nso.gov.vn"}],
    "resources": [
        {
            "name": "table",
            "path": "table.csv",
            "schema": {
                "fields": [
                    {"name": "province", "type": "string"},
                    {"name": "year", "type": "year"},
                    {"name": "value", "type": "number"},
                    {"name": "note", "type": "string"},
                ],
                "primaryKey": ["province", "year"],
            },
        }
    ],
}


def named(value):
    """A name for what a test is given: plain, so that it stays the same however often tests are collected."""
    return ascii(value)[:50].replace("\\", "/")


@dataclass
class Said:
    """What came of a check: the exit code, the problems, everything printed."""

    code: int
    problems: list = field(default_factory=list)
    text: str = ""

    @property
    def errors(self):
        return {each["code"] for each in self.problems if each["severity"] == "error"}

    @property
    def warnings(self):
        return {each["code"] for each in self.problems if each["severity"] == "warning"}


class Gate:
    """One package under a root of its own; tests change `descriptor` and files, then ask."""

    def __init__(self, root, zygote, canary):
        self.outside = root
        self.root = root / "portal"
        self.folder = self.root / "datapackages/one"
        self.folder.mkdir(parents=True)
        self.zygote, self.canary = zygote, canary
        self.descriptor = copy.deepcopy(DESCRIPTOR)
        self.write(CSV)

    @property
    def table(self):
        return self.descriptor["resources"][0]

    @property
    def fields(self):
        return self.table["schema"]["fields"]

    def write(self, content, name="table.csv"):
        """Write a file of the package."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def rows(self, *rows, columns=None):
        """Write the table anew; `columns` are (name, type)."""
        if columns is not None:
            self.table["schema"] = {"fields": [{"name": name, "type": kind} for name, kind in columns]}
        head = ",".join(each["name"] for each in self.fields)
        self.write("\n".join([head, *rows]) + "\n")

    def cell(self, text, kind="string"):
        """Write a table whose second column holds `text`."""
        quoted = '"' + text.replace('"', '""') + '"'
        self.rows(f"a,{quoted}", "b,", columns=[("id", "string"), ("cell", kind)])

    def save(self):
        path = self.folder / "datapackage.json"
        if not path.is_symlink() and not path.exists():
            path.write_text(json.dumps(self.descriptor, ensure_ascii=False), "utf-8")

    def ask(self, *arguments):
        """Run the portal here, hold it to what every run must keep, and return how it ended and what it said."""
        before = self.trace()
        out = self.outside / "said.txt"
        told = self.zygote([*arguments], self.root, out)
        text = out.read_bytes().decode("utf-8")
        assert "Traceback" not in text, text
        assert told["code"] in (0, 1), (told, text)
        assert told["seconds"] < SECONDS, told
        assert told["waited"] < PATIENCE, told
        assert told["kilobytes"] < KILOBYTES, told
        assert self.canary.asked == []
        return told["code"], text, before

    def trace(self):
        """Every name, size and time below the test's folder, but what is said."""
        found = {}
        for folder, folders, files in os.walk(self.outside):
            for name in [*folders, *files]:
                path = str(Path(folder) / name)
                seen = os.lstat(path)
                if name != "said.txt":
                    found[path] = (seen.st_mode, seen.st_size if stat.S_ISREG(seen.st_mode) else 0)
        return found

    def check(self):
        """Run `portal check` and read its report; nothing may be written anywhere."""
        self.save()
        code, text, before = self.ask("check", "--root", str(self.root), "--format", "json")
        assert self.trace() == before
        problems = json.loads(text)["problems"]
        assert code == (1 if any(each["severity"] == "error" for each in problems) else 0)
        for each in problems:
            assert each["file"].startswith("datapackages")
            assert all(each["message"].values())
            assert all(each["remedy"].values())
        return Said(code, problems, text)

    def refused(self, code, **place):
        """The package is refused with `code`, at the place given."""
        said = self.check()
        found = [each for each in said.problems if each["code"] == code and each["severity"] == "error"]
        assert said.code == 1, said.text
        assert found, said.text
        if place:
            fits = [each for each in found if all(each[key] == value for key, value in place.items())]
            assert fits, found
        return found[0]

    def warned(self, code):
        """The package is accepted with a warning."""
        said = self.check()
        assert said.code == 0, said.text
        assert code in said.warnings, said.text
        return next(each for each in said.problems if each["code"] == code)

    def accepted(self):
        """The package is accepted and nothing is said of it."""
        said = self.check()
        assert (said.code, said.problems) == (0, []), said.text

    def adopt(self):
        """Run `portal adopt` on the package, into a portal of its own; nothing outside that one is written."""
        self.save()
        target = self.outside / "adopting"
        target.mkdir()
        code, text, before = self.ask("adopt", str(self.folder), "--root", str(target))
        after = {path: seen for path, seen in self.trace().items() if not path.startswith(str(target))}
        assert after == {path: seen for path, seen in before.items() if not path.startswith(str(target))}
        return code, text, target
