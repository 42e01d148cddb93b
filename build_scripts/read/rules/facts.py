"""Rules: one fact, its vintages, and the one in force; sources that are the same everywhere."""

from collections.abc import Iterator

import numpy as np

from build_scripts.model import Problem
from build_scripts.read.problems import Spot, problem
from build_scripts.read.rules.rule import is_repeated, repeats, rule, spots
from build_scripts.read.sheets import Sheet, View

_FACT = ["indicator", "area", "period"]
_FIGURE = ["operator", "value", "low", "high", "mark"]


@rule("fact-duplicate", is_own=True)
def fact_duplicate(view: View) -> Iterator[Problem]:
    """A figure stands once for each time it was published.

    Mỗi số liệu chỉ ghi một lần cho mỗi lần công bố.
    """
    for sheet in view.of("observations"):
        key = [*_FACT, "vintage"]
        if not is_repeated(sheet.keys(key)):
            continue
        for line, other in repeats(sheet.cells, key):
            value = ", ".join(str(sheet.cells.loc[line, name]) for name in key)
            yield problem("fact-duplicate", Spot(sheet.file, line, ", ".join(key), value), other=str(other))


@rule("in-force-none", is_own=True)
def in_force_none(view: View) -> Iterator[Problem]:
    """One of the published values of each figure is marked as the one in force.

    Trong các lần công bố của mỗi số liệu phải có một lần được ghi là đang có hiệu lực.
    """
    for sheet in view.of("observations"):
        fact, is_marked = sheet.keys(_FACT), (sheet.cells["in_force"] == "true").to_numpy()
        if len(np.unique(fact)) == len(np.unique(fact[is_marked])):
            continue
        marked = (
            (sheet.cells["in_force"] == "true")
            .groupby([sheet.cells[name] for name in _FACT])
            .transform("any")
        )
        for spot in spots(sheet, "in_force", ~marked & ~sheet.cells.duplicated(_FACT)):
            yield problem("in-force-none", spot)


@rule("in-force-many", is_own=True)
def in_force_many(view: View) -> Iterator[Problem]:
    """No more than one published value of each figure is marked as the one in force.

    Mỗi số liệu không có quá một lần công bố được ghi là đang có hiệu lực.
    """
    for sheet in view.of("observations"):
        is_marked = sheet.cells["in_force"] == "true"
        if not is_repeated(sheet.keys(_FACT)[is_marked.to_numpy()]):
            continue
        marked = sheet.cells[is_marked]
        for line, other in repeats(marked, _FACT):
            yield problem("in-force-many", Spot(sheet.file, line, "in_force", "true"), other=str(other))


@rule("vintage-repeats", is_own=True)
def vintage_repeats(view: View) -> Iterator[Problem]:
    """Two vintages of a figure differ in their source or in their value.

    Hai lần công bố của cùng một số liệu phải khác nhau về nguồn hoặc về giá trị.
    """
    for sheet in view.of("observations"):
        if not is_repeated(sheet.keys([*_FACT, "source", *_FIGURE])):
            continue
        once = sheet.cells[~sheet.cells.duplicated([*_FACT, "vintage"])]
        for line, other in repeats(once, [*_FACT, "source", *_FIGURE]):
            spot = Spot(sheet.file, line, "vintage", str(sheet.cells.loc[line, "vintage"]))
            yield problem("vintage-repeats", spot, other=str(other))


@rule("source-differs")
def source_differs(view: View) -> Iterator[Problem]:
    """A source that several packages use is described identically in each of them.

    Một nguồn dùng ở nhiều gói phải được ghi giống hệt nhau ở mọi gói.
    """
    first: dict[str, tuple[Sheet, dict[str, str]]] = {}
    for sheet in view.of("sources"):
        names = [column.name for column in sheet.shape.columns]
        for line, *cells in sheet.cells[names].itertuples():
            row = dict(zip(names, map(str, cells), strict=True))
            there, known = first.setdefault(row["id"], (sheet, row))
            differing = [name for name in names if row[name] != known[name]]
            if differing and there.file != sheet.file:
                spot = Spot(sheet.file, int(line), differing[0], row[differing[0]])
                yield problem(
                    "source-differs", spot, source=row["id"], other=there.file, there=known[differing[0]]
                )
