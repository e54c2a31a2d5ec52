"""The messages of `graphql-transport-ws` and the codes that sockets end with. Source: PROTOCOL.md of graphql-ws."""

from enum import IntEnum
from typing import Any

import msgspec

from models.exact_json import decode_json, encode_json

PROTOCOL = "graphql-transport-ws"
LONGEST_ID = 128  # characters of a subscription's id
LONGEST_REASON = 123  # bytes of a close frame; RFC 6455, 5.5.1


class Code(IntEnum):
    """Why a socket ends. Clients try again after GOING_AWAY, TRY_LATER and FORBIDDEN, and after no other of these."""

    GOING_AWAY = 1001  # the server stops
    TRY_LATER = 1013  # too many sockets, or the database is away
    BAD_REQUEST = 4400  # a message that is none of the protocol's
    UNAUTHORIZED = 4401  # nobody knows who this is, or no longer: sign in first
    FORBIDDEN = 4403  # known, but not from here, or no longer with the same rights
    WRONG_PROTOCOL = 4406
    INIT_TIMEOUT = 4408
    ID_TAKEN = 4409
    SECOND_INIT = 4429


class Ended(Exception):
    """The socket must end, and why."""

    def __init__(self, code: Code, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        # Cut between characters, and within what a close frame holds.
        self.reason = reason.encode("utf-8", "replace")[:LONGEST_REASON].decode("utf-8", "ignore")


def read_message(text: str | None) -> dict[str, Any]:
    """A message, with its `type` as text. Raises Ended for anything else."""
    if text is None:
        raise Ended(Code.BAD_REQUEST, "Messages are text, not bytes")
    try:
        message = decode_json(text.encode("utf-8", "surrogatepass"))
    except (msgspec.DecodeError, ValueError, RecursionError):
        raise Ended(Code.BAD_REQUEST, "The message is not valid JSON") from None
    if not isinstance(message, dict) or not isinstance(message.get("type"), str):
        raise Ended(Code.BAD_REQUEST, "A message is an object with a type")
    return message


def id_of(message: dict[str, Any]) -> str:
    """The id of the subscription that a message is about. Raises Ended where there is none."""
    found = message.get("id")
    if not isinstance(found, str) or not 0 < len(found) <= LONGEST_ID:
        raise Ended(Code.BAD_REQUEST, f"{message['type']} needs an id: a text of 1 to {LONGEST_ID} characters")
    return found


def written(type: str, **more: Any) -> str:
    """A message as it is sent; what is None is left out."""
    told = {"type": type, **{name: value for name, value in more.items() if value is not None}}
    return encode_json(told).decode()
