"""Parquet: types from the schema, nulls where a value is missing, titles and descriptions with each column."""

from collections.abc import Mapping, Sequence
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from build_scripts.compute.cells import Column
from build_scripts.model import Kind

pa.set_memory_pool(pa.system_memory_pool())  # Arrow's own pool keeps what is freed
_TYPES: Final[Mapping[Kind, pa.DataType]] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "moment": pa.timestamp("us"),
    "instant": pa.timestamp("us", tz="UTC"),
}

_GROUP: Final = 1 << 15
"""Rows that are held as Arrow holds them at a time; each group can be read alone."""


def parquet(columns: Sequence[Column], about: dict[str | bytes, str | bytes]) -> bytes:
    """Write a table; `about` is what the file says of itself, by name."""
    fields = [
        pa.field(
            column.field.name, _TYPES[column.kind], nullable=not column.is_complete, metadata=_words(column)
        )
        for column in columns
    ]
    schema = pa.schema(fields, metadata=about)
    out = pa.BufferOutputStream()
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for start in range(0, max(1, _length(columns)), _GROUP):
            writer.write_table(_part(columns, schema, start))
    return bytes(out.getvalue().to_pybytes())


def _length(columns: Sequence[Column]) -> int:
    return len(columns[0].values) if columns else 0


def _part(columns: Sequence[Column], schema: pa.Schema, start: int) -> pa.Table:
    arrays = (
        pa.array(column.values[start : start + _GROUP], type=field.type)
        for column, field in zip(columns, schema, strict=True)
    )
    return pa.Table.from_arrays(list(arrays), schema=schema)


def _words(column: Column) -> dict[str | bytes, str | bytes]:
    """What a column is, in both languages."""
    field = column.field
    said = {
        "title": field.title.vi,
        "title@en": field.title.en,
        "description": field.description.vi,
        "description@en": field.description.en,
        "type": field.type,
    }
    return {key: words for key, words in said.items() if words}
