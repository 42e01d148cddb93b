"""Problems of ids that should lead from one table to another."""

from collections.abc import Mapping

from build_scripts.model import Text
from build_scripts.read.codes.code import Code


def _unknown(vi: str, en: str, table: str) -> Code:
    return Code(
        Text(
            f"Mã “{{value}}” ở cột “{{field}}” không phải là mã của {vi} nào trong bảng {table}.",
            f"“{{value}}” in column “{{field}}” is not the id of any {en} in the table {table}.",
        ),
        Text(
            f"Sửa mã, hoặc thêm {vi} này vào bảng {table}.",
            f"Correct the id, or add the {en} to the table {table}.",
        ),
    )


REFERENCES: Mapping[str, Code] = {
    "area-unknown": _unknown("địa bàn", "area", "areas (geography)"),
    "document-unknown": _unknown("văn bản", "document", "documents (policy)"),
    "goal-unknown": _unknown("mục tiêu", "goal", "goals (policy)"),
    "group-unknown": _unknown("nhóm", "group", "groups (policy)"),
    "indicator-unknown": _unknown("chỉ tiêu thống kê", "indicator", "indicators"),
    "source-unknown": Code(
        Text(
            "Mã “{value}” ở cột “{field}” không phải là mã của nguồn nào trong bảng sources của gói này.",
            "“{value}” in column “{field}” is not the id of any source in the table sources of this package.",
        ),
        Text(
            "Sửa mã, hoặc thêm nguồn này vào bảng sources của gói.",
            "Correct the id, or add the source to the package's table sources.",
        ),
    ),
    "theme-unknown": Code(
        Text(
            "Gói “{value}” theo mẫu lĩnh vực nhưng không có dòng nào trong bảng themes (vocabulary).",
            "The package “{value}” follows the theme profile but has no row in the table themes (vocabulary).",
        ),
        Text(
            "Thêm một dòng có mã đúng bằng tên gói vào bảng themes (vocabulary).",
            "Add a row to the table themes (vocabulary), with the package's name as its id.",
        ),
    ),
    "theme-without-package": Code(
        Text(
            "Không có gói dữ liệu nào tên là “{value}” cho lĩnh vực này.",
            "No data package is called “{value}” for this theme.",
        ),
        Text(
            "Sửa mã lĩnh vực cho trùng tên gói, hoặc bỏ dòng này.",
            "Make the theme's id the name of its package, or take the row away.",
        ),
    ),
    "unit-unknown": _unknown("đơn vị tính", "unit", "units (vocabulary)"),
    "composition-alone": Code(
        Text(
            "Chỉ có một chỉ tiêu thống kê thuộc cơ cấu “{value}”.",
            "Only one indicator belongs to the composition “{value}”.",
        ),
        Text(
            "Kiểm tra tên cơ cấu: các phần của một cơ cấu phải ghi cùng một tên.",
            "Check the name: all parts of one composition must carry the same name.",
        ),
        severity="warning",
    ),
    "source-differs": Code(
        Text(
            "Nguồn “{source}” ở đây ghi cột “{field}” khác với {other}: “{value}” và “{there}”.",
            "The source “{source}” has another “{field}” here than in {other}: “{value}” and “{there}”.",
        ),
        Text(
            "Ghi nguồn này giống hệt nhau ở mọi gói, hoặc đặt cho nó một mã khác.",
            "Write the source identically in every package, or give it another id.",
        ),
    ),
    "id-duplicate": Code(
        Text("Mã “{value}” đã được dùng ở {other}.", "The id “{value}” is already used in {other}."),
        Text(
            "Đặt một mã chưa từng dùng; mã không bao giờ được dùng lại.",
            "Choose an id that was never used; an id is never used again.",
        ),
    ),
    "id-form": Code(
        Text(
            "Mã “{value}” không đúng dạng.",
            "The id “{value}” does not have the form of an id.",
        ),
        Text(
            "Chỉ dùng chữ cái không dấu, chữ số, dấu chấm, gạch nối và gạch dưới; bắt đầu bằng chữ hoặc số.",
            "Use plain letters, digits, dots, hyphens and underscores only; begin with a letter or a digit.",
        ),
    ),
}
