"""Filters inside filters: whatever is put together gives what plain Python finds among the same contacts."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.company import Association
from models.deal import Deal
from models.fields.mapping import Entity
from models.moments import parse_moment
from tests.factories import LONG_AGO, add, delete, make_company, make_contact, make_task
from tests.graphql_schema.asking import ask

AT_ONCE = 4  # filters of one document
LISTS = "query({}) {{ {} }}".format(
    ", ".join(f"$filter{at}: ContactFilter" for at in range(AT_ONCE)),
    " ".join(
        f"list{at}: contacts(filter: $filter{at}, orderBy: {{ field: CREATED_AT }}) {{ nodes {{ id }} }}"
        for at in range(AT_ONCE)
    ),
)
DAYS = [(LONG_AGO + timedelta(days=day)).isoformat() for day in range(8)]

# By the names of the schema. Deals are name, status and amount; companies and tasks are their names.
PEOPLE: list[dict[str, Any]] = [
    {"firstName": "Ada", "title": "100% a_b", "leadScore": 1.5, "ownerId": "user_ann", "tags": ["vip", "Hot"],
     "deals": [("Big", "open", 1000), ("Small", "won", 10)], "companies": ["Engines"], "tasks": ["Call"],
     "custom": {"budget": 42, "since": "2024-02-29T10:00:00+02:00", "sure": True}},
    {"firstName": "ÉMILE", "title": "ada", "leadScore": 0, "tags": ["vip"], "deals": [("Big", "lost", 1000)],
     "companies": ["Engines", "Looms"], "custom": {"budget": "42", "since": "2024-02-29", "sure": "true"}},
    {"firstName": "émile", "leadScore": -3, "ownerId": "user_bob", "tasks": ["Call", "Write"],
     "custom": {"budget": None, "since": "2023-02-29", "sure": False}},
    {"firstName": "Émile", "title": "", "leadScore": 1.5, "ownerId": "user_ann", "tags": [], "companies": ["Looms"],
     "custom": {"budget": 42.0, "since": "29 February 2024"}},
    {"title": "ADA", "tags": ["hot"], "deals": [("Small", "open", 10)],
     "custom": {"budget": [42], "since": 2024, "sure": {"true": True}}},
    {"firstName": "ada", "leadScore": 10_000_000_000.0, "ownerId": "", "lastActivityAt": DAYS[2], "tasks": ["Write"],
     "custom": {"budget": 41.99999}},
    {},
]  # fmt: skip


@pytest.fixture
async def people(database):
    """The ids of the contacts, in the order of PEOPLE; each has something deleted besides, which must not count."""
    companies = {name: (await make_company(database, name=name)).id for name in ("Engines", "Looms", "Gone")}
    ids = []
    for day, person in enumerate(PEOPLE):
        columns = {
            "first_name": person.get("firstName"), "title": person.get("title"), "lead_score": person.get("leadScore"),
            "owner_id": person.get("ownerId"), "tags": person.get("tags"),
        }  # fmt: skip
        if "lastActivityAt" in person:
            columns["last_activity_at"] = parse_moment("", person["lastActivityAt"])
        made_at = LONG_AGO + timedelta(days=day)
        contact = await make_contact(database, made_at=made_at, custom=person.get("custom"), **columns)
        ids.append(contact.id)
        deals = [(*deal, None) for deal in person.get("deals", ())] + [("Big", "open", 1000, LONG_AGO)]
        stamps = {"created_at": LONG_AGO, "created_by": "test", "updated_at": LONG_AGO, "updated_by": "test"}
        await add(
            database,
            *(
                Deal(id=f"deal_{day}_{at}", name=name, status=status, amount_hundredths=amount * 100, currency="EUR",
                     contact_id=contact.id, deleted_at=deleted_at, **stamps)
                for at, (name, status, amount, deleted_at) in enumerate(deals)
            ),
            *(
                Association(contact_id=contact.id, company_id=companies[name], created_at=LONG_AGO)
                for name in (*person.get("companies", ()), "Gone")
            ),
        )  # fmt: skip
        for at, subject in enumerate(person.get("tasks", ())):
            await make_task(database, f"task_{day}_{at}", subject, contact_id=contact.id)
    await make_task(database, "task_alone", "Call")
    await delete(database, companies["Gone"], Entity.COMPANY)
    return ids


def compared(values, *, ranges=True, texts=False):
    """Operators that are given values such as these."""
    one = st.sampled_from(values)
    operators = {"eq": one, "ne": one, "in": st.lists(one, max_size=3), "notIn": st.lists(one, max_size=3)}
    operators["isNull"] = st.booleans()
    if ranges:
        operators |= {"lt": one, "lte": one, "gt": one, "gte": one}
    if texts:
        part = st.sampled_from(["a", "A", "%", "_", "é", "É", "MILE", "Éml", "éMI", "0% a_", ""])
        operators |= {"contains": part, "startsWith": part, "endsWith": part}
    return st.dictionaries(st.sampled_from(sorted(operators)), st.none(), min_size=1, max_size=2).flatmap(
        lambda names: st.fixed_dictionaries({name: operators[name] for name in names})
    )


def related(inner):
    return st.dictionaries(st.sampled_from(["some", "every", "none"]), inner, min_size=1, max_size=2)


def fields(**each):
    """A filter that asks of one or two of these fields, or of none."""
    return st.lists(st.sampled_from(sorted(each)), max_size=2, unique=True).flatmap(
        lambda names: st.fixed_dictionaries({name: each[name] for name in names})
    )


def trees(leaves):
    return st.recursive(
        leaves,
        lambda inner: (
            st.fixed_dictionaries({"not": inner})
            | st.fixed_dictionaries({"and": st.lists(inner, max_size=2)})
            | st.fixed_dictionaries({"or": st.lists(inner, max_size=3)})
        ),
        max_leaves=5,
    )


TAGS = st.lists(st.sampled_from(["vip", "Hot", "hot", "none"]), max_size=2)
WORD = compared(["Ada", "ada", "Émile", "", "Big", "Engines", "Call", "42"], ranges=False, texts=True)
DEALS = trees(
    fields(
        name=WORD,
        amount=compared([10, 1000, 500]).map(lambda wanted: {k: v for k, v in wanted.items() if k != "isNull"}),
        status=st.fixed_dictionaries({"in": st.lists(st.sampled_from(["OPEN", "WON", "LOST"]), max_size=2)}),
    )
)
CUSTOM = st.fixed_dictionaries(
    {"key": st.sampled_from(["budget", "since", "sure", "nothing"])},
    optional={
        "text": WORD,
        "number": compared([42, 41.5, 0]),
        "boolean": st.booleans(),
        "dateTime": compared(["2024-02-29T08:00:00Z", "2024-02-29T00:00:00Z", "2020-01-01T00:00:00Z"]),
        "isNull": st.booleans(),
    },
)
FILTERS = trees(
    fields(
        firstName=WORD,
        title=WORD,
        leadScore=compared([1.5, 0, -3, 1e10]),
        ownerId=compared(["user_ann", "user_bob"], ranges=False),
        lastActivityAt=compared(DAYS[:4]),
        createdAt=compared(DAYS),
        tags=st.fixed_dictionaries(
            {}, optional={"hasAny": TAGS, "hasAll": TAGS, "hasNone": TAGS, "isEmpty": st.booleans()}
        ),
        deals=related(DEALS),
        companies=related(fields(name=WORD)),
        tasks=related(fields(subject=WORD)),
        customFields=st.lists(CUSTOM, max_size=2),
    )
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filters=st.lists(FILTERS, min_size=AT_ONCE, max_size=AT_ONCE))
async def test_any_filter_gives_what_python_finds(database, people, filters):
    found = await ask(database, LISTS, **{f"filter{at}": wanted for at, wanted in enumerate(filters)})

    assert [[people.index(node["id"]) for node in found[f"list{at}"]["nodes"]] for at in range(AT_ONCE)] == [
        [at for at, person in enumerate(PEOPLE) if holds(wanted, person | {"createdAt": DAYS[at]})]
        for wanted in filters
    ]


def holds(wanted, record):
    return all(asked(name, value, record) for name, value in wanted.items())


def asked(name, wanted, record):
    value = record.get(name)
    match name:
        case "and":
            return all(holds(each, record) for each in wanted)
        case "or":
            return any(holds(each, record) for each in wanted)
        case "not":
            return not holds(wanted, record)
        case "tags":
            return tagged(wanted, set(value or ()))
        case "deals":
            records = [{"name": label, "status": status, "amount": amount} for label, status, amount in value or ()]
            return related_hold(wanted, records)
        case "companies":
            return related_hold(wanted, [{"name": each} for each in value or ()])
        case "tasks":
            return related_hold(wanted, [{"subject": each} for each in value or ()])
        case "status":
            return value.upper() in wanted["in"]
        case "customFields":
            return all(custom_holds(each, (record.get("custom") or {}).get(each["key"])) for each in wanted)
        case "createdAt" | "lastActivityAt":
            return compares(moments(wanted), parse_moment("", value))
        case _:
            return compares(wanted, value)


def related_hold(wanted, records):
    tests = {
        "some": lambda inner: any(holds(inner, each) for each in records),
        "every": lambda inner: all(holds(inner, each) for each in records),
        "none": lambda inner: not any(holds(inner, each) for each in records),
    }
    return all(tests[name](inner) for name, inner in wanted.items())


def tagged(wanted, tags):
    tests = {
        "hasAny": lambda given: bool(tags & set(given)),
        "hasAll": lambda given: set(given) <= tags,
        "hasNone": lambda given: not tags & set(given),
        "isEmpty": lambda truth: (not tags) is truth,
    }
    return all(tests[name](given) for name, given in wanted.items())


def custom_holds(wanted, value):
    asks = {name: given for name, given in wanted.items() if name != "key"}
    if not asks:
        return value is not None
    text = value if isinstance(value, str) else None
    number = value if isinstance(value, (int, float)) and not isinstance(value, bool) else None
    moment = parse_moment("", text) if text in ("2024-02-29T10:00:00+02:00", "2024-02-29") else None
    tests = {
        "text": lambda given: compares(given, text),
        "number": lambda given: compares(given, number),
        "boolean": lambda truth: value is truth,
        "dateTime": lambda given: compares(moments(given), moment),
        "isNull": lambda truth: (value is None) is truth,
    }
    return all(tests[name](given) for name, given in asks.items())


def moments(wanted):
    def read(value: Any) -> datetime | bool | None:
        return parse_moment("", value) if isinstance(value, str) else value

    return {
        name: [read(each) for each in value] if isinstance(value, list) else read(value)
        for name, value in wanted.items()
    }


def compares(wanted, value):
    tests = {
        "eq": lambda given: value == given,
        "ne": lambda given: value != given,
        "in": lambda given: value in given,
        "notIn": lambda given: value not in given,
        "isNull": lambda truth: (value is None) is truth,
        "contains": lambda given: value is not None and given.lower() in value.lower(),
        "startsWith": lambda given: value is not None and value.lower().startswith(given.lower()),
        "endsWith": lambda given: value is not None and value.lower().endswith(given.lower()),
        "lt": lambda given: value is not None and value < given,
        "lte": lambda given: value is not None and value <= given,
        "gt": lambda given: value is not None and value > given,
        "gte": lambda given: value is not None and value >= given,
    }
    return all(tests[name](given) for name, given in wanted.items())
