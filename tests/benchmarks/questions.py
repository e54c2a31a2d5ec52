"""What is asked of half a million events: each question as a document, and as the SQL somebody would write by hand.

The hand-written statements read the same summary, in the form that is fastest on each database, so a ratio tells what it
costs to ask in GraphQL.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import quantiles
from typing import Any

from models.engagement.fact import microseconds
from models.engagement.numbers.calendar import Interval, buckets_between, find_zone

Answer = list[tuple[Any, ...]]

SINCE, UNTIL, ZONE = datetime(2025, 2, 1, tzinfo=UTC), datetime(2025, 11, 1, tzinfo=UTC), "Europe/Madrid"
PERIOD = f'period: {{ from: "{SINCE.isoformat()}", to: "{UNTIL.isoformat()}" }}'
IN_PERIOD = f"and occurred_at >= {microseconds(SINCE)} and occurred_at < {microseconds(UNTIL)}"
LIVE = {
    # With the sign it is asked where it stands: of contacts, once they are put together from their facts.
    "sqlite": "+record_id not in (select id from contact where deleted_at is not null)",
    "postgresql": "not exists (select 1 from contact c where c.id = record_id and c.deleted_at is not null)",
}
LEVELS = ("r >= 1", "l >= 1", "l >= 2", "r >= 2", "r >= 3")
STAGES = ", ".join(f"count(*) filter (where {level})" for level in LEVELS)
# The same of those of whom not only shared events tell.
CERTAIN = ", ".join(f"count(*) filter (where s{level})" for level in LEVELS)
HOUR = 3_600_000_000


@dataclass(frozen=True, slots=True)
class Question:
    """`read` and `shape` make the same of the answer to the document and of the rows of the statement."""

    name: str
    document: str
    read: Callable[[Any], Answer]
    statement: Callable[[str], str]
    shape: Callable[[Answer], Answer] = list
    arguments: Callable[[str], tuple[Any, ...]] = lambda kind: ()


def funnel(
    name: str,
    by: str = "",
    *,
    of_facts: str = "",
    of_contacts: str = "",
    where: str = "",
    filter: str = "",
    shared: str = "",
) -> Question:
    keys = of_facts or of_contacts
    joins = "join contact on contact.id = p.record_id" if of_contacts else ""

    def statement(kind: str) -> str:
        groups = ", ".join(filter_blank("record_id", of_facts))
        sure = (
            f"max(case when {shared} then 0 else reached end) sr, max(case when {shared} then 0 else connected end) sl"
        )
        levels = ", ".join(filter_blank("max(reached) r", "max(connected) l", sure if shared else ""))
        people = f"""select {groups}, {levels} from engagement_fact
            where reached > 0 {where} group by {groups}"""
        last = f"group by {keys}" if keys else ""
        counts = filter_blank(keys, STAGES, CERTAIN if shared else "")
        return f"select {', '.join(counts)} from ({people}) p {joins} where {LIVE[kind]} {last}"

    def read(answer: Any) -> Answer:
        counts = ("contacts", "certain") if shared else ("contacts",)
        return [
            (*keys_of(row), *(stage[count] for count in counts for stage in row["stages"]))
            for row in answer["engagementFunnel"]["rows"]
        ]

    document = f"""{{ engagementFunnel(by: [{by}], first: 200, filter: {{ {filter} }}) {{
        rows {{ keys {{ value label }} stages {{ contacts certain shareOfFirst conversion }} }} }} }}"""
    return Question(
        name, document, read, statement, lambda rows: [texts(row, len(keys.split(", ")) if keys else 0) for row in rows]
    )


def rates() -> Question:
    def statement(kind: str) -> str:
        return f"""select sender_id, count(*) filter (where n >= 1), count(*) filter (where r >= 2 or n >= 1),
                count(*) filter (where r >= 2 or n >= 1) - count(*) filter (where sr >= 2 or sn >= 1)
            from (select record_id, sender_id, max(reached) r, max(noticed) n,
                max(case when is_sender_shared then 0 else reached end) sr,
                max(case when is_sender_shared then 0 else noticed end) sn from engagement_fact
                where reached > 0 or noticed > 0 group by record_id, sender_id) p
            where {LIVE[kind]} group by sender_id"""

    def read(answer: Any) -> Answer:
        rows = answer["engagementRates"]["rows"]
        return [
            (*keys_of(row), *(row["rate"][name] for name in ("numerator", "denominator", "shared"))) for row in rows
        ]

    document = """{ engagementRates(measure: OPEN_RATE, by: [SENDER]) {
        rows { keys { value label } rate { numerator denominator shared rate low high } } } }"""
    return Question("open rate by sender", document, read, statement)


def table() -> Question:
    def statement(kind: str) -> str:
        return f"""select campaign_id, {STAGES}, count(*) filter (where n >= 1), count(*) filter (where n >= 2),
                count(*) filter (where r >= 1) - count(*) filter (where sr >= 1), max(at) / 1000000
            from (select record_id, campaign_id, max(reached) r, max(connected) l, max(noticed) n,
                max(case when is_campaign_shared then 0 else reached end) sr, max(occurred_at) at
                from engagement_fact where reached > 0 or noticed > 0
                group by record_id, campaign_id) p
            where {LIVE[kind]} group by campaign_id"""

    def read(answer: Any) -> Answer:
        names = ("added", "requested", "connected", "messaged", "replied", "opened", "clicked", "shared")
        return [
            (
                row["key"]["value"],
                *(row[name] for name in names),
                int(datetime.fromisoformat(row["lastActivityAt"]).timestamp()),
            )
            for row in answer["engagementTable"]["rows"]
        ]

    document = """{ engagementTable(by: CAMPAIGN, orderBy: REPLY_RATE) { rows { key { value label }
        added requested connected messaged replied opened clicked shared lastActivityAt
        connectRate { rate low high } replyRate { rate low high } openRate { rate low high } } } }"""
    return Question("table of campaigns", document, read, statement)


def series(name: str, interval: Interval, by: str = "", key: str = "") -> Question:
    buckets = buckets_between(interval, find_zone(ZONE), SINCE, UNTIL)
    days = [bucket.day.isoformat() for bucket in buckets]

    def statement(kind: str) -> str:
        what = f"kind = 'message_sent' and {LIVE[kind]} and is_first_sender" + ("" if key else " and is_first_campaign")
        groups = ", ".join(filter_blank(key, "day"))
        if kind == "sqlite":
            return f"""select {groups}, sum(count) from
                (select key as day, value as s, lead(value) over (order by key) as e from json_each(?)) b
                left join engagement_fact on occurred_at >= b.s and occurred_at < b.e and {what} group by {groups}"""
        local = f"to_timestamp(occurred_at / 1e6) at time zone '{ZONE}'"
        inner = ", ".join(filter_blank(key, f"date_trunc('{interval.value}', {local}) as day", "count"))
        return f"""select {", ".join(filter_blank(key, "to_char(day, 'YYYY-MM-DD')"))}, sum(count)
            from (select {inner} from engagement_fact where {what} {IN_PERIOD}) f group by {groups}"""

    def arguments(kind: str) -> tuple[Any, ...]:
        inner = [microseconds(bucket.start) for bucket in buckets[1:]]
        return (str([microseconds(SINCE), *inner, microseconds(UNTIL)]),) if kind == "sqlite" else ()

    def shape(rows: Answer) -> Answer:
        return [(*row[:-2], row[-2] if isinstance(row[-2], str) else days[row[-2]], row[-1]) for row in rows if row[-1]]

    def read(answer: Any) -> Answer:
        return [
            (*keys_of(line), point["day"], point["value"])
            for line in answer["engagementSeries"]["lines"]
            for point in line["points"]
            if point["value"]
        ]

    document = f"""{{ engagementSeries(measure: MESSAGES, interval: {interval.name}, timeZone: "{ZONE}", by: [{by}],
        filter: {{ {PERIOD} }}) {{ lines {{ keys {{ value label }} points {{ day value }} }} }} }}"""
    return Question(name, document, read, statement, shape, arguments)


def reply_times() -> Question:
    def statement(kind: str) -> str:
        waits = f"""select r.a - max(m.occurred_at) w, case when r.o = r.a then 0 else 1 end i
            from (select record_id, min(occurred_at) a, min(case when is_observed then occurred_at end) o
                from engagement_fact where kind = 'message_replied' and {LIVE[kind]} and is_first_campaign
                and is_first_sender group by record_id) r
            left join engagement_fact m on r.o = r.a and m.record_id = r.record_id and m.reached = 2
                and m.is_observed and m.occurred_at < r.a
            group by r.record_id, r.a, r.o"""
        if kind == "sqlite":  # which knows no percentiles
            return waits
        return f"select percentile_cont(array[0.25, 0.5, 0.75]) within group (order by w), count(w), sum(i) from ({waits}) q"

    def shape(rows: Answer) -> Answer:
        if len(rows) == 1:
            ((middles, measured, inferred),) = rows
        else:
            waits = sorted(wait for wait, _ in rows if wait is not None)
            middles, measured = quantiles(waits, n=4, method="inclusive"), len(waits)
            inferred = sum(each for _, each in rows)
        return [(*(round(middle / HOUR, 6) for middle in middles), measured, inferred)]

    def read(answer: Any) -> Answer:
        ((*middles, measured, inferred),) = (row.values() for row in answer["timeToReply"]["rows"])
        return [(*(round(middle, 6) for middle in middles), measured, inferred)]

    document = """{ timeToReply { rows {
        firstQuartileHours medianHours thirdQuartileHours measured inferred } } }"""
    return Question("time to reply", document, read, statement, shape)


def cohorts() -> Question:
    def statement(kind: str) -> str:
        people = """select record_id, min(case when kind <> 'message_replied' then occurred_at end) a,
                min(case when kind = 'message_replied' then occurred_at end) b
            from engagement_fact where kind in ('connection_request_sent', 'message_sent', 'message_replied')
            group by record_id"""
        if kind == "sqlite":
            return f"""with spans as materialized (select key as n, value as s, lead(value) over (order by key) as e
                    from json_each(?))
                select x.n, y.n, count(*) from ({people}) p join spans x on p.a >= x.s and p.a < x.e
                left join spans y on p.b >= y.s and p.b < y.e where {LIVE[kind]} group by 1, 2"""
        months = [f"date_trunc('month', to_timestamp({each} / 1e6) at time zone '{ZONE}')" for each in ("a", "b")]
        return f"""select to_char(x, 'YYYY-MM'), to_char(y, 'YYYY-MM'), n from (
            select {months[0]} x, {months[1]} y, count(*) n from ({people}) p where a is not null and {LIVE[kind]}
            group by 1, 2) c"""

    buckets = buckets_between(
        Interval.MONTH, find_zone(ZONE), datetime(2024, 12, 1, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC)
    )

    def arguments(kind: str) -> tuple[Any, ...]:
        return (str([microseconds(bucket.start) for bucket in buckets]),) if kind == "sqlite" else ()

    def shape(rows: Answer) -> Answer:
        found: dict[int, list[int]] = {}
        for first, reply, contacts in rows:
            counts = found.setdefault(place(first), [0] * 5)
            counts[0] += contacts
            later = place(reply) - place(first) if reply is not None else -1
            for column in range(later, 4) if later >= 0 else ():
                counts[column + 1] += contacts
        return [(buckets[at].day.isoformat(), *counts) for at, counts in found.items()]

    def place(month: int | str) -> int:
        return month if isinstance(month, int) else (int(month[:4]) - 2024) * 12 + int(month[5:]) - 12

    def read(answer: Any) -> Answer:
        return [(each["day"], each["size"], *each["replied"]) for each in answer["engagementCohorts"]]

    document = f"""{{ engagementCohorts(interval: MONTH, periods: 3, timeZone: "{ZONE}", asOf: "2027-01-01") {{
        day size replied rates }} }}"""
    return Question("cohorts by month", document, read, statement, shape, arguments)


def keys_of(row: Any) -> tuple[Any, ...]:
    return tuple(key["value"] for key in row["keys"])


def texts(row: Iterable[Any], keys: int) -> tuple[Any, ...]:
    """A row whose keys are texts, as GraphQL tells them."""
    return tuple(str(value) if at < keys and value is not None else value for at, value in enumerate(row))


def filter_blank(*parts: str) -> list[str]:
    return [part for part in parts if part]


QUESTIONS = (
    funnel("funnel"),
    funnel("funnel of a period", where=IN_PERIOD, filter=PERIOD),
    funnel("funnel by campaign", "CAMPAIGN", of_facts="campaign_id", shared="is_campaign_shared"),
    funnel(
        "funnel by sender and channel",
        "SENDER, CHANNEL",
        of_facts="sender_id, channel",
        shared="is_sender_shared",
    ),
    funnel("funnel by channel and step", "CHANNEL, STEP", of_facts="channel, step"),
    funnel("funnel by country and owner", "COUNTRY, OWNER", of_contacts="country, owner_id"),
    rates(),
    table(),
    series("messages by day", Interval.DAY),
    series("messages by week and campaign", Interval.WEEK, "CAMPAIGN", "campaign_id"),
    reply_times(),
    cohorts(),
)
