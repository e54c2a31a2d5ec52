"""Creates: the same one sent several times at once makes one contact, and every answer names it."""

import asyncio
from typing import Any

from tests.soak.audit import disagreements, read_stored
from tests.soak.calling import Caller
from tests.soak.creators import newcomer
from tests.soak.report import Report
from tests.soak.stage import Stage

TIMES = 4
ROUNDS = 100


async def measure(stage: Stage, report: Report) -> None:
    answers: list[str] = []
    doubles: list[str] = []
    async with stage.server() as server:
        callers = [Caller(server.address, patience=60) for _ in range(TIMES)]

        async def at_once(bodies: list[dict[str, Any]]) -> set[str]:
            """The ids that all answers name; none for an answer that names none."""
            given = await asyncio.gather(
                *(caller.post("/contacts", {"contacts": [body]}) for caller, body in zip(callers, bodies, strict=True))
            )
            answers.extend(f"{each.status} {each.body[:200]!r}" for each in given if each.status != 200)
            told = [each.json() for each in given if each.status == 200]
            answers.extend(str(each["errors"]) for each in told if each.get("errors"))
            return {result["crmId"] for each in told for result in each["results"]}

        for number in range(ROUNDS):
            ids = await at_once([newcomer(f"same-{number}")] * TIMES)
            doubles += [f"same-{number}: {ids}"] if len(ids) != 1 else []
        for number in range(ROUNDS):
            # The same person under several external ids: known by the e-mail address alone.
            person = newcomer(f"person-{number}")
            bodies = [{**person, "externalId": f"person-{number}-{copy}"} for copy in range(TIMES)]
            ids = await at_once(bodies)
            doubles += [f"person-{number}: {ids}"] if len(ids) != 1 else []
        for caller in callers:
            caller.close()
    stored = await read_stored(stage.store)
    emails = [contact.values["email"] for contact in stored.contacts.values()]
    report.told(f"creates sent {TIMES} times at once", ROUNDS)
    report.told(f"people sent under {TIMES} external ids at once", ROUNDS)
    report.nothing("creates answered with more or less than one id", doubles)
    report.exactly("contacts stored", len(emails), 2 * ROUNDS)
    report.exactly("links stored", len(stored.links), ROUNDS + TIMES * ROUNDS)
    report.nothing("half-written contacts", disagreements(stored))
    report.nothing("answers that were no success", answers)
