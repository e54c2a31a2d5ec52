"""What counting contacts costs: each question through the schema and as SQL by hand, in turns, at 100,000 contacts.

    uv run python -m tests.benchmarks.groups                     # both databases
    uv run python -m tests.benchmarks.groups --database sqlite --rounds 9

See README.md beside this file for what the figures mean.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import SQLModel

import models
from models.base import table_of
from models.columns import new_id
from models.counting.shifts import shifts_of
from models.database.engine import Database
from models.database.migration import migrate
from models.fields.mapping import Entity
from tests.benchmarks.numbers import Timings, addresses, both, by_postgresql, by_sqlite
from tests.benchmarks.questions import Answer, Question
from tests.factories import add
from tests.graphql_schema.asking import ask

CONTACTS = 100_000
OWNERS, COUNTRIES, TAGS = 40, 60, 25
BEGIN, HOURS = datetime(2022, 1, 1, tzinfo=UTC), 35_000  # four years
LIVE = "FROM contact WHERE deleted_at IS NULL"

Values = dict[str, Any]


def grouped(fields: str, numbers: str = "") -> str:
    asked = f"groupBy(fields: {fields}, first: 200) {{ groups {{ keys {{ value }} count {numbers} }} }}"
    return f"{{ contacts(first: 0) {{ {asked} }} }}"


def read_groups(data: Any) -> Answer:
    found = data["contacts"]["groupBy"]["groups"]
    return rounded([(*(key["value"] for key in each.pop("keys")), *each.values()) for each in found])


def read_numbers(data: Any) -> Answer:
    return rounded([tuple(data["contacts"]["aggregate"].values())])


def rounded(rows: Answer) -> Answer:
    """Averages are formed in different ways, and differ in their last digit."""
    return [tuple(round(float(each), 6) if isinstance(each, (int, float)) else each for each in row) for row in rows]


def question(
    name: str, document: str, sqlite: str, postgresql: str = "", read: Callable[[Any], Answer] = read_groups
) -> Question:
    return Question(
        name, document, read, lambda kind: postgresql if kind == "postgresql" and postgresql else sqlite, rounded
    )


def in_madrid() -> str:
    """The shift of Madrid's clocks as somebody would write it for SQLite, who knows when the data begin and end."""
    shifts = shifts_of(ZoneInfo("Europe/Madrid"))
    case = "'+2 hours'" if shifts.at(BEGIN + timedelta(hours=HOURS)) == timedelta(hours=2) else "'+1 hour'"
    for moment in reversed([each for each in shifts.moments if BEGIN < each < BEGIN + timedelta(hours=HOURS)]):
        before = "'+2 hours'" if shifts.at(moment - timedelta(hours=1)) == timedelta(hours=2) else "'+1 hour'"
        case = f"CASE WHEN created_at < '{moment:%Y-%m-%dT%H:%M:%S}' THEN {before} ELSE {case} END"
    return case


QUESTIONS = (
    question(
        "count",
        "{ contacts(first: 0) { aggregate { count } } }",
        f"SELECT count(*) {LIVE}",
        read=read_numbers,
    ),
    question(
        "count, sum, average, distinct",
        "{ contacts(first: 0) { aggregate { count sum(field: LEAD_SCORE) avg(field: LEAD_SCORE) "
        "countDistinct(field: COUNTRY) } } }",
        f"SELECT count(*), sum(lead_score), avg(lead_score), count(DISTINCT country) {LIVE}",
        read=read_numbers,
    ),
    question(
        "by owner",
        grouped("{ field: OWNER }"),
        f"SELECT owner_id, count(*) {LIVE} GROUP BY 1 ORDER BY 2 DESC LIMIT 200",
    ),
    question(
        "by owner and stage, average",
        grouped("[{ field: OWNER }, { field: LIFECYCLE_STAGE }]", "avg(field: LEAD_SCORE)"),
        f"SELECT owner_id, lifecycle_stage, count(*), avg(lead_score) {LIVE} GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 200",
    ),
    question(
        "by month",
        grouped("{ field: CREATED_AT, bucket: MONTH }"),
        f"SELECT substr(created_at, 1, 7) || '-01', count(*) {LIVE} GROUP BY 1 ORDER BY 2 DESC LIMIT 200",
        f"SELECT date_trunc('month', created_at AT TIME ZONE 'UTC')::date::text, count(*) {LIVE}"
        " GROUP BY 1 ORDER BY 2 DESC LIMIT 200",
    ),
    question(
        "by month of Madrid",
        grouped('{ field: CREATED_AT, bucket: MONTH, timeZone: "Europe/Madrid" }'),
        f"SELECT strftime('%Y-%m-01', created_at, {in_madrid()}), count(*) {LIVE} GROUP BY 1 ORDER BY 2 DESC LIMIT 200",
        f"SELECT date_trunc('month', created_at AT TIME ZONE 'Europe/Madrid')::date::text, count(*) {LIVE}"
        " GROUP BY 1 ORDER BY 2 DESC LIMIT 200",
    ),
    question(
        "by tag",
        grouped("{ field: TAG }"),
        "SELECT k.value, count(*) FROM contact c LEFT JOIN contact_key k ON k.record_id = c.id AND k.kind = 'tag'"
        " WHERE c.deleted_at IS NULL GROUP BY 1 ORDER BY 2 DESC LIMIT 200",
    ),
    question(
        "by custom field, sum of another",
        grouped('{ customField: "plan" }', 'sum(customField: "seats")'),
        f"SELECT json_extract(custom_fields, '$.plan'), count(*), sum(json_extract(custom_fields, '$.seats')) {LIVE}"
        " GROUP BY 1 ORDER BY 2 DESC LIMIT 200",
        f"SELECT custom_fields::json ->> 'plan', count(*), sum((custom_fields::json ->> 'seats')::float8) {LIVE}"
        " GROUP BY 1 ORDER BY 2 DESC LIMIT 200",
    ),
)
OPENED = grouped("{ field: OWNER }", "records(first: 3) { nodes { id name } }").replace("first: 200", "first: 50")


