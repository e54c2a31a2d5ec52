"""Funnels over small histories that anyone can count."""

import pytest

from tests.factories import delete, make_company, make_contact, make_user
from tests.graphql_schema.asking import ask, refusals
from tests.graphql_schema.stages import FUNNEL, contacts_in_every_stage, counts, day, funnel
from tests.happening import Event, happen, make_campaigns, make_senders


async def test_stages_count_everybody_once_and_imply_what_comes_before(database):
    await contacts_in_every_stage(database)

    answer = await ask(
        database,
        "{ engagementFunnel { isCut rows { keys { label } previous { stage } "
        "stages { stage contacts certain shared shareOfFirst follows conversion } } } }",
    )

    columns = ("stage", "contacts", "certain", "shared", "shareOfFirst", "follows", "conversion")
    stages = [
        ("ADDED", 4, 4, 0, 1.0, None, None),
        ("CONNECTION_REQUEST_SENT", 1, 1, 0, 0.25, "ADDED", 0.25),
        ("CONNECTION_ACCEPTED", 1, 1, 0, 0.25, "CONNECTION_REQUEST_SENT", 1.0),
        ("MESSAGE_SENT", 2, 2, 0, 0.5, "ADDED", 0.5),
        ("MESSAGE_REPLIED", 1, 1, 0, 0.25, "MESSAGE_SENT", 0.5),
    ]
    row = {"keys": [], "stages": [dict(zip(columns, stage, strict=True)) for stage in stages], "previous": None}
    assert answer == {"engagementFunnel": {"isCut": False, "rows": [row]}}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({"campaignIds": ["spring"]}, [2, 1, 1, 1, 1], id="campaign"),
        pytest.param({"campaignIds": ["spring", "autumn"]}, [3, 1, 1, 2, 1], id="campaigns"),
        pytest.param({"channels": ["EMAIL"]}, [1, 0, 0, 1, 0], id="channel"),
        pytest.param({"senderIds": ["sue"]}, [2, 1, 1, 1, 1], id="sender"),
        pytest.param({"steps": [2]}, [1, 0, 0, 1, 1], id="step"),
        pytest.param({"countries": ["Spain", "Italy"]}, [2, 0, 0, 2, 1], id="country"),
        pytest.param({"certainty": "INFERRED"}, [1, 1, 1, 0, 0], id="certainty"),
        pytest.param({"certainty": "OBSERVED"}, [3, 0, 0, 2, 1], id="observed"),
        pytest.param(
            {"period": {"from": "2025-01-10T09:00:00Z", "to": "2025-01-11T09:00:00Z"}}, [1, 0, 0, 1, 1], id="period"
        ),
        pytest.param({"period": {"to": "2025-01-07T09:00:00Z"}}, [1, 0, 0, 0, 0], id="half-open-period"),
        pytest.param({"countries": ["Spain"], "channels": ["EMAIL"]}, [1, 0, 0, 1, 0], id="both"),
        pytest.param({"campaignIds": []}, [0, 0, 0, 0, 0], id="none-of-nothing"),
        pytest.param({"campaignIds": None, "steps": None}, [4, 1, 1, 2, 1], id="null-does-not-count"),
    ],
)
async def test_filter_leaves_only_events_that_fulfil_all_of_it(database, given, expected):
    await contacts_in_every_stage(database)

    assert await funnel(database, filter=given) == {"": expected}


async def test_filters_on_contacts_read_what_they_are_now(database):
    engines = await make_company(database, name="Engines")
    facts = {"owner_id": "user_1", "lifecycle_stage": "lead", "industry": "Software", "tags": ["vip"]}
    ada = await make_contact(database, **facts)
    other = await make_contact(database)
    await ask(
        database,
        f'mutation {{ associateContacts(pairs: [{{ contactId: "{ada.id}", companyId: "{engines.id}" }}]) '
        "{ created } }",
    )
    await happen(database, Event(ada.id, "message_sent", day(1)), Event(other.id, "message_sent", day(1)))

    for given in (
        {"ownerIds": ["user_1"]}, {"lifecycleStages": ["lead"]}, {"industries": ["Software"]}, {"tags": ["no", "vip"]},
        {"companyIds": [engines.id]},
    ):  # fmt: skip
        assert await funnel(database, filter=given) == {"": [1, 0, 0, 1, 0]}, given


