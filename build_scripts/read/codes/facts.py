"""Problems of figures: periods, validity, shape, vintages, sums."""

from collections.abc import Mapping

from build_scripts.model import Text
from build_scripts.read.codes.code import Code

FACTS: Mapping[str, Code] = {
    "period-form": Code(
        Text(
            "“{value}” không phải là một kỳ mà cổng hiểu được.",
            "“{value}” is not a period the portal understands.",
        ),
        Text(
            "Ghi một trong các dạng: 2024, 2024-Q1, 2024-H1, 2024-9M, 2024-05, 2021-2025.",
            "Write one of the forms: 2024, 2024-Q1, 2024-H1, 2024-9M, 2024-05, 2021-2025.",
        ),
    ),
    "period-in-future": Code(
        Text(
            "Kỳ “{value}” bắt đầu sau ngày lập gói dữ liệu ({created}).",
            "The period “{value}” begins after the package was made ({created}).",
        ),
        Text(
            "Kiểm tra lại kỳ; nếu là mục tiêu thì ghi vào gói policy; nếu gói vừa cập nhật thì sửa “created”.",
            "Check the period; a target belongs into the policy package; if the package was updated, set “created”.",
        ),
    ),
    "area-outside-validity": Code(
        Text(
            "Địa bàn “{area}” tồn tại từ {first} đến {last}, không có ngày nào trong kỳ “{value}”.",
            "The area “{area}” existed from {first} to {last}, on no day of the period “{value}”.",
        ),
        Text(
            "Dùng mã địa bàn của thời kỳ đó, hoặc ghi boundary là “recalculated” nếu chính nguồn đã tính lại.",
            "Use the area id of that time, or set boundary to “recalculated” if the source itself recalculated.",
        ),
    ),
    "area-dates": Code(
        Text(
            "Ngày hết hiệu lực {value} đứng trước ngày bắt đầu {first}.",
            "The last day {value} comes before the first day {first}.",
        ),
        Text("Sửa một trong hai ngày.", "Correct one of the two days."),
    ),
    "fact-duplicate": Code(
        Text(
            "Số liệu này (cùng chỉ tiêu thống kê, địa bàn, kỳ và lần công bố) đã có ở dòng {other}.",
            "This figure (same indicator, area, period and vintage) already stands on line {other}.",
        ),
        Text(
            "Bỏ dòng lặp; nếu đây là lần công bố khác thì ghi vintage là số tiếp theo.",
            "Take the repeated row away; if it was published another time, give it the next vintage.",
        ),
    ),
    "in-force-none": Code(
        Text(
            "Không có lần công bố nào của số liệu này được ghi là đang có hiệu lực.",
            "No vintage of this figure is marked as the one in force.",
        ),
        Text("Ghi in_force là true ở đúng một lần công bố.", "Set in_force to true for exactly one vintage."),
    ),
    "in-force-many": Code(
        Text(
            "Có hơn một lần công bố của số liệu này được ghi là đang có hiệu lực; lần trước ở dòng {other}.",
            "More than one vintage of this figure is marked as in force; another one is on line {other}.",
        ),
        Text(
            "Ghi in_force là true ở đúng một lần công bố, các lần khác là false.",
            "Set in_force to true for exactly one vintage and to false for the others.",
        ),
    ),
    "vintage-repeats": Code(
        Text(
            "Lần công bố này có cùng nguồn và cùng giá trị với dòng {other}.",
            "This vintage has the same source and the same value as line {other}.",
        ),
        Text(
            "Bỏ một trong hai dòng, hoặc ghi đúng nguồn của lần công bố này.",
            "Take one of the two rows away, or name the right source of this vintage.",
        ),
    ),
    "value-shape": Code(
        Text(
            "Ô cột “{field}” không hợp với dấu “{operator}”: {expected_vi}.",
            "The cell in column “{field}” does not fit the operator “{operator}”: {expected_en}.",
        ),
        Text(
            "Sửa dấu (operator) hoặc các ô value, low, high, mark cho khớp nhau.",
            "Make operator, value, low, high and mark agree.",
        ),
    ),
    "bounds-reversed": Code(
        Text(
            "Giới hạn dưới {low} lớn hơn giới hạn trên {value}.",
            "The lower bound {low} is above the upper bound {value}.",
        ),
        Text("Đổi chỗ hoặc sửa hai giới hạn.", "Swap or correct the two bounds."),
    ),
    "value-beyond-limits": Code(
        Text(
            "Giá trị {value} nằm ngoài giới hạn của đơn vị “{unit}” ({lower} đến {upper}).",
            "The value {value} lies outside the limits of the unit “{unit}” ({lower} to {upper}).",
        ),
        Text(
            "Kiểm tra lại giá trị và đơn vị tính với nguồn.",
            "Check the value and the unit against the source.",
        ),
        severity="warning",
    ),
    "shares-off-100": Code(
        Text(
            "Các phần của cơ cấu “{composition}” cộng lại bằng {sum}, không phải 100.",
            "The parts of the composition “{composition}” sum to {sum}, not to 100.",
        ),
        Text(
            "Kiểm tra từng phần với nguồn: {parts}.",
            "Check each part against the source: {parts}.",
        ),
    ),
    "shares-near-100": Code(
        Text(
            "Các phần của cơ cấu “{composition}” cộng lại bằng {sum}, hơi lệch so với 100.",
            "The parts of the composition “{composition}” sum to {sum}, a little off 100.",
        ),
        Text(
            "Kiểm tra xem chênh lệch có phải do làm tròn ở nguồn hay không: {parts}.",
            "See whether rounding in the source explains it: {parts}.",
        ),
        severity="warning",
    ),
}
