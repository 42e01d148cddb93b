"""Problems of boundary files."""

from collections.abc import Mapping

from build_scripts.model import Text
from build_scripts.read.codes.code import Code

MAPS: Mapping[str, Code] = {
    "map-not-geojson": Code(
        Text(
            "Đây không phải là một tập hợp đối tượng GeoJSON (“FeatureCollection” gồm các “Feature”).",
            "This is no GeoJSON collection of features (a “FeatureCollection” of “Feature”s).",
        ),
        Text(
            "Xuất lại ranh giới từ phần mềm bản đồ theo dạng GeoJSON (RFC 7946), kinh độ và vĩ độ WGS 84.",
            "Export the boundaries from the mapping software again as GeoJSON (RFC 7946), WGS 84 longitude and latitude.",
        ),
    ),
    "map-area-unknown": Code(
        Text(
            "Thuộc tính “area” là “{value}”, không phải mã của địa bàn nào trong bảng areas của gói này.",
            "The property “area” is “{value}”, which is not the id of any area in this package's table areas.",
        ),
        Text(
            "Ghi vào thuộc tính “area” của mỗi đối tượng mã của địa bàn mà nó vẽ.",
            "Write the id of the area that it outlines into the property “area” of each feature.",
        ),
    ),
    "map-area-twice": Code(
        Text(
            "Ranh giới của “{value}” đã có ở một đối tượng khác.",
            "The boundary of “{value}” is already given by another feature.",
        ),
        Text(
            "Gộp các phần của một địa bàn vào một đối tượng (“MultiPolygon”), hoặc bỏ đối tượng thừa.",
            "Put all parts of an area into one feature (a “MultiPolygon”), or take the extra feature away.",
        ),
    ),
    "map-geometry": Code(
        Text(
            "Hình của đối tượng là “{value}”; ranh giới phải là “Polygon” hoặc “MultiPolygon” có tọa độ.",
            "The geometry is “{value}”; a boundary must be a “Polygon” or “MultiPolygon” with coordinates.",
        ),
        Text(
            "Chỉ giữ các vùng khép kín; bỏ điểm, đường và đối tượng không có hình.",
            "Keep closed areas only; leave out points, lines and features without a geometry.",
        ),
    ),
    "map-ring": Code(
        Text(
            "Vòng ranh giới này có {value} điểm hoặc không khép kín; cần ít nhất 4 điểm, điểm cuối trùng điểm đầu.",
            "This ring has {value} positions or is not closed; it needs at least 4, the last the same as the first.",
        ),
        Text(
            "Khép kín vòng bằng cách ghi lại điểm đầu ở cuối.",
            "Close the ring by writing its first position again at the end.",
        ),
    ),
    "map-position": Code(
        Text(
            "“{value}” không phải là một điểm [kinh độ, vĩ độ] tính bằng độ.",
            "“{value}” is not a position [longitude, latitude] in degrees.",
        ),
        Text(
            "Ghi kinh độ trước (−180 đến 180), vĩ độ sau (−90 đến 90); tọa độ VN-2000 phải đổi sang WGS 84.",
            "Write longitude first (−180 to 180), then latitude (−90 to 90); VN-2000 coordinates must be turned into WGS 84.",
        ),
    ),
    "map-too-large": Code(
        Text(
            "Tệp ranh giới quá lớn ({value}): tối đa 5.000.000 byte và 100.000 điểm.",
            "The boundary file is too large ({value}): at most 5,000,000 bytes and 100,000 positions.",
        ),
        Text(
            "Đơn giản hóa ranh giới trong phần mềm bản đồ trước khi đưa vào gói.",
            "Simplify the boundaries in the mapping software before putting them into the package.",
        ),
    ),
}
