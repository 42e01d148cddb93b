"""Problems of folders, files and the bytes in them."""

from collections.abc import Mapping

from build_scripts.model import Text
from build_scripts.read.codes.code import Code

FILES: Mapping[str, Code] = {
    "datapackages-missing": Code(
        Text("Không có thư mục datapackages.", "There is no datapackages folder."),
        Text(
            "Tạo thư mục datapackages và đặt mỗi gói dữ liệu vào một thư mục con.",
            "Make a datapackages folder and put each data package into a folder of its own inside it.",
        ),
    ),
    "datapackages-empty": Code(
        Text(
            "Thư mục datapackages chưa có gói dữ liệu nào.", "The datapackages folder holds no data package."
        ),
        Text(
            "Đặt vào đây ít nhất một thư mục con có tệp datapackage.json.",
            "Put at least one folder with a datapackage.json file into it.",
        ),
    ),
    "descriptor-missing": Code(
        Text(
            "Thư mục “{folder}” không có tệp datapackage.json.",
            "The folder “{folder}” has no datapackage.json file.",
        ),
        Text(
            "Thêm tệp mô tả datapackage.json, hoặc bỏ thư mục này đi.",
            "Add a datapackage.json descriptor, or take this folder away.",
        ),
    ),
    "symlink": Code(
        Text(
            "Đây là liên kết tượng trưng (lối tắt), không phải tệp hay thư mục thật.",
            "This is a symbolic link (a shortcut), not a real file or folder.",
        ),
        Text(
            "Thay liên kết bằng chính tệp hoặc thư mục mà nó trỏ tới.",
            "Replace the link by the very file or folder it points to.",
        ),
    ),
    "path-unsafe": Code(
        Text(
            "Đường dẫn “{value}” không phải là tên tệp đơn giản nằm trong gói dữ liệu.",
            "The path “{value}” is not a plain file name inside the package.",
        ),
        Text(
            "Chép tệp vào thư mục của gói và ghi tên tương đối, chỉ gồm chữ cái không dấu, chữ số, dấu chấm, gạch "
            "nối và gạch dưới, ví dụ “dan-so.csv”; không dùng địa chỉ web, “..” hay đường dẫn tuyệt đối.",
            "Copy the file into the package's folder and write its relative name, with plain letters, digits, dots, "
            "hyphens and underscores only, such as “population.csv”; no web address, no “..”, no absolute path.",
        ),
    ),
    "file-missing": Code(
        Text(
            "Tệp mô tả nhắc tới “{value}” nhưng trong gói không có tệp này.",
            "The descriptor names “{value}”, but the package holds no such file.",
        ),
        Text(
            "Thêm tệp vào gói, hoặc sửa lại đường dẫn; chú ý chữ hoa và chữ thường.",
            "Add the file to the package, or correct the path; mind capital and small letters.",
        ),
    ),
    "file-unreadable": Code(
        Text("Không đọc được tệp “{value}”.", "The file “{value}” cannot be read."),
        Text(
            "Kiểm tra xem đây có phải là một tệp thường (không phải thư mục) và có cho phép đọc hay không.",
            "See whether it is an ordinary file (not a folder) and whether it may be read.",
        ),
    ),
    "bytes-differ": Code(
        Text(
            "Tệp mô tả ghi tệp “{path}” dài {value} byte, nhưng tệp thật dài {actual} byte.",
            "The descriptor says that “{path}” is {value} bytes long, but the file has {actual} bytes.",
        ),
        Text(
            "Nếu nội dung tệp là đúng, ghi lại “bytes” là {actual}; nếu không, lấy lại tệp gốc.",
            "If the file is right, set “bytes” to {actual}; if not, fetch the original file again.",
        ),
    ),
    "hash-differs": Code(
        Text(
            "Mã kiểm tra của tệp “{path}” không khớp với “hash” trong tệp mô tả: tệp đã bị thay đổi.",
            "The checksum of “{path}” differs from the “hash” in the descriptor: the file was changed.",
        ),
        Text(
            "Nếu nội dung tệp là đúng, ghi lại “hash” là “{actual}”; nếu không, lấy lại tệp gốc.",
            "If the file is right, set “hash” to “{actual}”; if not, fetch the original file again.",
        ),
    ),
    "encoding-broken": Code(
        Text(
            "Dòng này có ký tự không thuộc bảng mã UTF-8 (byte {value}).",
            "This line has characters that are not UTF-8 (byte {value}).",
        ),
        Text(
            "Lưu lại tệp theo bảng mã UTF-8 (trong Excel: “CSV UTF-8”).",
            "Save the file again as UTF-8 (in Excel: “CSV UTF-8”).",
        ),
    ),
    "encoding-unsupported": Code(
        Text(
            "Bảng mã “{value}” không được nhận; mọi tệp phải là UTF-8.",
            "The encoding “{value}” is not accepted; every file must be UTF-8.",
        ),
        Text(
            "Lưu lại tệp theo bảng mã UTF-8 và ghi “encoding” là “utf-8”. Với gói làm ở nơi khác, lệnh “portal adopt” tự làm việc này.",
            "Save the file again as UTF-8 and set “encoding” to “utf-8”. For a package made elsewhere, “portal adopt” does so.",
        ),
    ),
    "bom": Code(
        Text(
            "Tệp mở đầu bằng dấu BOM thừa; khi đọc, dấu này đã được bỏ qua.",
            "The file starts with a needless byte order mark; it was skipped when reading.",
        ),
        Text("Lưu lại tệp là “UTF-8” không có BOM.", "Save the file again as “UTF-8” without BOM."),
        severity="warning",
    ),
    "csv-broken": Code(
        Text(
            "Không tách được dòng này thành các ô: dấu ngoặc kép không đi thành cặp, hoặc một ô quá dài.",
            "This line cannot be split into cells: quotation marks do not pair up, or a cell is too long.",
        ),
        Text(
            "Đặt cả ô trong một cặp dấu ngoặc kép và viết đôi mỗi dấu ngoặc kép bên trong ô.",
            "Put the whole cell between one pair of quotation marks and double every quotation mark inside it.",
        ),
    ),
    "csv-empty": Code(
        Text("Tệp không có dòng dữ liệu nào.", "The file has no rows of data."),
        Text(
            "Thêm ít nhất một dòng dữ liệu dưới dòng tiêu đề.",
            "Add at least one row of data below the header.",
        ),
    ),
    "header-differs": Code(
        Text(
            "Cột thứ {position} có tiêu đề “{value}”, nhưng tệp mô tả ghi cột này là “{expected}”.",
            "Column {position} is headed “{value}”, but the descriptor calls it “{expected}”.",
        ),
        Text(
            "Ghi các tiêu đề cột đúng tên và đúng thứ tự như trong tệp mô tả: {columns}.",
            "Write the column headings with the names and in the order of the descriptor: {columns}.",
        ),
    ),
    "row-short": Code(
        Text(
            "Dòng này chỉ có {found} ô, trong khi bảng có {expected} cột.",
            "This row has only {found} cells, but the table has {expected} columns.",
        ),
        Text(
            "Thêm các ô còn thiếu; ô trống vẫn phải có dấu phân cách.",
            "Add the missing cells; an empty cell still needs its separator.",
        ),
    ),
    "row-long": Code(
        Text(
            "Dòng này có {found} ô, trong khi bảng chỉ có {expected} cột.",
            "This row has {found} cells, but the table has only {expected} columns.",
        ),
        Text(
            "Bỏ các ô thừa; nếu trong ô có dấu phân cách thì đặt cả ô trong dấu ngoặc kép.",
            "Take the extra cells away; if a cell contains the separator, put the cell between quotation marks.",
        ),
    ),
    "row-blank": Code(
        Text("Dòng này trống.", "This row is blank."),
        Text("Xóa dòng trống.", "Delete the blank row."),
    ),
}
