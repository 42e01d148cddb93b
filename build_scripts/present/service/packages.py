"""The datasets and their files."""

from collections.abc import Iterator, Sequence

from build_scripts.present.service import shape as s
from build_scripts.present.service.piece import Pieces, Record, day, maybe, texts
from build_scripts.present.standards.edition import Edition
from build_scripts.present.standards.shelf import offered

_FILE = s.record(
    "A file; its path is below the folder of the dataset.",
    path=s.STRING, form=s.STRING, bytes=s.COUNT, sha256={"type": "string", "pattern": "^[0-9a-f]{64}$"},
    table=s.maybe(s.STRING), rows=s.maybe(s.COUNT),
)  # fmt: skip
_SHAPE = s.record(
    packages=s.listed(s.record(
        "A dataset; folder is relative to the root of the site.",
        name=s.STRING, title=s.TEXT, version=s.maybe(s.STRING), created=s.maybe(s.DAY), licences=s.listed(s.STRING),
        folder=s.STRING, files=s.listed(_FILE),
    )),
)  # fmt: skip


def packages(editions: Sequence[Edition]) -> Iterator[Pieces]:
    """List every dataset with its files."""
    record = {"packages": [_package(each) for each in editions]}
    yield Pieces(
        "packages",
        "packages.json",
        "Every dataset with its files, sizes and checksums.",
        _SHAPE,
        {"": record},
    )


def _package(edition: Edition) -> Record:
    return {
        "name": edition.package.name,
        "title": texts(edition.title),
        "version": maybe(edition.version),
        "created": day(edition.day),
        "licences": [each.name if each.name else each.title.en for each in edition.licences],
        "folder": edition.folder,
        "files": [
            {
                "path": each.file.path,
                "form": each.form,
                "bytes": each.file.size,
                "sha256": each.file.sha256,
                "table": None if each.table is None else each.table.name,
                "rows": each.rows,
            }
            for each in offered(edition)
        ],
    }
