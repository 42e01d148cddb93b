"""Rules: every id leads somewhere, across tables and packages."""

from collections.abc import Iterator

from build_scripts.model import Problem
from build_scripts.read.problems import Spot, nearest, problem
from build_scripts.read.rules.rule import rule, spots
from build_scripts.read.sheets import Sheet, View

_TARGETS = ("targets", "yearly_targets")
_Columns = tuple[tuple[str, str], ...]
_AREAS: _Columns = (
    *(("changes", "from_area"), ("changes", "to_area"), ("memberships", "region"), ("memberships", "area")),
    *(
        ("tiles", "area"),
        ("observations", "area"),
        ("breaks", "area"),
        ("documents", "area"),
        ("goals", "area"),
    ),
)
_UNITS: _Columns = (
    *(("indicators", "unit"), ("units", "change"), ("goals", "unit"), ("outcomes", "unit")),
    *((table, "unit") for table in _TARGETS),
    *(("conversions", column) for column in ("from_unit", "to_unit")),
)
_DOCUMENTS: _Columns = (
    *(
        (table, "document")
        for table in (*_TARGETS, "outcomes", "gaps", "counts", "statements", "commitments")
    ),
    ("documents", "replaces"),
)
_GOALS: _Columns = (*((table, "goal") for table in _TARGETS), ("outcomes", "goal"), ("measures", "goal"))
_GROUPS: _Columns = (("goals", "group"), ("gaps", "group"), ("counts", "group"), ("commitments", "group"))
_INDICATORS: _Columns = (
    ("indicators", "numerator"),
    ("indicators", "denominator"),
    ("measures", "indicator"),
)


@rule("area-unknown")
def area_unknown(view: View) -> Iterator[Problem]:
    """Every area that a table names is in the table areas of the geography package.

    Mọi địa bàn được nhắc tới đều có trong bảng areas của gói geography.
    """
    return _unknown(view, "area-unknown", _AREAS, view.ids("areas"))


@rule("unit-unknown")
def unit_unknown(view: View) -> Iterator[Problem]:
    """Every unit of measure is in the table units of the vocabulary package.

    Mọi đơn vị tính đều có trong bảng units của gói vocabulary.
    """
    return _unknown(view, "unit-unknown", _UNITS, view.ids("units"))


@rule("document-unknown")
def document_unknown(view: View) -> Iterator[Problem]:
    """Every document that a table names is in the table documents of the policy package.

    Mọi văn bản được nhắc tới đều có trong bảng documents của gói policy.
    """
    return _unknown(view, "document-unknown", _DOCUMENTS, view.ids("documents"))


@rule("goal-unknown")
def goal_unknown(view: View) -> Iterator[Problem]:
    """Every target, outcome and measure belongs to a goal in the table goals of the policy package.

    Mọi giá trị mục tiêu, kết quả và cách đo đều thuộc một mục tiêu có trong bảng goals của gói policy.
    """
    return _unknown(view, "goal-unknown", _GOALS, view.ids("goals"))


@rule("group-unknown")
def group_unknown(view: View) -> Iterator[Problem]:
    """Every group is in the table groups of the policy package.

    Mọi nhóm được nhắc tới đều có trong bảng groups của gói policy.
    """
    return _unknown(view, "group-unknown", _GROUPS, view.ids("groups"))


@rule("indicator-unknown")
def indicator_unknown(view: View) -> Iterator[Problem]:
    """Observations and breaks name an indicator of their own package; measures and ratios name any indicator.

    Số liệu và chỗ gãy chuỗi phải thuộc một chỉ tiêu thống kê của chính gói đó; cách đo mục tiêu, tử số và mẫu số
    có thể thuộc chỉ tiêu thống kê của gói bất kỳ.
    """
    yield from _unknown(view, "indicator-unknown", _INDICATORS, view.ids("indicators"))
    for sheet in view.of("indicators"):
        for other in view.near(sheet, "observations", "breaks"):
            yield from _dangling(other, "indicator", "indicator-unknown", sheet.distinct("id"))


@rule("source-unknown", is_own=True)
def source_unknown(view: View) -> Iterator[Problem]:
    """Every source that a table names is in the table sources of the same package.

    Mọi nguồn được nhắc tới đều có trong bảng sources của chính gói đó.
    """
    for sources in view.of("sources"):
        for sheet in view.near(sources):
            if "source" in sheet.cells.columns:
                yield from _dangling(sheet, "source", "source-unknown", sources.distinct("id"))


@rule("theme-unknown")
def theme_unknown(view: View) -> Iterator[Problem]:
    """Every theme package has a row in the table themes of the vocabulary package.

    Mỗi gói theo lĩnh vực có một dòng trong bảng themes của gói vocabulary.
    """
    themes = view.ids("themes")
    for sheet in view.of("indicators"):
        if view.complete and sheet.package not in themes:
            file = f"{sheet.file.rpartition('/')[0]}/datapackage.json"
            spot = Spot(file, None, "name", sheet.package)
            yield problem("theme-unknown", spot, near=nearest(sheet.package, sorted(themes)))


@rule("theme-without-package")
def theme_without_package(view: View) -> Iterator[Problem]:
    """Every theme in the vocabulary package has a package of its name.

    Mỗi lĩnh vực trong gói vocabulary có một gói dữ liệu cùng tên.
    """
    return _unknown(view, "theme-without-package", (("themes", "id"),), frozenset(view.packages))


@rule("composition-alone", is_own=True)
def composition_alone(view: View) -> Iterator[Problem]:
    """A composition has at least two parts.

    Mỗi cơ cấu có ít nhất hai phần.
    """
    for sheet in view.of("indicators"):
        names = sheet.cells["composition"].str.split().explode().dropna()
        lonely = names[~names.duplicated(keep=False)].index
        alone = sheet.cells["composition"].where(sheet.cells.index.isin(lonely)).notna()
        for spot in spots(sheet, "composition", alone):
            yield problem(
                "composition-alone", spot, near=nearest(str(spot.value), set(names) - {str(spot.value)})
            )


def _unknown(view: View, code: str, columns: _Columns, known: frozenset[str]) -> Iterator[Problem]:
    if not view.complete:
        return
    for table, column in columns:
        for sheet in view.of(table):
            yield from _dangling(sheet, column, code, known)


def _dangling(sheet: Sheet, column: str, code: str, known: frozenset[str]) -> Iterator[Problem]:
    """The cells of `column` that are neither empty nor `known`, with the id that may have been meant."""
    wrong = sheet.distinct(column) - known - {""}
    if not wrong:
        return
    words = sorted(known)
    near = {value: nearest(value, words) for value in wrong}
    for spot in spots(sheet, column, sheet.cells[column].isin(list(wrong))):
        yield problem(code, spot, near=near[str(spot.value)])
