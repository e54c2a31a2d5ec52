"""JSON that keeps values exactly: big integers stay whole, and a decimal with more digits than a double stays a decimal.

One encoder and one decoder serve the wire, the columns and the ledger, so that what went in comes out.
"""

import math
from decimal import Decimal
from typing import Any, TypeAlias

import msgspec

JsonValue: TypeAlias = "bool | int | float | Decimal | str | list[JsonValue] | dict[str, JsonValue] | None"

EXACT_DIGITS = 15  # every decimal with this many significant digits survives a double and back (IEEE 754)


class NumberTooLarge(ValueError):
    """A number past the range of a double, such as 1e400: no other program could read it back."""


def exact_number(text: str) -> float | Decimal:
    """The number `text` spells, as a float where that loses nothing, else as a Decimal.

    Raises NumberTooLarge past the range of a double.
    """
    number = float(text)
    if math.isinf(number):
        raise NumberTooLarge("a number is past the range of a double")
    if len(text) <= EXACT_DIGITS + 1 and number != 0:
        return number
    exact = Decimal(text)
    return number if Decimal(repr(number)) == exact else exact


_decoder = msgspec.json.Decoder(float_hook=exact_number)
_encoder = msgspec.json.Encoder(decimal_format="number")

decode_json = _decoder.decode
encode_json = _encoder.encode


def json_text(value: Any) -> str:
    """`value` as compact JSON text."""
    return _encoder.encode(value).decode()


class JsonText(str):
    """Text that is JSON already; a JSON column stores it as it is."""

    __slots__ = ()