async def test_groups_are_the_largest_first_and_those_without_a_key_are_kept(database):
    await contacts_in_every_stage(database)

    answer = await ask(database, FUNNEL, by=["CAMPAIGN"])

    assert [(*row["keys"][0].values(), counts(row["stages"])) for row in answer["engagementFunnel"]["rows"]] == [
        ("CAMPAIGN", "spring", "Spring", [2, 1, 1, 1, 1]),
        ("CAMPAIGN", "autumn", "Autumn", [1, 0, 0, 1, 0]),
        ("CAMPAIGN", None, "none", [1, 0, 0, 0, 0]),
    ]


async def test_every_dimension_tells_contacts_apart(database):
    await make_user(database, "user_1", "Ann")
    engines = await make_company(database, name="Engines")
    ada = await make_contact(
        database, owner_id="user_1", industry="Software", country="Spain", lifecycle_stage="lead", tags=["a", "b"]
    )
    bob = await make_contact(database, owner_id="somebody else")
    await ask(
        database,
        f'mutation {{ associateContacts(pairs: [{{ contactId: "{ada.id}", companyId: "{engines.id}" }}]) '
        "{ created } }",
    )
    await make_senders(database, sue="Sue")
    await happen(
        database,
        Event(ada.id, "message_replied", day(1), "EMAIL", 2, senders=("sue",)),
        Event(bob.id, "message_sent", day(1)),
    )
    replied, sent = [1, 0, 0, 1, 1], [1, 0, 0, 1, 0]

    for dimension, expected in {
        "CHANNEL": {"EMAIL": replied, "none": sent},
        "STEP": {"2": replied, "none": sent},
        "SENDER": {"Sue": replied, "none": sent},
        "OWNER": {"Ann": replied, "somebody else": sent},
        "COMPANY": {"Engines": replied, "none": sent},
        "INDUSTRY": {"Software": replied, "none": sent},
        "COUNTRY": {"Spain": replied, "none": sent},
        "LIFECYCLE_STAGE": {"lead": replied, "none": sent},
        "TAG": {"a": replied, "b": replied, "none": sent},
    }.items():
        assert await funnel(database, by=[dimension]) == expected, dimension
    assert await funnel(database, by=["TAG", "STEP"]) == {"a 2": replied, "b 2": replied, "none none": sent}


async def test_shared_event_counts_for_each_and_is_told_apart(database):
    await make_contact(database, id="ada")
    await make_contact(database, id="bob")
    await make_campaigns(database, spring="Spring", autumn="Autumn")
    await happen(
        database,
        Event("ada", "message_sent", day(1), campaigns=("spring",)),
        Event("ada", "message_replied", day(2), campaigns=("autumn", "spring")),
        Event("bob", "message_sent", day(1), campaigns=("autumn", "spring")),
    )

    told_apart = (await ask(database, FUNNEL, by=["CAMPAIGN"]))["engagementFunnel"]["rows"]
    of_one = (await ask(database, FUNNEL, filter={"campaignIds": ["spring"]}))["engagementFunnel"]["rows"]
    together = (await ask(database, FUNNEL))["engagementFunnel"]["rows"]

    def pairs(row):
        return [(stage["contacts"], stage["certain"]) for stage in row["stages"]]

    assert {row["keys"][0]["value"]: pairs(row) for row in told_apart} == {
        "spring": [(2, 1), (0, 0), (0, 0), (2, 1), (1, 0)],
        "autumn": [(2, 0), (0, 0), (0, 0), (2, 0), (1, 0)],
    }
    assert [pairs(row) for row in of_one] == [[(2, 1), (0, 0), (0, 0), (2, 1), (1, 0)]]
    assert [pairs(row) for row in together] == [[(2, 2), (0, 0), (0, 0), (2, 2), (1, 1)]]


async def test_as_of_forgets_what_became_known_later(database):
    await make_contact(database, id="ada")
    await happen(
        database,
        Event("ada", "message_sent", day(1)),
        Event("ada", "message_replied", day(2), known_at=day(9)),
    )

    assert await funnel(database, asOf="2025-01-15T08:59:59Z") == {"": [1, 0, 0, 1, 0]}
    assert await funnel(database, asOf="2025-01-15T09:00:00Z") == {"": [1, 0, 0, 1, 1]}


