"""Other things under the name of a CSV table, told by their first bytes."""

from typing import Final

from build_scripts.model import Text

_STARTS: Final = (
    (b"version https://git-lfs", Text("con trỏ Git LFS", "a Git LFS pointer")),
    (b"pk\x03\x04", Text("tệp Excel hoặc tệp nén ZIP", "an Excel file or a ZIP archive")),
    (b"pk\x05\x06", Text("tệp nén ZIP rỗng", "an empty ZIP archive")),
    (b"\xd0\xcf\x11\xe0", Text("tệp Excel cũ", "an old Excel file")),
    (b"\x1f\x8b", Text("tệp nén gzip", "a gzip archive")),
    (b"bzh", Text("tệp nén bzip2", "a bzip2 archive")),
    (b"\xfd7zxz", Text("tệp nén xz", "an xz archive")),
    (b"7z\xbc\xaf", Text("tệp nén 7z", "a 7z archive")),
    (b"rar!", Text("tệp nén RAR", "a RAR archive")),
    (b"%pdf", Text("tệp PDF", "a PDF file")),
    (b"\x89png", Text("tệp ảnh", "a picture")),
    (b"\xff\xd8\xff", Text("tệp ảnh", "a picture")),
    (b"gif8", Text("tệp ảnh", "a picture")),
    (b"\x7felf", Text("chương trình", "a program")),
    (b"par1", Text("tệp Parquet", "a Parquet file")),
    (b"sqlite format 3", Text("cơ sở dữ liệu SQLite", "an SQLite database")),
    (b"#!", Text("chương trình", "a program")),
    (b"<?xml", Text("tệp XML", "an XML file")),
    (b"<!doctype", Text("trang web", "a web page")),
    (b"<html", Text("trang web", "a web page")),
    (b"<head", Text("trang web", "a web page")),
    (b"<body", Text("trang web", "a web page")),
    (b"<script", Text("trang web", "a web page")),
    (b"<svg", Text("tệp ảnh", "a picture")),
    (b"<table", Text("trang web", "a web page")),
    (b"<!--", Text("trang web", "a web page")),
    (b"{\\rtf", Text("tệp Word", "a word processor's file")),
)
_PROGRAM: Final = (b"mz\x90\x00", Text("chương trình", "a program"))


def other_kind(data: bytes) -> Text | None:
    """What `data` is when it is surely no table."""
    opening = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next((kind for start, kind in (*_STARTS, _PROGRAM) if opening.startswith(start)), None)
