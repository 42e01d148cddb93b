"""Problems of datapackage.json."""

from collections.abc import Mapping

from build_scripts.model import Text
from build_scripts.read.codes.code import Code

DESCRIPTORS: Mapping[str, Code] = {
    "json-invalid": Code(
        Text("Tệp mô tả không phải là JSON đúng cú pháp.", "The descriptor is not well-formed JSON."),
        Text(
            "Xem lại dòng này và dòng ngay trước: thường là thừa hoặc thiếu dấu phẩy, dấu ngoặc.",
            "Look at this line and the one before: usually a comma, quotation mark or bracket is missing or too many.",
        ),
    ),
    "json-duplicate-key": Code(
        Text(
            "Khóa “{value}” xuất hiện hai lần trong cùng một mục của tệp mô tả.",
            "The key “{value}” appears twice in the same object of the descriptor.",
        ),
        Text("Chỉ giữ lại một khóa “{value}”.", "Keep only one key “{value}”."),
    ),
    "json-number": Code(
        Text(
            "“{value}” không phải là số mà tệp JSON được phép chứa.",
            "“{value}” is not a number that JSON may hold.",
        ),
        Text("Ghi một số thông thường, hoặc bỏ khóa này.", "Write an ordinary number, or take the key away."),
    ),
    "descriptor-type": Code(
        Text(
            "Mục “{field}” trong tệp mô tả phải là {expected_vi}.",
            "“{field}” in the descriptor must be {expected_en}.",
        ),
        Text(
            "Sửa mục này, hoặc bỏ đi nếu không cần.",
            "Correct the entry, or take it away if it is not needed.",
        ),
    ),
    "descriptor-required": Code(
        Text("Tệp mô tả thiếu mục “{field}”.", "The descriptor lacks “{field}”."),
        Text("Thêm mục này vào tệp mô tả.", "Add the entry to the descriptor."),
    ),
    "name-form": Code(
        Text(
            "Tên “{value}” không dùng được làm địa chỉ trang và tên tệp.",
            "The name “{value}” cannot serve as an address and a file name.",
        ),
        Text(
            "Chỉ dùng chữ cái không dấu, chữ số, dấu chấm, gạch nối và gạch dưới; bắt đầu bằng chữ cái hoặc chữ số. Với gói làm ở nơi khác, lệnh “portal adopt” tự làm việc này.",
            "Use plain letters, digits, dots, hyphens and underscores only; begin with a letter or a digit. For a package made elsewhere, “portal adopt” does so.",
        ),
    ),
    "package-duplicate": Code(
        Text(
            "Tên gói “{value}” đã được dùng ở {other}.",
            "The package name “{value}” is already used in {other}.",
        ),
        Text("Đặt cho mỗi gói một tên riêng.", "Give each package a name of its own."),
    ),
    "resource-duplicate": Code(
        Text(
            "Gói có hai bảng cùng dùng tên hoặc tệp “{value}”.",
            "Two tables of the package share the name or the file “{value}”.",
        ),
        Text("Đặt cho mỗi bảng một tên và một tệp riêng.", "Give each table a name and a file of its own."),
    ),
    "tables-missing": Code(
        Text("Gói không có bảng CSV nào.", "The package has no CSV table."),
        Text(
            "Thêm ít nhất một bảng: tệp .csv trong gói và các cột của bảng (“schema”).",
            "Add at least one table: a .csv file in the package and its columns (“schema”).",
        ),
    ),
    "resource-left": Code(
        Text(
            "“{value}” không phải là bảng CSV nên không được đăng.",
            "“{value}” is not a CSV table, so it is not published.",
        ),
        Text(
            "Không cần làm gì; nếu đây là một bảng, hãy lưu thành tệp .csv và khai báo các cột (“schema”).",
            "Nothing needs to be done; if it is a table, save it as a .csv file and declare its columns (“schema”).",
        ),
        "warning",
    ),
    "resource-not-file": Code(
        Text(
            "Bảng này không trỏ tới đúng một tệp trong gói (mục “{field}”).",
            "This table does not point to exactly one file of the package (“{field}”).",
        ),
        Text(
            "Ghi dữ liệu vào một tệp CSV trong gói và ghi tên tệp đó vào “path”. Với gói làm ở nơi khác, lệnh “portal adopt” tự làm việc này.",
            "Put the data into one CSV file of the package and write its name in “path”. For a package made elsewhere, “portal adopt” does so.",
        ),
    ),
    "format-unsupported": Code(
        Text("Tệp “{value}” không phải là tệp CSV.", "The file “{value}” is not a CSV file."),
        Text(
            "Lưu bảng thành tệp .csv (hoặc .tsv) và sửa lại “path”.",
            "Save the table as a .csv (or .tsv) file and correct “path”.",
        ),
    ),
    "dialect-unsupported": Code(
        Text(
            "Khai báo “{field}” về cách ghi tệp CSV không được hỗ trợ.",
            "The declaration “{field}” of how the CSV file is written is not supported.",
        ),
        Text(
            "Lưu tệp theo kiểu thông thường (một dòng tiêu đề, cách nhau bằng dấu phẩy) và bỏ khai báo này.",
            "Save the file in the ordinary way (one header line, commas between cells) and take the declaration away.",
        ),
    ),
    "schema-missing": Code(
        Text(
            "Bảng “{resource}” chưa khai báo các cột (mục “schema”) ngay trong tệp mô tả.",
            "The table “{resource}” does not declare its columns (“schema”) in the descriptor itself.",
        ),
        Text(
            "Thêm “schema” với danh sách “fields”: tên và kiểu của từng cột. Với gói làm ở nơi khác, lệnh “portal adopt” tự làm việc này.",
            "Add a “schema” with a list of “fields”: the name and the type of each column. For a package made elsewhere, “portal adopt” does so.",
        ),
    ),
    "field-duplicate": Code(
        Text("Bảng có hai cột cùng tên “{value}”.", "Two columns of the table are both called “{value}”."),
        Text("Đặt cho mỗi cột một tên riêng.", "Give each column a name of its own."),
    ),
    "field-type-unknown": Code(
        Text("Không có kiểu cột nào tên là “{value}”.", "There is no column type called “{value}”."),
        Text(
            "Dùng một trong các kiểu: {types}. Với gói làm ở nơi khác, lệnh “portal adopt” tự làm việc này.",
            "Use one of the types: {types}. For a package made elsewhere, “portal adopt” does so.",
        ),
    ),
    "key-field-unknown": Code(
        Text(
            "Một khóa nhắc tới cột “{value}”, nhưng bảng không có cột này.",
            "A key names the column “{value}”, but the table has no such column.",
        ),
        Text("Sửa tên cột trong khóa.", "Correct the name of the column in the key."),
    ),
    "foreign-key-target": Code(
        Text(
            "Khóa ngoại nhắc tới bảng “{value}”, nhưng gói không có bảng này.",
            "A foreign key names the table “{value}”, but the package has no such table.",
        ),
        Text(
            "Sửa tên bảng; khóa ngoại chỉ được trỏ tới bảng trong cùng gói.",
            "Correct the name of the table; a foreign key may only point into the same package.",
        ),
    ),
    "constraint-invalid": Code(
        Text(
            "Ràng buộc “{constraint}” của cột “{column}” không dùng được với giá trị “{value}”.",
            "The constraint “{constraint}” of the column “{column}” cannot be used with “{value}”.",
        ),
        Text(
            "Ghi một giá trị hợp với kiểu của cột, hoặc bỏ ràng buộc này.",
            "Write a value that fits the column's type, or take the constraint away.",
        ),
    ),
    "schema-invalid": Code(
        Text(
            "Phần mềm Frictionless không nhận tệp mô tả này: {note}.",
            "Frictionless does not accept this descriptor: {note}.",
        ),
        Text(
            "Sửa tệp mô tả theo chuẩn Data Package v2.",
            "Mend the descriptor after the Data Package v2 standard.",
        ),
    ),
    "profile-unknown": Code(
        Text(
            "“portal:profile” ghi “{value}”, nhưng cổng chỉ biết: {known}.",
            "“portal:profile” says “{value}”, but the portal only knows: {known}.",
        ),
        Text(
            "Sửa lại, hoặc bỏ mục này nếu gói không theo mẫu nào.",
            "Correct it, or take it away if the package follows none of them.",
        ),
    ),
    "table-missing": Code(
        Text(
            "Gói theo mẫu “{profile}” nhưng thiếu bảng “{value}”.",
            "The package follows the profile “{profile}” but lacks the table “{value}”.",
        ),
        Text(
            "Thêm tệp {value}.csv và khai báo nó trong tệp mô tả.",
            "Add the file {value}.csv and declare it in the descriptor.",
        ),
    ),
    "column-missing": Code(
        Text(
            "Bảng “{table}” của mẫu “{profile}” phải có cột “{value}”.",
            "The table “{table}” of the profile “{profile}” must have a column “{value}”.",
        ),
        Text(
            "Thêm cột này vào tệp và vào tệp mô tả; ô không có gì thì để trống.",
            "Add the column to the file and to the descriptor; leave a cell empty where there is nothing to say.",
        ),
    ),
}
