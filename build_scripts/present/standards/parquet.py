"""Parquet: types from the schema, nulls where a value is missing, titles and descriptions with each column."""

from collections.abc import Mapping, Sequence
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from build_scripts.compute.cells import Column
from build_scripts.model import Kind

_TYPES: Final[Mapping[Kind, pa.DataType]] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "moment": pa.timestamp("us"),
    "instant": pa.timestamp("us", tz="UTC"),
}


def parquet(columns: Sequence[Column], about: dict[str | bytes, str | bytes]) -> bytes:
    """Write a table; `about` is what the file says of itself, by name."""
    fields = [
        pa.field(
            column.field.name, _TYPES[column.kind], nullable=not column.is_complete, metadata=_words(column)
        )
        for column in columns
    ]
    schema = pa.schema(fields, metadata=about)
    arrays = [pa.array(column.values, type=field.type) for column, field in zip(columns, fields, strict=True)]
    out = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
    return bytes(out.getvalue().to_pybytes())


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
