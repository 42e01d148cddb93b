"""Data packages on disk turned into one `Catalog`, or into the list of everything that is wrong with them.

The only floor that opens data files and the only door to frictionless. Bad data never raises: it becomes problems.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from build_scripts.ground.git_index import modes_under
from build_scripts.ground.kept import Kept
from build_scripts.model import Catalog, Package, Problem
from build_scripts.read.catalog import catalog
from build_scripts.read.codes import CODES
from build_scripts.read.gate.beside import beside_problems
from build_scripts.read.gate.child import end
from build_scripts.read.gate.folder import Modes
from build_scripts.read.gate.reviewed import reviewed
from build_scripts.read.gate.shortening import Kind, shortened
from build_scripts.read.hearings import hearings_of
from build_scripts.read.packages import ReadPackage, is_quick, package_folders, read_package
from build_scripts.read.problems import Spot, problem
from build_scripts.read.releases import History, history_of
from build_scripts.read.remembered import remembered
from build_scripts.read.rules import RULES, Rule
from build_scripts.read.schema_check import schema_problems
from build_scripts.read.sheets import View, shape_problems, sheets_of
from build_scripts.read.tables import FOLDER, Around, Held

Progress = Callable[[int, int], None]
"""Told how many packages are read, and how many there are."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a portal.

    `catalog` is `None` when there is any problem of severity error; `problems` are sorted by place; `verdicts`
    are (package name, whether it is free of errors), in the order of the folders; `packages` are those that could be
    read, sound or not.
    """

    catalog: Catalog | None
    problems: tuple[Problem, ...]
    verdicts: tuple[tuple[str, bool], ...]
    packages: tuple[Package, ...] = ()


def load(
    root: Path,
    progress: Progress | None = None,
    today: date | None = None,
    held: Held | None = None,
    kept: Kept | None = None,
) -> Reading:
    """Read and check every package under `root`/datapackages; `today` lets dates in the future be noted.

    Tables with more than is `held` in memory are read another way, and what was found before is `kept`: both with the
    same outcome.
    """
    around = _around(root, today, Held() if held is None else held, kept)
    listed = around.reviewed
    checked: list[Problem] = [*beside_problems(root, around.modes.git), *listed.problems]
    read = _read(root, around, progress, checked)
    packages = tuple(item.package for item in read if item.package is not None)
    view = View(
        sheets=tuple(sheet for package in packages for sheet in sheets_of(package)),
        packages=tuple(item.name for item in read),
        complete=len(packages) == len(read) and not any(item.code in _INCOMPLETE for item in checked),
        reviewed=listed.entries,
    )
    history = history_of(root, packages)
    checked.extend(history.problems)
    beyond: Counter[Kind] = sum((item.beyond for item in read), Counter())
    problems = shortened(
        sorted(_with_rules(checked, _ruled(packages, view, kept)), key=lambda item: item.place), beyond
    )
    failed = any(item.severity == "error" for item in problems)
    made = None if failed else _catalog(root, packages, view, history)
    return Reading(made, tuple(problems), _verdicts(read, problems), packages)


def prepare(root: Path, names: Collection[str], today: date | None, kept: Kept) -> None:
    """Look at some of the packages alone, so that whoever reads all with what is `kept` need not; large ones are left."""
    around = _around(root, today, Held(), kept)
    for folder in package_folders(root):
        if folder.name not in names or not is_quick(folder):
            continue
        item = read_package(folder, around)
        for _ in _package_problems(item, kept):
            pass
        if item.package is not None:
            view = View(
                sheets_of(item.package), (item.name,), complete=True, reviewed=around.reviewed.entries
            )
            _alone((item.package,), view, kept)


def _around(root: Path, today: date | None, held: Held, kept: Kept | None) -> Around:
    git, are_kept = modes_under(root)
    return Around(Modes(git, are_kept), reviewed(root / FOLDER, FOLDER), today, held, kept)


def _read(root: Path, around: Around, progress: Progress | None, checked: list[Problem]) -> list[ReadPackage]:
    """Every package, as far as it can be read; what is wrong with each alone is added to what was `checked`."""
    folders = package_folders(root)
    checked.extend([] if folders else [_nothing(root)])
    read: list[ReadPackage] = []
    for number, folder in enumerate(folders, start=1):
        if progress is not None:
            progress(number, len(folders))
        item = read_package(folder, around)
        read.append(item)
        checked.extend(item.problems)
        checked.extend(_package_problems(item, around.kept))
    checked.extend(_name_twins(read))
    return read


def _catalog(root: Path, packages: tuple[Package, ...], view: View, history: History) -> Catalog:
    return replace(
        catalog(packages, view),
        releases=history.releases,
        addresses=history.addresses,
        hearings=hearings_of(root),
    )


_INCOMPLETE = ("table-missing", "column-missing")


def _nothing(root: Path) -> Problem:
    return problem("datapackages-empty" if (root / FOLDER).is_dir() else "datapackages-missing", Spot(FOLDER))


def _package_problems(item: ReadPackage, kept: Kept | None) -> Iterator[Problem]:
    package = item.package
    if package is None:
        return
    if not item.is_checked:
        depends = (package.folder, package.descriptor)
        yield from remembered(kept, "schema", depends, lambda: schema_problems(package, kept=kept))
    yield from shape_problems(package)


def _name_twins(read: Sequence[ReadPackage]) -> Iterator[Problem]:
    """Packages whose name another one has already, capital letters aside."""
    seen: dict[str, str] = {}
    for item in read:
        other = seen.setdefault(item.name.casefold(), item.folder)
        if other != item.folder:
            yield problem(
                "package-duplicate",
                Spot(f"{item.folder}/datapackage.json", None, "name", item.name),
                other=other,
            )


def _ruled(packages: tuple[Package, ...], view: View, kept: Kept | None) -> list[Problem]:
    """What the rules across tables and packages find; descriptors hold the digests of all tables."""
    described = [(package.folder, package.descriptor) for package in packages] if kept is not None else []
    depends = (described, view.packages, view.complete, sorted(view.reviewed))
    return remembered(kept, "rules", depends, lambda: _found(packages, view, kept))


def _found(packages: tuple[Package, ...], view: View, kept: Kept | None) -> Iterator[Problem]:
    """What the rules find: those that ask nothing of other packages look at each package alone."""
    named: dict[str, list[Package]] = {}
    for package in packages:
        named.setdefault(package.name, []).append(package)
    for namesakes in named.values():
        yield from _alone(namesakes, view, kept)
    yield from _kept_by(view, is_own=False)


def _alone(namesakes: Sequence[Package], view: View, kept: Kept | None) -> list[Problem]:
    """What the rules find that ask nothing of packages with other names."""
    described = [(package.folder, package.descriptor) for package in namesakes] if kept is not None else []
    depends = (described, sorted(view.reviewed))
    alone = view.alone(namesakes[0].name)
    return remembered(kept, "own rules", depends, partial(_kept_by, alone, is_own=True))


def _kept_by(view: View, *, is_own: bool) -> Iterator[Problem]:
    """What the rules that are their own, or the others, find."""
    return (item for rule in RULES if rule.is_own == is_own for item in rule.check(view))


def _with_rules(checked: list[Problem], ruled: list[Problem]) -> Iterator[Problem]:
    """All problems; a rule keeps quiet about a cell of which something more basic is already known to be wrong."""
    yield from checked
    known = {(item.file, item.line, item.field) for item in checked if item.severity == "error"}
    yield from (item for item in ruled if (item.file, item.line, item.field) not in known)


def _verdicts(read: Sequence[ReadPackage], problems: Sequence[Problem]) -> tuple[tuple[str, bool], ...]:
    wrong = {"/".join(item.file.split("/")[:2]) for item in problems if item.severity == "error"}
    return tuple((item.name, item.folder not in wrong) for item in read)


__all__ = ["CODES", "RULES", "Reading", "Rule", "end", "load", "prepare"]
