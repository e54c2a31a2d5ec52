"""Promoted custom fields: filters by them answer as before, by an index that follows every write."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text

from graphql_schema.resolvers.indexing import ensure_promoted_indexed
from models import choosing
from models.base import table_of
from models.fields import promoting
from models.fields.mapping import Entity
from models.fields.promoted_value import PromotedValue
from models.fields.setting import CustomFieldSetting
from models.identity.derivation import KeyRules
from models.records import KINDS, new_record, save
from tests.factories import LONG_AGO, NOW, context, delete, edit, make_company, make_contact, rows_of
from tests.graphql_schema.asking import ask, counted, explained

LONG = "x" * 250
VALUES = [
    "gold", "Gold", LONG, LONG[:200], "", "42", 42, 42.5, -1e300, 0, True, False, None, ["gold"], {"a": 1},
    "2024-01-15", "2024-01-15T10:00:00+02:00", "2024-02-30",
]  # fmt: skip
# What is asked of the field, and whether only a value can fulfil it.
ASKED = [
    ('text: { eq: "gold" }', True),
    (f'text: {{ eq: "{LONG}" }}', True),
    ('text: { in: ["gold", "42", ""] }', True),
    ('text: { ne: "gold" }', False),
    ('text: { notIn: ["gold"] }', False),
    ('text: { contains: "OL" }', True),
    ('text: { startsWith: "g", ne: "gold" }', True),
    ("text: { isNull: true }", False),
    ("text: { isNull: false }", True),
    ("number: { eq: 42 }", True),
    ("number: { in: [0, 42.5] }", True),
    ("number: { gt: -1, lte: 42 }", True),
    ("number: { lt: 0 }", True),
    ("number: { ne: 42 }", False),
    ("number: { gte: 42 }, text: { isNull: true }", True),
    ("number: { gte: 42 }, text: { isNull: false }", True),
    ("boolean: true", True),
    ("boolean: false", True),
    ('dateTime: { eq: "2024-01-15T08:00:00Z" }', True),
    ('dateTime: { gte: "2024-01-15", lt: "2024-01-16" }', True),
    ('dateTime: { ne: "2024-01-15" }', False),
    ("isNull: true", False),
    ("isNull: false", True),
    ("", True),
]
PROMOTE = """mutation($name: String!, $changes: CustomFieldFields!, $entity: Entity! = CONTACT) {
    defineCustomField(entity: $entity, name: $name, changes: {}) { __typename }
    updateCustomField(entity: $entity, name: $name, changes: $changes) { ... on Problem { message } } }"""
DEFINE = """mutation($name: String!, $entity: Entity!) {
    defineCustomField(entity: $entity, name: $name, changes: {}) { __typename } }"""
GOLD = '{ contacts(filter: { customFields: [{ key: "plan", text: { eq: "gold" } }] }) { totalCount nodes { id } } }'


async def promote(database, name="plan", **changes):
    changes = changes or {"isPromoted": True}
    assert (await ask(database, PROMOTE, name=name, changes=changes))["updateCustomField"] == {}


async def gold(database):
    return sorted(each["id"] for each in (await ask(database, GOLD))["contacts"]["nodes"])


async def make_many(database, entity=Entity.CONTACT, count=2_000):
    """So many records, each with its number as a plan, a number of seats, a day, and whether it is odd."""
    rows = [
        (
            f"{entity}_{at:05}",
            {"plan": f"P{at % 1_000:03}", "seats": at, "since": f"{1000 + at}-01-01", "keen": at % 2 == 1}, {},
            1, LONG_AGO, "test", LONG_AGO, "test",
        )
        for at in range(count)
    ]  # fmt: skip
    columns = ("id", "custom_fields", "edits", "version", "created_at", "created_by", "updated_at", "updated_by")
    async with database.write() as session:
        await session.insert_rows(KINDS[entity].table, columns, rows)
    for name in ("plan", "seats", "since", "keen"):
        await ask(database, DEFINE, name=name, entity=entity.name)


async def analyze(database):
    async with database.write() as session:
        await session.exec(text("ANALYZE"))


async def indexed(database):
    return sorted(
        (each.record_id, each.name, each.text, each.number) for each in await rows_of(database, PromotedValue)
    )


async def test_a_promoted_field_gives_the_answers_it_gave_before(database):
    for at, value in enumerate(VALUES):
        await make_contact(database, id=f"contact_{at:02}", custom={'pl"an': value})
    await make_contact(database, id="contact_99")
    asked = "\n".join(
        f"a{at}: contacts(filter: {{ customFields: [{{ key: {KEY} {each} }}] }}) {{ totalCount nodes {{ id }} }}"
        for at, (each, _) in enumerate(ASKED)
    )
    ctx = context(database)

    before = [await ask(database, f"{{ {line} }}") for line in asked.splitlines()]
    await promote(database, 'pl"an')
    with counted(database) as statements:
        after = [await ask(database, f"{{ {line} }}") for line in asked.splitlines()]

    assert after == before
    assert ctx.run_id is None
    for each in before:
        [told] = each.values()
        assert told["totalCount"] == len(told["nodes"])
    # Page and count, each with a look at how many there are.
    found = sum("promoted_value" in each and "custom_fields" in each for each in statements)
    assert found == 2 * sum(narrowed for _, narrowed in ASKED)


KEY = r'"pl\"an"'


async def test_a_promoted_field_gives_the_answers_it_gave_before_inside_of_other_filters(database):
    for at, value in enumerate(VALUES):
        await make_contact(database, id=f"contact_{at:02}", custom={'pl"an': value}, last_name="XY"[at % 2])
    await make_contact(database, id="contact_99")
    fields = [f"customFields: [{{ key: {KEY} {each} }}]" for each, _ in ASKED]
    filters = [
        f'{{ {kind}: [{{ {one} }}, {{ {two}, lastName: {{ ne: "X" }} }}] }}'
        for kind in ("or", "not: { and", "or: [{ not: { or")
        for one, two in zip(fields, fields[1:] + fields[:1], strict=True)
    ]
    filters = [each + " }" * each.count("not: {") + "] }" * each.count("or: [{ not") for each in filters]
    documents = [f"{{ contacts(filter: {each}) {{ totalCount nodes {{ id }} }} }}" for each in filters]

    before = [await ask(database, each) for each in documents]
    await promote(database, 'pl"an')

    assert [await ask(database, each) for each in documents] == before
    assert sum(each["contacts"]["totalCount"] == len(each["contacts"]["nodes"]) for each in before) == len(before)


EITHER = """{ contacts(orderBy: { field: LAST_NAME }, filter: { or: [
    { customFields: [{ key: "plan", text: { eq: "P007" } }] }, { customFields: [{ key: "seats", number: { lt: 3 } }] }
  ] }) { totalCount nodes { id } } }"""


async def test_either_of_several_promoted_fields_is_found_by_an_index(database):
    await make_many(database)
    plain = await ask(database, EITHER)
    for name in ("plan", "seats"):
        await promote(database, name)
    await analyze(database)

    async with explained(database) as plans:
        told = await ask(database, EITHER)

    assert told == plain
    assert [each["id"] for each in told["contacts"]["nodes"]] == [f"contact_{at:05}" for at in (0, 1, 2, 7, 1_007)]
    # The count, how many may be on the page, and those.
    found = [each for each in plans if "ix_promoted_value_text" in each and "ix_promoted_value_number" in each]
    assert len(found) == 3
    for each in found:
        assert "SCAN contact" not in each
        assert "Seq Scan on contact" not in each


async def test_what_is_written_is_found_from_then_on(database):
    ada = await make_contact(database, id="contact_ada", custom={"plan": "gold"})
    await promote(database)
    bob = await make_contact(database, id="contact_bob", custom={"plan": "gold", "seats": 5})
    eve = await make_contact(database, id="contact_eve")
    assert await gold(database) == [ada.id, bob.id]

    await edit(database, ada.id, plan="silver", note="x")
    await edit(database, eve.id, plan="gold")
    changed = await gold(database)
    await delete(database, eve.id)
    without = await gold(database)
    await ask(database, "mutation($id: ID!) { restoreContacts(ids: [$id]) { changed } }", id=eve.id)

    assert (changed, without) == ([bob.id, eve.id], [bob.id])
    assert await gold(database) == [bob.id, eve.id]
    assert await indexed(database) == [
        (ada.id, "plan", "silver", None), (bob.id, "plan", "gold", None), (eve.id, "plan", "gold", None),
    ]  # fmt: skip


async def test_a_field_of_one_kind_of_record_is_none_of_the_other(database):
    await make_company(database, custom={"plan": "gold"})
    await promote(database)

    assert await indexed(database) == []
    companies = '{ companies(filter: { customFields: [{ key: "plan", text: { eq: "gold" } }] }) { totalCount } }'
    assert (await ask(database, companies))["companies"] == {"totalCount": 1}


@pytest.mark.parametrize("changes", [{"isPromoted": False}, {"isHidden": True}])
async def test_a_field_that_is_promoted_no_more_leaves_nothing_behind(database, changes, monkeypatch):
    monkeypatch.setattr(promoting, "SLICE", 2)
    ids = [(await make_contact(database, custom={"plan": "gold", "tier": 1})).id for _ in range(3)]
    await promote(database)
    await promote(database, "tier")

    await promote(database, "plan", **changes)

    assert [each[1] for each in await indexed(database)] == ["tier"] * 3
    assert await gold(database) == sorted(ids)
    await edit(database, ids[0], plan="silver")
    assert await gold(database) == sorted(ids[1:])
    await promote(database, "plan", isPromoted=True, isHidden=False)
    assert await gold(database) == sorted(ids[1:])
    assert len(await indexed(database)) == 6


async def test_where_many_answer_a_page_is_read_row_by_row_and_the_count_is_not(database, monkeypatch):
    monkeypatch.setattr(choosing, "GATHERED", 2)
    ids = [(await make_contact(database, custom={"plan": "gold"})).id for _ in range(3)]
    await promote(database)

    with counted(database) as statements:
        found = await gold(database)

    assert found == sorted(ids)
    assert sum("IN (SELECT promoted_value" in each for each in statements) == 1


async def test_an_index_that_was_interrupted_is_finished_when_a_server_starts(database, monkeypatch):
    ada = await make_contact(database, custom={"plan": "gold"})

    async def interrupted(*_):
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(promoting, "_fill", interrupted)
        await ask(database, PROMOTE, name="plan", changes={})
        with pytest.raises(AssertionError):
            await promote(database)
    halfway = (await gold(database), [each.is_indexed for each in await rows_of(database, CustomFieldSetting)])

    finished = [await ensure_promoted_indexed(context(database)) for _ in range(2)]

    assert halfway == ([ada.id], [False])
    assert finished == [["plan"], []]
    assert await indexed(database) == [(ada.id, "plan", "gold", None)]


async def test_a_field_is_promoted_between_two_writes(database):
    await ask(database, PROMOTE, name="plan", changes={})
    kind = KINDS[Entity.CONTACT]
    record = new_record(kind)
    record.custom["plan"] = "gold"
    promotion = None

    async with database.write() as session:
        await save(session, kind, [record], KeyRules(None, frozenset()), now=NOW, actor_id="test")
        promotion = asyncio.create_task(promote(database))
        for _ in range(20):  # it has every chance to be done too early
            await session.rows(promoting._promoted(Entity.CONTACT))
        assert not promotion.done()
    await promotion

    assert await gold(database) == [record.id]


async def test_values_are_found_by_an_index(database):
    sqlite = database.driver.reading.dialect.name == "sqlite"
    rows = [(f"contact_{at}", "contact", "plan", str(at), at, at < 9, NOW + timedelta(hours=at)) for at in range(2_000)]
    conditions = {
        "text": "text = '7'",
        "number": "number > 1990",
        "truth": "truth = true",
        "moment": "moment < '2024-01-20T12:00:00+00:00'",
    }
    plans = {}

    async with database.write() as session:
        await session.insert_rows(
            table_of(PromotedValue), ("record_id", "entity", "name", "text", "number", "truth", "moment"), rows
        )
        await session.exec(text("ANALYZE promoted_value"))
        for name, condition in conditions.items():
            page = f"SELECT record_id FROM promoted_value WHERE entity = 'contact' AND name = 'plan' AND {condition}"
            told = await session.exec(text(f"EXPLAIN {'QUERY PLAN ' if sqlite else ''}{page}"))
            plans[name] = "\n".join(str(row[-1]) for row in told.all())

    assert [name for name, plan in plans.items() if f"ix_promoted_value_{name}" not in plan] == []


PLANNED = 'filter: { customFields: [{ key: "plan", text: { eq: "P007" } }] }'
NUMBERS = f'{{ contacts({PLANNED}) {{ aggregate {{ count sum(customField: "seats") }} }} }}'
GROUPS = f"""{{ contacts({PLANNED}) {{ groupBy(fields: [{{ customField: "seats" }}]) {{
    groups {{ count keys {{ value }} records(first: 1) {{ nodes {{ id }} }} }} }} }} }}"""
EDIT = f"""mutation {{ editContacts({PLANNED}, changes: {{ title: "Chief" }}) {{ matched changed }} }}"""


async def test_numbers_groups_and_acts_find_records_by_an_index(database):
    await make_many(database)
    plain = [await ask(database, NUMBERS), await ask(database, GROUPS)]
    await promote(database)
    await analyze(database)

    async with explained(database) as numbers:
        told = [await ask(database, NUMBERS)]
    async with explained(database) as groups:
        told.append(await ask(database, GROUPS))
    async with explained(database) as act:
        edited = await ask(database, EDIT)

    assert told == plain
    assert told[0]["contacts"]["aggregate"] == {"count": 2, "sum": 1014}
    assert told[1]["contacts"]["groupBy"]["groups"] == [
        {"count": 1, "keys": [{"value": at}], "records": {"nodes": [{"id": f"contact_{int(at):05}"}]}}
        for at in ("1007", "7")
    ]
    assert edited == {"editContacts": {"matched": 2, "changed": 2}}
    # Groups are opened besides.
    by_value = [[each for each in plans if "ix_promoted_value_text" in each] for plans in (numbers, groups, act)]
    assert [len(each) for each in by_value] == [1, 2, 1]
    table_scans = [
        each for plans in by_value for each in plans if "SCAN contact" in each or "Seq Scan on contact" in each
    ]
    assert table_scans == []


async def test_numbers_and_groups_ask_no_more_than_before_where_no_custom_field_is_filtered(database):
    await make_contact(database, title="CTO")
    asked = """{ contacts(filter: { title: { eq: "CTO" } }) {
        aggregate { count } groupBy(fields: [{ field: TITLE }]) { groups { count records { nodes { id } } } } } }"""

    with counted(database) as statements:
        await ask(database, asked)

    assert len(statements) == 3
