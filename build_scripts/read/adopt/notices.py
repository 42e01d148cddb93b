"""The words of adopting: what was changed on the way in, and why a package is refused."""

from collections.abc import Mapping
from typing import Final

from build_scripts.model import Text
from build_scripts.read.codes.code import Code

NOTICES: Final[Mapping[str, Text]] = {
    "renamed-package": Text(
        "Gói “{old}” được đổi tên thành “{new}” để dùng làm địa chỉ.",
        "The package “{old}” is now called “{new}”, so that the name can be an address.",
    ),
    "renamed-table": Text(
        "Bảng “{old}” được đổi tên thành “{new}”.", "The table “{old}” is now called “{new}”."
    ),
    "renamed-file": Text(
        "Tệp “{old}” được ghi lại thành “{new}”.", "The file “{old}” is written as “{new}”."
    ),
    "renamed-column": Text(
        "Bảng “{table}”: cột “{old}” được ghi theo tệp mô tả là “{new}”.",
        "Table “{table}”: the column headed “{old}” is called “{new}”, as declared.",
    ),
    "left-file": Text(
        "Không lấy tệp “{path}”: tệp mô tả không liệt kê.", "Left behind “{path}”: not a listed table."
    ),
    "left-folder": Text(
        "Không lấy thư mục “{path}” ({count} tệp).", "Left behind the folder “{path}” ({count} files)."
    ),
    "left-link": Text("Không lấy lối tắt “{path}”.", "Left behind the symbolic link “{path}”."),
    "left-remote": Text(
        "Không lấy bảng “{table}”: dữ liệu nằm ở máy khác ({path}) và không được tải về.",
        "Left behind the table “{table}”: its data lie on another host ({path}), and nothing is fetched.",
    ),
    "left-format": Text(
        "Không lấy “{table}” ({path}): không phải bảng CSV.",
        "Left behind “{table}” ({path}): not a CSV table.",
    ),
    "left-empty": Text(
        "Không lấy bảng “{table}”: không có dòng nào.", "Left behind the table “{table}”: it has no rows."
    ),
    "dropped-keys": Text(
        "Bỏ các mục không dùng ở {place}: {keys}.", "Dropped from {place}, not used here: {keys}."
    ),
    "dropped-value": Text(
        "Bỏ mục {key} ở {place}, không dùng được: “{value}”.",
        "Dropped {key} from {place}, not usable: “{value}”.",
    ),
    "dropped-email": Text(
        "Bỏ địa chỉ thư điện tử ở {place}: cổng không đăng dữ liệu cá nhân.",
        "Dropped e-mail addresses from {place}: the portal publishes no personal data.",
    ),
    "dropped-reference": Text(
        "Bảng “{table}”: bỏ khóa ngoại trỏ tới “{target}”, không có trong gói.",
        "Table “{table}”: dropped a foreign key to “{target}”, which is not in the package.",
    ),
    "dropped-pattern": Text(
        "Bảng “{table}”: bỏ mẫu ký tự của cột “{column}”, có thể làm máy chạy mãi: {pattern}",
        "Table “{table}”: dropped the pattern of column “{column}”, which might run without end: {pattern}",
    ),
    "dropped-column": Text(
        "Bảng “{table}”: bỏ khai báo cột “{column}”, tệp không có cột này.",
        "Table “{table}”: dropped the declaration of column “{column}”, which the file lacks.",
    ),
    "dropped-rows": Text(
        "Bảng “{table}”: bỏ {count} dòng trống hoặc dòng ghi chú.",
        "Table “{table}”: dropped {count} blank or comment rows.",
    ),
    "dropped-cells": Text(
        "Bảng “{table}”: bỏ các ô trống thừa ở cuối {count} dòng.",
        "Table “{table}”: dropped needless empty cells at the end of {count} rows.",
    ),
    "dropped-labels": Text(
        "Bảng “{table}”: bỏ lời giải thích của các dấu thiếu số liệu.",
        "Table “{table}”: dropped the labels of its missing-value marks.",
    ),
    "dropped-checksum": Text(
        "Tệp “{path}”: kích thước hoặc mã kiểm tra ghi trong tệp mô tả không khớp; đã tính lại.",
        "File “{path}”: the size or checksum stated in the descriptor does not fit; computed anew.",
    ),
    "dropped-language": Text(
        "Bỏ các bản dịch {keys} ở {place}: cổng chỉ có tiếng Việt và tiếng Anh.",
        "Dropped the translations {keys} from {place}: the portal speaks Vietnamese and English.",
    ),
    "converted-encoding": Text(
        "Tệp “{path}”: chuyển bảng mã {encoding} sang UTF-8.",
        "File “{path}”: converted from {encoding} to UTF-8.",
    ),
    "converted-encoding-declared": Text(
        "Tệp “{path}”: tệp mô tả ghi bảng mã {declared}, nhưng nội dung là {encoding}; đọc theo {encoding}.",
        "File “{path}”: declared as {declared}, but it is {encoding}; read as {encoding}.",
    ),
    "converted-bom": Text(
        "Tệp “{path}”: bỏ dấu BOM ở đầu tệp.", "File “{path}”: took the byte order mark away."
    ),
    "converted-lines": Text(
        "Tệp “{path}”: đổi dấu xuống dòng thành LF.", "File “{path}”: line ends are now LF."
    ),
    "converted-delimiter": Text(
        "Tệp “{path}”: đổi dấu phân cách “{delimiter}” thành dấu phẩy.",
        "File “{path}”: cells were parted by “{delimiter}”, now by commas.",
    ),
    "converted-dialect": Text(
        "Tệp “{path}”: ghi lại theo cách thông thường; trước đây: {keys}.",
        "File “{path}”: written in the ordinary way; it was declared with {keys}.",
    ),
    "converted-packed": Text("Tệp “{path}”: đã giải nén.", "File “{path}”: unpacked."),
    "converted-numbers": Text(
        "Bảng “{table}”, cột “{column}”: {count} số được ghi lại bằng dấu chấm thập phân, giá trị giữ nguyên.",
        "Table “{table}”, column “{column}”: {count} numbers rewritten with a point as decimal sign, values unchanged.",
    ),
    "converted-signs": Text(
        "Bảng “{table}”, cột “{column}”: chuyển ký hiệu “{signs}” viết kèm mọi số vào phần mô tả.",
        "Table “{table}”, column “{column}”: moved “{signs}”, which stood beside its numbers, into the description.",
    ),
    "converted-to-text": Text(
        "Bảng “{table}”, cột “{column}”: để nguyên dạng chữ vì các số kèm ký hiệu khác nhau ({signs}).",
        "Table “{table}”, column “{column}”: kept as text, because different signs stand beside its numbers ({signs}).",
    ),
    "converted-inline": Text(
        "Bảng “{table}”: dữ liệu trong tệp mô tả được ghi ra tệp “{path}”.",
        "Table “{table}”: rows written inside the descriptor are now the file “{path}”.",
    ),
    "converted-parts": Text(
        "Bảng “{table}”: nối {count} tệp thành một.", "Table “{table}”: joined {count} files into one."
    ),
    "converted-inlined": Text(
        "Bảng “{table}”: nội dung tệp “{path}” được chép vào tệp mô tả.",
        "Table “{table}”: the file “{path}” is now part of the descriptor.",
    ),
    "converted-inferred": Text(
        "Bảng “{table}”: tệp mô tả không khai báo cột; kiểu cột được đoán từ dữ liệu: {columns}.",
        "Table “{table}”: no schema was declared; column types were inferred from the data: {columns}.",
    ),
    "converted-column": Text(
        "Bảng “{table}”: thêm khai báo cho cột “{column}”, có trong tệp nhưng không có trong tệp mô tả.",
        "Table “{table}”: declared the column “{column}”, which the file has and the descriptor lacked.",
    ),
    "converted-order": Text(
        "Bảng “{table}”: xếp lại khai báo các cột theo thứ tự trong tệp.",
        "Table “{table}”: put the declared columns into the order of the file.",
    ),
    "converted-type": Text(
        "Bảng “{table}”, cột “{column}”: kiểu “{old}” được ghi theo chuẩn là “{new}”.",
        "Table “{table}”, column “{column}”: the type “{old}” is written as “{new}” in the standard.",
    ),
    "converted-unit": Text(
        "Bảng “{table}”, cột “{column}”: đơn vị “{unit}” được ghi vào phần mô tả.",
        "Table “{table}”, column “{column}”: the unit “{unit}” is now part of the description.",
    ),
    "converted-null": Text(
        "Bảng “{table}”: dấu “{value}” được khai báo là ô không có giá trị.",
        "Table “{table}”: “{value}” is declared as a mark for no value.",
    ),
    "converted-key": Text(
        "Mục “{old}” của phiên bản cũ được ghi thành “{new}”.",
        "The entry “{old}” of an older version is now “{new}”.",
    ),
    "converted-lifted": Text(
        "Mục “{key}” của bảng “{table}” được ghi vào mô tả của cả gói.",
        "“{key}” of the table “{table}” is now stated for the whole package.",
    ),
    "no-licence": Text(
        "Gói không nêu giấy phép; cổng sẽ ghi “không nêu”.",
        "The package states no licence; the portal will say “not stated”.",
    ),
    "no-language": Text(
        "Gói không nêu ngôn ngữ; cổng giữ nguyên lời văn ở cả hai thứ tiếng.",
        "The package does not state its language; the portal shows its words unchanged in both languages.",
    ),
}

