"""Updating: absent leaves alone, null clears, a value sets, and a field the server has never heard of is kept."""

import json
from typing import Any

from api.doctor.examination import question
from api.doctor.findings import Risky, Wrong
from api.doctor.visit import Visit

AREA = "update"


async def put(visit: Visit, crm_id: str, **fields: Any) -> dict[str, Any]:
    """The result of one update. Raises Wrong when it did not succeed."""
    results = (await visit.call("PUT", "/contacts", {"contacts": [{"crmId": crm_id, **fields}]})).results()
    if len(results) != 1 or results[0].get("success") is not True or results[0].get("crmId") != crm_id:
        raise Wrong(f"the update of {', '.join(fields)} is answered {json.dumps(results)[:200]}")
    return results[0]


@question(
    AREA, "updates are answered", "PUT /contacts answers {crmId, success} for each item, without a null in properties"
)
async def answered(visit: Visit) -> str:
    one = await visit.create(firstName="Ada", title="Engineer")
    result = await put(visit, one["crmId"], title="CTO")
    nulls = [name for name, value in (result.get("properties") or {}).items() if value is None]
    if nulls:
        raise Wrong(f"null for {', '.join(nulls)}: Enginy would clear what it holds")
    return json.dumps(result)[:160]


@question(AREA, "absent is not null", "Only fields that are sent are changed; null empties one")
async def absent_and_null(visit: Visit) -> str:
    one = await visit.create(firstName="Ada", lastName="Example", title="Engineer", phone="+1-555-0123")
    await put(visit, one["crmId"], title="CTO")
    kept = await visit.read(one["crmId"])
    lost = [name for name in ("email", "firstName", "lastName", "phone") if kept.get(name) != one[name]]
    if lost:
        raise Wrong(f"fields that were not sent are gone: {', '.join(lost)}")
    if kept.get("title") != "CTO":
        raise Wrong(f"the title is {kept.get('title')!r}, not the one sent")
    await put(visit, one["crmId"], phone=None)
    if (await visit.read(one["crmId"])).get("phone") is not None:
        raise Risky("a null does not empty the field")
    return "absent leaves alone, null empties"


@question(
    AREA, "any field is kept", "Names of engagement fields are free: every name, every JSON type, unchanged, for ever"
)
async def any_field(visit: Visit) -> str:
    one = await visit.create(firstName="Ada")
    first: dict[str, Any] = {
        "genesy_engagement_status": "Message Replied (2/3) - LINKEDIN", "campaignOpens": "5",
        "activities": "Message Sent (LINKEDIN)",
        "depth": {"list": [1, 2.5, None, True, {"a": "b"}]}, "empty": "", "no": False,
    }  # fmt: skip
    await put(visit, one["crmId"], **first)
    await put(visit, one["crmId"], genesy_sequence_status="Ongoing")
    kept = await visit.read(one["crmId"])
    lost = [name for name, value in {**first, "genesy_sequence_status": "Ongoing"}.items() if kept.get(name) != value]
    if lost:
        raise Wrong(f"lost or changed: {', '.join(lost)}")
    if kept.get("firstName") != "Ada":
        raise Wrong("an engagement update has changed the name")
    return f"{len(first) + 1} made-up fields are kept beside each other"


@question(AREA, "nested custom fields", "customFields are custom fields: one called email is not the email")
async def nested(visit: Visit) -> str:
    one = await visit.create(firstName="Ada")
    await put(visit, one["crmId"], customFields={"email": "other@check.example", "tier": "gold"})
    kept = await visit.read(one["crmId"])
    if kept.get("email") != one["email"]:
        raise Wrong("a nested custom field has overwritten the email")
    if kept.get("tier") != "gold":
        raise Risky("a nested custom field is not kept")
    return "kept, and the email is untouched"


@question(AREA, "exact values", "What was sent comes back exactly: large integers, long decimals, emoji")
async def exact(visit: Visit) -> str:
    one = await visit.create(firstName="Ada")
    raw = '{"big": 1180591620717411303424, "long": 0.1234567890123456789, "mood": "\U0001f469\u200d\U0001f4bb é"}'
    await visit.call("PUT", "/contacts", raw=f'{{"contacts":[{{"crmId":{json.dumps(one["crmId"])},"exact":{raw}}}]}}')
    answer = await visit.call("POST", "/contacts/batch", {"ids": [one["crmId"]]})
    kept = await visit.read(one["crmId"])
    exact = kept.get("exact")
    if not isinstance(exact, dict) or exact.get("mood") != "\U0001f469\u200d\U0001f4bb é":
        raise Wrong(f"not kept: {json.dumps(exact)[:120]}")
    changed = [text for text in ("1180591620717411303424", "0.1234567890123456789") if text not in answer.text]
    if changed:
        raise Risky(f"numbers have changed: {', '.join(changed)}")
    return "kept to the last digit"


@question(AREA, "names that look internal", "id, deletedAt and __proto__ are names like any other, and touch nothing")
async def internal_names(visit: Visit) -> str:
    one = await visit.create(firstName="Ada")
    names = {
        "id": "x",
        "deletedAt": "2020-01-01T00:00:00Z",
        "__proto__": {"admin": True},
        "createdAt": "x",
        "version": 9,
    }
    answer = await visit.call("PUT", "/contacts", {"contacts": [{"crmId": one["crmId"], **names}]})
    answer.expect_no_crash()
    found = await visit.call(
        "POST", "/contacts/sync", {"contacts": [{"externalId": one["externalId"], "email": one["email"]}]}
    )
    if [each.get("crmId") for each in found.results()] != [one["crmId"]]:
        raise Wrong("after fields called id and deletedAt the contact is not found any more")
    return "the contact is what and where it was"


@question(
    AREA, "one failure among successes", "An unknown crmId fails inside results, with HTTP 200, and stops no other"
)
async def one_failure(visit: Visit) -> str:
    one = await visit.create(firstName="Ada")
    unknown = visit.name("unknown")
    items = [{"crmId": unknown, "title": "x"}, {"title": "x"}, {"crmId": 7}, {"crmId": one["crmId"], "title": "CTO"}]
    results = (await visit.call("PUT", "/contacts", {"contacts": items})).expect_no_crash().results()
    by_id = {each.get("crmId"): each for each in results if isinstance(each.get("crmId"), str)}
    if by_id.get(one["crmId"], {}).get("success") is not True:
        raise Wrong(f"the good one of four failed: {json.dumps(results)[:200]}")
    failed = by_id.get(unknown, {})
    if failed.get("success") is not False or not isinstance(failed.get("error"), str):
        raise Wrong(f"an unknown crmId is answered {json.dumps(failed)[:120]}")
    if len(results) != len(items):
        raise Risky(f"{len(items)} items, {len(results)} results")
    return f"{failed['error']}; the others went through"


@question(AREA, "the same update again", "A repeated update is harmless")
async def repeated(visit: Visit) -> str:
    one = await visit.create(firstName="Ada")
    first = await put(visit, one["crmId"], title="CTO")
    if await put(visit, one["crmId"], title="CTO") != first:
        raise Risky("the second answer differs from the first")
    return "answered the same"
