"""Problems of conversions between units."""

from collections.abc import Mapping

from build_scripts.model import Text
from build_scripts.read.codes.code import Code

CONVERSIONS: Mapping[str, Code] = {
    "rate-without-source": Code(
        Text(
            "Tỷ giá của năm {period} không ghi nguồn.",
            "The rate of {period} names no source.",
        ),
        Text(
            "Ghi mã nguồn đã công bố tỷ giá; nếu hệ số luôn đúng ở mọi năm thì để trống cột period.",
            "Name the source that published the rate; if the factor holds in every year, leave period empty.",
        ),
    ),
    "factor-not-positive": Code(
        Text(
            "Hệ số quy đổi {value} không lớn hơn 0.",
            "The factor {value} is not above zero.",
        ),
        Text(
            "Ghi một đơn vị ở cột from_unit bằng bao nhiêu đơn vị ở cột to_unit.",
            "Write how many of the unit in to_unit one of the unit in from_unit is.",
        ),
    ),
    "conversion-duplicate": Code(
        Text(
            "Cách quy đổi này (cùng hai đơn vị và cùng năm) đã có ở dòng {other}.",
            "This conversion (same two units and same year) already stands on line {other}.",
        ),
        Text(
            "Chỉ giữ một dòng; nếu là tỷ giá của năm khác thì ghi năm đó ở cột period.",
            "Keep one row; if it is the rate of another year, write that year in period.",
        ),
    ),
}
