"""The OpenAPI document: whole, of the right form, and one with the routes and settings of its server."""

import json
from importlib.metadata import version
from typing import Any

import pytest
from fastapi.openapi.models import OpenAPI
from fastapi.routing import iter_route_contexts

from api.documentation.document import EXAMPLES
from models.fields.mapping import FIELDS, Entity
from tests.api.documented import CALLS, MONITORING, WITH_A_BODY, app_of, document_of, operations
from tests.api.json_schema import problems, resolved

# They say themselves what they are.
NOT_CALLS = {"/docs", "/openapi.json", "/graphql", "/session", "/sign-in", "/sign-in/page.js", "/sign-in/page.css"}


def test_document_is_openapi_and_every_reference_in_it_leads_somewhere(tmp_path):
    document = document_of(tmp_path)

    OpenAPI.model_validate(document)
    named = {f"#/components/{kind}/{name}" for kind, parts in document["components"].items() for name in parts}
    assert document["openapi"] == "3.1.0"
    assert set(references(document)) == {name for name in named if not name.endswith("/apiKey")}
    assert all(set(requirement) == {"apiKey"} for requirement in document["security"])


def test_calls_have_these_names(tmp_path):
    document = document_of(tmp_path)

    found = {operation["operationId"]: (method, path) for method, path, operation in operations(document)}

    assert found == CALLS | MONITORING


def test_every_route_is_documented_and_every_documented_route_exists(tmp_path):
    app = app_of(tmp_path, ui=False)  # pages are no calls

    documented = {(method, path) for method, path, _ in operations(app.openapi())}

    routes = {
        (method, route.path)
        for route in iter_route_contexts(app.routes)
        for method in route.methods or ()
        if route.path not in NOT_CALLS
    }

    assert documented == routes


def test_every_call_says_what_it_is_for(tmp_path):
    document = document_of(tmp_path)
    tags = [tag["name"] for tag in document["tags"]]

    assert tags == ["Connection", "Contacts", "Companies", "Tasks", "Activities", "Users", "Monitoring"]
    for _, _, operation in operations(document):
        assert len(operation["tags"]) == 1
        assert operation["tags"][0] in tags
        assert operation["summary"]
        assert operation["description"].endswith(".")
        assert all(resolved(response, document)["description"] for response in operation["responses"].values())


def test_all_calls_but_two_need_the_key(tmp_path):
    document = document_of(tmp_path)

    assert document["security"] == [{"apiKey": []}]
    assert {each["operationId"]: each["security"] for _, _, each in operations(document) if "security" in each} == {
        "checkAlive": [],
        "checkReady": [],
    }


def test_settings_show_in_the_document(tmp_path):
    document = document_of(
        tmp_path,
        api_key_header="X-My-Token",
        public_url="https://crm.example.com/",
        path_prefix="/crm",
        max_batch_items=7,
        max_body_bytes=70_000,
    )

    key = document["components"]["securitySchemes"]["apiKey"]
    assert (key["type"], key["in"], key["name"]) == ("apiKey", "header", "X-My-Token")
    assert document["servers"] == [{"url": "https://crm.example.com"}]
    assert {path for _, path, _ in operations(document)} == {
        *("/crm" + path for _, path in CALLS.values()),
        *(path for _, path in MONITORING.values()),
    }
    schemas, responses = document["components"]["schemas"], document["components"]["responses"]
    assert schemas["ContactLeads"]["properties"]["contacts"]["maxItems"] == 7
    assert schemas["CompanyUpdates"]["properties"]["companies"]["maxItems"] == 7
    assert schemas["Associations"]["properties"]["associations"]["maxItems"] == 7
    assert schemas["Ids"]["properties"]["ids"]["maxItems"] == 7
    assert responses["TooLarge"]["description"] == ("More than one call may carry. That is 7 items or 70,000 bytes.")
    assert "servers" not in document_of(tmp_path)
    assert document["info"]["version"] == version("rolograph")


@pytest.mark.parametrize("entity", Entity)
def test_leads_and_updates_name_every_field_there_is(tmp_path, entity):
    schemas, table = document_of(tmp_path)["components"]["schemas"], FIELDS[entity]
    named = {*table.by_incoming, *table.by_alias, *table.named, "customFields"}

    lead, update = schemas[f"{entity.noun}Lead"], schemas[f"{entity.noun}Update"]

    assert lead["properties"].keys() == named | {"externalId"}
    assert update["properties"].keys() == named | {"crmId"}
    assert (lead["required"], update["required"]) == (["externalId"], ["crmId"])
    assert (lead["additionalProperties"], update["additionalProperties"]) == (True, True)


def test_examples_are_all_in_the_document_and_fit_their_schemas(tmp_path):
    document = document_of(tmp_path)
    shown = []

    for _, _, operation in operations(document):
        for part in (operation.get("requestBody", {}), *operation["responses"].values()):
            for content in resolved(part, document).get("content", {}).values():
                for example in content.get("examples", {}).values():
                    shown.append(example["value"])
                    # An item without an externalId is there to show what becomes of it.
                    known = problems(example["value"], content["schema"], document)
                    assert known in ([], ["body.contacts[1].externalId is missing"]), known

    told = [
        part for each in EXAMPLES.values() for one in each for part in (one.request, one.answer) if part is not None
    ]
    assert sorted(map(json.dumps, shown)) == sorted(map(json.dumps, told))


def test_refusals_have_the_statuses_the_document_gives_them(tmp_path):
    document = document_of(tmp_path)
    keyed, read = {"401", "403", "500", "503"}, {"400", "408", "413", "415"}

    refusals = {
        operation["operationId"]: {status for status in operation["responses"] if status >= "4"}
        for _, _, operation in operations(document)
    }

    assert refusals == {
        **dict.fromkeys(WITH_A_BODY, keyed | read),
        "updateTask": keyed | read | {"404"},
        "checkConnection": keyed,
        "getTask": keyed | {"404"},
        "getActivity": keyed | {"404"},
        "getUsers": keyed | {"404"},
        "getMetrics": keyed,
        "checkAlive": {"500"},
        "checkReady": {"500", "503"},
    }


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        pytest.param({"error": "No"}, ["body.message is missing"], id="missing"),
        pytest.param({"error": "No", "message": None}, ["body.message is no string"], id="null"),
        pytest.param({"error": "No", "message": "", "index": 1}, ["body.index is not documented"], id="undocumented"),
        pytest.param([], ["body is no object"], id="another type"),
    ],
)
def test_departures_from_a_schema_are_seen(tmp_path, body, problem):
    document = document_of(tmp_path)

    assert problems(body, document["components"]["schemas"]["Error"], document) == problem


def references(part: Any) -> list[str]:
    """Every reference inside a part of the document."""
    if isinstance(part, list):
        return [found for each in part for found in references(each)]
    if isinstance(part, dict):
        here = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
        return here + [found for each in part.values() for found in references(each)]
    return []
