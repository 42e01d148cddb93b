"""A ZIP file of a folder with the files of a package and their checksums; the same bytes whenever it is made."""

import io
import zipfile
from collections.abc import Sequence
from typing import Final

from build_scripts.model import Artifact

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE: Final = 0o100644
_UNIX: Final = 3
_PACKED: Final = (".xlsx", ".parquet")
"""Files that would not get smaller."""
CHECKSUMS: Final = "SHA256SUMS"


def archive(name: str, files: Sequence[Artifact]) -> bytes:
    """Pack the files below a folder `name`, with what `sha256sum -c` reads beside them."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        for each in (*files, checksums(files)):
            entry = zipfile.ZipInfo(f"{name}/{each.path}", _EPOCH)
            is_packed = each.path.endswith(_PACKED)
            entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _PLAIN_FILE << 16
            packed.writestr(entry, each.data, compresslevel=9)
    return data.getvalue()


def checksums(files: Sequence[Artifact]) -> Artifact:
    """List the checksum of each file; the sum of a name with odd signs is escaped as the tool does it."""
    return Artifact(CHECKSUMS, "".join(map(_line, files)).encode())


def _line(each: Artifact) -> str:
    escaped = each.path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    mark = "\\" if escaped != each.path else ""
    return f"{mark}{each.sha256}  {escaped}\n"
