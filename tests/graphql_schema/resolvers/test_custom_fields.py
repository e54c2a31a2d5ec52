"""Custom fields as people see them: what is said of a field never touches a value of it."""

import pytest

from models.fields.registry import CustomFieldDefinition
from models.fields.setting import CustomFieldSetting
from tests.factories import edit, fields_of, history_of, make_contact, rows_of, runs_of
from tests.graphql_schema.asking import ask, counted

FIELDS = "entity name type count label wishedType isHidden isPromoted position"
WRITE = f"""mutation($entity: Entity!, $name: String!, $changes: CustomFieldFields!, $dryRun: Boolean! = false) {{
  %s(entity: $entity, name: $name, changes: $changes, dryRun: $dryRun) {{
    ... on CustomFieldChanged {{ changeSetId run {{ act entity }} definition {{ {FIELDS} }} }}
    ... on Problem {{ code message }} ... on InvalidInputProblem {{ field }} }} }}"""
LIST = f"{{ customFieldDefinitions {{ nodes {{ {FIELDS} }} }} }}"
PLAIN = {"wishedType": None, "isHidden": False, "isPromoted": False, "position": None}


async def write(database, act, name="budget", entity="CONTACT", *, dry_run=False, **changes):
    variables = {"entity": entity, "name": name, "changes": changes, "dryRun": dry_run}
    return (await ask(database, WRITE % act, **variables))[act]


async def test_field_that_was_sent_is_told_as_it_is_until_somebody_says_something(database):
    ada = await make_contact(database)
    await edit(database, ada.id, budget="12,000", zeta=1)

    with counted(database) as statements:
        before = (await ask(database, LIST))["customFieldDefinitions"]["nodes"]
    changed = await write(
        database, "updateCustomField", label=" Budget ", wishedType="NUMBER", isPromoted=True, position=2
    )
    after = (await ask(database, LIST))["customFieldDefinitions"]["nodes"]

    budget = {"entity": "CONTACT", "name": "budget", "type": "string", "count": 1}
    zeta = {"entity": "CONTACT", "name": "zeta", "type": "number", "count": 1, "label": "zeta", **PLAIN}
    said = {**budget, "label": "Budget", "wishedType": "NUMBER", "isHidden": False, "isPromoted": True, "position": 2}
    assert before == [{**budget, "label": "budget", **PLAIN}, zeta]
    assert len(statements) == 2
    assert changed["definition"] == said
    assert changed["run"] == {"act": "update_custom_field", "entity": "CONTACT"}
    assert after == [said, zeta]
    assert await fields_of(database, ada.id) == {"custom": {"budget": "12,000", "zeta": 1}}


async def test_absent_is_left_alone_null_clears_and_the_same_again_changes_nothing(database):
    await write(database, "defineCustomField", label="Budget", wishedType="NUMBER", position=1)

    changed = await write(database, "updateCustomField", label=None, isHidden=True)
    again = await write(database, "updateCustomField", isHidden=True)

    assert changed["definition"] == again["definition"] == {
        "entity": "CONTACT", "name": "budget", "type": "null", "count": 0, "label": "budget", "wishedType": "NUMBER",
        "isHidden": True, "isPromoted": False, "position": 1,
    }  # fmt: skip
    (setting,) = await rows_of(database, CustomFieldSetting)
    assert (setting.version, setting.updated_by) == (2, "user_ann")
    assert [change.fields for change in await history_of(database, "custom_field_contact_budget")] == [
        {
            "label": {"old": None, "new": "Budget"}, "wished_type": {"old": None, "new": "number"},
            "position": {"old": None, "new": 1},
        },
        {"label": {"old": "Budget", "new": None}, "is_hidden": {"old": False, "new": True}},
    ]  # fmt: skip


async def test_defined_field_is_known_before_a_value_comes_and_takes_its_type_then(database):
    ada = await make_contact(database)

    defined = await write(database, "defineCustomField", wishedType="LIST")
    company = await write(database, "defineCustomField", entity="COMPANY", label="Budget")
    await edit(database, ada.id, budget=12)

    assert (defined["definition"]["type"], defined["definition"]["wishedType"]) == ("null", "LIST")
    assert company["definition"]["label"] == "Budget"
    found = (await ask(database, LIST))["customFieldDefinitions"]["nodes"]
    assert [(each["entity"], each["type"], each["count"], each["label"]) for each in found] == [
        ("COMPANY", "null", 0, "Budget"), ("CONTACT", "number", 1, "budget")
    ]  # fmt: skip


async def test_field_is_defined_once_and_updated_only_when_it_is_known(database):
    await write(database, "defineCustomField")

    again = await write(database, "defineCustomField", label="x")
    unknown = await write(database, "updateCustomField", name="revenue2", label="x")

    assert again == {"code": "ALREADY_EXISTS", "message": "There is a custom field 'budget' already; update it"}
    assert unknown == {"code": "NOT_FOUND", "message": "Custom field not found"}
    assert [setting.label for setting in await rows_of(database, CustomFieldSetting)] == [None]
    assert [run.status for run in await runs_of(database)] == ["succeeded", "failed", "failed"]


@pytest.mark.parametrize(
    ("name", "changes", "message", "field"),
    [
        ("", {}, "A custom field needs a name", "name"),
        ("email", {}, "'email' is a field of its own, not a custom one", "name"),
        ("crmId", {}, "'crmId' is a field of its own, not a custom one", "name"),
        ("x" * 256, {}, "name is longer than 255 characters", "name"),
        ("a\x00", {}, "name holds a NUL character, which cannot be stored", "name"),
        ("budget", {"label": "x" * 256}, "label is longer than 255 characters", "label"),
        ("budget", {"position": -1}, "position must be a whole number from 0 on", "position"),
    ],
)
async def test_definition_that_cannot_be_is_refused(database, name, changes, message, field):
    refused = await write(database, "defineCustomField", name=name, **changes)

    assert refused == {"code": "INVALID_INPUT", "message": message, "field": field}
    assert (await rows_of(database, CustomFieldDefinition), await rows_of(database, CustomFieldSetting)) == ([], [])


async def test_dry_run_defines_nothing(database):
    tried = await write(database, "defineCustomField", dry_run=True)

    assert tried == {"changeSetId": None, "run": None, "definition": None}
    assert (await rows_of(database, CustomFieldDefinition), await runs_of(database)) == ([], [])
