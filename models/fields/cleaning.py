"""Judging incoming values: what may be stored, and where each name leads. Pure; nothing here touches a record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from math import isfinite
from typing import Any

from models.errors import InvalidInput
from models.exact_json import JsonValue, encode_json
from models.fields.mapping import RESERVED_NAMES, FieldKind, FieldSpec, FieldTable

MAX_TEXT = 100_000  # characters of a text field
MAX_CUSTOM_BYTES = 1_000_000  # of one custom field's value, as JSON
MAX_NAME = 255  # characters of a custom field's name, a tag, or an id
MAX_DEPTH = 64  # levels of nesting in a custom field's value
MAX_INTEGER = 2_147_483_647  # PostgreSQL's integer
MAX_BIG_INTEGER = 9_223_372_036_854_775_807  # bigint


@dataclass(slots=True)
class Cleaned:
    """What an item says, judged. A name that is missing was not sent; None was sent as null.

    `values` are by our field, `custom` by the incoming name, `named` are the fields the other side holds, as sent.
    `mapped` tells which of our fields came under a name that somebody mapped to it.
    """

    values: dict[str, Any] = field(default_factory=dict)
    custom: dict[str, JsonValue] = field(default_factory=dict)
    named: dict[str, JsonValue] = field(default_factory=dict)
    mapped: dict[str, str] = field(default_factory=dict)


def clean(
    table: FieldTable,
    given: Mapping[str, JsonValue],
    nested: Mapping[str, JsonValue] | None = None,
    *,
    plain: bool = False,
) -> Cleaned:
    """An item's fields, judged and sorted: fields of ours, and custom fields for every other name, aliases included.

    A nested name is always a custom field, so it can never overwrite a field of ours; a flat one of the same name wins.
    Texts and numbers of a `plain` item are known to be fit to store; then only their types are judged.
    Raises InvalidInput naming the first field that cannot be stored.
    """
    cleaned = Cleaned()
    values, custom, named = cleaned.values, cleaned.custom, cleaned.named
    texts, by_incoming, names = table.texts, table.by_incoming, table.named
    if nested:
        for name, value in nested.items():
            _check_custom(name, value, plain=plain)
            custom[name] = value
    aliased: list[tuple[FieldSpec, str, JsonValue]] = []
    for name, value in given.items():
        column = texts.get(name)
        if column is not None and plain and type(value) is str:
            values[column] = named[name] = value
            continue
        if name in RESERVED_NAMES:
            continue
        spec = by_incoming.get(name)
        if spec is not None:
            values[spec.name] = judged_value(spec, name, value)
        else:
            alias = table.by_alias.get(name)
            if alias is not None:
                aliased.append((alias, name, value))
            _check_custom(name, value, plain=plain)
            custom[name] = value
        if name in names:
            named[name] = value
    for spec, name, value in aliased:
        # The proper name, if it is there too, has the last word; the alias keeps its raw value as a custom field.
        if spec.incoming not in given:
            values[spec.name] = judged_value(spec, name, value)
    return cleaned


def judged_value(spec: FieldSpec, name: str, value: JsonValue) -> Any:
    """The value as a field of ours holds it. Raises InvalidInput where it cannot."""
    if value is None:
        return None
    if spec.kind is FieldKind.TEXT:
        if type(value) is not str:
            raise InvalidInput(f"{name} must be text", field=name)
        check_text(name, value, MAX_TEXT)
        return value
    if spec.kind is FieldKind.TAGS:
        if type(value) is not list or not all(type(tag) is str for tag in value):
            raise InvalidInput(f"{name} must be a list of text", field=name)
        for tag in value:
            check_text(name, str(tag), MAX_NAME)
        return value
    return _number(spec, name, value)


def _number(spec: FieldSpec, name: str, value: JsonValue) -> float | int:
    """A number, also where it was sent as text; refused where keeping it would round it."""
    whole = spec.kind is FieldKind.INTEGER
    wanted = "a whole number" if whole else "a number"
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal, str)):
        raise InvalidInput(f"{name} must be {wanted}", field=name)
    try:
        exact = Decimal(value.strip() if isinstance(value, str) else str(value))
    except InvalidOperation:
        raise InvalidInput(f"{name} must be {wanted}", field=name) from None
    if not exact.is_finite() or (whole and (exact != exact.to_integral_value() or abs(exact) > MAX_INTEGER)):
        raise InvalidInput(f"{name} must be {wanted} that can be stored", field=name)
    if whole:
        return int(exact)
    number = float(exact)
    if Decimal(repr(number)) != exact:
        raise InvalidInput(f"{name} has more digits than a number can keep", field=name)
    return number


def is_storable(text: str) -> bool:
    """Whether both databases can hold the text. Nothing that is stored equals a text that cannot be."""
    return "\x00" not in text and (text.isascii() or text.encode("utf-8", "replace").decode() == text)


def check_text(name: str, value: str, longest: int) -> None:
    """Raises InvalidInput when a database could not hold the text, or it is too long."""
    if len(value) > longest:
        raise InvalidInput(f"{name} is longer than {longest:,} characters", field=name)
    if "\x00" in value:
        raise InvalidInput(f"{name} holds a NUL character, which cannot be stored", field=name)
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise InvalidInput(f"{name} holds half a surrogate pair, which is no character", field=name) from None


def _check_custom(name: str, value: JsonValue, *, plain: bool) -> None:
    if not name or len(name) > MAX_NAME:
        raise InvalidInput(f"A field's name must have 1 to {MAX_NAME} characters")
    if plain and type(value) is not list and type(value) is not dict:
        return
    check_text(_printable(name), name, MAX_NAME)
    if type(value) is str:
        check_text(name, value, MAX_CUSTOM_BYTES)
    elif type(value) is list or type(value) is dict:
        check_json(name, value)
    elif isinstance(value, (float, Decimal)) and not isfinite(value):
        raise InvalidInput(f"{name} holds a number that JSON cannot write", field=name)


def check_json(name: str, value: JsonValue) -> None:
    """Raises InvalidInput when something inside the value cannot be stored, or it is too large or too deep."""
    level: list[Any] = [value]
    for _ in range(MAX_DEPTH):
        deeper: list[Any] = []
        for part in level:
            if isinstance(part, dict):
                for key, inner in part.items():
                    check_text(name, key, MAX_TEXT)
                    deeper.append(inner)
            elif isinstance(part, list):
                deeper.extend(part)
            elif isinstance(part, str):
                check_text(name, part, MAX_CUSTOM_BYTES)
            elif isinstance(part, (float, Decimal)) and not isfinite(part):
                raise InvalidInput(f"{name} holds a number that JSON cannot write", field=name)
        if not deeper:
            break
        level = deeper
    else:
        raise InvalidInput(f"{name} is nested deeper than {MAX_DEPTH} levels", field=name)
    if len(encode_json(value)) > MAX_CUSTOM_BYTES:
        raise InvalidInput(f"{name} is larger than {MAX_CUSTOM_BYTES:,} bytes", field=name)


def _printable(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode().replace("\x00", "\\x00")
