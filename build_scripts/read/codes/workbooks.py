"""Problems of a workbook that a table is taken from: the file itself, its sheet, and cells that show what they do not hold."""

from collections.abc import Mapping

from build_scripts.model import Text
from build_scripts.read.codes.code import Code

WORKBOOKS: Mapping[str, Code] = {
    "workbook-broken": Code(
        Text(
            "Không đọc được tệp như một sổ tính .xlsx: {what_vi}.",
            "The file cannot be read as an .xlsx workbook: {what_en}.",
        ),
        Text(
            "Mở tệp trong chương trình bảng tính và chọn “Lưu thành” sổ tính Excel (.xlsx), không đặt mật khẩu.",
            "Open it in a spreadsheet and “Save as” an Excel workbook (.xlsx), without a password.",
        ),
    ),
    "workbook-unsafe": Code(
        Text(
            "Sổ tính chứa thứ không được nhận: {what_vi} ({value}).",
            "The workbook holds what is not taken: {what_en} ({value}).",
        ),
        Text(
            "Chép các dòng sang mẫu mới (lệnh portal template) chỉ bằng giá trị, rồi lưu thành .xlsx.",
            "Copy the rows into a fresh template (portal template) as values only, and save it as .xlsx.",
        ),
    ),
    "workbook-sheet": Code(
        Text(
            "Sổ tính không có trang tính “{value}”; chỉ có: {sheets}.",
            "The workbook has no sheet “{value}”; it has: {sheets}.",
        ),
        Text("Đặt tên trang tính đúng như tên bảng.", "Give the sheet the name of the table."),
    ),
    "workbook-empty": Code(
        Text("Trang tính không có dòng dữ liệu nào.", "The sheet holds no row of data."),
        Text(
            "Điền từ dòng thứ hai, dưới tên các cột.",
            "Fill in rows from the second on, below the names of the columns.",
        ),
    ),
    "workbook-header": Code(
        Text(
            "Dòng đầu của trang tính phải là tên các cột: {columns}. Chưa đúng: {wrong}.",
            "The first row of the sheet must name the columns: {columns}. Not so: {wrong}.",
        ),
        Text(
            "Giữ nguyên dòng đầu của mẫu; thứ tự cột có thể đổi, tên thì không.",
            "Leave the first row of the template as it is; columns may change places, not names.",
        ),
    ),
    "workbook-outside": Code(
        Text("Ô này nằm ngoài các cột có tên.", "This cell lies outside the columns that have a name."),
        Text(
            "Xóa ô, hoặc chuyển nội dung vào cột ghi chú.",
            "Delete the cell, or move what it says into the column of notes.",
        ),
    ),
    "workbook-formula": Code(
        Text("Ô này là công thức, không phải giá trị.", "This cell is a formula, not a value."),
        Text(
            "Chép ô rồi dán lại bằng “Dán đặc biệt: chỉ giá trị”.",
            "Copy the cell and paste it back as “Paste special: values only”.",
        ),
    ),
    "workbook-merged": Code(
        Text("Các ô {value} bị gộp làm một.", "The cells {value} are merged into one."),
        Text("Bỏ gộp ô và ghi giá trị vào từng ô.", "Unmerge them and write the value into each cell."),
    ),
    "workbook-hidden": Code(
        Text(
            "Dòng hoặc cột này đang bị ẩn hay bị lọc mà vẫn có số liệu.",
            "This row or column is hidden or filtered but holds data.",
        ),
        Text(
            "Hiện lại (bỏ lọc, bỏ ẩn) và xem qua, hoặc xóa hẳn.",
            "Show it again (clear the filter, unhide) and look at it, or delete it.",
        ),
    ),
    "workbook-error-value": Code(
        Text("Ô này ghi lỗi của bảng tính: {value}.", "This cell holds a spreadsheet's error: {value}."),
        Text(
            "Ghi giá trị đúng, hoặc để trống nếu không có.",
            "Write the value, or leave the cell empty when there is none.",
        ),
    ),
    "workbook-shown": Code(
        Text(
            "Ô này hiện ra khác với giá trị nó giữ ({what_vi}; giá trị giữ là {value}), nên không rõ con số nào là đúng.",
            "This cell shows something else than it holds ({what_en}; it holds {value}), so nobody can tell which is meant.",
        ),
        Text(
            "Đổi định dạng ô thành “Chung” hoặc “Văn bản” và ghi đúng con số theo đơn vị của chỉ tiêu thống kê.",
            "Set the format of the cell to “General” or “Text” and write the figure in the unit of the indicator.",
        ),
    ),
}