async def test_comparison_stands_beside_each_group(database):
    await contacts_in_every_stage(database)
    january, other = {"from": "2025-01-08", "to": "2025-02-01"}, {"from": "2025-01-01", "to": "2025-01-08"}

    answer = await ask(
        database, FUNNEL, by=["CAMPAIGN"], filter={"period": january}, to={"period": other, "asOf": "2026-01-01"}
    )

    rows = answer["engagementFunnel"]["rows"]
    assert [(row["keys"][0]["label"], counts(row["stages"]), counts(row["previous"])) for row in rows] == [
        ("Spring", [2, 1, 1, 1, 1], [1, 0, 0, 1, 0]),
        ("Autumn", [1, 0, 0, 1, 0], [0, 0, 0, 0, 0]),
        ("none", [0, 0, 0, 0, 0], [1, 0, 0, 0, 0]),
    ]


async def test_deleted_contacts_and_companies_do_not_count(database):
    await make_contact(database, id="ada")
    engines = await make_company(database, name="Engines")
    await happen(
        database,
        Event("ada", "message_sent", day(1)),
        Event(engines.id, "message_sent", day(1), entity="company"),
    )
    assert await funnel(database) == {"": [1, 0, 0, 1, 0]}

    await delete(database, "ada")

    assert await funnel(database) == {"": [0, 0, 0, 0, 0]}
    assert await funnel(database, by=["COUNTRY"]) == {}


async def test_more_groups_than_an_answer_holds_are_cut_and_said_to_be(database):
    for id in ("ada", "bob"):
        await make_contact(database, id=id)
    told = [Event("ada", "message_sent", day(1), step=step) for step in range(1, 202)]
    await happen(database, *told, Event("bob", "message_sent", day(1), step=77))

    most = (await ask(database, FUNNEL, by=["STEP"], first=200))["engagementFunnel"]
    usual = (await ask(database, FUNNEL, by=["STEP"]))["engagementFunnel"]

    assert (most["isCut"], len(most["rows"])) == (True, 200)
    assert (usual["isCut"], len(usual["rows"])) == (True, 100)
    assert usual["rows"][0]["keys"][0]["value"] == "77"


@pytest.mark.parametrize(
    ("arguments", "message", "field"),
    [
        pytest.param("by: [TAG, STEP, OWNER]", "by names at most 2 dimensions", "by", id="three-dimensions"),
        pytest.param("by: [TAG, TAG]", "by names a dimension twice", "by", id="dimension-twice"),
        pytest.param(
            'filter: { period: { from: "2025-01-02", to: "2025-01-02" } }', "period.from must be before period.to",
            "period", id="empty-period",
        ),
        pytest.param(
            "compareTo: {}", "compareTo must name a period or a moment to compare with", "compareTo", id="no-comparison"
        ),
        pytest.param(
            'filter: { channels: ["a\\u0000"] }', "channels holds a NUL character, which cannot be stored", "channels",
            id="nul",
        ),
    ],
)  # fmt: skip
async def test_question_that_cannot_be_is_refused(database, arguments, message, field):
    refused = await refusals(database, f"{{ engagementFunnel({arguments}) {{ isCut }} }}")

    assert refused == [(message, {"code": "INVALID_INPUT", "field": field})]


async def test_hostile_values_find_nothing_and_break_nothing(database):
    await contacts_in_every_stage(database)
    hostile = ["' OR 1=1 --", '"]', "%", "🙂" * 1_000, ""]

    for name in ("campaignIds", "channels", "senderIds", "ownerIds", "tags", "lifecycleStages", "countries"):
        assert await funnel(database, filter={name: hostile}) == {"": [0, 0, 0, 0, 0]}, name
        refused = await refusals(database, FUNNEL, filter={name: ["\ud800"]})
        message = f"{name} holds half a surrogate pair, which is no character"
        assert refused == [(message, {"code": "INVALID_INPUT", "field": name})]
    assert await funnel(database, filter={"steps": [-(2**31), 2**31 - 1]}) == {"": [0, 0, 0, 0, 0]}
    assert await funnel(database, filter={"period": {"from": "0001-01-01", "to": "9999-12-31"}}) == {
        "": [4, 1, 1, 2, 1]
    }
    assert await refusals(database, FUNNEL, filter={"tags": ["x"] * 1_001}) == [
        ("tags holds at most 1,000 values", {"code": "INVALID_INPUT", "field": "tags"})
    ]
