"""Problems of words: both languages, and how text is written."""

from collections.abc import Mapping

from build_scripts.model import Text
from build_scripts.read.codes.code import Code

WORDINGS: Mapping[str, Code] = {
    "language-missing": Code(
        Text(
            "Cột “{field}” trống, trong khi cột “{other}” có nội dung “{there}”.",
            "Column “{field}” is empty while column “{other}” says “{there}”.",
        ),
        Text(
            "Viết nội dung ở cả hai thứ tiếng, hoặc để trống cả hai.",
            "Write it in both languages, or leave both empty.",
        ),
    ),
    "text-missing": Code(
        Text(
            "Dòng này chưa có “{field}” bằng cả tiếng Việt lẫn tiếng Anh.",
            "This row has no “{field}”, neither in Vietnamese nor in English.",
        ),
        Text(
            "Điền cột “{field}” (tiếng Việt) và “{other}” (tiếng Anh).",
            "Fill in “{field}” (Vietnamese) and “{other}” (English).",
        ),
    ),
    "text-decomposed": Code(
        Text(
            "Chữ có dấu ở ô này được lưu ở dạng tách rời (không phải Unicode dựng sẵn NFC).",
            "The accented letters in this cell are stored in pieces (not in the Unicode form NFC).",
        ),
        Text(
            "Gõ lại ô bằng bộ gõ Unicode dựng sẵn.",
            "Type the cell again with a keyboard that writes whole Unicode letters.",
        ),
        severity="warning",
    ),
    "text-spaces": Code(
        Text(
            "Ô này có dấu cách thừa ở đầu, ở cuối hoặc ở giữa.",
            "The cell has needless spaces at its beginning, at its end or inside.",
        ),
        Text("Xóa các dấu cách thừa.", "Delete the needless spaces."),
        severity="warning",
    ),
}
