"""One act, two doors: the same changes through REST and through GraphQL leave the same behind."""

from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.contact import Contact
from models.database.engine import Database
from models.fields.registry import CustomFieldDefinition
from models.identity.keys import ContactKey
from models.ledger.change import Change
from models.ledger.external_link import ExternalLink
from models.ledger.run import Run
from tests.conftest import fresh_database
from tests.factories import ROBOT, make_contact, rows_of
from tests.graphql_schema.asking import ask

UPDATE = """mutation ($items: [ContactUpdate!]!) {
    done: updateContacts(updates: $items) { results { problem { message } keptHere changed properties } }
}"""
CREATE = """mutation ($items: [LeadInput!]!) {
    done: createContacts(leads: $items) { results { problem { message } keptHere changed properties } }
}"""

TEXTS = st.sampled_from(
    ["", "Ada", "ada@example.com", "ADA@example.com", "+15550123", "n/a", "linkedin.com/in/ada", "é🚀"]
)
CUSTOM = st.dictionaries(
    st.sampled_from(["tier", "email", "id", "companySize", "x" * 256]),
    st.none() | st.booleans() | st.integers() | TEXTS | st.lists(st.integers(), max_size=2),
    max_size=3,
)
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        **{name: st.none() | TEXTS for name in ("email", "phone", "linkedinUrl", "title", "company", "firstName")},
        "ownerId": st.none() | st.sampled_from(["user-1", "Somebody"]),
        "tags": st.none() | st.lists(st.sampled_from(["warm", "q1", "x" * 256]), max_size=2),
        "leadScore": st.none() | st.integers(0, 100) | st.floats(0, 1, width=16),
        "bio": st.none() | st.sampled_from(["a\x00b", "Builds things."]),
        "customFields": CUSTOM,
    },
)
ITEMS = st.lists(st.tuples(st.integers(0, 2), FIELDS), min_size=1, max_size=3)
STEPS = st.lists(st.tuples(st.sampled_from(["update", "create"]), ITEMS), min_size=1, max_size=4)
examples = count()


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
async def test_random_changes_leave_equal_rows_equal_history_and_equal_keys(database, enginy, twin, clock, steps):
    turn = next(examples)
    for each in (database, twin):
        await make_contact(each, id=f"contact_{turn}_0", email="old@example.com", external_id=f"old{turn}")
        await make_contact(each, id=f"contact_{turn}_1", tags=["warm"], custom={"tier": "gold"})

    for act, items in steps:
        clock.move(minutes=1)
        fields = [each for _, each in items]
        if act == "update":
            ids = [f"contact_{turn}_{number}" for number, _ in items]  # the third of them is nobody's
            rest = [{"crmId": each, **given} for each, given in zip(ids, fields, strict=True)]
            inputs = [{"id": each, "changes": worded(given)} for each, given in zip(ids, fields, strict=True)]
            answer = (await enginy.put("/contacts", {"contacts": rest})).json()
            told = (await ask(twin, UPDATE, actor=ROBOT, clock=clock, items=inputs))["done"]["results"]
            assert [each["success"] for each in answer["results"]] == [not each["problem"] for each in told]
            assert [each.get("properties") for each in answer["results"]] == [each["properties"] for each in told]
        else:
            ids = [f"lead{turn}_{number}" for number, _ in items]
            rest = [{"externalId": each, **given} for each, given in zip(ids, fields, strict=True)]
            inputs = [{"externalId": each, **worded(given)} for each, given in zip(ids, fields, strict=True)]
            answer = (await enginy.post("/contacts", {"contacts": rest})).json()
            told = (await ask(twin, CREATE, actor=ROBOT, clock=clock, items=inputs))["done"]["results"]
            assert len(answer.get("errors", ())) == len([each for each in told if each["problem"]])

    assert await left_behind(database) == await left_behind(twin)


def worded(fields: dict[str, Any]) -> dict[str, Any]:
    """The same fields as the schema calls them."""
    names = {"company": "companyName"}
    told = {names.get(name, name): value for name, value in fields.items() if name != "customFields"}
    if "customFields" in fields:
        told["customFields"] = [{"key": key, "value": value} for key, value in fields["customFields"].items()]
    return told


async def left_behind(database: Database) -> dict[str, Any]:
    """All that acts leave in a database, without ids and actors, which are never the same twice."""
    contacts = await rows_of(database, Contact)
    place = {each.id: at for at, each in enumerate(contacts)}
    never_the_same = {"id", "created_by", "updated_by"}
    return {
        "rows": [
            {name: value for name, value in dict(each).items() if name not in never_the_same} for each in contacts
        ],
        "keys": sorted((each.kind, each.value, place[each.record_id]) for each in await rows_of(database, ContactKey)),
        "history": [
            (place[each.record_id], each.source, each.at, each.version, each.fields, each.custom_fields)
            for each in await rows_of(database, Change)
        ],
        "links": [
            (
                each.external_id,
                place[each.record_id],
                each.strategy,
                each.shadow,
                each.shadow_version,
                each.shadow_since,
            )
            for each in await rows_of(database, ExternalLink)
        ],
        "registry": [
            (each.name, each.type, each.count, each.samples) for each in await rows_of(database, CustomFieldDefinition)
        ],
        "runs": [(each.act, each.source, each.status, each.counts) for each in await rows_of(database, Run)],
    }


@pytest.fixture
async def twin(request: pytest.FixtureRequest, database_url: str, tmp_path: Path) -> AsyncIterator[Database]:
    """A second database of the same kind, empty too."""
    folder = tmp_path / "twin"
    folder.mkdir()
    with fresh_database(request, database_url.partition(":")[0], folder) as url:
        database = Database.open(url)
        yield database
        await database.close()
