"""Syncing: who is known, and nothing of what Enginy holds is lost by the answer."""

import json
import time
from typing import Any

from api.doctor.examination import question
from api.doctor.findings import Risky, Wrong
from api.doctor.visit import Visit

AREA = "sync"


async def synced(visit: Visit, *items: dict[str, Any]) -> list[dict[str, Any]]:
    results = (await visit.call("POST", "/contacts/sync", {"contacts": list(items)})).results()
    for each in results:
        if not isinstance(each.get("crmId"), str) or "externalId" not in each:
            raise Wrong(f"a result without externalId and crmId: {json.dumps(each)[:160]}")
    return results


async def _finds(visit: Visit, one: dict[str, Any], **fields: Any) -> list[str]:
    """The crmIds that a lead nobody has seen yet is answered with."""
    return [each["crmId"] for each in await synced(visit, {"externalId": visit.name("lead"), **fields})]


@question(AREA, "finds by email", "Contacts are matched by email first, whatever its case")
async def by_email(visit: Visit) -> str:
    one = await visit.create(firstName="Ada")
    for spelled in (one["email"], one["email"].upper(), f"  {one['email']} "):
        if await _finds(visit, one, email=spelled) != [one["crmId"]]:
            raise (Wrong if spelled == one["email"] else Risky)(f"{spelled!r} is not found under {one['email']!r}")
    return "found, in any case"


@question(AREA, "finds by LinkedIn", "Then by linkedinUrl: case, www and a trailing slash do not matter")
async def by_linkedin(visit: Visit) -> str:
    slug = visit.name("profile")
    one = await visit.create(linkedinUrl=f"https://www.linkedin.com/in/{slug}")
    for url in (f"https://linkedin.com/in/{slug}/", f"http://WWW.LinkedIn.com/in/{slug}"):
        if await _finds(visit, one, linkedinUrl=url) != [one["crmId"]]:
            raise Risky(f"{url} is not found")
    return "found, with and without www and slash"


@question(AREA, "finds by telephone", "Then by phone or mobilePhone, after normalizing")
async def by_phone(visit: Visit) -> str:
    digits = f"{int(visit.mark[-8:], 16) % 10**7:07}"
    one = await visit.create(phone=f"+1 (999) {digits[:3]}-{digits[3:]}")
    for name in ("phone", "mobilePhone"):
        if await _finds(visit, one, **{name: f"+1999{digits}"}) != [one["crmId"]]:
            raise Risky(f"not found by {name}, written without spaces")
    return "found, however it is written"


@question(AREA, "leaves out strangers", "A contact without a match is left out, and is no error")
async def strangers(visit: Visit) -> str:
    answer = await visit.call(
        "POST", "/contacts/sync", {"contacts": [{"externalId": visit.name("lead"), "email": visit.address("stranger")}]}
    )
    if answer.results():
        raise Wrong(f"somebody nobody knows was found: {answer}")
    if answer.errors():
        raise Risky(f"somebody nobody knows is called an error: {answer}")
    return "left out"


@question(AREA, "never sends null", "A null in properties clears the value in Enginy, core fields included")
async def no_nulls(visit: Visit) -> str:
    one = await visit.create(firstName="Ada")
    answered = 0
    for fields in ({"email": one["email"]}, {"email": one["email"], "title": None, "phone": None, "linkedinUrl": ""}):
        for result in await synced(visit, {"externalId": one["externalId"], **fields}):
            properties = result.get("properties")
            if properties is None and "properties" in result:
                raise Wrong("properties itself is null")
            nulls = [name for name, value in (properties or {}).items() if value is None]
            if nulls:
                raise Wrong(f"null for {', '.join(nulls)}: Enginy would clear what it holds")
            answered = len(properties or {})
    return f"no null among {answered} properties"


@question(
    AREA,
    "loses nothing of Enginy's",
    "By the guide's table a property that is not returned is cleared: echo what was sent",
)
async def echoes(visit: Visit) -> str:
    fields = {
        "firstName": "Ada",
        "title": "Engineer",
        "company": "Checks",
        "linkedinUrl": f"https://linkedin.com/in/{visit.name('p')}",
    }
    one = await visit.create(**fields)
    sent = {"email": one["email"], **fields, "title": "Chief Engineer"}
    results = await synced(visit, {"externalId": one["externalId"], **sent})
    if [each["crmId"] for each in results] != [one["crmId"]]:
        raise Wrong(f"the contact just created is not found: {json.dumps(results)[:160]}")
    properties = results[0].get("properties") or {}
    changed = [name for name, value in sent.items() if name in properties and properties[name] != value]
    if changed:
        raise Risky(f"other values than Enginy's own for {', '.join(changed)}: Enginy would take them over")
    missing = [name for name in sent if name not in properties]
    if missing:
        raise Risky(f"not returned: {', '.join(missing)}; by the guide's table (not by its advice) Enginy clears them")
    return "every field sent comes back as it was"


@question(AREA, "does not guess", "Several contacts with one email: the item goes to errors, nobody is answered")
async def ambiguous(visit: Visit) -> str:
    one, other = await visit.create(firstName="Ada"), await visit.create(firstName="Eve")
    changed = await visit.call("PUT", "/contacts", {"contacts": [{"crmId": other["crmId"], "email": one["email"]}]})
    if not changed.one_result().get("success"):
        return "two contacts cannot have one email here"
    lead = {"externalId": visit.name("lead"), "email": one["email"]}
    answer = await visit.call("POST", "/contacts/sync", {"contacts": [lead]})
    results = answer.results()
    # So that the pair does not stay ambiguous for whoever comes after.
    await visit.call("PUT", "/contacts", {"contacts": [{"crmId": other["crmId"], "email": other["email"]}]})
    if results:
        raise Wrong(f"one of two was chosen: {json.dumps(results)[:160]}")
    errors = [each for each in answer.errors() if each.get("externalId") == lead["externalId"]]
    if not errors:
        raise Risky("the item is neither in results nor in errors: nobody learns why")
    return f"in errors: {errors[0].get('error')}"


@question(AREA, "a thousand leads", "Enginy sends all contacts it wants matched; timed, not judged")
async def thousand(visit: Visit) -> str:
    leads = [
        {"externalId": visit.name("load"), "email": visit.address("load"), "firstName": "Load", "lastName": str(place)}
        for place in range(1_000)
    ]
    began = time.perf_counter()
    answer = await visit.call("POST", "/contacts/sync", {"contacts": leads})
    took = time.perf_counter() - began
    if answer.results():
        raise Wrong(f"{len(answer.results())} strangers were found")
    return f"{took * 1000:,.0f} ms for 1,000 leads"
