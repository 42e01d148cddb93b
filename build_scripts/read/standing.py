"""Whether a package bears the version that follows from what changed since it was last published."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from build_scripts.model import (
    Change,
    Package,
    Problem,
    Text,
    changes_between,
    following,
    level_of,
    version_of,
)
from build_scripts.read.problems import Spot, problem

_WHAT: Final[Mapping[str, Text]] = {
    "table-removed": Text("bớt bảng", "tables removed"),
    "table-added": Text("thêm bảng", "tables added"),
    "column-removed": Text("bớt cột", "columns removed"),
    "column-added": Text("thêm cột", "columns added"),
    "column-changed": Text("đổi kiểu cột", "columns of another type"),
    "row-removed": Text("bớt dòng", "rows removed"),
    "row-added": Text("thêm dòng", "rows added"),
    "value-changed": Text("đổi giá trị", "values changed"),
    "words-changed": Text("sửa câu chữ trong ô", "wordings of cells changed"),
    "description-changed": Text("sửa mô tả", "descriptions changed"),
}
_MOST: Final = 3


def version_problem(last: Package, now: Package) -> Iterator[Problem]:
    """Yield the problem of a version that does not follow; `last` is the newest that was published."""
    version = version_of(last.version)
    if version is None:
        return
    changes = changes_between(last, now)
    expected = following(version, level_of(changes))
    if now.version == expected:
        return
    said = _said(changes)
    yield problem(
        "version-wrong",
        Spot(f"{now.folder}/datapackage.json", None, "version", now.version),
        last=last.version,
        expected=expected,
        change_vi=said.vi,
        change_en=said.en,
    )


def _said(changes: tuple[Change, ...]) -> Text:
    """How much changed in which way, gravest first, with the first places."""
    counted = Counter(each.what for each in changes)
    if not counted:
        return Text("không có gì đổi", "nothing")
    graves = [each for each in changes if each.level == level_of(changes)][:_MOST]
    places = "; ".join(map(_place, graves))
    vi = ", ".join(f"{count} {_WHAT[what].vi}" for what, count in counted.items())
    en = ", ".join(f"{count} {_WHAT[what].en}" for what, count in counted.items())
    return Text(f"{vi}: {places}", f"{en}: {places}")


def _place(change: Change) -> str:
    row = "/".join(change.key[:4])
    where = " ".join(part for part in (change.table, row, change.column) if part)
    if change.before is None:
        return where if where else "datapackage.json"
    return f"{where} {change.before} → {change.after}"
