"""Filters by custom fields: of any name, and as the type that is asked about."""

from decimal import Decimal

import pytest

from tests.factories import make_contact
from tests.graphql_schema.asking import ask

NAMES = ["plain", 'quo"te', "do.t", "back\\slash", "$[0]", "🙂", "new\nline", "ключ", "'", "%(key)s"]


@pytest.mark.parametrize("name", NAMES)
async def test_custom_field_of_any_name_is_found(database, name):
    wanted = await make_contact(database, custom={name: "yes", "other": {name: 1}})
    await make_contact(database, custom={"other": "yes"})

    document = "query($filter: ContactFilter) { contacts(filter: $filter) { nodes { id } } }"
    found = await ask(database, document, filter={"customFields": [{"key": name, "text": {"eq": "yes"}}]})

    assert found == {"contacts": {"nodes": [{"id": wanted.id}]}}


VALUES = [
    42, "42", -0.5, 10**40, Decimal("1E-400"), Decimal("0.1234567890123456789"), True, "true", None, [42], {"a": 42},
    "2024-02-29T10:00:00+02:00", "2024-02-29", "2024-02-29 08:00:00.0004", "2023-02-29", "2100-02-29", "0000-01-01",
    "2024-04-31", "2024-13-01", "2024-02-29T24:00:00Z", "2024-02-29T10:00:60Z", "2024-02-29T10:00:00+99:00", "now", "",
    "12:00", "2460000.5", "9999-12-31", "9999-12-31T23:59:59-13:59", "0001-01-02T00:00:00+13:59", "infinity", "2024-02-29T08:00Z",
    "0001-01-01T00:00:00",
]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "values"),
    [
        pytest.param("", [each for each in VALUES if each is not None], id="anything"),
        pytest.param("isNull: true", [None, "missing"], id="nothing"),
        pytest.param('text: { in: ["42", ""] }', ["42", ""], id="text"),
        pytest.param("number: { eq: 42 }", [42], id="number"),
        pytest.param(
            "number: { lt: 0.1235, gte: 0 }", [Decimal("1E-400"), Decimal("0.1234567890123456789")], id="small"
        ),
        pytest.param("number: { gt: 1e39 }", [10**40], id="large"),
        pytest.param("boolean: true", [True], id="truth"),
        pytest.param(
            'dateTime: { eq: "2024-02-29T08:00:00Z" }',
            ["2024-02-29T10:00:00+02:00", "2024-02-29 08:00:00.0004", "2024-02-29T08:00Z"],
            id="moment",
        ),
        pytest.param(
            'dateTime: { isNull: false, ne: "2024-02-29T08:00:00Z" }',
            ["2024-02-29", "9999-12-31", "0001-01-02T00:00:00+13:59"],
            id="other-moments",
        ),
        pytest.param('dateTime: { lt: "2000-01-01" }', ["0001-01-02T00:00:00+13:59"], id="early-moment"),
    ],
)
async def test_custom_fields_are_read_as_the_type_that_is_asked_about(database, wanted, values):
    made = {(await make_contact(database, custom={"field": value})).id: value for value in VALUES}
    made[(await make_contact(database)).id] = "missing"

    document = f"""{{ contacts(filter: {{ customFields: [{{ key: "field" {wanted} }}] }}, first: 100,
        orderBy: {{ field: CREATED_AT }}) {{ nodes {{ id }} }} }}"""
    found = (await ask(database, document))["contacts"]["nodes"]

    assert [made[node["id"]] for node in found] == values
