"""Problems of single cells that no schema declares: formulas, personal data, numbers with two readings."""

from collections.abc import Mapping

from build_scripts.model import Text
from build_scripts.read.codes.code import Code

GATE_CELLS: Mapping[str, Code] = {
    "number-form": Code(
        Text(
            "Ô cột “{field}” ghi “{value}”, không phải là số viết đúng cách.",
            "The cell in column “{field}” says “{value}”, which is not how a number is written.",
        ),
        Text(
            "Chỉ dùng chữ số 0–9, dấu “{decimal}” trước phần thập phân, không có dấu cách hay dấu ngăn nghìn.{reading_vi}",
            "Use only the digits 0–9 and “{decimal}” before decimals, no spaces and no thousands separators.{reading_en}",
        ),
    ),
    "number-thousands": Code(
        Text(
            "Mọi số trong cột “{field}” đều có đúng ba chữ số sau dấu chấm, như “{value}”.",
            "Every number in column “{field}” has exactly three digits after the point, like “{value}”.",
        ),
        Text(
            "Nếu dấu chấm ngăn hàng nghìn, bỏ nó đi: {value} -> {reading}. Nếu đúng là số lẻ thì không cần làm gì.",
            "If the point separates thousands, take it away: {value} -> {reading}. If these are decimals, nothing needs to be done.",
        ),
        severity="warning",
    ),
    "missing-mark": Code(
        Text(
            "Ô cột “{field}” ghi “{value}” thay cho số.",
            "The cell in column “{field}” says “{value}” instead of a number.",
        ),
        Text(
            "Để trống ô này, hoặc khai báo “{value}” trong “missingValues” của bảng.",
            "Leave the cell empty, or declare “{value}” in “missingValues” of the table.",
        ),
    ),
    "cell-formula": Code(
        Text(
            "Ô này sẽ bị bảng tính chạy như một công thức: “{value}”.",
            "A spreadsheet would run this cell as a formula: “{value}”.",
        ),
        Text(
            "Ghi kết quả thay cho công thức; nếu là lời văn, bắt đầu ô bằng một chữ.",
            "Write the result instead of the formula; if it is text, begin the cell with a letter.",
        ),
    ),
    "cell-line-break": Code(
        Text(
            "Ô cột “{field}” có dấu xuống dòng, trong khi cột này không phải là lời văn.",
            "The cell in column “{field}” contains a line break, but the column holds no text.",
        ),
        Text("Xóa dấu xuống dòng trong ô.", "Delete the line break in the cell."),
    ),
    "personal-data": Code(
        Text(
            "Ô này có vẻ chứa dữ liệu cá nhân: {kind_vi}.",
            "The cell seems to contain personal data: {kind_en}.",
        ),
        Text(
            "Bỏ dữ liệu ấy đi. Nếu đây không phải là dữ liệu cá nhân, đề nghị người giữ cổng ghi ô này vào "
            "datapackages/reviewed.csv.",
            "Take it away. If it is no personal data, ask the keepers of the portal to list the cell in "
            "datapackages/reviewed.csv.",
        ),
    ),
}
