"""Tables ↔ a folder of parquet files and a manifest: a panel that is read once and opened many times.

Nothing in such a folder runs when it is opened, and nothing is believed unseen: the manifest names format, catalogue and each
file's digest, every table must have just the declared columns. What does not fit is told by name, with what to do.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from extract.catalog import Catalog
from extract.errors import Failure, FaultKind
from extract.twins import Change, Twin
from panel import schema
from panel.build import CATALOGUE, Tables
from panel.documents import DOCUMENTS, Extractions, Texts, write_documents
from panel.renames import Rename
from panel.reports import READ
from panel.words import Words

VERSION = 1
FORMAT = "law-report-panel"
MANIFEST = "manifest.json"
TABLES: Mapping[str, Mapping[str, str]] = {
    "panel": schema.COLUMNS,
    "refusals": schema.REFUSAL_COLUMNS,
    "reports": schema.REPORT_COLUMNS,
    "blanks": schema.BLANK_COLUMNS,
    "checks": schema.CHECK_COLUMNS,
    "earlier": schema.EARLIER_COLUMNS,
    "derived": schema.DERIVED_COLUMNS,
    "bases": schema.BASE_COLUMNS,
    "figures": schema.FIGURE_COLUMNS,
}
_ARROW = {"str": pa.large_string(), "bool": pa.bool_(), "float64": pa.float64(), "datetime64[us]": pa.timestamp("us")}
_COMPRESSION = "zstd"
# A text that so many rows share, on average, is held once; a column of fewer bytes needs little room either way.
_SHARED, _LARGE = 4, 32_000_000
# A manifest names some files and failures; what is larger is none.
_MOST_MANIFEST = 64_000_000


class SavedKind(StrEnum):
    """Why a folder can't be opened as a panel: a closed list, each with its sentences."""

    ABSENT = "absent"
    FOREIGN = "foreign"
    OTHER_VERSION = "other version"
    OTHER_CATALOGUE = "other catalogue"
    DAMAGED = "damaged"


_AGAIN = ("从报告重新保存一次：python -m panel 文件夹 报告…", "save it again from the reports: python -m panel FOLDER REPORTS…")
_SENTENCES = Words(
    {
        "absent": ("{path} 不是文件夹，或其中没有 {file}", "{path} is no folder with a {file} in it"),
        "foreign": ("{path} 里的 {file} 不是本程序保存的面板", "{file} in {path} is no panel that this app saved"),
        "other version": (
            "{path} 的格式版本为 {found}，本程序读版本 {known}",
            "{path} has format version {found}, and this app reads version {known}",
        ),
        "other catalogue": (
            "{path} 是用指标目录 {found} 读出的，现在的目录是 {known}",
            "{path} was read with the catalogue {found}, and the catalogue now is {known}",
        ),
        "damaged": ("{path} 里的 {file} 已损坏或不完整", "{file} in {path} is damaged or cut off"),
        "cure.absent": ("给出保存过的面板的文件夹", "give the folder of a saved panel"),
        "cure.foreign": ("给出保存过的面板的文件夹", "give the folder of a saved panel"),
        "cure.other version": _AGAIN,
        "cure.other catalogue": _AGAIN,
        "cure.damaged": ("重新复制一次，或" + _AGAIN[0], "copy it again, or " + _AGAIN[1]),
    }
)


class SavedError(Exception):
    """A folder that can't be opened as a panel: `kind` and `fields` say why in any language; its text does in English."""

    def __init__(self, kind: SavedKind, **fields: object) -> None:
        self.kind, self.fields = kind, fields
        super().__init__(". To mend it: ".join(self.describe("en")) + ".")

    def describe(self, lang: str = "zh") -> tuple[str, str]:
        """Problem and cure, each a sentence without its full stop."""
        return _SENTENCES.say(self.kind, lang, **self.fields), _SENTENCES.say(f"cure.{self.kind}", lang)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a folder says of itself, and `stamp`, which names its whole content."""

    catalogue: str
    demo: bool
    digests: Mapping[str, str]
    failures: Mapping[str, Failure]
    twins: Mapping[str, Twin]
    renames: tuple[Rename, ...]
    stamp: str


def save(tables: Tables, folder: Path) -> None:
    """Write the folder, which may be there already; the same tables give the same bytes. The manifest comes last."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MANIFEST).unlink(missing_ok=True)
    for name, columns in TABLES.items():
        pq.write_table(_to_arrow(getattr(tables, name), columns), _file(folder, name), compression=_COMPRESSION)
    write_documents(tables, _file(folder, DOCUMENTS))
    told = {
        "format": FORMAT,
        "version": VERSION,
        "catalogue": tables.catalog.stamp,
        "demo": tables.demo,
        "files": {name: _digest(_file(folder, name)) for name in (*TABLES, DOCUMENTS)},
        "failures": [[one.name, str(one.kind), dict(one.fields)] for one in tables.failures.values()],
        "twins": [asdict(twin) for twin in tables.twins.values()],
        "renames": [asdict(rename) for rename in tables.renames],
    }
    (folder / MANIFEST).write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")


