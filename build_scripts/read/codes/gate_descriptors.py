"""Problems of what a descriptor asks for, promises or leaves unsaid."""

from collections.abc import Mapping

from build_scripts.model import Text
from build_scripts.read.codes.code import Code

GATE_DESCRIPTORS: Mapping[str, Code] = {
    "key-dangerous": Code(
        Text(
            "Mục “{field}” dẫn ra ngoài gói hoặc bắt máy làm việc khác ngoài việc đọc bảng.",
            "“{field}” leads out of the package, or asks for more than reading a table.",
        ),
        Text(
            "Bỏ mục này. Gói chỉ mô tả các bảng nằm trong chính nó. Với gói làm ở nơi khác, lệnh “portal adopt” tự làm việc này.",
            "Take the entry away. A package describes only the tables that lie in it. For a package made elsewhere, “portal adopt” does so.",
        ),
    ),
    "key-unknown": Code(
        Text("Mục “{field}” không được dùng và đã bị bỏ qua.", "“{field}” is not used and was left out."),
        Text(
            "Không cần làm gì; nếu viết nhầm thì sửa lại tên mục.",
            "Nothing needs to be done; if it is misspelt, correct its name.",
        ),
        severity="warning",
    ),
    "not-stated": Code(
        Text(
            "Gói làm ở nơi khác không nêu “{value}”; trang của gói sẽ ghi rõ điều đó.",
            "The package, made elsewhere, does not state its “{value}”; its page will say so.",
        ),
        Text(
            "Hỏi nơi làm ra gói, ghi vào mục “{value}” rồi bỏ tên ấy khỏi “portal:not-stated”.",
            "Ask its makers, write “{value}”, and take the name out of “portal:not-stated”.",
        ),
        severity="warning",
    ),
    "licence-closed": Code(
        Text(
            "“{value}” không phải là một giấy phép mở mà cổng nhận.",
            "“{value}” is no open licence that the portal accepts.",
        ),
        Text(
            "Dùng một giấy phép mở và ghi mã của nó vào “name”, ví dụ CC-BY-4.0, ODC-BY-1.0 hoặc ODbL-1.0.",
            "Use an open licence and write its code in “name”, such as CC-BY-4.0, ODC-BY-1.0 or ODbL-1.0.",
        ),
    ),
    "address-unsafe": Code(
        Text(
            "“{value}” không thể làm địa chỉ trang web.",
            "“{value}” cannot serve as a web address.",
        ),
        Text(
            "Ghi một địa chỉ bắt đầu bằng https://, có tên miền, không kèm tên đăng nhập hay mật khẩu.",
            "Write an address that begins with https:// and names a host, without a user name or a password.",
        ),
    ),
    "address-plain": Code(
        Text("Địa chỉ “{value}” không được mã hóa (http).", "The address “{value}” is not encrypted (http)."),
        Text("Nếu trang có https thì ghi https://.", "If the site has https, write https://."),
        severity="warning",
    ),
    "image-remote": Code(
        Text("Ảnh “{value}” nằm ở máy khác.", "The picture “{value}” lies on another host."),
        Text(
            "Bỏ mục “image”; cổng không dùng ảnh của gói.",
            "Take “image” away; the portal uses no pictures of packages.",
        ),
    ),
    "column-name-unsafe": Code(
        Text(
            "Tên cột “{value}” làm hỏng các chương trình đọc bảng.",
            "The column name “{value}” breaks programs that read tables.",
        ),
        Text(
            "Dùng tên ngắn gồm chữ cái, chữ số và gạch dưới, ví dụ “dan_so”.",
            "Use a short name of letters, digits and underscores, such as “population”.",
        ),
    ),
    "missing-value-real": Code(
        Text(
            "“{value}” được khai báo là dấu thiếu số liệu, nhưng trông như một giá trị thật.",
            "“{value}” is declared as a mark for a missing value, but it looks like a real one.",
        ),
        Text(
            "Nếu “{value}” là số liệu thật, bỏ nó khỏi “missingValues”.",
            "If “{value}” is real data, take it out of “missingValues”.",
        ),
        severity="warning",
    ),
    "rows-hidden": Code(
        Text(
            "“{field}” làm {value} dòng của tệp không được đọc.",
            "“{field}” keeps {value} rows of the file from being read.",
        ),
        Text(
            "Kiểm tra xem các dòng đó có phải là ghi chú hay không; nếu là số liệu, bỏ khai báo này.",
            "See whether those rows are remarks; if they are data, take the declaration away.",
        ),
        severity="warning",
    ),
    "date-in-future": Code(
        Text("Ngày “{value}” chưa tới.", "The date “{value}” lies in the future."),
        Text("Kiểm tra lại năm và tháng.", "Check the year and the month."),
        severity="warning",
    ),
}
