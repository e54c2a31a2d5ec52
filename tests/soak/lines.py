"""Hostile lines: requests that are wrong below the body, in their verbs, paths, heads, lengths and timing."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass

from tests.soak.bodies import Hostile
from tests.soak.calling import Address, Answer, connect, read_answer

VERBS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "BREW", "get")
PATHS = (
    "/health", "/contacts", "/contacts/sync", "/contacts/batch", "/companies", "/companies/sync", "/companies/batch",
    "/associations", "/tasks", "/tasks/batch", "/tasks/nobody", "/activities", "/activities/nobody", "/users",
)  # fmt: skip
ODD_PATHS = (
    "//contacts//sync//", "/contacts/", "/contacts/../health", "/%2e%2e/health", "/contacts%2fsync", "/contacts/%00",
    "/tasks/%00", "/tasks/%ff%fe", "/tasks/%ed%a0%bd", "/activities/%00", "/tasks/" + "x" * 20_000, "/tasks/..%2f..%2f",
    "/tasks/'%20OR%201=1--", "/health?" + "a=b&" * 5_000, "/health?x=%00%ff", "/health#fragment", "*", "/" * 1_000,
    "/contacts;a=b", "/CONTACTS", "/tasks/%F0%9F%91%8D", "http://elsewhere.example.com/contacts", "/.env", "/graphql",
)  # fmt: skip
PIECE_SECONDS = 0.1


def wrong_verbs() -> Iterator[Hostile]:
    """Every verb at every path; those that fit send an empty object."""
    for path in (*PATHS, *ODD_PATHS):
        for verb in VERBS:
            yield Hostile("verb" if path in PATHS else "path", verb, path, b"" if verb in {"GET", "HEAD"} else b"{}")


def odd_heads() -> Iterator[Hostile]:
    body = b'{"contacts": []}'
    for headers in (
        {"x-api-key": ""},
        {"x-api-key": "rolo_wrong"},
        {"x-api-key": "x" * 60_000},
        {"x-api-key": "k\xe9y"},
        {"authorization": "Bearer \xff", "x-api-key": ""},
        {"x-request-id": "x" * 10_000},
        {"x-request-id": "'\"<>{}%0a"},
        {"cookie": "a=b; " * 5_000},
        {"host": ""},
        {"host": "evil.example.com:99999"},
        {"expect": "100-continue"},
        {"upgrade": "websocket", "connection": "upgrade"},
        {"connection": "close, keep-alive, upgrade"},
        {"range": "bytes=0-"},
        {"content-length": "00016"},
        {"transfer-encoding": "chunked", "content-length": ""},
    ):
        yield Hostile("head", "POST", "/contacts/sync", body, headers)


@dataclass(frozen=True, slots=True)
class Line:
    """A request in pieces, with a pause between them, as no HTTP library would send it."""

    kind: str
    pieces: tuple[bytes, ...]
    pause: float = 0.0
    answered: bool = True  # a server that keeps to the protocol has something to say


def odd_lines(key: str) -> list[Line]:
    """Requests whose very lines are wrong."""
    head = (
        f"POST /contacts/sync HTTP/1.1\r\nhost: soak\r\nx-api-key: {key}\r\ncontent-type: application/json\r\n".encode()
    )
    body = b'{"contacts": [{"externalId": "line", "email": "line@soak.example.com"}]}'
    chunked = head + b"transfer-encoding: chunked\r\n\r\n"
    sized = head + b"content-length: %d\r\n\r\n"
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:20], body[20:]))
    return [
        Line("chunked", (chunked + chunks + b"0\r\n\r\n",)),
        Line("chunked slowly", (chunked, *(b"1\r\n%c\r\n" % byte for byte in body[:40]), b"0\r\n\r\n"), PIECE_SECONDS),
        Line("chunk with an extension", (chunked + b"5;a=b\r\n" + body[:5] + b"\r\n0\r\nx-trailer: y\r\n\r\n",)),
        Line("chunk of an odd size", (chunked + b"zz\r\n" + body,)),
        Line("chunk of a negative size", (chunked + b"-5\r\n" + body,)),
        Line("chunk of an absurd size", (chunked + b"f" * 40 + b"\r\n" + body,)),
        Line("chunk longer than it says", (chunked + b"3\r\n" + body + b"\r\n0\r\n\r\n",)),
        Line(
            "length and chunks",
            (head + b"content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n",),
        ),
        Line("two lengths", (head + b"content-length: 5\r\ncontent-length: 70\r\n\r\n" + body,)),
        Line("negative length", (head + b"content-length: -1\r\n\r\n" + body,)),
        Line("absurd length", (head + b"content-length: " + b"9" * 30 + b"\r\n\r\n" + body,)),
        Line("length past the limit", (head + b"content-length: 999999999999\r\n\r\n",)),
        Line("no length", (head + b"\r\n" + body,)),
        Line("too short a length", (sized % 10 + body,)),
        Line("body slowly", (sized % len(body), *(body[at : at + 2] for at in range(0, len(body), 2))), PIECE_SECONDS),
        Line(
            "head slowly",
            tuple(head[at : at + 8] for at in range(0, len(head), 8)) + (b"content-length: 2\r\n\r\n{}",),
            0.05,
        ),
        Line("no more than a method", (b"POST",), answered=False),
        Line("a body that ends early", (sized % 1_000 + body,), answered=False),
        Line("a head of 200 KB", (head + b"x-odd: " + b"y" * 200_000 + b"\r\n\r\n",)),
        Line("20,000 headers", (head + b"x: y\r\n" * 20_000 + b"\r\n",)),
        Line("a name of 100 KB", (head + b"x" * 100_000 + b": y\r\n\r\n",)),
        Line("NUL in a header", (head + b"x-odd: a\0b\r\ncontent-length: 2\r\n\r\n{}",)),
        Line("line feed alone", (head.replace(b"\r\n", b"\n") + b"content-length: 2\n\n{}",)),
        Line("folded header", (head + b"x-odd: a\r\n b\r\ncontent-length: 2\r\n\r\n{}",)),
        Line("blank before the colon", (head + b"x-odd : a\r\ncontent-length: 2\r\n\r\n{}",)),
        Line("HTTP/0.9", (b"GET /health\r\n\r\n",), answered=False),
        Line("HTTP/1.0", (head.replace(b"HTTP/1.1", b"HTTP/1.0") + b"content-length: 2\r\n\r\n{}",)),
        Line("HTTP/2 preface", (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",)),
        Line("HTTP/9.9", (head.replace(b"HTTP/1.1", b"HTTP/9.9") + b"content-length: 2\r\n\r\n{}",)),
        Line("TLS", (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200),)),
        Line("random bytes", (bytes(range(256)) * 8,)),
        Line("many at once", ((sized % len(body) + body) * 50,)),
    ]


async def say(address: Address, line: Line, patience: float) -> Answer | None:
    """The first answer to a line; None where the connection ended without one. Raises TimeoutError."""
    reader, writer = await connect(address)
    try:
        async with asyncio.timeout(patience):
            for piece in line.pieces:
                writer.write(piece)
                await writer.drain()
                await asyncio.sleep(line.pause)
            if not line.answered:
                writer.write_eof()
            return await read_answer(reader)
    except (OSError, EOFError, ValueError, IndexError):
        return None
    finally:
        writer.close()
