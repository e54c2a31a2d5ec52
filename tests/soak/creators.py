"""Creators: POSTs of new contacts, and the book of what they were told."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.soak.audit import Stored
from tests.soak.calling import Answer, Caller


@dataclass(slots=True)
class Creations:
    """External ids that were sent, and the ids that were answered for them."""

    sent: set[str] = field(default_factory=set)
    answered: dict[str, str] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)  # two answers for one external id that differ
    refusals: list[str] = field(default_factory=list)

    @property
    def unknown(self) -> list[str]:
        return sorted(self.sent - self.answered.keys())

    def note(self, answer: Answer) -> None:
        if answer.status != 200:
            self.refusals.append(f"{answer.status} {answer.body[:200].decode(errors='replace')}")
            return
        told = answer.json()
        self.refusals += [str(error) for error in told.get("errors", ())]
        for result in told["results"]:
            first = self.answered.setdefault(result["externalId"], result["crmId"])
            if first != result["crmId"]:
                self.changed.append(f"{result['externalId']}: {first}, then {result['crmId']}")


class Creator:
    """Sends new contacts, a few at a time."""

    def __init__(self, name: str, caller: Caller, creations: Creations) -> None:
        self._caller = caller
        self._creations = creations
        self._names = (f"{name}-{number}" for number in count())

    async def post(self, size: int) -> Answer:
        return await self.send([next(self._names) for _ in range(size)])

    async def send(self, external_ids: list[str]) -> Answer:
        """Create these, again or for the first time. Raises as the caller does."""
        self._creations.sent.update(external_ids)
        answer = await self._caller.post("/contacts", {"contacts": [newcomer(each) for each in external_ids]})
        self._creations.note(answer)
        return answer


def newcomer(external_id: str) -> dict[str, Any]:
    """A lead that matches nobody else."""
    return {
        "externalId": external_id,
        "email": f"{external_id}@soak.example.com",
        "firstName": "Soak",
        "lastName": external_id,
        "linkedinUrl": f"https://www.linkedin.com/in/{external_id}",
        "company": "Soak Ltd",
        "first_contact": "soak",
    }


async def shared_contacts(caller: Caller, size: int) -> list[str]:
    """The ids of new contacts for several writers to meet at."""
    answer = await caller.post("/contacts", {"contacts": [newcomer(f"shared-{number}") for number in range(size)]})
    assert answer.status == 200, answer.body
    return [result["crmId"] for result in answer.json()["results"]]


@dataclass(slots=True)
class Findings:
    missing: list[str] = field(default_factory=list)  # answered, and not there
    halves: list[str] = field(default_factory=list)  # a contact without its link, or without its fields
    doubles: list[str] = field(default_factory=list)


def compare(creations: Creations, stored: Stored) -> Findings:
    """Every answered contact is there, whole and once; of those not answered, each is whole or not there at all."""
    findings = Findings()
    for external_id, contact_id in creations.answered.items():
        if stored.links.get(external_id) != contact_id or contact_id not in stored.contacts:
            findings.missing.append(f"{external_id} -> {contact_id}, its link leads to {stored.links.get(external_id)}")
    emails: dict[str, list[str]] = {}
    for contact in stored.contacts.values():
        emails.setdefault(contact.values["email"], []).append(contact.id)
        external_ids = sorted(contact.shadows)
        if len(external_ids) != 1:
            findings.halves.append(f"{contact.id} has the links {external_ids}")
        elif (contact.values["email"], contact.custom.get("first_contact")) != (
            f"{external_ids[0]}@soak.example.com",
            "soak",
        ):
            findings.halves.append(f"{contact.id} of {external_ids[0]} lacks fields: {contact.values['email']}")
    findings.doubles += [f"{email}: {ids}" for email, ids in emails.items() if len(ids) > 1]
    return findings
