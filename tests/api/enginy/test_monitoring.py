"""What machines that watch the server are told."""

import json

from structlog.testing import capture_logs

from models.access.api_key import Scope
from tests.factories import make_contact, make_key


async def test_readiness_tells_whether_the_schema_fits(enginy):
    alive, ready = await enginy.get("/healthz", headers={"X-API-Key": ""}), await enginy.get("/readyz")

    assert [(each.status_code, json.loads(each.text)) for each in (alive, ready)] == [(200, {"status": "ok"})] * 2


async def test_metrics_need_their_own_scope(database, enginy):
    secret = await make_key(database, [Scope.METRICS])
    await enginy.get("/health")

    refused, answer = await enginy.get("/metrics"), await enginy.get("/metrics", headers={"X-API-Key": secret})

    assert (refused.status_code, answer.status_code) == (403, 200)
    assert 'http_requests_total{handler="/health",method="GET",status="2xx"} 1.0' in answer.text


async def test_metrics_tell_of_faults_and_of_what_callers_wait_for(database, enginy):
    secret = await make_key(database, [Scope.METRICS])
    ada = await make_contact(database)

    async def broken() -> None:
        raise ZeroDivisionError

    enginy.app.add_api_route("/broken", broken)
    with capture_logs():
        await enginy.get("/broken")
    await enginy.put("/contacts", {"contacts": [{"crmId": ada.id, "title": "CTO"}]})

    told = (await enginy.get("/metrics", headers={"X-API-Key": secret})).text.splitlines()
    counts = dict(line.rsplit(" ", 1) for line in told if not line.startswith("#"))
    assert counts['http_requests_total{handler="/broken",method="GET",status="5xx"}'] == "1.0"
    assert float(counts['rolograph_database_wait_seconds_count{what="write"}']) >= 1
    assert float(counts['rolograph_database_wait_seconds_sum{what="write"}']) >= 0
    assert (counts["rolograph_database_conflicts_total"], counts["rolograph_database_failures_total"]) == ("0.0", "0.0")
