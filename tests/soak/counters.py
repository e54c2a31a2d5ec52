"""Counters that writers keep in contacts, and the book of what each writer was told.

A writer has fields of its own in every contact and only ever counts up. So one look at a contact tells whether an
acknowledged value was lost (found < acknowledged), or one came from nowhere (found > sent), and a value that was sent
and not answered may be there or not. Two fields carry the same number: if they differ, half an update was stored.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.soak.audit import Stored
from tests.soak.calling import Answer, Caller


@dataclass(slots=True)
class Counter:
    """One writer's numbers in one contact."""

    sent: int = 0
    acknowledged: list[int] = field(default_factory=list)

    @property
    def last(self) -> int:
        return self.acknowledged[-1] if self.acknowledged else 0


@dataclass(slots=True)
class Book:
    """What the writers sent and what they were told, by writer and contact; and every answer that was no success."""

    counters: dict[tuple[int, str], Counter] = field(default_factory=dict)
    waits: list[float] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    failed_items: list[str] = field(default_factory=list)
    unanswered: int = 0

    def counter(self, writer: int, contact: str) -> Counter:
        return self.counters.setdefault((writer, contact), Counter())

    @property
    def acknowledged(self) -> int:
        return sum(len(counter.acknowledged) for counter in self.counters.values())

    def refuse(self, answer: Answer) -> None:
        self.refusals.append(f"{answer.status} {answer.body[:200].decode(errors='replace')}")


class Updater:
    """A writer: PUTs that count up its own fields.

    Of the contacts it owns it also sets the title, which their links hold too, and the telephone, which is a key.
    """

    def __init__(self, number: int, caller: Caller, book: Book, owned: frozenset[str] = frozenset()) -> None:
        self.number = number
        self._caller = caller
        self._book = book
        self._owned = owned

    async def put(self, contacts: Sequence[str]) -> Answer:
        """One batch. Raises as the caller does; a value is written down as acknowledged when its item succeeded."""
        numbers = {}
        for contact in contacts:
            counter = self._book.counter(self.number, contact)
            counter.sent += 1
            numbers[contact] = counter.sent
        began = time.monotonic()
        answer = await self._caller.put("/contacts", {"contacts": [self._item(*each) for each in numbers.items()]})
        self._book.waits.append(time.monotonic() - began)
        if answer.status != 200:
            self._book.refuse(answer)
            return answer
        for result in answer.json()["results"]:
            if result["success"]:
                self._book.counter(self.number, result["crmId"]).acknowledged.append(numbers[result["crmId"]])
            else:
                self._book.failed_items.append(str(result))
        return answer

    def _item(self, contact: str, number: int) -> dict[str, Any]:
        item = {"crmId": contact, f"a{self.number}": number, f"b{self.number}": number}
        if contact in self._owned:
            item |= {"title": f"Title {number}", "phone": telephone(contact, number)}
        return item


def telephone(contact: str, number: int) -> str:
    """A telephone number that changes with every count, in a range of the contact's own."""
    return f"+1{2_000_000_000 + sum(contact.encode()) * 1_000_000 + number}"


@dataclass(slots=True)
class Findings:
    """What a look at the stored contacts says about the book."""

    lost: list[str] = field(default_factory=list)
    halves: list[str] = field(default_factory=list)
    unsent: list[str] = field(default_factory=list)
    untold: list[str] = field(default_factory=list)  # acknowledged, and not in the history


def compare(book: Book, stored: Stored, owners: Mapping[str, int]) -> Findings:
    """Acknowledged <= found <= sent, for every writer's number in every contact."""
    findings = Findings()
    for (writer, contact), counter in book.counters.items():
        found = stored.contacts.get(contact)
        if found is None:
            findings.lost.append(f"contact {contact}")
            continue
        number = found.custom.get(f"a{writer}", 0)
        where = f"writer {writer} in {contact}: {counter.last} acknowledged, {number} found, {counter.sent} sent"
        if number < counter.last:
            findings.lost.append(where)
        if number > counter.sent:
            findings.unsent.append(where)
        if found.custom.get(f"b{writer}", 0) != number:
            findings.halves.append(f"{where}, the other half {found.custom.get(f'b{writer}')}")
        owned = owners.get(contact) == writer and number > 0
        if owned and (found.values["title"], found.values["phone"]) != (f"Title {number}", telephone(contact, number)):
            findings.halves.append(f"{where}, title {found.values['title']}, phone {found.values['phone']}")
        history = set(_told(found.changes, f"a{writer}"))
        findings.untold += [
            f"{where}: {each} is not in the history" for each in counter.acknowledged if each not in history
        ]
    return findings


def _told(changes: Sequence[Any], name: str) -> Iterator[int]:
    for change in changes:
        if name in change.custom:
            yield change.custom[name]["new"]
