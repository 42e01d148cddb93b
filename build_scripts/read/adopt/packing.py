"""Tables packed with gzip, or alone in a ZIP file: unpacked in memory, within the limit, and never onto the disk."""

import gzip
import io
import zipfile
import zlib
from typing import Final

from build_scripts.read.adopt.disk import LARGEST
from build_scripts.read.adopt.log import Log
from build_scripts.read.adopt.places import packing
from build_scripts.read.problems import Spot

_BROKEN: Final = {"kind_vi": "tệp nén bị hỏng", "kind_en": "a broken archive"}
_SEVERAL: Final = {
    "kind_vi": "tệp nén không chứa đúng một tệp",
    "kind_en": "an archive that does not hold exactly one file",
}


def unpacked(data: bytes, path: str, log: Log) -> bytes | None:
    """The bytes of the table in `data`, which is packed when `path` says so; `None` after a problem."""
    kind = packing(path)
    if not kind:
        return data
    spot = Spot(log.place(path), None, None, path)
    try:
        found = _gunzipped(data) if kind == ".gz" else _only_member(data)
    except (OSError, EOFError, RuntimeError, ValueError, zlib.error, zipfile.BadZipFile):
        log.refuse("adopt-not-csv", spot, **_BROKEN)
        return None
    if found is None:
        log.refuse("adopt-not-csv", spot, **_SEVERAL)
        return None
    if len(found) > LARGEST:
        log.refuse("adopt-size", spot, size=f">{LARGEST}", limit=str(LARGEST))
        return None
    log.note("converted-packed", path=path)
    return found


def _gunzipped(data: bytes) -> bytes:
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
        return file.read(LARGEST + 1)


def _only_member(data: bytes) -> bytes | None:
    """The one file in a ZIP, what some systems put beside it left out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = [
            each
            for each in archive.infolist()
            if not each.is_dir() and not each.filename.startswith("__MACOSX/")
        ]
        if len(files) != 1:
            return None
        with archive.open(files[0]) as file:
            return file.read(LARGEST + 1)
