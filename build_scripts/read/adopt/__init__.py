"""A Data Package made elsewhere, version 1 or 2, brought in: its listed CSV tables and a descriptor written anew.

Nothing is fetched, run or written. What was dropped, repaired or renamed becomes notices; what cannot be both
faithful and safe becomes problems, and then there are no files.
"""

from dataclasses import dataclass
from pathlib import Path

from build_scripts.model import Artifact, Problem, Text
from build_scripts.read.adopt.about import about
from build_scripts.read.adopt.check import checked
from build_scripts.read.adopt.choice import chosen
from build_scripts.read.adopt.disk import LARGEST_DESCRIPTOR, file_bytes, note_leftovers
from build_scripts.read.adopt.emission import artifacts, csv_bytes, package_of
from build_scripts.read.adopt.log import Log
from build_scripts.read.adopt.places import slug
from build_scripts.read.adopt.tables import adopted
from build_scripts.read.files import is_link
from build_scripts.read.gate.names import is_route
from build_scripts.read.problems import Spot
from build_scripts.read.strict_json import parsed

__all__ = ["Adoption", "adopt"]
_DESCRIPTOR = "datapackage.json"


@dataclass(frozen=True, slots=True)
class Adoption:
    """What came of adopting a folder.

    `artifacts` are relative to `datapackages/<name>/` and empty when there is any problem; `notices` are pairs of a
    stable code and the words for it, in the order of the work.
    """

    name: str
    artifacts: tuple[Artifact, ...]
    problems: tuple[Problem, ...]
    notices: tuple[tuple[str, Text], ...]


def adopt(folder: Path) -> Adoption:
    """Read the package in `folder` as far as it goes."""
    log = Log(folder.name if folder.name else folder.resolve().name)
    if is_link(folder) or not folder.is_dir():
        log.refuse("adopt-folder", Spot(log.folder, None, None, str(folder)))
        return _refused(log.folder, log)
    data = file_bytes(folder, _DESCRIPTOR, log, LARGEST_DESCRIPTOR)
    if data is None:
        return _refused(log.folder, log)
    json = parsed(data, log.descriptor)
    log.problems.extend(item for item in json.problems if item.severity == "error")
    if json.value is None:
        return _refused(log.folder, log)
    return _adoption(folder, json.value, log)


def _adoption(folder: Path, raw: dict[str, object], log: Log) -> Adoption:
    old = raw["name"] if isinstance(raw.get("name"), str) and raw["name"] else log.folder
    name = slug(str(old), slug(log.folder, "package"))
    name = f"{name}-data" if is_route(name) else name
    if name != raw.get("name"):
        log.note("renamed-package", old=str(old), new=name)
    overall = about(raw, name, log)
    choices = chosen(raw.get("resources"), log)
    tables = [table for table in (adopted(folder, choice, log) for choice in choices) if table is not None]
    if not tables and not log.problems:
        log.refuse("adopt-nothing", Spot(log.descriptor, None, "resources"))
    files = [csv_bytes(table) for table in tables]
    descriptor = package_of(overall, tables, files, log)
    if not log.problems:
        descriptor = checked(descriptor, tables, log)
    note_leftovers(folder, {path for choice in choices for path in choice.files}, log)
    if any(problem.severity == "error" for problem in log.problems):
        return _refused(name, log)
    return Adoption(name, artifacts(descriptor, tables, files), (), tuple(log.notices))


def _refused(name: str, log: Log) -> Adoption:
    problems = tuple(sorted(log.problems, key=lambda problem: problem.place))
    return Adoption(name, (), problems, tuple(log.notices))
