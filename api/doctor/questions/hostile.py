"""What nobody should send and somebody will: a refusal or one item's error, and never a server that falls over."""

import json

from api.doctor.examination import question
from api.doctor.findings import Risky, Wrong
from api.doctor.visit import Answer, Visit

AREA = "hostile"


@question(AREA, "bodies that are no batch", "400 with a JSON error for a body without the array")
async def no_batch(visit: Visit) -> str:
    for raw in ("{}", "[]", "null", '"text"', "7", '{"contacts": null}', '{"contacts": {}}', '{"contacts": "x"}'):
        for method, path in (("POST", "/contacts"), ("PUT", "/contacts"), ("POST", "/contacts/sync")):
            answer = await visit.call(method, path, raw=raw)
            if answer.status != 400:
                raise Wrong(f"{method} {path} with {raw} is answered {answer}")
    return str(answer.expect_error_body())


@question(AREA, "bodies that are no JSON", "400 for broken JSON, not UTF-8, and nothing at all")
async def no_json(visit: Visit) -> str:
    for raw in (
        b"",
        b"{",
        b'{"contacts": [}',
        b'{"contacts": []} tail',
        b"\xff",
        b"\x00",
        b"{'contacts': []}",
    ):
        answer = await visit.call("POST", "/contacts/sync", raw=raw)
        if answer.status != 400:
            raise Wrong(f"{raw!r} is answered {answer}")
        answer.expect_error_body()
    answer = await visit.call("POST", "/contacts/sync", raw=b'{"contacts": [{"externalId": "\xff"}]}')
    if answer.status != 400 and (answer.results() or not answer.errors()):
        raise Wrong(f"an item that is not UTF-8 is answered {answer}")
    return "400, or that item's error where only one item is not UTF-8"


@question(AREA, "NaN and Infinity", "They are not JSON: 400, and nothing is stored")
async def not_numbers(visit: Visit) -> str:
    for word in ("NaN", "Infinity", "-Infinity"):
        one = visit.name("lead")
        answer = await visit.call(
            "POST", "/contacts", raw=f'{{"contacts":[{{"externalId":"{one}","leadScore":{word}}}]}}'
        )
        answer.expect_no_crash()
        if answer.status < 300 and answer.results():
            visit.remember("contacts", str(answer.one_result().get("crmId")))
            raise Wrong(f"{word} was stored")
    return str(answer)


async def beside_a_good_one(visit: Visit, bad: str) -> tuple[Answer, bool]:
    """The answer to a batch of one bad item (as JSON text) and one good one, and whether the bad one was taken."""
    good = {"externalId": visit.name("lead"), "email": visit.address("person")}
    answer = await visit.call("POST", "/contacts", raw=f'{{"contacts":[{bad},{json.dumps(good)}]}}')
    answer.expect_no_crash()
    if answer.status == 400:
        return answer, False
    results = answer.results()
    for each in results:
        visit.remember("contacts", str(each.get("crmId")))
    if good["externalId"] not in [each.get("externalId") for each in results]:
        raise Wrong(f"the good item beside a bad one is lost: {answer}")
    return answer, len(results) > 1


@question(
    AREA, "values no database can hold", "NUL, half a surrogate pair, 1e400: that item's error, or kept; never a crash"
)
async def unstorable(visit: Visit) -> str:
    taken = []
    for name, value in (("NUL", r'"a\u0000b"'), ("half a surrogate pair", r'"\ud800"'), ("1e400", "1e400")):
        for field in ("firstName", "madeUp"):
            bad = f'{{"externalId":"{visit.name("lead")}","email":"{visit.address("person")}","{field}":{value}}}'
            answer, was_taken = await beside_a_good_one(visit, bad)
            if answer.status == 400:
                raise Risky(f"{name} in {field} sinks the whole batch: {answer}")
            if was_taken:
                taken.append(f"{name} in {field}")
    if taken:
        raise Risky(f"taken as if it were nothing: {', '.join(taken)}")
    return "each is its own item's error"


@question(AREA, "deep nesting", "JSON of absurd depth is refused, as a body or as an item")
async def deep(visit: Visit) -> str:
    for depth in (200, 100_000):
        value = "[" * depth + "]" * depth
        bad = f'{{"externalId":"{visit.name("lead")}","madeUp":{value}}}'
        answer, taken = await beside_a_good_one(visit, bad)
        if taken and depth > 1_000:
            raise Risky(f"{depth:,} levels were stored")
    return f"{answer}"


@question(
    AREA, "wrong types", "A field of another type is that item's error, or taken as text; never a crash, then or later"
)
async def wrong_types(visit: Visit) -> str:
    refused = 0
    for value in ("5", "true", "[]", '{"a":1}', '["x"]'):
        bad = f'{{"externalId":"{visit.name("lead")}","email":{value},"firstName":{value},"linkedinUrl":{value}}}'
        _, taken = await beside_a_good_one(visit, bad)
        refused += not taken
    after = await visit.call(
        "POST", "/contacts/sync", {"contacts": [{"externalId": visit.name("x"), "email": visit.address("x")}]}
    )
    after.results()
    return f"{refused} of 5 kinds refused, and syncs go on"


@question(AREA, "the same key twice", "Of duplicate keys in one object the last counts, as in most parsers")
async def duplicate_keys(visit: Visit) -> str:
    address = visit.address("last")
    raw = f'{{"contacts":[{{"externalId":"{visit.name("lead")}","email":"first@check.example","email":"{address}"}}]}}'
    answer = await visit.call("POST", "/contacts", raw=raw)
    if answer.expect_no_crash().status == 400:
        return f"refused: {answer}"
    crm_id = str(answer.one_result().get("crmId"))
    visit.remember("contacts", crm_id)
    if (await visit.read(crm_id)).get("email") != address:
        raise Risky("the first one counted")
    return "the last one counts"


@question(AREA, "odd ids in a path", "An id nobody has is 404, however it looks")
async def odd_ids(visit: Visit) -> str:
    for odd in ("x", "%00", "..%2f..%2f", "%F0%9F%98%80", "a" * 3000, "'%20OR%201=1--"):
        answer = await visit.call("GET", f"/tasks/{odd}")
        if answer.status not in {400, 404, 414}:
            raise Wrong(f"GET /tasks/{odd[:20]} is answered {answer}")
    return "404"


@question(AREA, "still there", "After all of that the server answers as before")
async def still_there(visit: Visit) -> str:
    return str((await visit.call("GET", "/health")).expect_success())
