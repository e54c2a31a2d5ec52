"""Items of a batch as they arrive through either door: names and values in the sender's words, not yet judged."""

import hashlib
import math
from collections.abc import Callable, Mapping

import msgspec

from models.errors import CRMError, InvalidInput
from models.exact_json import JsonValue, encode_json
from models.fields.cleaning import MAX_NAME, MAX_TEXT, Cleaned, check_text, clean
from models.fields.mapping import EXTERNAL_ID, NESTED_FIELDS, RECORD_ID, FieldTable

# Decodes an item's JSON to its fields, and tells whether every text and number in it can be stored.
Read = Callable[[bytes], tuple[dict[str, JsonValue], bool]]

MAX_EXTERNAL_ID = 512  # characters; it is part of an index


class Item(msgspec.Struct):
    """One item: its fields by incoming name, or still `raw` JSON that is read when somebody needs the fields.

    `problem` is set when the item cannot be read at all; then there is nothing else to know about it.
    """

    fields: Mapping[str, JsonValue] | None = None
    raw: bytes | None = None  # the item's JSON, with `read` to decode it; items that did not change are never decoded
    read: Read | None = None
    plain: bool = False  # the door has seen that every text and number in it can be stored
    problem: CRMError | None = None

    def given(self) -> Mapping[str, JsonValue]:
        """The item's own fields and nested ones under their name. Raises InvalidInput when the item cannot be read."""
        if self.problem is not None:
            raise self.problem
        if self.fields is None:
            assert self.read is not None
            assert self.raw is not None
            self.fields, self.plain = self.read(self.raw)
        return self.fields

    def cleaned(self, table: FieldTable, *, known_only: bool = False) -> Cleaned:
        """The item's fields, judged; `known_only` passes over names that somebody made up.

        Raises InvalidInput naming the first that cannot be stored.
        """
        given = self.given()
        nested = given.get(NESTED_FIELDS)
        if nested is not None and not isinstance(nested, dict):
            raise InvalidInput(f"{NESTED_FIELDS} must be an object", field=NESTED_FIELDS)
        # No text in a plain item of this size can be too long, or unfit to store.
        plain = self.plain and len(self.raw or ()) <= MAX_TEXT
        if known_only:
            return clean(table, {name: value for name, value in given.items() if name in table.known}, plain=plain)
        return clean(table, given, nested, plain=plain)

    def json(self) -> bytes:
        """The item as JSON, for the ledger."""
        if self.raw is not None:
            return self.raw
        try:
            return encode_json(self.fields)
        except (UnicodeEncodeError, RecursionError):
            return encode_json(repr(self.fields))


class Lead(Item):
    """A record of the other system that asks to be found or created. `external_id` compares as text.

    `external_id_sent` is what goes back in the answer, in the JSON type received.
    """

    external_id: str | None = None
    external_id_sent: JsonValue = None
    fingerprint: bytes = b""

    def fingerprinted(self) -> bytes:
        """Sixteen bytes that are equal for equal items."""
        if not self.fingerprint:
            self.fingerprint = hashlib.blake2b(self.json(), digest_size=16).digest()
        return self.fingerprint


class Update(Item):
    """Fields to set on a record we gave the id of."""

    record_id: str | None = None
    record_id_sent: JsonValue = None
    expected_version: int | None = None  # the version the caller read; another one by now is a conflict


def external_id_of(value: JsonValue) -> str:
    """An external id as text. Raises InvalidInput when it is neither text nor a number, or empty, or too long."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)) or value in ("", math.inf, -math.inf):
        missing = value is None or value == ""
        raise InvalidInput(f"{EXTERNAL_ID} {'is required' if missing else 'must be text'}", field=EXTERNAL_ID)
    text = value if isinstance(value, str) else encode_json(value).decode()
    check_text(EXTERNAL_ID, text, MAX_EXTERNAL_ID)
    return text


def record_id_of(value: JsonValue) -> str:
    """A record's id as text. Raises InvalidInput when it is missing or no text."""
    if not isinstance(value, str) or value == "":
        missing = value is None or value == ""
        raise InvalidInput(f"{RECORD_ID} {'is required' if missing else 'must be text'}", field=RECORD_ID)
    check_text(RECORD_ID, value, MAX_NAME)
    return value
