"""The demo: believable, the same for the same seed, never among real contacts, and whole after any interruption."""

from collections import Counter
from datetime import UTC, datetime

import phonenumbers
import pytest

from api.demo.filling import fill
from api.demo.mark import check_database, read_mark
from api.demo.people import Population
from api.demo.story import Act, tell
from api.settings import load_settings
from models.activity import Activity
from models.contact import Contact
from models.deal import Deal, DealStatus
from models.errors import InvalidInput
from models.note import Note
from models.task import Task
from models.user import User
from tests.factories import Clock, decisions_of, ids_of, make_contact, rows_of, runs_of

END = datetime(2024, 6, 12, 9, tzinfo=UTC)
SMALL = 24


def people(seed: int, count: int) -> Population:
    population = Population(seed)
    population.grow(count)
    return population


def test_the_same_seed_makes_the_same_people():
    one, same, other = people(1, 60), people(1, 60), people(2, 60)

    assert [person.sent for person in one.people] == [person.sent for person in same.people]
    assert [company.sent for company in one.companies] == [company.sent for company in same.companies]
    assert [person.sent for person in one.people] != [person.sent for person in other.people]


def test_the_same_seed_tells_the_same_story():
    assert tell(3, 120, END) == tell(3, 120, END)


def test_more_people_leave_the_first_ones_as_they_are():
    few, many = people(1, 50), people(1, 80)

    assert [person.sent for person in many.people[:49]] == [person.sent for person in few.people[:49]]


def test_nobody_can_be_reached():
    population = people(5, 400)

    addresses = [person.sent["email"] for person in population.people if "email" in person.sent]
    numbers = [
        person.sent[name] for person in population.people for name in ("phone", "mobilePhone") if name in person.sent
    ]
    assert [address for address in addresses if not address.endswith(".example")] == []
    assert len(set(addresses)) == len(addresses) > 350
    assert [number for number in numbers if not phonenumbers.is_valid_number(phonenumbers.parse(number))] == []
    # Switchboards are shared, by a few; everything else is somebody's own.
    assert len(numbers) > 150
    assert max(Counter(numbers).values()) <= 6


def test_a_story_is_in_order_and_over_before_it_ends():
    steps = tell(1, 450, END)

    assert [step.at for step in steps] == sorted(step.at for step in steps)
    assert steps[-1].at < END
    assert {step.act for step in steps} == set(Act)
    assert max(len(step.items) for step in steps if step.act is not Act.REPORT_MESSAGES) == 100


def test_deals_stand_in_every_stage_and_end_either_way():
    deals = [deal for step in tell(1, 450, END) if step.act is Act.MAKE_DEALS for deal in step.items]

    assert {deal.status for deal in deals} == set(DealStatus)
    assert {deal.stage for deal in deals} == {"Qualified", "Proposal", "Negotiation"}
    assert [deal for deal in deals if deal.closed_at is not None and deal.closed_at >= END] == []


async def test_a_demo_has_exactly_as_many_contacts_as_asked_for_and_stays_as_it_is(database_url, database):
    assert await fill(database, contacts=SMALL, clock=Clock(END)) is True
    assert len(await ids_of(database)) == SMALL
    assert {run.status for run in await runs_of(database)} <= {"succeeded", "partly"}
    assert {user.id for user in await rows_of(database, User)} >= {"sales-rep-1", "analyst-1"}
    before = [run.id for run in await runs_of(database)]

    # A second filling changes nothing, and another demo is refused.
    assert await fill(database, contacts=SMALL, clock=Clock(END)) is False
    with pytest.raises(InvalidInput, match="holds a demo of 24 contacts with seed 1; name another database"):
        await fill(database, contacts=SMALL + 1, clock=Clock(END))
    assert (len(await ids_of(database)), [run.id for run in await runs_of(database)]) == (SMALL, before)

    # Contacts that visitors add do not close it.
    await make_contact(database, email="ada@example.com")
    await check_database(load_settings(database_url=database_url))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # that both can be filled is seen above