REFUSALS: Final[Mapping[str, Code]] = {
    "adopt-folder": Code(
        Text("“{value}” không phải là một thư mục thật.", "“{value}” is not a real folder."),
        Text(
            "Chỉ ra thư mục có tệp datapackage.json (không phải lối tắt).",
            "Name the folder that holds datapackage.json (not a symbolic link).",
        ),
    ),
    "adopt-nothing": Code(
        Text("Gói không có bảng CSV nào dùng được.", "The package has no usable CSV table."),
        Text(
            "Đặt ít nhất một tệp CSV có dữ liệu vào thư mục và liệt kê trong “resources”.",
            "Put at least one CSV file with rows into the folder and list it in “resources”.",
        ),
    ),
    "adopt-size": Code(
        Text(
            "Tệp “{value}” quá lớn: {size} byte, nhiều nhất {limit}.",
            "“{value}” is too large: {size} bytes of {limit}.",
        ),
        Text("Chia dữ liệu thành nhiều bảng nhỏ hơn.", "Split the data into smaller tables."),
    ),
    "adopt-not-csv": Code(
        Text(
            "Tệp “{value}” mang tên CSV nhưng thật ra là {kind_vi}.",
            "“{value}” is called CSV but is {kind_en}.",
        ),
        Text("Lấy lại tệp CSV thật.", "Fetch the real CSV file."),
    ),
    "adopt-parts": Code(
        Text(
            "Tệp “{value}” không có cùng dòng tiêu đề với tệp đầu tiên của bảng.",
            "“{value}” has another header than the first file of its table.",
        ),
        Text("Khai báo mỗi tệp thành một bảng riêng.", "Declare each file as a table of its own."),
    ),
}
