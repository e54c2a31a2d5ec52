"""Creating contacts: one answer an item, repeatable, and no item that spoils another."""

import json

from api.doctor.examination import question
from api.doctor.findings import Risky, Wrong
from api.doctor.visit import Visit

AREA = "create"


@question(AREA, "contacts are created", "POST /contacts answers {externalId, crmId} for each contact")
async def created(visit: Visit) -> str:
    items = [
        {"externalId": visit.name("lead"), "email": visit.address("person"), "firstName": "Ada", "lastName": "Example"}
        for _ in range(2)
    ]
    results = (await visit.call("POST", "/contacts", {"contacts": items})).results()
    for result in results:
        visit.remember("contacts", str(result.get("crmId")))
    if [each.get("externalId") for each in results] != [each["externalId"] for each in items]:
        raise Wrong(f"sent two contacts, got {json.dumps(results)[:200]}")
    ids = [each.get("crmId") for each in results]
    if not all(isinstance(each, str) and each for each in ids) or len(set(ids)) != 2:
        raise Wrong(f"the crmIds are not two different texts: {ids}")
    return f"crmId {ids[0]}, {ids[1]}"


@question(AREA, "creating again", "Enginy may send a call twice: a known externalId answers the crmId it has")
async def created_twice(visit: Visit) -> str:
    one = await visit.create(firstName="Ada")
    item = {name: value for name, value in one.items() if name != "crmId"}
    answer = await visit.call("POST", "/contacts", {"contacts": [item]})
    results = answer.expect_no_crash().results()
    if [each.get("crmId") for each in results] != [one["crmId"]]:
        for each in results:
            visit.remember("contacts", str(each.get("crmId")))
        raise Risky(f"the second time it answered {json.dumps(results)[:120]}: a retry makes a second contact")
    return "the same crmId"


@question(AREA, "numbers as externalId", "An externalId is answered in the JSON type it came in")
async def number_as_id(visit: Visit) -> str:
    number = int(visit.mark[-8:], 16) * 1000 + 7
    answer = await visit.call(
        "POST", "/contacts", {"contacts": [{"externalId": number, "email": visit.address("person")}]}
    )
    answer.expect_no_crash()
    results = answer.results() if answer.status < 300 else []
    for each in results:
        visit.remember("contacts", str(each.get("crmId")))
    if [each.get("externalId") for each in results] != [number]:
        raise Risky(f"sent {number}, got {answer}")
    return f"{number} came back as a number"


@question(AREA, "one bad item", "One bad item never sinks the batch: the others are stored, it is listed in errors")
async def one_bad(visit: Visit) -> str:
    good = {"externalId": visit.name("lead"), "email": visit.address("person")}
    answer = await visit.call("POST", "/contacts", {"contacts": [{"email": "nobody@check.example"}, 7, None, good]})
    results = answer.expect_no_crash().results()
    if [each.get("externalId") for each in results] != [good["externalId"]]:
        raise Wrong(f"the good one of four items is not what was answered: {answer}")
    visit.remember("contacts", str(results[0].get("crmId")))
    errors = answer.errors()
    if not errors or not all(isinstance(each.get("error"), str) for each in errors):
        raise Risky("the bad items are answered with nothing")
    return f"1 stored, {len(errors)} told: {errors[0].get('error')}"


@question(
    AREA,
    "unknown fields",
    "More fields may come than the guide names, flat and in customFields; none is a reason to refuse",
)
async def unknown_fields(visit: Visit) -> str:
    one = await visit.create(
        favoriteColor="teal", customFields={"tier": "gold", "depth": {"a": [1, 2]}}, tags=["check"], leadCountry="ES",
        description="made by a check", companySize="11-50",
    )  # fmt: skip
    kept = await visit.read(one["crmId"])
    lost = [name for name, value in (("favoriteColor", "teal"), ("tier", "gold")) if kept.get(name) != value]
    if lost:
        raise Risky(f"not to be found again: {', '.join(lost)}")
    return "taken, and kept"


@question(AREA, "no contacts at all", "An empty array is a batch of nothing: 200 and no results")
async def empty(visit: Visit) -> str:
    for path in ("/contacts", "/contacts/sync"):
        results = (await visit.call("POST", path, {"contacts": []})).results()
        if results:
            raise Wrong(f"{len(results)} results for nothing, at {path}")
    return "no results"