def read_manifest(folder: Path, catalog: Catalog) -> Manifest:
    """What the folder says of itself. Raises SavedError where it is none, of another format or of another catalogue."""
    path = folder / MANIFEST
    if not path.is_file():
        raise SavedError(SavedKind.ABSENT, path=folder, file=MANIFEST)
    if path.stat().st_size > _MOST_MANIFEST:
        raise SavedError(SavedKind.FOREIGN, path=folder, file=MANIFEST)
    data = path.read_bytes()
    try:
        told = json.loads(data)
        if told["format"] != FORMAT:
            raise ValueError(told["format"])
        if told["version"] != VERSION:
            raise SavedError(SavedKind.OTHER_VERSION, path=folder, found=told["version"], known=VERSION)
        if told["catalogue"] != catalog.stamp:
            raise SavedError(SavedKind.OTHER_CATALOGUE, path=folder, found=told["catalogue"], known=catalog.stamp)
        failures = [Failure(name, FaultKind(kind), dict(fields)) for name, kind, fields in told["failures"]]
        twins = [_twin(one) for one in told["twins"]]
        renames = [
            Rename(str(one["place"]), int(one["year"]), tuple(map(str, one["was"])), str(one["now"])) for one in told["renames"]
        ]
        digests = {name: str(told["files"][name]) for name in (*TABLES, DOCUMENTS)}
    except (ValueError, KeyError, TypeError, RecursionError) as fault:
        raise SavedError(SavedKind.FOREIGN, path=folder, file=MANIFEST) from fault
    return Manifest(
        str(told["catalogue"]),
        told["demo"] is True,
        digests,
        {one.name: one for one in failures},
        {one.name: one for one in twins},
        tuple(renames),
        hashlib.sha256(data).hexdigest()[:12],
    )


def load(folder: Path, catalog: Catalog) -> Tables:
    """The tables of a folder; the extractions are read from it one by one when they are asked for. Raises SavedError."""
    manifest = read_manifest(folder, catalog)
    held: dict[str, Any] = {name: _read(folder, name, manifest, columns) for name, columns in TABLES.items()}
    held["panel"].attrs[CATALOGUE] = catalog.stamp
    path = _checked(folder, DOCUMENTS, manifest)
    try:
        texts = Texts.of(path)
    except (pa.ArrowException, KeyError, ValueError) as fault:
        raise SavedError(SavedKind.DAMAGED, path=folder, file=path.name) from fault
    read = held["reports"][held["reports"]["status"] == READ]["doc_id"]
    if list(read) != list(texts) or len(held["figures"]) != len(held["panel"]):
        raise SavedError(SavedKind.DAMAGED, path=folder, file=MANIFEST)
    return Tables(
        **held,
        catalog=catalog,
        texts=texts,
        extractions=Extractions(path, texts),
        codes=texts.codes,
        failures=manifest.failures,
        twins=manifest.twins,
        renames=manifest.renames,
        demo=manifest.demo,
    )


def _twin(told: Mapping[str, Any]) -> Twin:
    changes = tuple(Change(one["indicator_id"], tuple(one["earlier"]), tuple(one["later"])) for one in told["changes"])
    return Twin(told["name"], told["of"], told["revised"], changes, tuple(told["removed"]), tuple(told["added"]))


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.parquet"


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _checked(folder: Path, name: str, manifest: Manifest) -> Path:
    """The path of a file that has just the content that was saved."""
    path = _file(folder, name)
    if not path.is_file() or _digest(path) != manifest.digests[name]:
        raise SavedError(SavedKind.DAMAGED, path=folder, file=path.name)
    return path


def _fields(columns: Mapping[str, str]) -> Iterator[pa.Field]:
    return (pa.field(name, _ARROW.get(dtype, pa.int64())) for name, dtype in columns.items())


def _to_arrow(table: pd.DataFrame, columns: Mapping[str, str]) -> pa.Table:
    arrays = [pa.array(table[field.name], type=field.type, from_pandas=True) for field in _fields(columns)]
    return pa.Table.from_arrays(arrays, schema=pa.schema(list(_fields(columns))))


def _read(folder: Path, name: str, manifest: Manifest, columns: Mapping[str, str]) -> pd.DataFrame:
    path = _checked(folder, name, manifest)
    try:
        table = pq.read_table(path)
        if table.schema.remove_metadata() != pa.schema(list(_fields(columns))):
            raise ValueError(f"{name} has other columns")
        return pd.DataFrame({column: _series(table[column], dtype) for column, dtype in columns.items()})
    except (pa.ArrowException, OSError, ValueError, KeyError, TypeError) as fault:
        raise SavedError(SavedKind.DAMAGED, path=folder, file=path.name) from fault


def _series(column: pa.ChunkedArray, dtype: str) -> pd.Series[Any]:
    if dtype == "str":
        return pd.Series(_texts(column))
    held: pd.Series[Any] = column.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype() if dtype == "Int64" else None}.get)
    typed: pd.Series[Any] = held.astype(dtype)  # type: ignore[call-overload]
    return typed


def _texts(column: pa.ChunkedArray) -> Any:
    """The texts of a column: what many rows say is one object for all of them; where hardly a row of very many says what another
    does, they stay with Arrow, which needs a fraction of the room."""
    coded = column.combine_chunks().dictionary_encode()
    if len(coded.dictionary) * _SHARED > len(coded) and column.nbytes > _LARGE:
        # One stretch of memory: what is taken out of many is slow.
        return pd.array(pa.chunked_array([column.combine_chunks()]), dtype=pd.StringDtype("pyarrow", np.nan))
    texts = np.array([*coded.dictionary.to_pylist(), np.nan], dtype=object)
    return pd.array(texts[coded.indices.fill_null(-1).to_numpy()], dtype=pd.StringDtype("python", np.nan))
