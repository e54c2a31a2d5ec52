"""The port: what a caller may hold who does not say what they want."""

import socket
import time
from typing import Any

import pytest

from api.listening import HeadLimits, PortUnusable, bind
from tests.api.processes import serving


class Impatient(HeadLimits):
    """The same limits, for a test's patience."""

    head_seconds = 1
    head_bytes = 2_000


async def app(scope: Any, receive: Any, send: Any) -> None:
    """An application that reads the whole body and says how long it was."""
    length, more = 0, True
    while more:
        message = await receive()
        length, more = length + len(message.get("body", b"")), message.get("more_body", False)
    body = str(length).encode()
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(body))]})
    await send({"type": "http.response.body", "body": body})


@pytest.fixture(scope="module")
def address():
    with serving(app, http=Impatient, lifespan="off") as url:
        yield ("127.0.0.1", int(url.rpartition(":")[2]))


def said(connection: socket.socket) -> bytes:
    """What the server says until it closes the connection."""
    connection.settimeout(20)
    parts = []
    try:
        while part := connection.recv(65_536):
            parts.append(part)
    except ConnectionResetError:
        pass
    return b"".join(parts)


@pytest.mark.parametrize(
    "sent",
    [pytest.param(b"", id="nothing"), pytest.param(b"GET / HTTP/1.1\r\nhost: x\r\nx: y", id="half a head")],
)
def test_a_caller_that_never_ends_its_head_is_hung_up_on(address, sent):
    with socket.create_connection(address) as connection:
        connection.sendall(sent)

        assert said(connection).startswith(b"HTTP/1.1 408 Request Timeout\r\n")


def test_a_head_without_an_end_is_refused(address):
    with socket.create_connection(address) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nhost: x\r\n")
        time.sleep(0.1)  # so that the rest arrives by itself
        connection.sendall(b"x-more: " + b"y" * 2_000)

        assert said(connection).startswith(b"HTTP/1.1 431 Request Header Fields Too Large\r\n")


def test_a_long_body_that_comes_slowly_is_no_head(address):
    with socket.create_connection(address) as connection:
        connection.sendall(b"POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 6000\r\n\r\n")
        for _ in range(6):
            time.sleep(0.25)
            connection.sendall(b"x" * 1_000)

        answer = said(connection)

    assert (answer.startswith(b"HTTP/1.1 200 OK\r\n"), answer.endswith(b"\r\n\r\n6000")) == (True, True)


def test_a_websocket_that_does_not_begin_with_get_is_a_request_without_a_body(address):
    head = b"POST / HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\ncontent-length: 5\r\n\r\n"
    with socket.create_connection(address) as connection:
        connection.settimeout(20)
        connection.sendall(head + b"12345")

        answer = connection.recv(65_536)

    assert answer.startswith(b"HTTP/1.1 200 OK\r\n")
    assert answer.endswith(b"\r\n\r\n0")


def test_a_second_request_on_a_connection_has_its_own_time(address):
    request = b"GET / HTTP/1.1\r\nhost: x\r\n\r\n"
    with socket.create_connection(address) as connection:
        connection.settimeout(20)
        connection.sendall(request)
        first = connection.recv(65_536)
        connection.sendall(b"GET / HTTP/1.1\r\n")

        assert first.startswith(b"HTTP/1.1 200 OK\r\n")
        assert said(connection).startswith(b"HTTP/1.1 408 Request Timeout\r\n")


def test_a_name_that_is_no_address_is_told():
    with pytest.raises(PortUnusable, match=r"There is no address 'no\.such\.host\.invalid' to listen on"):
        bind("no.such.host.invalid", 8000)
