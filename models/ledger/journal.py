"""The journal of one run while it happens: decisions and changes are collected, then stored with the run."""

import asyncio
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec

from models.base import table_of
from models.columns import new_id
from models.cutting import cut
from models.database.session import Session
from models.exact_json import JsonValue, decode_json, encode_json
from models.fields.mapping import Entity
from models.ledger.change import Change, LedgerEntry
from models.ledger.decision import ItemDecision
from models.ledger.failures import note_failures
from models.ledger.news import NAMED, News
from models.ledger.run import Door, Run, RunStatus, Source
from models.ledger.run_slice import COMPRESSION, forget_slices, keep_slice, read_decisions, together
from models.pacing import slices
from models.user import Role

WORTH_A_THREAD = 32_768  # bytes
LONGEST_ID = 64  # characters; ours have half of that


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: an API key with scopes, a person with a role, or the system itself, and on whose behalf."""

    id: str
    label: str
    source: Source
    scopes: frozenset[str] = frozenset()
    role: Role | None = None
    session_id: str | None = None  # of the browser a person signed in with


class Journal:
    """What one act decided and changed. `items` is the batch as received, as the bytes of a JSON array.

    A long act does its work in slices, a transaction each: its journal is stored with every one of them, and its run
    grows. `reverts` is the run that it undoes, if any.
    """

    def __init__(
        self,
        act: str,
        *,
        entity: Entity | None,
        door: Door,
        actor: Actor,
        request_id: str | None,
        now: datetime,
        items: bytes | None = None,
        facts: Mapping[str, Any] | None = None,
        reverts: str | None = None,
    ) -> None:
        self.run_id = new_id("run")
        self.act = act
        self.entity = entity
        self.door = door
        self.actor = actor
        self.request_id = request_id
        self.now = now
        # Compressing takes a while and needs no lock of ours, so it goes on beside the work itself.
        self._compressing = asyncio.ensure_future(_compressed(items)) if items else None
        self.facts = dict(facts or {})
        self.reverts = reverts
        self.reached: str | None = None  # the last record that is done, while there is more to do
        self.counts: Counter[str] = Counter()
        self.decisions: list[ItemDecision | None] = []
        self._changes: list[LedgerEntry] = []
        self._touched: set[str] = set()
        # What slices before this one left, and what this one will have left once it is committed.
        self._is_stored = False
        self._before = _Before()
        self._next = self._before

    def take_up(self, run_id: str, took_ms: float, counts: Mapping[str, int], decisions: bytes | None) -> None:
        """Go on with a run of which some slices are stored."""
        self.run_id = run_id
        self._is_stored = True
        self._before = _Before(Counter(counts), took_ms, len(entries_of(decisions)))

    @property
    def totals(self) -> Counter[str]:
        """How many items of all slices had each outcome."""
        return self._before.counts + self.counts

    def begin(self, received: int) -> None:
        """Start over: the same work may be done again after a lost race."""
        self.counts = Counter(received=received)
        self.decisions = [None] * received
        self._changes = []
        self._touched = set()

    def decide(self, index: int, decision: ItemDecision) -> None:
        """Write down what became of an item."""
        self.counts[decision.outcome] += 1
        self.decisions[index] = decision

    def undecide(self, index: int) -> None:
        """Take back what was written of an item that turned out differently."""
        decision = self.decisions[index]
        if decision is not None:
            self.counts[decision.outcome] -= 1
            self.decisions[index] = None

    def change(
        self,
        record_id: str,
        version: int,
        fields: dict[str, Any],
        custom_fields: dict[str, Any],
        *,
        entity: str | None = None,
    ) -> None:
        """Write down what a write did to a record: name -> {"old": …, "new": …}."""
        self._changes.append(
            LedgerEntry(
                new_id("change"), str(entity or self.entity), record_id, self.run_id, self.actor.source.value,
                self.actor.id, self.now, version, fields, custom_fields,
            )
        )  # fmt: skip

    def touch(self, record_ids: Iterable[str | None]) -> None:
        """Write down whom the act is about besides those it changes: who is told of an activity, or has a task."""
        self._touched.update(each for each in record_ids if each)

    def mark(self) -> int:
        """Where the changes stand, to come back to when a savepoint is undone."""
        return len(self._changes)

    def since(self, mark: int) -> Sequence[LedgerEntry]:
        """The changes written down after a mark."""
        return self._changes[mark:]

    def back_to(self, mark: int) -> None:
        del self._changes[mark:]

    def turn(self, *, stored: bool) -> None:
        """A slice is over and the next may begin; what was only tried is not `stored`."""
        self._before = self._next
        self._is_stored = self._is_stored or stored
        self.counts = Counter()
        self._changes = []

    async def store(
        self,
        session: Session,
        *,
        took_ms: float,
        status: RunStatus | None = None,
        message: str | None = None,
        more: bool = False,
    ) -> None:
        """Store the run with all that was collected, in the transaction of the act itself; `more` slices may follow."""
        async for part in slices(self._changes, 1_000):
            await session.insert_rows(_CHANGE, CHANGE_COLUMNS, [msgspec.structs.astuple(entry) for entry in part])
        if more:
            status = RunStatus.UNFINISHED
        place = self._before.decided
        failed = [
            (at, each) for at, each in enumerate(self.decisions, place) if each is not None and each.code is not None
        ]
        await note_failures(session, self.run_id, self.entity, failed)
        decisions = await _compressed(encode_json(self.decisions)) if self.decisions else None
        if more and decisions is not None:
            await keep_slice(session, self.run_id, place, decisions)
            decisions = None
        self._next = _Before(self.totals, self._before.took_ms + took_ms, place + len(self.decisions))
        if self._is_stored:
            grown = (
                self.run_id, (status or self._status()).value, round(self._next.took_ms, 3), dict(self.totals),
                self.reached if more else None,
            )  # fmt: skip
            await session.update_rows(_RUN, _GROWING, [grown])
            if not more:
                await self._end(session, decisions)
            session.announce(self._news().text())
            return
        items = await self._compressing if self._compressing is not None else None
        run = {
            "id": self.run_id,
            "act": self.act,
            "entity": self.entity.value if self.entity else None,
            "door": self.door.value,
            "source": self.actor.source.value,
            "actor_id": self.actor.id,
            "actor_label": self.actor.label,
            "request_id": self.request_id,
            "status": (status or self._status()).value,
            "message": message,
            "started_at": self.now,
            "duration_ms": round(took_ms, 3),
            "counts": dict(self.counts),
            "items": items,
            "decisions": decisions,
            "facts": self.facts,
            "reverts": self.reverts,
            "reached": self.reached if more else None,
        }
        await session.insert_rows(_RUN, tuple(run), [tuple(run.values())])
        session.announce(self._news().text())

    async def _end(self, session: Session, decisions: bytes | None) -> None:
        """Put what all slices decided into the run; what was taken out of them meanwhile, as of a person, stays out."""
        before = (await read_decisions(session, [self.run_id]))[self.run_id]
        parts = [each for each in (before, decisions) if each is not None]
        await session.update_rows(_RUN, ("decisions",), [(self.run_id, await asyncio.to_thread(together, parts))])
        await forget_slices(session, [self.run_id])

    def _news(self) -> News:
        """What is announced of the run: whom it is about, where those are few."""
        if max(len(self.decisions), len(self._changes), len(self._touched)) > NAMED:
            return News(self.run_id, self.act)
        ids = self._touched.union(each.record_id for each in self._changes)
        for decision in self.decisions:
            if decision is not None:
                ids.update((decision.record_id or "", *decision.record_ids))
        # What is no id of ours was asked about, and not found.
        named = sorted(each for each in ids if each.isascii() and 0 < len(each) <= LONGEST_ID)
        return News(self.run_id, self.act, named if len(named) <= NAMED else None)

    def _status(self) -> RunStatus:
        failed, received = self.totals["failed"], self.totals["received"]
        if not failed:
            return RunStatus.SUCCEEDED
        return RunStatus.FAILED if failed >= received else RunStatus.PARTLY


@dataclass(frozen=True, slots=True)
class _Before:
    """What the slices before this one left."""

    counts: Counter[str] = field(default_factory=Counter)
    took_ms: float = 0
    decided: int = 0  # items


async def _compressed(text: bytes) -> bytes:
    """Compressed, in a thread where that takes longer than going there."""
    if len(text) < WORTH_A_THREAD:
        return zlib.compress(text, COMPRESSION)
    return await asyncio.to_thread(zlib.compress, text, COMPRESSION)


_CHANGE = table_of(Change)
CHANGE_COLUMNS = LedgerEntry.__struct_fields__
_RUN = table_of(Run)
_GROWING = ("status", "duration_ms", "counts", "reached")


Entry = msgspec.Raw | bytes


def entries_of(blob: bytes | None) -> Sequence[Entry]:
    """What a run keeps compressed, cut into its entries but not read; none when their time has passed."""
    if blob is None:
        return []
    text = zlib.decompress(blob)
    try:
        entries: Sequence[Entry] = _entries(text)
    except (msgspec.DecodeError, RecursionError):
        entries = cut(text)
    return entries


_entries = msgspec.json.Decoder(list[msgspec.Raw]).decode


def readable(entry: Entry) -> JsonValue:
    """The value of an entry; an item that no decoder reads, for which it was refused, is told as its text."""
    try:
        value: JsonValue = decode_json(entry)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return bytes(entry).decode("utf-8", "replace")
    return value


def joined(items: Sequence[bytes]) -> bytes:
    return b"[" + b",".join(items) + b"]"
