"""Numbers and groups against the same ones counted in Python, row by row, over data that anything may be in."""

import statistics
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

import models
from graphql_schema.limits import Limits
from models.base import table_of
from models.columns import new_id
from models.counting.shifts import shifts_of
from models.database.json_members import member_number, member_text
from models.database.local_days import DateBucket, first_day
from tests.factories import LONG_AGO, add, context
from tests.graphql_schema.asking import ask, ask_as

CONTACT = table_of(models.Contact)
ZONES = ("UTC", "Europe/Madrid", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kathmandu")
COUNTRIES = ["ES", "FR", "es", "Ünited", "", None]
NAMES = ["budget", "a b", "a.b", 'a"b', "a\\b", "a\nb", "é", "[0]", "$", "'"]
VALUES = [1, 1.5, -2, "1", "x", "", True, False, None, ["a", 1], {"b": None}, 10**20, 1e-300, "é\n"]


async def put_contacts(database, rows):
    columns = ("id", "country", "lead_score", "tags", "custom_fields", "edits", "last_activity_at", "created_at",
               "created_by", "updated_at", "updated_by", "version")  # fmt: skip
    made = [
        {"id": new_id("contact"), "custom_fields": {}, "edits": {}, "created_at": LONG_AGO, "created_by": "test",
         "updated_at": LONG_AGO, "updated_by": "test", "version": 1, **row}
        for row in rows
    ]  # fmt: skip
    async with database.write() as session:
        await session.insert_rows(CONTACT, columns, [tuple(row.get(name) for name in columns) for row in made])
    return made


def first_day_of(day, bucket):
    return {
        DateBucket.DAY: day,
        DateBucket.WEEK: day - timedelta(days=day.weekday()),
        DateBucket.MONTH: day.replace(day=1),
        DateBucket.QUARTER: day.replace(day=1, month=(day.month - 1) // 3 * 3 + 1),
        DateBucket.YEAR: day.replace(day=1, month=1),
    }[bucket]


async def test_first_days_are_those_of_the_calendar_of_a_place(database):
    chance = Random(1)
    span = datetime(2090, 1, 1, tzinfo=UTC) - datetime(1950, 1, 1, tzinfo=UTC)
    moments = [datetime(1950, 1, 1, tzinfo=UTC) + chance.random() * span for _ in range(100)]
    moments += [datetime(2025, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC), datetime(2024, 2, 29, 12, tzinfo=UTC)]
    for zone in ZONES:  # before and at changes of the clocks
        changes = [each for each in shifts_of(ZoneInfo(zone)).moments if 1970 < each.year < 2090]
        moments += [each - timedelta(microseconds=less) for each in changes[::7] for less in (0, 1)]
    await put_contacts(database, [{"last_activity_at": moment} for moment in moments])

    for zone in map(ZoneInfo, ZONES):
        days = [first_day(CONTACT.c.last_activity_at, bucket, zone) for bucket in DateBucket]
        async with database.read() as session:
            rows = (await session.exec(select(CONTACT.c.last_activity_at, *days))).all()
        assert len(rows) == len(moments)
        for moment, *found in rows:
            day = moment.astimezone(zone).date()
            assert found == [first_day_of(day, bucket) for bucket in DateBucket], (moment, zone)


async def test_first_and_last_moments_there_are_have_a_day(database):
    ends = [datetime(1, 1, 1, 0, 0, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)]
    await put_contacts(database, [{"last_activity_at": moment} for moment in ends])

    for zone in ("America/New_York", "Asia/Tokyo"):
        for bucket in ("DAY", "YEAR"):
            spec = f'{{ field: LAST_ACTIVITY_AT, bucket: {bucket}, timeZone: "{zone}" }}'
            data = await ask(
                database, f"{{ contacts {{ groupBy(fields: {spec}) {{ groups {{ keys {{ value }} }} }} }} }}"
            )
            days = [group["keys"][0]["value"] for group in data["contacts"]["groupBy"]["groups"]]
            assert days == (["0001-01-01", "9999-12-31"] if bucket == "DAY" else ["0001-01-01", "9999-01-01"])


async def test_custom_fields_are_read_alike_whatever_they_are_called_and_hold(database):
    kept = await put_contacts(database, [{"custom_fields": dict.fromkeys(NAMES, value)} for value in VALUES])

    for name in NAMES:
        told = [member_text(CONTACT.c.custom_fields, name), member_number(CONTACT.c.custom_fields, name)]
        async with database.read() as session:
            rows = (await session.exec(select(CONTACT.c.id, *told))).all()
        found = {id: (text, number) for id, text, number in rows}
        texts = [
            "1",
            "1.5",
            "-2",
            "1",
            "x",
            None,
            "true",
            "false",
            None,
            '["a",1]',
            '{"b":null}',
            str(10**20),
            "1e-300",
            "é\n",
        ]
        if name == 'a"b' and database.driver.reading.dialect.name == "sqlite":
            texts[11:13] = [found[kept[11]["id"]][0], found[kept[12]["id"]][0]]  # written as a double is
        numbers = [1, 1.5, -2, *[None] * 8, 1e20, 1e-300, None]
        assert [found[each["id"]] for each in kept] == list(zip(texts, numbers, strict=True)), name


async def test_groups_and_numbers_are_those_counted_by_hand(database):
    chance = Random(2)
    rows = await put_contacts(
        database,
        [
            {
                "country": chance.choice(COUNTRIES),
                "lead_score": chance.choice([None, 0.0, 1.0, 12.25, -3.5]),
                "custom_fields": {"budget": chance.choice([None, 100, 2.5, "100", "n/a"])},
                "last_activity_at": datetime(2025, 1, 1, tzinfo=UTC) + timedelta(hours=chance.randrange(3_000)),
            }
            for _ in range(400)
        ],
    )
    await add(database, models.CustomFieldDefinition(
        entity="contact", name="budget", type="mixed", first_seen=LONG_AGO, last_seen=LONG_AGO
    ))  # fmt: skip
    zone = ZoneInfo("Europe/Madrid")

    data = await ask_as(
        context(database, limits=Limits(rows=100_000)),
        """{ contacts { groupBy(fields: [
            { field: COUNTRY }, { field: LAST_ACTIVITY_AT, bucket: MONTH, timeZone: "Europe/Madrid" }
        ], first: 200) { totalGroups isCut groups { keys { value } count
            sum(field: LEAD_SCORE) avg(field: LEAD_SCORE) min(field: LEAD_SCORE) max(field: LEAD_SCORE)
            budgets: sum(customField: "budget") latest(field: LAST_ACTIVITY_AT) records(first: 200) { nodes { id } } } } } }""",
    )

    by_hand = defaultdict(list)
    for row in rows:
        month = row["last_activity_at"].astimezone(zone).date().replace(day=1)
        by_hand[row["country"], month.isoformat()].append(row)
    answer = data["contacts"]["groupBy"]
    assert (answer["totalGroups"], answer["isCut"]) == (len(by_hand), False)
    sizes = [group["count"] for group in answer["groups"]]
    assert sizes == sorted(sizes, reverse=True)
    for group in answer["groups"]:
        theirs = by_hand.pop(tuple(key["value"] for key in group["keys"]))
        scores = [row["lead_score"] for row in theirs if row["lead_score"] is not None]
        budgets = [row["custom_fields"]["budget"] for row in theirs]
        numbers = [each for each in budgets if isinstance(each, (int, float))]
        assert {name: group[name] for name in ("count", "sum", "avg", "min", "max", "budgets")} == {
            "count": len(theirs),
            "sum": sum(scores) if scores else None,
            "avg": pytest.approx(statistics.mean(scores)) if scores else None,
            "min": min(scores, default=None),
            "max": max(scores, default=None),
            "budgets": sum(numbers) if numbers else None,
        }
        assert group["latest"] == max(row["last_activity_at"] for row in theirs).strftime("%Y-%m-%dT%H:%M:%SZ")
        ids = [node["id"] for node in group["records"]["nodes"]]
        assert ids == sorted((row["id"] for row in theirs), reverse=True)
    assert by_hand == {}
