"""Problems of what lies in a package's folder, and of bytes that are no table."""

from collections.abc import Mapping

from build_scripts.model import Text
from build_scripts.read.codes.code import Code

GATE_FILES: Mapping[str, Code] = {
    "file-unlisted": Code(
        Text(
            "Tệp “{value}” không được tệp mô tả liệt kê.",
            "The file “{value}” is not listed in the descriptor.",
        ),
        Text(
            "Liệt kê bảng trong “resources”, hoặc bỏ tệp này khỏi gói. Ngoài các bảng, gói chỉ chứa datapackage.json, "
            "README.md và README.en.md.",
            "List the table in “resources”, or take the file out of the package. Besides its tables a package holds "
            "only datapackage.json, README.md and README.en.md.",
        ),
    ),
    "file-kind": Code(
        Text(
            "“{value}” là loại tệp không được nằm trong gói dữ liệu.",
            "“{value}” is a kind of file that no package may hold.",
        ),
        Text(
            "Bỏ tệp này và mục liệt kê nó; gói chỉ chứa bảng .csv hoặc .tsv. Bảng tính thì lưu lại thành CSV.",
            "Take the file and its entry away; a package holds .csv or .tsv tables only. Save a spreadsheet as CSV.",
        ),
    ),
    "file-executable": Code(
        Text("Tệp “{value}” được đặt là chạy được.", "The file “{value}” is marked as a program."),
        Text(
            "Bỏ quyền chạy: chmod -x {value} (và git update-index --chmod=-x {value} nếu đã đưa vào git).",
            "Take the mark away: chmod -x {value} (and git update-index --chmod=-x {value} once it is in git).",
        ),
    ),
    "file-special": Code(
        Text(
            "“{value}” không phải là tệp thường (ống dẫn, thiết bị hoặc ổ cắm).",
            "“{value}” is no ordinary file (a pipe, a device or a socket).",
        ),
        Text("Bỏ nó khỏi gói.", "Take it out of the package."),
    ),
    "hard-link": Code(
        Text(
            "Tệp “{value}” còn có tên khác ở ngoài gói (liên kết cứng).",
            "The file “{value}” has another name outside the package (a hard link).",
        ),
        Text(
            "Thay bằng một bản sao: chép tệp ra tên khác rồi đổi lại tên cũ.",
            "Replace it by a copy: copy the file to another name, then rename the copy.",
        ),
    ),
    "submodule": Code(
        Text(
            "“{value}” là kho git con, không phải thư mục thật.", "“{value}” is a git submodule, no folder."
        ),
        Text("Bỏ kho con và chép các bảng vào.", "Take the submodule away and copy its tables in."),
    ),
    "name-collision": Code(
        Text(
            "Tên “{value}” và “{other}” là một trên máy không phân biệt chữ hoa, chữ thường hay cách ghép dấu.",
            "“{value}” and “{other}” are one name where capital letters or composed accents make no difference.",
        ),
        Text("Đổi một trong hai tên.", "Rename one of the two."),
    ),
    "name-reserved": Code(
        Text(
            "Tên “{value}” dành cho việc khác (Windows hoặc các trang của cổng).",
            "The name “{value}” is reserved (by Windows, or for the site's own pages).",
        ),
        Text(
            "Đặt tên khác, ví dụ “{value}-data”.",
            "Choose another name, such as “{value}-data”.",
        ),
    ),
    "too-large": Code(
        Text("{what_vi}: {value}, nhiều nhất là {limit}.", "{what_en}: {value}, at most {limit}."),
        Text(
            "Chia dữ liệu thành nhiều bảng hoặc nhiều gói nhỏ hơn.",
            "Split the data into smaller tables or packages.",
        ),
    ),
    "file-not-csv": Code(
        Text(
            "Tệp mang tên bảng CSV nhưng thật ra là {kind_vi}.",
            "The file is called a CSV table but is {kind_en}.",
        ),
        Text(
            "Lấy lại tệp CSV thật; với bảng tính, chọn “Lưu thành” rồi “CSV UTF-8”.",
            "Fetch the real CSV file; from a spreadsheet, “Save as” and choose “CSV UTF-8”.",
        ),
    ),
    "encoding-detected": Code(
        Text(
            "Tệp viết bằng bảng mã {encoding}, không phải UTF-8 (thấy “{value}”).",
            "The file is written in {encoding}, not in UTF-8 (seen: “{value}”).",
        ),
        Text(
            "Chuyển sang UTF-8 bằng một lệnh rồi xem lại các chữ có dấu: {command}",
            "Convert it to UTF-8 with one command, then look at the accented letters: {command}",
        ),
    ),
    "character-forbidden": Code(
        Text(
            "Có ký tự không nhìn thấy hoặc không được phép: {character}.",
            "There is an invisible or forbidden character: {character}.",
        ),
        Text("Xóa ký tự này; thường chỉ cần gõ lại ô.", "Delete it; typing the cell again usually does."),
    ),
    "line-ends-mixed": Code(
        Text(
            "Tệp dùng lẫn nhiều kiểu xuống dòng.",
            "The file mixes several kinds of line ends.",
        ),
        Text(
            "Lưu lại tệp với một kiểu xuống dòng (LF); lệnh “portal fix” tự làm việc này.",
            "Save the file with one kind of line end (LF); “portal fix” does so.",
        ),
        severity="warning",
    ),
    "quote-stray": Code(
        Text(
            "Dòng này có dấu ngoặc kép lạc chỗ.",
            "There is a stray quotation mark in this line.",
        ),
        Text(
            "Đặt cả ô trong một cặp dấu ngoặc kép và viết đôi mỗi dấu ngoặc kép bên trong ô.",
            "Put the whole cell between one pair of quotation marks and double every quotation mark inside it.",
        ),
    ),
    "delimiter-undeclared": Code(
        Text(
            "Các ô cách nhau bằng “{value}”, không phải “{expected}” như đã khai báo.",
            "The cells are parted by “{value}”, not by “{expected}” as declared.",
        ),
        Text(
            "Lưu lại tệp với dấu phẩy giữa các ô, hoặc khai báo “dialect”: {{“delimiter”: “{value}”}}.",
            "Save the file with commas between the cells, or declare “dialect”: {{“delimiter”: “{value}”}}.",
        ),
    ),
    "check-stopped": Code(
        Text(
            "Việc kiểm tra gói này dùng quá nhiều thời gian hoặc bộ nhớ nên đã bị dừng.",
            "Checking this package took too much time or memory and was stopped.",
        ),
        Text(
            "Chia gói thành các bảng nhỏ hơn và bỏ những ràng buộc phức tạp.",
            "Split the package into smaller tables and take complicated constraints away.",
        ),
    ),
    "more-problems": Code(
        Text(
            "Còn {value} chỗ nữa trong tệp này cùng lỗi {of}.",
            "There are {value} more problems {of} in this file.",
        ),
        Text("Sửa các chỗ đã nêu rồi kiểm tra lại.", "Mend those listed, then check again."),
        severity="warning",
    ),
}
