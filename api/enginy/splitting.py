"""Cutting a batch into its items without reading them, so that one odd item never spoils the rest.

The fast way skips over each item's JSON. Half a surrogate pair, as programs make that cut texts to a length, stops it,
so it goes over a copy without them. Where it still refuses, because an item is nested absurdly deep, the items' bounds
are found by counting brackets. Every item is judged alone later.
"""

import asyncio
import json
import math
import re
from itertools import pairwise
from typing import Any, NoReturn

import msgspec
from msgspec import Raw

from models.cutting import TOKEN
from models.errors import InvalidInput
from models.exact_json import JsonValue, NumberTooLarge, decode_json, exact_number

_envelope = msgspec.json.Decoder(dict[str, Raw])
_items = msgspec.json.Decoder(list[Raw])
MAX_DIGITS = 4_300  # of an integer; Python refuses to read longer ones, because the time it takes grows with the square
_UNREADABLE = (msgspec.DecodeError, RecursionError, UnicodeDecodeError)


async def split(body: bytes, name: str) -> list[bytes]:
    """The items of the array called `name` in a JSON object, each as its own JSON, unread.

    Raises InvalidInput when the body is not JSON, not an object, or has no such array.
    """
    try:
        return [bytes(item) for item in _skipped(body, name)[1]]
    except _UNREADABLE:
        pass
    masked = _HALF_A_PAIR.sub(rb"\\u0041", body)
    try:
        array, items = _skipped(masked, name)
    except _UNREADABLE:
        # Slow in Python, so that it goes on beside the loop.
        return await asyncio.to_thread(_split_by_brackets, body, name)
    return _same_places(body, masked, array, items)


# Escaped: of the same length as what it is replaced by, also where the backslash is itself escaped.
_HALF_A_PAIR = re.compile(rb"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")


def _skipped(body: bytes, name: str) -> tuple[bytes, list[Raw]]:
    """The array called `name`, and its items, unread."""
    try:
        array = _envelope.decode(body).get(name, b"null")
    except msgspec.ValidationError:
        raise InvalidInput("The body must be a JSON object") from None
    try:
        return array, _items.decode(array)
    except msgspec.ValidationError:
        raise InvalidInput(f"{name} must be an array", field=name) from None


def _same_places(body: bytes, masked: bytes, array: bytes, items: list[Raw]) -> list[bytes]:
    """What stands in `body` where the items stand in `masked`, which is as long."""
    at = masked.rfind(bytes(array)) + 1
    found = []
    for item in items:
        while masked[at] in b", \t\r\n":
            at += 1
        found.append(body[at : at + len(item)])
        at += len(item)
    return found


def read_item(raw: bytes) -> tuple[dict[str, JsonValue], bool]:
    """An item's fields, and whether its JSON is plain: no text in it can be unfit to store, and no number.

    Raises InvalidInput when it is no object, or cannot be read.
    """
    plain = True
    try:
        value = decode_json(raw)
    except RecursionError:
        raise InvalidInput("The item is nested too deeply") from None
    except (msgspec.DecodeError, ValueError):
        value, plain = _read_slowly(raw), False
    if not isinstance(value, dict):
        raise InvalidInput("Every item must be an object")
    return value, plain and b"\\u0000" not in raw


def _read_slowly(raw: bytes) -> JsonValue:
    """What the fast decoder refuses and JSON allows; the value that nobody can store is judged by name later."""
    try:
        value: JsonValue = json.loads(raw, parse_float=_number, parse_int=_integer, parse_constant=_no_constant)
    except RecursionError:
        raise InvalidInput("The item is nested too deeply") from None
    except UnicodeDecodeError:
        raise InvalidInput("The item is not valid UTF-8") from None
    except ValueError as error:
        raise InvalidInput(f"The item is not valid JSON: {error}") from None
    return value


def _number(text: str) -> Any:
    try:
        return exact_number(text)
    except NumberTooLarge:
        return float(text)  # infinite, which the judge of values refuses under the field's name


def _integer(text: str) -> Any:
    return int(text) if len(text) <= MAX_DIGITS else math.inf


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _split_by_brackets(body: bytes, name: str) -> list[bytes]:
    span = _array_span(body, name)
    if span is None:
        _refuse(body)
        raise InvalidInput(f"{name} must be an array", field=name)
    start, end, commas = span
    _refuse(body[: start + 1] + body[end:])
    bounds = [start, *commas, end]
    parts = [body[left + 1 : right].strip() for left, right in pairwise(bounds)]
    items = [] if parts == [b""] else parts
    for item in items:
        _check_item(item)
    return items


def _array_span(body: bytes, name: str) -> tuple[int, int, list[int]] | None:
    """Where the array's brackets stand, and the commas between its items; None without such an array."""
    quoted = json.dumps(name).encode()
    depth = 0
    start = -1
    commas: list[int] = []
    span = None
    last = key = b""
    for match in TOKEN.finditer(body):
        token = match.group()
        if token in b"[{":
            if token == b"[" and depth == 1 and key == quoted:
                start, commas = match.start(), []
            depth += 1
        elif token in b"]}":
            depth -= 1
            if depth == 1 and start >= 0:
                span, start = (start, match.start(), commas), -1
        elif token == b",":
            if depth == 2 and start >= 0:
                commas.append(match.start())
            elif depth == 1:
                key = b""
        elif token == b":":
            if depth == 1:
                key = last
        else:
            last = token
    return span


def _check_item(item: bytes) -> None:
    """Raises InvalidInput for an item that is no JSON: then the whole body is none."""
    try:
        decode_json(item)
    except RecursionError:
        return  # valid or not, it is that item's problem
    except (msgspec.DecodeError, ValueError):
        _refuse(item.decode("utf-8", "replace").encode())  # bytes that are no UTF-8 are that item's problem too


def _refuse(text: bytes) -> None:
    """Raises InvalidInput saying what is wrong with JSON that is broken."""
    try:
        json.loads(text, parse_int=_integer, parse_constant=_no_constant)
    except RecursionError:
        return
    except UnicodeDecodeError:
        raise InvalidInput("The body is not valid UTF-8") from None
    except ValueError as error:
        raise InvalidInput(f"The body is not valid JSON: {error}") from None
