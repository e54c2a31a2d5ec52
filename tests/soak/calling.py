"""Enginy as a caller that knows what became of each request: answered, never sent, or sent and not answered.

An HTTP library retries, pools and hides just that, so this speaks HTTP/1.1 by itself, on one connection at a time.
"""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

PATIENCE_SECONDS = 60.0
LONGEST_HEAD = 1 << 16


class Unsent(Exception):
    """There was no connection, so the server cannot have begun anything."""


class Unanswered(Exception):
    """The request went out, in part at least, and no whole answer came: nobody knows what became of it."""


class Hung(Unanswered):
    """No answer within the caller's patience."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is and the key it wants."""

    port: int
    key: str
    host: str = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


class Caller:
    """One connection at a time, kept alive between calls and opened anew after a failure."""

    def __init__(self, address: Address, *, patience: float = PATIENCE_SECONDS) -> None:
        self.address = address
        self.patience = patience
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str) -> Answer:
        return await self.call("GET", path)

    async def post(self, path: str, body: Any) -> Answer:
        return await self.call("POST", path, body)

    async def put(self, path: str, body: Any) -> Answer:
        return await self.call("PUT", path, body)

    async def call(self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None) -> Answer:
        """Send a body: bytes as they stand, anything else as JSON. Raises Unsent or Unanswered."""
        content = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        sent = {
            "host": self.address.host,
            "x-api-key": self.address.key,
            "content-type": "application/json",
            "content-length": str(len(content)),
            **(headers or {}),
        }
        head = f"{method} {path} HTTP/1.1\r\n" + "".join(
            f"{name}: {value}\r\n" for name, value in sent.items() if value
        )
        return await self.send(head.encode("utf-8", "surrogateescape") + b"\r\n" + content, bodiless=method == "HEAD")

    async def send(self, request: bytes, *, bodiless: bool = False) -> Answer:
        """Send a request as it stands, well formed or not."""
        reader, writer = await self._connected()
        try:
            async with asyncio.timeout(self.patience):
                writer.write(request)
                await writer.drain()
                answer = await read_answer(reader, bodiless=bodiless)
        except TimeoutError:
            self.close()
            raise Hung(f"no answer in {self.patience:g} s") from None
        except (OSError, EOFError, ValueError) as error:
            self.close()
            raise Unanswered(repr(error)) from error
        except asyncio.CancelledError:
            self.close()
            raise
        if answer.headers.get("connection", "").lower() == "close" or answer.status == 500:
            self.close()  # after a bug uvicorn ends the connection without a word
        return answer

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._streams is None or self._streams[1].is_closing() or self._streams[0].at_eof():
            self.close()
            self._streams = await connect(self.address)
        return self._streams

    def close(self) -> None:
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close()


async def connect(address: Address) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    try:
        async with asyncio.timeout(10):
            return await asyncio.open_connection(address.host, address.port, limit=LONGEST_HEAD)
    except (OSError, TimeoutError) as error:
        raise Unsent(repr(error)) from error


async def read_answer(reader: asyncio.StreamReader, *, bodiless: bool = False) -> Answer:
    """The next answer on a connection. Raises EOFError where it ends before, and ValueError for what is no HTTP."""
    status = 100
    while status == 100:  # "go on" is no answer yet
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.rstrip("\r\n").split("\r\n")
        status = int(first.split(" ")[1])
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    if bodiless or status in {204, 304}:
        return Answer(status, headers, b"")
    if headers.get("transfer-encoding", "").lower() == "chunked":
        return Answer(status, headers, await _read_chunks(reader))
    if "content-length" in headers:
        return Answer(status, headers, await reader.readexactly(int(headers["content-length"])))
    return Answer(status, headers, await reader.read())


async def _read_chunks(reader: asyncio.StreamReader) -> bytes:
    parts = bytearray()
    while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
        parts += await reader.readexactly(size)
        await reader.readexactly(2)
    await reader.readuntil(b"\r\n")
    return bytes(parts)