async def test_syncs_show_every_kind_of_decision(database):
    await fill(database, contacts=120, clock=Clock(END))

    runs = [run for run in await runs_of(database) if run.act == "sync_contacts"]
    decisions = [each for run in runs for each in await decisions_of(database, run.id)]
    assert {each["outcome"] for each in decisions} == {"matched", "unmatched", "failed"}
    assert {each.get("strategy") for each in decisions} == {"link", "email", "linkedin", "phone", None}
    assert {each["code"] for each in decisions if each["outcome"] == "failed"} == {"AMBIGUOUS_MATCH"}
    assert [each for each in decisions if each.get("weak")] != []
    updates = [run for run in await runs_of(database) if run.act == "update_contacts"]
    kept = [each["keptHere"] for run in updates for each in await decisions_of(database, run.id) if "keptHere" in each]
    assert kept != []
    tasks = await rows_of(database, Task)
    assert {(task.completed, task.due_at < END) for task in tasks} >= {(True, True), (False, True)}
    deals = await rows_of(database, Deal)
    assert deals != []
    assert [deal for deal in deals if (deal.closed_at is None) is not (deal.status == "open")] == []
    assert [deal for deal in deals if (deal.lost_reason is None) is (deal.status == "lost")] == []
    assert max(deal.updated_at for deal in deals) < END
    assert {note.created_by for note in await rows_of(database, Note)} <= {
        user.id for user in await rows_of(database, User)
    }
    contacts = await rows_of(database, Contact)
    assert {"Lead", "MQL", "SQL"} <= {contact.lifecycle_stage for contact in contacts}
    assert max(activity.happened_at for activity in await rows_of(database, Activity)) < END


async def test_a_database_with_contacts_is_refused(database_url, database):
    ada = await make_contact(database, email="ada@example.com")

    with pytest.raises(InvalidInput, match="demo contacts are never mixed with real ones"):
        await fill(database, contacts=SMALL, clock=Clock(END))
    with pytest.raises(InvalidInput, match="demo contacts are never mixed with real ones"):
        await check_database(load_settings(database_url=database_url))
    assert (await ids_of(database), await read_mark(database), await runs_of(database)) == ([ada.id], None, [])


class Interrupted(Exception):
    """The process ended here, after a step and before that was noted."""


async def test_an_interrupted_filling_goes_on_and_ends_as_if_nothing_had_been(database, tmp_path, sqlite_template):
    from models.database.engine import Database

    whole_path = tmp_path / "whole.db"
    whole_path.write_bytes(sqlite_template.read_bytes())
    whole = Database.open(f"sqlite:///{whole_path}")
    await fill(whole, contacts=SMALL, clock=Clock(END))

    stops = iter((1, 3, 4, 9, 17, 30, 45))
    clock = Clock(END)
    finished = False
    while not finished:
        stop = next(stops, None)

        def progress(done: int, steps: int, stop: int | None = stop) -> None:
            if done == stop:
                raise Interrupted

        try:
            await fill(database, contacts=SMALL, clock=clock, progress=progress)
            finished = True
        except Interrupted:
            clock.move(hours=5)  # it ends where it was to end, however late it goes on

    assert await state_of(database) == await state_of(whole)
    await whole.close()


async def state_of(database):
    """What the demo made, without ids and without what the ledger says of it."""
    contacts = await rows_of(database, Contact)
    names = {contact.id: contact.linkedin_url for contact in contacts}
    return (
        {
            contact.linkedin_url: (
                contact.email, contact.title, contact.lead_score, contact.lifecycle_stage, contact.owner_id,
                contact.custom_fields, contact.last_activity_at, contact.created_at,
            )
            for contact in contacts
        },
        sorted((each.message_id, names[each.contact_id], each.body) for each in await rows_of(database, Activity)),
        sorted(
            (names[each.contact_id], each.subject, each.completed, str(each.completed_at))
            for each in await rows_of(database, Task)
        ),
        sorted(
            (names[each.contact_id], each.name, each.status, each.amount_hundredths, str(each.closed_at))
            for each in await rows_of(database, Deal)
        ),
        sorted((names[each.record_id], each.body, each.created_by) for each in await rows_of(database, Note)),
        sorted(user.id for user in await rows_of(database, User)),
    )  # fmt: skip
