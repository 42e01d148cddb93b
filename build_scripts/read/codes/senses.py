"""Figures that are well written but hardly true: warnings, each of which a keeper of the portal can confirm."""

from collections.abc import Mapping

from build_scripts.model import Text
from build_scripts.read.codes.code import Code

_CONFIRM = Text(
    " Nếu số đúng, người giữ cổng ghi vào datapackages/reviewed.csv: {entry}",
    " If it is right, a keeper of the portal adds to datapackages/reviewed.csv: {entry}",
)


def _code(message: Text, remedy: Text) -> Code:
    return Code(message, Text(remedy.vi + _CONFIRM.vi, remedy.en + _CONFIRM.en), severity="warning")


SENSES: Mapping[str, Code] = {
    "value-jump": _code(
        Text(
            "Số {value} gấp khoảng {times} lần các năm bên cạnh (khoảng {around}).",
            "The value {value} is about {times} times those of the years around it (about {around}).",
        ),
        Text(
            "Kiểm tra đơn vị và dấu thập phân: có phải {reading}?",
            "Check the unit and the decimal sign: is it {reading}?",
        ),
    ),
    "value-outlier": _code(
        Text(
            "Số {value} khác xa các năm bên cạnh (khoảng {around}).",
            "The value {value} is far from those of the years around it (about {around}).",
        ),
        Text("So lại với nguồn.", "Compare it with the source."),
    ),
    "value-copied": _code(
        Text(
            "Số {value} giống hệt kỳ trước ({before}), cả phần lẻ.",
            "The value {value} is the same as that of the period before ({before}), to the last decimal.",
        ),
        Text("Xem có phải số cũ bị chép sang hay không.", "See whether the old figure was copied."),
    ),
    "series-stale": _code(
        Text(
            "Chuỗi số của “{value}” dừng ở {last}, trong khi gói lập ngày {created}.",
            "The series “{value}” ends in {last}, though the package was made on {created}.",
        ),
        Text(
            "Thêm số mới, hoặc ghi chú vì sao chuỗi dừng.", "Add newer figures, or note why the series ends."
        ),
    ),
    "series-break": _code(
        Text(
            "Từ kỳ này mức số đổi hẳn (từ khoảng {before} sang khoảng {after}) mà không ghi điểm gãy.",
            "From this period on the level is another (from about {before} to about {after}), and no break is noted.",
        ),
        Text(
            "Nếu cách tính thay đổi, ghi vào bảng breaks.",
            "If the method changed, note it in the table of breaks.",
        ),
    ),
    "total-differs": _code(
        Text(
            "Số {value} khác tổng {sum} của các địa bàn bên trong ({parts}).",
            "The value {value} differs from the sum {sum} of the areas in it ({parts}).",
        ),
        Text("So lại tổng và từng phần với nguồn.", "Compare the total and its parts with the source."),
    ),
    "translation-differs": _code(
        Text(
            "Hai thứ tiếng nêu những năm khác nhau: “{vietnamese}” chỉ có ở tiếng Việt, “{english}” chỉ có ở tiếng Anh.",
            "The two languages name different years: “{vietnamese}” only in Vietnamese, “{english}” only in English.",
        ),
        Text("Sửa bản dịch theo bản gốc mới nhất.", "Bring the translation up to the latest original."),
    ),
    "indicator-empty": _code(
        Text(
            "Chỉ tiêu thống kê “{value}” chưa có số liệu nào.",
            "The indicator “{value}” has no figure at all.",
        ),
        Text("Thêm số liệu vào bảng observations.", "Add its figures to the table of observations."),
    ),
}
