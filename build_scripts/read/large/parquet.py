"""A stored table as Parquet: in the order of its rows, the same bytes whenever it is written, no part too long to serve."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from build_scripts.model import Copy
from build_scripts.read.large.columns import Values
from build_scripts.read.large.store import Store
from build_scripts.read.large.table import Stored

_GROUP: Final = 122_880
"""Rows of a group, which a reader can ask for by itself."""


def parts_of(store: Store, stored: Stored, values: Sequence[Values], most: int) -> tuple[Copy, ...]:
    """Write the table into the folder of the store, rows in their order; each part has its number for a name.

    A part holds about as many rows as are `most` bytes of the file.

    Raises:
        StoppedError: It took too much time or room.
    """
    names = [field["name"] for field in stored.table.raw["schema"]["fields"]]
    columns = ", ".join(f"{each.sql} AS {_quoted(name)}" for each, name in zip(values, names, strict=True))
    given = [word for each in values for word in each.given]
    count = max(1, -(-stored.size // most))
    step = -(-stored.rows // count)
    step = -(-step // _GROUP) * _GROUP
    made = []
    for number, start in enumerate(range(0, stored.rows, step), start=1):
        file = store.folder / f"t{stored.number}-{number}.parquet"
        where = f"rowid >= {start} AND rowid < {start + step}"
        store.ask(
            f"COPY (SELECT {columns} FROM t{stored.number} WHERE {where} ORDER BY rowid) TO '{_escaped(str(file))}' "
            f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_GROUP})",
            given,
        )
        rows = min(step, stored.rows - start)
        made.append(Copy(f"{number}", file, file.stat().st_size, _sum(file), rows))
    return tuple(made)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _escaped(text: str) -> str:
    return text.replace("'", "''")


def _sum(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
