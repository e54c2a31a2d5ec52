"""Reading an incoming record in one step: for the many items that are just what the contract says.

The generated reader judges types and drops nulls while it decodes. Whatever it refuses is read the thorough way, which
finds the words for what is wrong.
"""

from typing import Any

import msgspec
from msgspec import UNSET, Raw, UnsetType

from models.exact_json import exact_number
from models.fields.cleaning import MAX_NAME, MAX_TEXT
from models.fields.mapping import FIELDS, NESTED_FIELDS, FieldKind, FieldTable

_TYPES: dict[FieldKind, Any] = {
    FieldKind.TEXT: str | None,
    FieldKind.TAGS: list[str] | None,
    FieldKind.INTEGER: int | None,
    FieldKind.NUMBER: Any,
}


class QuickReader:
    """Reads the named fields of an item's JSON, for one entity."""

    def __init__(self, table: FieldTable) -> None:
        fields: list[tuple[str, Any, Any]] = []
        names: dict[str, str] = {}
        for spec in table.specs:
            fields.append((spec.name, _TYPES[spec.kind], None))
            names[spec.name] = spec.incoming
            for alias in spec.aliases:
                fields.append((f"alias_{alias}", _TYPES[spec.kind], None))
                names[f"alias_{alias}"] = alias
        for name in sorted(table.named - set(names.values())):
            fields.append((f"other_{name}", Any, None))
            names[f"other_{name}"] = name
        fields.append(("nested", Raw | UnsetType, UNSET))
        names["nested"] = NESTED_FIELDS
        struct = msgspec.defstruct("QuickItem", fields, omit_defaults=True, rename=names, gc=False)
        self._decode = msgspec.json.Decoder(struct, float_hook=exact_number).decode
        self._encode = msgspec.json.Encoder(decimal_format="number").encode
        self._unshared = tuple(spec.name for spec in table.specs if spec.ours_alone)

    def read(self, raw: bytes) -> tuple[Any, str] | None:
        """The item's fields as attributes, by our names, and the JSON of what the other side holds; None where unsure."""
        if len(raw) > MAX_TEXT or b"\\u0000" in raw:
            return None
        try:
            item: Any = self._decode(raw)
        except (msgspec.DecodeError, ValueError, RecursionError):
            return None
        for name in self._unshared:
            if getattr(item, name) is not None:
                return None
        if item.tags is not None and any(len(tag) > MAX_NAME for tag in item.tags):
            return None
        if item.nested is not UNSET:
            if bytes(item.nested)[:1] != b"{":
                return None
            item.nested = UNSET
        return item, self._encode(item).decode()


QUICK = {entity: QuickReader(table) for entity, table in FIELDS.items()}