async def fill(db: Database) -> None:
    """Contacts of some owners, countries, stages and tags, created over four years, with two custom fields."""
    chance = Random(7)
    stamp = {"created_by": "bench", "updated_at": BEGIN, "updated_by": "bench", "version": 1}
    contacts, keys = [], []
    for number in range(CONTACTS):
        made: Values = {
            "id": new_id("contact"), "email": f"person.{number}@example.com", "first_name": f"First{number % 997}",
            "last_name": f"Last{number}", "company_name": f"Company {number % 5_000}", "title": "VP of Engineering",
            "owner_id": f"user_{chance.randrange(OWNERS):02}", "country": f"Country {chance.randrange(COUNTRIES)}",
            "lifecycle_stage": chance.choice(("lead", "qualified", "customer", None)),
            "lead_score": chance.randrange(200) / 2,
            "custom_fields": {"plan": chance.choice(("free", "team", "business")), "seats": chance.randrange(500)},
            "edits": {}, "created_at": BEGIN + timedelta(minutes=chance.randrange(HOURS * 60)), **stamp,
        }  # fmt: skip
        contacts.append(made)
        tags = [f"tag {tag}" for tag in chance.sample(range(TAGS), chance.randrange(3))]
        keys += [{"kind": "tag", "value": tag, "record_id": made["id"], "added_at": BEGIN} for tag in tags]
    await _insert(db, models.Contact, contacts)
    await _insert(db, models.ContactKey, keys)
    for name in ("plan", "seats"):
        seen = {"type": "mixed", "first_seen": BEGIN, "last_seen": BEGIN}
        await add(db, models.CustomFieldDefinition(entity=Entity.CONTACT.value, name=name, **seen))


async def _insert(db: Database, model: type[SQLModel], rows: list[Values]) -> None:
    for start in range(0, len(rows), 20_000):
        part = rows[start : start + 20_000]
        async with db.write() as session:
            await session.insert_rows(table_of(model), tuple(part[0]), [tuple(row.values()) for row in part])


async def measure(kind: str, url: str, pid: int | None, rounds: int) -> Timings:
    db = Database.open(url)
    await fill(db)
    fetch, close = await (by_sqlite(url) if kind == "sqlite" else by_postgresql(url))
    timings: Timings = {each.name: [] for each in QUESTIONS}
    for number in range(rounds + 1):
        for each in QUESTIONS:
            pair = await both(db, fetch, each, kind, pid, ours_first=number % 2 == 0)
            if number:  # the first round warms caches
                timings[each.name].append(pair)
    started = time.perf_counter()
    await ask(db, OPENED)
    print(f"{kind}: {OWNERS} groups opened into three records each in {time.perf_counter() - started:.2f} s")
    await close()
    await db.close()
    return timings


def report(kind: str, timings: Timings) -> None:
    """Medians of seconds; ratios are of processor seconds, ours and the database's, round by round."""
    print(f"\n{kind:34}{'by hand, s':>12}{'ours, s':>10}{'ratio (<= 1.25)':>17}")
    for name, pairs in timings.items():
        ratio = statistics.median(ours.cpu / max(theirs.cpu, 0.001) for ours, theirs in pairs)
        seconds = [statistics.median(each.seconds for each in who) for who in zip(*pairs, strict=True)]
        print(f"  {name:32}{seconds[1]:12.3f}{seconds[0]:10.3f}{ratio:17.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    for kind in ("sqlite", "postgresql") if arguments.database == "both" else (arguments.database,):
        with tempfile.TemporaryDirectory() as folder, addresses(kind, Path(folder)) as (address, pid):
            url = address("groups")
            migrate(url)
            report(kind, asyncio.run(measure(kind, url, pid, arguments.rounds)))


if __name__ == "__main__":
    main()
