"""Is this the server, is this its key, and does it speak HTTP as the contract wants it."""

from api.doctor.examination import question
from api.doctor.findings import Risky, Wrong
from api.doctor.visit import Visit

AREA = "connection"


@question(AREA, "health answers", "GET /health with the key answers any 2xx")
async def health(visit: Visit) -> str:
    return str((await visit.call("GET", "/health")).expect_success())


@question(AREA, "a wrong key is refused", "A missing or wrong key is answered 401")
async def wrong_key(visit: Visit) -> str:
    for key in (None, "wrong", visit.key + "x"):
        answer = await visit.call("POST", "/contacts/sync", {"contacts": []}, key=key)
        answer.expect(401)
    return f"401 to no key and to wrong ones: {answer.expect_error_body()}"


@question(AREA, "health checks the key", "Enginy tells a good key from a bad one by GET /health: 401 to a bad one")
async def health_with_wrong_key(visit: Visit) -> str:
    for key in (None, "wrong"):
        answer = await visit.call("GET", "/health", key=key)
        if answer.status != 401:
            kind = "no key" if key is None else "a wrong key"
            raise Risky(f"{answer.status} with {kind}: Enginy would take the connection for good")
    return "401 without the key, and with a wrong one"


@question(AREA, "the key's header in any case", "Names of HTTP headers are compared without case")
async def header_case(visit: Visit) -> str:
    for header in (visit.header.lower(), visit.header.upper()):
        answer = await visit.call("GET", "/health", headers={header: visit.key}, key=None)
        if answer.status == 401:
            raise Wrong(f"401 when the header is called {header}")
        answer.expect_success()
    return f"{visit.header.lower()} and {visit.header.upper()} are the same to it"


@question(AREA, "doubled and trailing slashes", "A base URL that ends in a slash makes //health of /health")
async def slashes(visit: Visit) -> str:
    for path in ("//health", "/health/"):
        answer = await visit.call("GET", path)
        if not 200 <= answer.status < 300:
            raise Risky(f"{answer.status} at {path}")
    return "they mean nothing"


@question(AREA, "unknown paths", "404 with a JSON error for what is not there")
async def unknown_path(visit: Visit) -> str:
    answer = await visit.call("GET", f"/{visit.name('nothing')}")
    return str(answer.expect(404).expect_error_body())


@question(AREA, "wrong methods", "405, with an Allow that names the right ones")
async def wrong_method(visit: Visit) -> str:
    answer = await visit.call("DELETE", "/contacts")
    if answer.status == 404:
        raise Risky("404 instead of 405")
    answer.expect(405)
    allowed = {each.strip().upper() for each in answer.headers.get("allow", "").split(",")}
    if not {"POST", "PUT"} <= allowed:
        raise Risky(f"Allow says {answer.headers.get('allow', 'nothing')!r}, and /contacts takes POST and PUT")
    return f"405, Allow: {answer.headers['allow']}"


@question(
    AREA, "a GET that names a content type", "Enginy sends Content-Type: application/json with every call, GETs too"
)
async def get_with_content_type(visit: Visit) -> str:
    answer = await visit.call("GET", "/users")
    if answer.status in {400, 415}:
        raise Wrong(f"a GET without a body is refused: {answer}")
    return f"taken: {answer.expect_no_crash().status}"


@question(AREA, "other content types", "Bodies are application/json; anything else is refused, not guessed at")
async def other_content_type(visit: Visit) -> str:
    for kind in ("text/plain", "application/x-www-form-urlencoded"):
        answer = await visit.call("POST", "/contacts/sync", {"contacts": []}, headers={"content-type": kind})
        answer.expect_no_crash()
        if answer.status not in {400, 415}:
            raise Risky(f"{answer.status} to a body of the kind {kind}")
    return f"refused: {answer}"


@question(AREA, "a body without an end", "A body past the limit is refused (413) before it is read")
async def endless_body(visit: Visit) -> str:
    status = await visit.announce("/contacts/sync", 10**12, seconds=5)
    if not status:
        raise Risky("a body of 1 TB was announced and the server waits for it")
    if " 413" not in status and " 400" not in status:
        raise Risky(f"a body of 1 TB was announced and answered {status}")
    return status
