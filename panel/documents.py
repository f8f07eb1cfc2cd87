"""The reports of a saved panel, file by file: their texts held in one block, their extractions read when they are asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Lock
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from extract.model import Extraction
from panel.build import Tables
from panel.record import from_record, to_record

DOCUMENTS = "documents"
# So many reports are read together: one is seldom looked at alone.
GROUP = 64
# So many extractions stay in memory.
KEPT = 256
_SCHEMA = pa.schema(
    [("doc_id", pa.large_string()), ("code", pa.large_string()), ("text", pa.large_string()), ("record", pa.large_string())]
)


def write_documents(tables: Tables, path: Path) -> None:
    """A row a report that was read, in their order: its name, the code of its place, its text and its extraction."""
    docs = list(tables.extractions)
    with pq.ParquetWriter(path, _SCHEMA, compression="zstd") as writer:
        for first in range(0, len(docs), GROUP):
            held = docs[first : first + GROUP]
            columns: list[list[Any]] = [
                held,
                [tables.codes.get(doc_id) for doc_id in held],
                [tables.texts[doc_id] for doc_id in held],
                [to_record(tables.extractions[doc_id]) for doc_id in held],
            ]
            arrays = [pa.array(values, type=field.type) for values, field in zip(columns, _SCHEMA, strict=True)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=_SCHEMA), row_group_size=GROUP)


class Texts(Mapping[str, str]):
    """The text of each report by doc_id. `codes` are those of the places, as far as they are known."""

    def __init__(self, table: pa.Table) -> None:
        self._texts = table["text"].combine_chunks()
        docs: list[str] = table["doc_id"].to_pylist()
        self.place = {doc_id: number for number, doc_id in enumerate(docs)}
        self.codes = {doc_id: code for doc_id, code in zip(docs, table["code"].to_pylist(), strict=True) if code}

    @classmethod
    def of(cls, path: Path) -> Texts:
        """Those of a file. What is no such file raises ArrowException, KeyError or ValueError."""
        with pq.ParquetFile(path) as file:
            if file.schema_arrow.remove_metadata() != _SCHEMA:
                raise ValueError("other columns")
            return cls(file.read(columns=["doc_id", "code", "text"]))

    def __getitem__(self, doc_id: str) -> str:
        text: str = self._texts[self.place[doc_id]].as_py()
        return text

    def __iter__(self) -> Iterator[str]:
        return iter(self.place)

    def __len__(self) -> int:
        return len(self.place)


class Extractions(Mapping[str, Extraction]):
    """The extraction of each report by doc_id, read from the file when it is asked for."""

    def __init__(self, path: Path, texts: Texts) -> None:
        self._file = pq.ParquetFile(path)
        self._texts = texts
        self._group: tuple[int, list[str]] = (-1, [])
        self._kept: OrderedDict[str, Extraction] = OrderedDict()
        self._lock = Lock()

    def __getitem__(self, doc_id: str) -> Extraction:
        with self._lock:
            if doc_id not in self._kept:
                group, row = divmod(self._texts.place[doc_id], GROUP)
                if self._group[0] != group:
                    self._group = (group, self._file.read_row_group(group, columns=["record"])["record"].to_pylist())
                self._kept[doc_id] = from_record(self._group[1][row], self._texts[doc_id])
                if len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(doc_id)
            return self._kept[doc_id]

    def __contains__(self, doc_id: object) -> bool:
        return doc_id in self._texts.place

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)
