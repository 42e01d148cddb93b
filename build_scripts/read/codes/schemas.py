"""Problems of cells against the types, constraints and keys that the package itself declares."""

from collections.abc import Mapping

from build_scripts.model import Text
from build_scripts.read.codes.code import Code

SCHEMAS: Mapping[str, Code] = {
    "type-error": Code(
        Text(
            "Ô cột “{field}” ghi “{value}”, nhưng cột này phải là {expected_vi}.",
            "The cell in column “{field}” says “{value}”, but this column holds {expected_en}.",
        ),
        Text("Ghi lại ô cho đúng kiểu.", "Write the cell in that form."),
    ),
    "constraint-required": Code(
        Text("Ô cột “{field}” bị bỏ trống.", "The cell in column “{field}” is empty."),
        Text(
            "Điền ô này; cột “{field}” không được để trống.",
            "Fill the cell; column “{field}” must not be empty.",
        ),
    ),
    "constraint-enum": Code(
        Text(
            "Ô cột “{field}” ghi “{value}”, không có trong các giá trị được phép.",
            "The cell in column “{field}” says “{value}”, which is not one of the allowed values.",
        ),
        Text("Dùng một trong các giá trị: {allowed}.", "Use one of: {allowed}."),
    ),
    "constraint-pattern": Code(
        Text(
            "Ô cột “{field}” ghi “{value}”, không đúng mẫu quy định.",
            "The cell in column “{field}” says “{value}”, which does not have the required form.",
        ),
        Text("Ghi lại theo mẫu: {allowed}.", "Write it in the form: {allowed}."),
    ),
    "constraint-minimum": Code(
        Text(
            "Ô cột “{field}” ghi “{value}”, nhỏ hơn mức cho phép.",
            "The cell in column “{field}” says “{value}”, which is below the allowed range.",
        ),
        Text(
            "Kiểm tra lại giá trị; giới hạn dưới là {allowed}.",
            "Check the value; the lower limit is {allowed}.",
        ),
    ),
    "constraint-maximum": Code(
        Text(
            "Ô cột “{field}” ghi “{value}”, lớn hơn mức cho phép.",
            "The cell in column “{field}” says “{value}”, which is above the allowed range.",
        ),
        Text(
            "Kiểm tra lại giá trị; giới hạn trên là {allowed}.",
            "Check the value; the upper limit is {allowed}.",
        ),
    ),
    "constraint-length": Code(
        Text(
            "Ô cột “{field}” ngắn quá hoặc dài quá: “{value}”.",
            "The cell in column “{field}” is too short or too long: “{value}”.",
        ),
        Text("Viết lại cho vừa; giới hạn là {allowed}.", "Rewrite it to fit; the limit is {allowed}."),
    ),
    "constraint-unique": Code(
        Text(
            "Giá trị “{value}” ở cột “{field}” đã có ở dòng {other}.",
            "The value “{value}” in column “{field}” already stands on line {other}.",
        ),
        Text(
            "Mỗi giá trị của cột này chỉ được dùng một lần: sửa hoặc bỏ một trong hai dòng.",
            "Each value of this column may be used once only: correct or take away one of the two rows.",
        ),
    ),
    "primary-key-duplicate": Code(
        Text(
            "Khóa “{value}” ({field}) đã có ở dòng {other}.",
            "The key “{value}” ({field}) already stands on line {other}.",
        ),
        Text(
            "Mỗi dòng phải có khóa riêng: sửa khóa, hoặc bỏ dòng lặp.",
            "Each row needs a key of its own: correct the key, or take the repeated row away.",
        ),
    ),
    "primary-key-empty": Code(
        Text(
            "Các ô làm khóa ({field}) của dòng này đều trống.",
            "The key cells ({field}) of this row are all empty.",
        ),
        Text("Điền khóa cho dòng này.", "Fill in the key of this row."),
    ),
    "foreign-key-missing": Code(
        Text(
            "“{value}” ở cột “{field}” không có trong bảng “{table}”.",
            "“{value}” in column “{field}” does not stand in the table “{table}”.",
        ),
        Text(
            "Sửa giá trị này, hoặc thêm dòng tương ứng vào bảng “{table}”.",
            "Correct the value, or add the matching row to the table “{table}”.",
        ),
    ),
    "cell-empty": Code(
        Text(
            "Theo mẫu của cổng, ô cột “{field}” không được để trống.",
            "The portal's profile asks for something in column “{field}”, but the cell is empty.",
        ),
        Text("Điền ô này.", "Fill the cell."),
    ),
    "value-form": Code(
        Text(
            "Ô cột “{field}” ghi “{value}”, nhưng theo mẫu của cổng phải là {expected_vi}.",
            "The cell in column “{field}” says “{value}”, but the portal's profile wants {expected_en}.",
        ),
        Text("Ghi lại ô cho đúng kiểu.", "Write the cell in that form."),
    ),
}
