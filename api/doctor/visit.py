"""A visit at a server: calls with its key, answers read strictly, and a list of what was made there."""

import asyncio
import json
import ssl
from dataclasses import dataclass
from typing import Any, NoReturn
from urllib.parse import urlsplit

import httpx

from api.doctor.findings import Unseen, Wrong

TIMEOUT_SECONDS = 30.0
SHOWN = 160  # characters of an answer, in a report


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said."""

    status: int
    headers: httpx.Headers
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode("utf-8", "replace")

    def json(self) -> Any:
        """The answer as JSON. Raises Wrong when no JSON parser takes it."""
        try:
            return json.loads(self.content, parse_constant=_no_constant)
        except (ValueError, RecursionError):
            raise Wrong(f"the answer is no JSON: {self}") from None

    def __str__(self) -> str:
        text = " ".join(self.text.split())
        return f"{self.status} {text[:SHOWN]}{'…' if len(text) > SHOWN else ''}".strip()

    def expect(self, *statuses: int) -> "Answer":
        """This answer. Raises Wrong for any other status."""
        if self.status not in statuses:
            raise Wrong(f"expected {' or '.join(map(str, statuses))}, got {self}")
        return self

    def expect_success(self) -> "Answer":
        if not 200 <= self.status < 300:
            raise Wrong(f"expected a success, got {self}")
        return self

    def expect_no_crash(self) -> "Answer":
        if self.status >= 500:
            raise Wrong(f"the server fell over: {self}")
        return self

    def expect_error_body(self) -> "Answer":
        """This answer. Raises Wrong unless it is an object that says what is wrong."""
        body = self.json()
        if not isinstance(body, dict) or not isinstance(body.get("error"), str):
            raise Wrong(f"the error is no object with `error`: {self}")
        return self

    def object(self) -> dict[str, Any]:
        """The answer as a JSON object. Raises Wrong when it is none."""
        body = self.json()
        if not isinstance(body, dict):
            raise Wrong(f"the answer is no object: {self}")
        return body

    def objects(self) -> list[dict[str, Any]]:
        """The answer as an array of JSON objects. Raises Wrong when it is none."""
        body = self.json()
        if not isinstance(body, list) or not all(isinstance(each, dict) for each in body):
            raise Wrong(f"the answer is no array of objects: {self}")
        return body

    def results(self) -> list[dict[str, Any]]:
        """The results of a batch, which may be none. Raises Wrong unless it succeeded."""
        results = self.expect(200, 201).object().get("results")
        if not isinstance(results, list) or not all(isinstance(each, dict) for each in results):
            raise Wrong(f"the answer has no array `results` of objects: {self}")
        return results

    def one_result(self) -> dict[str, Any]:
        """The only result of a batch. Raises Wrong when there is none, or another."""
        results = self.results()
        if len(results) != 1:
            raise Wrong(f"one item, {len(results)} results: {self}")
        return results[0]

    def errors(self) -> list[dict[str, Any]]:
        """What a batch lists as its errors; empty without such a list."""
        errors = self.object().get("errors") or []
        return [each for each in errors if isinstance(each, dict)] if isinstance(errors, list) else []


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


class Visit:
    """One examination's way to the server. Every id it makes up begins with `mark`."""

    def __init__(
        self,
        url: str,
        key: str,
        header: str,
        mark: str,
        *,
        verify: bool = True,
        timeout_seconds: float = TIMEOUT_SECONDS,
    ) -> None:
        self.url = url.rstrip("/")
        self.mark = mark
        self.header = header
        self.key = key
        self.made: dict[str, list[str]] = {}
        self._count = 0
        self._tls = ssl.create_default_context()
        if not verify:
            self._tls.check_hostname, self._tls.verify_mode = False, ssl.CERT_NONE
        self._client = httpx.AsyncClient(timeout=timeout_seconds, verify=self._tls, follow_redirects=False)

    async def close(self) -> None:
        await self._client.aclose()

    def name(self, what: str) -> str:
        """An id nobody else has."""
        self._count += 1
        return f"{self.mark}-{what}-{self._count}"

    def address(self, what: str) -> str:
        return f"{self.name(what)}@check.example"

    async def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        raw: str | bytes | None = None,
        headers: dict[str, str] | None = None,
        key: str | None = "",
    ) -> Answer:
        """The answer to a call as Enginy makes it; `raw` is sent as it stands, `key=None` sends none."""
        sent = {"content-type": "application/json", "accept": "application/json"}
        if key is not None:
            sent[self.header] = key or self.key
        if headers is not None:
            sent = {**sent, **headers}
        content: str | bytes | None = raw
        if raw is None and body is not None:
            content = json.dumps(body)
        response = await self._client.request(
            method, self.url + path, content=content, headers={name: value for name, value in sent.items() if value}
        )
        return Answer(response.status_code, response.headers, response.content)

    async def create(self, noun: str = "contacts", **fields: Any) -> dict[str, Any]:
        """A new record of the server's: its `externalId` and `crmId`. Raises Wrong when it is not made."""
        item = {"externalId": self.name("lead"), **fields}
        if noun == "contacts":
            item.setdefault("email", self.address("person"))
        result = (await self.call("POST", f"/{noun}", {noun: [item]})).one_result()
        if not isinstance(result.get("crmId"), str) or not result["crmId"]:
            raise Wrong(f"no crmId for a new record: {json.dumps(result)[:SHOWN]}")
        self.remember(noun, result["crmId"])
        return {**item, "crmId": result["crmId"]}

    def remember(self, noun: str, record_id: str) -> None:
        """Note a record that stays behind: the contract has no delete."""
        ids = self.made.setdefault(noun, [])
        if record_id not in ids:
            ids.append(record_id)

    async def read(self, crm_id: str, noun: str = "contacts") -> dict[str, Any]:
        """A record as the server keeps it. Raises Unseen where none can be fetched: the guide does not ask for it."""
        answer = await self.call("POST", f"/{noun}/batch", {"ids": [crm_id]})
        if answer.status in {404, 405, 501}:
            raise Unseen(f"there is no POST /{noun}/batch to read the record back with")
        fields = answer.one_result()
        kept = fields.pop("properties", None)
        return {**(kept if isinstance(kept, dict) else {}), **fields}

    async def announce(self, path: str, length: int, seconds: float) -> str:
        """The status line of an answer to a body that is announced and never sent; empty when none comes in time."""
        target = urlsplit(self.url)
        port = target.port or (443 if target.scheme == "https" else 80)
        opening = asyncio.open_connection(target.hostname, port, ssl=self._tls if target.scheme == "https" else None)
        reader, writer = await asyncio.wait_for(opening, seconds)
        try:
            writer.write(
                f"POST {target.path}{path} HTTP/1.1\r\nhost: {target.netloc}\r\n{self.header}: {self.key}\r\n"
                f"content-type: application/json\r\ncontent-length: {length}\r\n\r\n".encode()
            )
            return (await asyncio.wait_for(reader.readline(), seconds)).decode("latin-1").strip()
        except TimeoutError:
            return ""
        finally:
            writer.close()
