"""How much a package may hold; each limit is read before what it limits is parsed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from build_scripts.model import Problem, Text
from build_scripts.read.problems import Spot, problem


@dataclass(frozen=True, slots=True)
class Limit:
    """The most there may be of something, and what it is called."""

    most: int
    what: Text


LIMITS: Final[Mapping[str, Limit]] = {
    "descriptor": Limit(
        1_000_000, Text("Số byte của tệp datapackage.json", "Bytes of the file datapackage.json")
    ),
    "nesting": Limit(40, Text("Số lớp lồng nhau trong tệp mô tả", "Levels of nesting in the descriptor")),
    "resources": Limit(100, Text("Số bảng trong gói", "Tables in the package")),
    "columns": Limit(500, Text("Số cột của bảng", "Columns of the table")),
    "rows": Limit(200_000, Text("Số dòng của bảng", "Rows of the table")),
    "cell": Limit(32_767, Text("Số ký tự của ô", "Characters of the cell")),
    "file": Limit(20_000_000, Text("Số byte của tệp", "Bytes of the file")),
    "package": Limit(50_000_000, Text("Số byte của cả gói", "Bytes of the package")),
    "large-rows": Limit(50_000_000, Text("Số dòng của bảng lớn", "Rows of a large table")),
    "large-file": Limit(
        2_000_000_000, Text("Số byte của tệp có bảng lớn", "Bytes of the file of a large table")
    ),
    "large-package": Limit(
        4_000_000_000, Text("Số byte của gói có bảng lớn", "Bytes of a package with large tables")
    ),
    "files": Limit(300, Text("Số tệp và thư mục trong gói", "Files and folders in the package")),
    "workbook": Limit(10_000_000, Text("Số byte của sổ tính .xlsx", "Bytes of the .xlsx workbook")),
    "workbook-parts": Limit(400, Text("Số phần trong sổ tính .xlsx", "Parts of the .xlsx workbook")),
    "workbook-unpacked": Limit(
        40_000_000, Text("Số byte của sổ tính sau khi giải nén", "Bytes of the workbook once unpacked")
    ),
    "workbook-elements": Limit(
        500_000, Text("Số phần tử của một trang tính", "Elements of one sheet of the workbook")
    ),
    "pattern": Limit(300, Text("Số ký tự của biểu thức chính quy", "Characters of the regular expression")),
}


def too_large(name: str, spot: Spot, seen: int) -> Problem | None:
    """The problem of `seen` being more than the limit `name`, if it is."""
    limit = LIMITS[name]
    if seen <= limit.most:
        return None
    place = Spot(spot.file, spot.line, spot.field, str(seen))
    return problem("too-large", place, limit=str(limit.most), what_vi=limit.what.vi, what_en=limit.what.en)
