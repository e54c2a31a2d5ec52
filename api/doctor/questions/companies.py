"""Companies: the same calls as for contacts, found by domain; and who belongs to which."""

import json
from typing import Any

from api.doctor.examination import question
from api.doctor.findings import Risky, Wrong
from api.doctor.visit import Visit

AREA = "companies"


async def new_company(visit: Visit, **fields: Any) -> dict[str, Any]:
    domain = f"{visit.name('company')}.check.example"
    return await visit.create("companies", name=f"Checks of {domain}", domain=domain, **fields)


@question(
    AREA,
    "companies are created",
    "POST /companies answers as POST /contacts does; numberOfEmployees and employeeCount mean the same",
)
async def created(visit: Visit) -> str:
    one = await new_company(visit, numberOfEmployees=12, foundedYear=1999, madeUp={"a": 1})
    await new_company(visit, employeeCount=12)
    return f"crmId {one['crmId']}"


@question(AREA, "found by domain", "Companies are matched by domain: protocol, www, case and path do not matter")
async def by_domain(visit: Visit) -> str:
    one = await new_company(visit)
    for spelled in (one["domain"], f"https://www.{one['domain'].upper()}/about"):
        item = {"externalId": visit.name("company"), "domain": spelled}
        answer = await visit.call("POST", "/companies/sync", {"companies": [item]})
        if [each.get("crmId") for each in answer.results()] != [one["crmId"]]:
            raise (Wrong if spelled == one["domain"] else Risky)(f"{spelled} is not found")
        for each in answer.results():
            nulls = [name for name, value in (each.get("properties") or {}).items() if value is None]
            if nulls:
                raise Wrong(f"null for {', '.join(nulls)}: Enginy would clear what it holds")
    return "found, however it is written"


@question(AREA, "companies are updated", "PUT /companies takes any field and fails one item at a time")
async def updated(visit: Visit) -> str:
    one = await new_company(visit)
    unknown = visit.name("unknown")
    items = [{"crmId": one["crmId"], "industry": "Checks", "campaigns": "Q1"}, {"crmId": unknown, "industry": "x"}]
    results = (await visit.call("PUT", "/companies", {"companies": items})).results()
    told = {each.get("crmId"): each.get("success") for each in results}
    if told != {one["crmId"]: True, unknown: False}:
        raise Wrong(f"answered {json.dumps(results)[:200]}")
    return "one changed, one not found"


@question(
    AREA,
    "associations",
    "POST /associations ties contacts to companies; a pair that exists is skipped, a bad one is listed",
)
async def associations(visit: Visit) -> str:
    contact, company = await visit.create(firstName="Ada"), await new_company(visit)
    pair = {"contactCRMId": contact["crmId"], "companyCRMId": company["crmId"]}
    bad = {"contactCRMId": visit.name("unknown"), "companyCRMId": company["crmId"]}
    for _ in range(2):
        body = (await visit.call("POST", "/associations", {"associations": [pair]})).expect(200, 201).object()
        if body.get("success") is not True:
            raise Wrong(f"answered {json.dumps(body)[:160]}")
    answer = await visit.call("POST", "/associations", {"associations": [bad, pair]})
    body = answer.expect_no_crash().expect(200, 201).object()
    errors = [each for each in answer.errors() if each.get("contactCRMId") == bad["contactCRMId"]]
    if body.get("success") is not True or not errors:
        raise Risky(f"a pair with an unknown contact is answered {answer}")
    return f"tied once; {errors[0].get('error')}"
