"""The keys of metrics.yaml → metrics.schema.json, by which an editor completes and checks the file while it is written."""

from __future__ import annotations

import json
from collections.abc import Mapping

from .catalog_keys import CATALOG, Key, Listed, Record, Shape, Table, Value

DIALECT = "http://json-schema.org/draft-07/schema#"  # what the YAML language server of editors knows best


def make_schema() -> str:
    """The JSON schema of the catalogue's file as text, the same every time.

    It knows keys, kinds of values and closed lists of words; what only the whole file tells (whether a theme is defined, a
    regex runs, an example is read) is the strict reader's to say.
    """
    whole = {"$schema": DIALECT, "title": "metrics.yaml", **_record(CATALOG)}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _shape(shape: Shape) -> dict[str, object]:
    if isinstance(shape, Value):
        return dict(shape.schema)
    if isinstance(shape, Record):
        return _record(shape)
    if isinstance(shape, Listed):
        return {"type": "array", "items": _record(shape.of), "minItems": shape.least}
    return _table(shape)


def _table(table: Table) -> dict[str, object]:
    named = {"propertyNames": {"pattern": f"^{table.named}$"}} if table.named else {}
    return {"type": "object", "additionalProperties": _shape(table.of), **named}


def _record(record: Record) -> dict[str, object]:
    schema: dict[str, object] = {
        "description": record.means,
        "type": "object",
        "properties": {name: _key(key) for name, key in record.keys.items()},
        "required": list(record.required),
        "additionalProperties": False,
    }
    return schema | ({"allOf": [dict(rule) for rule in record.rules]} if record.rules else {})


def _key(key: Key) -> Mapping[str, object]:
    return {"description": key.means, **{name: value for name, value in _shape(key.holds).items() if name != "description"}}
