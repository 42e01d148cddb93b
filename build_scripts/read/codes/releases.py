"""Problems of versions: what was published stays as it was, and a new version says how much changed."""

from collections.abc import Mapping

from build_scripts.model import Text
from build_scripts.read.codes.code import Code

RELEASES: Mapping[str, Code] = {
    "version-wrong": Code(
        Text(
            "Phiên bản ghi là “{value}”, nhưng so với phiên bản {last} đã công bố thì có thay đổi ({change_vi}), nên phải là {expected}.",
            "The version says “{value}”, but since the published version {last} this changed: {change_en}; so it must be {expected}.",
        ),
        Text(
            "Ghi “version”: “{expected}” vào datapackage.json; số đầu tăng khi xóa mã hoặc đổi số đã công bố, số giữa khi thêm, số cuối khi chỉ sửa câu chữ.",
            "Write “version”: “{expected}” into datapackage.json; the first number rises when a code goes or a published value changes, the second with additions, the third with wording.",
        ),
    ),
    "release-altered": Code(
        Text(
            "Tệp “{path}” của phiên bản {version} đã công bố không còn như khi công bố: mã kiểm tra là {actual}.",
            "The file “{path}” of the published version {version} is not what was published: its checksum is {actual}.",
        ),
        Text(
            "Khôi phục tệp như cũ (git checkout); số mới thì công bố trong một phiên bản mới.",
            "Restore the file as it was (git checkout); a new figure belongs into a new version.",
        ),
    ),
    "release-missing": Code(
        Text(
            "Phiên bản {version} của “{name}” đã được công bố nhưng tệp “{path}” không còn.",
            "Version {version} of “{name}” was published, but its file “{path}” is gone.",
        ),
        Text(
            "Khôi phục tệp (git checkout); địa chỉ đã công bố không được mất.",
            "Restore the file (git checkout); an address that was published must not vanish.",
        ),
    ),
    "ledger-unreadable": Code(
        Text(
            "Sổ các phiên bản đã công bố không đọc được.",
            "The ledger of published versions cannot be read.",
        ),
        Text(
            "Khôi phục tệp như cũ (git checkout); đừng sửa tệp này bằng tay: lệnh portal release ghi nó.",
            "Restore the file as it was (git checkout); do not edit it by hand: portal release writes it.",
        ),
    ),
}
