"""What happened: claims of reports met by activities, so that nothing counts twice whatever the order of arrival."""

import random

import pytest

from models.engagement.happened import happened
from models.engagement.occurrence import attribution
from models.engagement.reported import in_order
from models.engagement.words import Attribution, EventKind
from tests.models.engagement.telling import day, seen, told

SENT, REPLIED = EventKind.MESSAGE_SENT, EventKind.MESSAGE_REPLIED
ASKED, ACCEPTED = EventKind.CONNECTION_REQUEST_SENT, EventKind.CONNECTION_ACCEPTED


def short(events):
    """Kind, step, and whether it was observed or inferred."""
    return [(event.kind.value, event.step, event.certainty.value) for event in events]


def test_status_that_moves_is_a_story_in_order():
    reports = told(
        (0, {"status": "Added to Campaign"}),
        (1, {"status": "Connection Request Sent"}),
        (3, {"status": "Connection Accepted"}),
        (5, {"status": "Message Sent (1/3) - LINKEDIN"}),
        (9, {"status": "Message Replied (1/3) - LINKEDIN"}),
    )

    events = happened([], reports)

    assert short(events) == [
        ("added", None, "inferred"),
        ("connection_request_sent", None, "inferred"),
        ("connection_accepted", None, "inferred"),
        ("message_sent", 1, "inferred"),
        ("message_replied", 1, "inferred"),
    ]
    assert [(event.earliest_at, event.latest_at) for event in events[1:3]] == [(day(0), day(1)), (day(1), day(3))]


def test_status_that_jumps_implies_what_came_before_it():
    events = happened([], told((4, {"status": "Message Replied (2/3) - LINKEDIN"})))

    assert [(event.kind, event.step, event.channel) for event in events] == [
        (EventKind.ADDED, None, None),
        (SENT, 1, None),
        (SENT, 2, "LINKEDIN"),
        (REPLIED, 2, "LINKEDIN"),
    ]
    assert {event.occurred_at for event in events} == {day(4)}
    assert {event.earliest_at for event in events} == {None}


def test_channels_of_implied_messages_follow_the_plan():
    events = happened(
        [],
        told((4, {"details": "Linkedin Message, Email, Linkedin Message", "status": "Message Sent (3/3) - LINKEDIN"})),
    )

    assert [(event.step, event.channel) for event in events if event.kind is SENT] == [
        (1, "LINKEDIN"),
        (2, "EMAIL"),
        (3, "LINKEDIN"),
    ]


def test_message_does_not_imply_a_connection():
    events = happened([], told((4, {"status": "Message Sent (1/2) - EMAIL"})))

    assert [event.kind for event in events] == [EventKind.ADDED, SENT]


def test_activity_and_the_status_that_tells_of_it_are_one_event():
    observed = [seen(5, SENT, step=1), seen(8, REPLIED, step=1)]
    reports = told(
        (6, {"status": "Message Sent (1/3) - LINKEDIN"}), (9, {"status": "Message Replied (1/3) - LINKEDIN"})
    )

    events = happened(observed, reports)

    assert short(events) == [
        ("added", None, "inferred"),
        ("message_sent", 1, "observed"),
        ("message_replied", 1, "observed"),
    ]
    assert [event.report_id is not None for event in events] == [True, True, True]


def test_what_is_inferred_came_before_what_followed_from_it():
    observed = [seen(2, ACCEPTED), seen(5, SENT, "EMAIL", step=2)]

    events = happened(
        observed, told((9, {"status": "Message Sent (2/3) - EMAIL"}), (10, {"log": "Connection Request Sent"}))
    )

    assert [(event.kind, event.step, event.occurred_at, event.earliest_at) for event in events] == [
        (EventKind.ADDED, None, day(2), None),
        (ASKED, None, day(2), None),
        (ACCEPTED, None, day(2), day(2)),
        (SENT, 1, day(5), None),
        (SENT, 2, day(5), day(5)),
    ]


def test_activity_without_a_step_learns_it_from_the_status():
    (sent,) = [
        event
        for event in happened([seen(5, SENT)], told((6, {"status": "Message Sent (1/3) - LINKEDIN"})))
        if event.kind is SENT
    ]

    assert (sent.step, sent.steps, sent.activity_id) == (1, 3, "activity_5-message_sent-None")


def test_status_of_another_step_is_another_event():
    events = happened([seen(5, SENT, step=1)], told((9, {"status": "Message Sent (2/3) - LINKEDIN"})))

    assert [(event.step, event.certainty.value) for event in events if event.kind is SENT] == [
        (1, "observed"),
        (2, "inferred"),
    ]


def test_activity_long_after_a_report_is_not_what_it_told_of():
    events = happened([seen(20, SENT, step=1)], told((6, {"status": "Message Sent (1/3) - LINKEDIN"})))

    assert [event.certainty.value for event in events if event.kind is SENT] == ["inferred", "observed"]


def test_inmail_meets_a_status_that_says_linkedin_and_an_email_does_not():
    reports = told((6, {"status": "Message Sent (1/3) - LINKEDIN"}))

    assert len([1 for event in happened([seen(5, SENT, "LINKEDIN_INMAIL")], reports) if event.kind is SENT]) == 1
    assert len([1 for event in happened([seen(5, SENT, "EMAIL")], reports) if event.kind is SENT]) == 2


def test_same_day_replayed_changes_nothing():
    once = [
        (1, {"status": "Added to Campaign"}),
        (2, {"status": "Message Sent (1/3) - LINKEDIN", "opens": "2"}),
        (3, {"status": "Message Replied (1/3) - LINKEDIN", "replied": "Yes (1)", "opens": "5"}),
    ]

    again = [(at + 0.5 + 2.5, values) for at, values in once]

    first, second = happened([], told(*once)), happened([], told(*once, *again))
    assert [(event.id, event.occurred_at, event.count) for event in first] == [
        (event.id, event.occurred_at, event.count) for event in second
    ]


def test_reply_analysis_alone_tells_of_a_reply_and_counts_none_twice():
    assert short(happened([], told((2, {"replied": "Yes (2)"})))) == [
        ("message_replied", None, "inferred"),
        ("message_replied", None, "inferred"),
    ]
    told_twice = told((2, {"status": "Message Replied (1/3) - LINKEDIN", "replied": "Yes (1)", "sequence": "Replied"}))
    assert [event.kind for event in happened([], told_twice)].count(REPLIED) == 1


def test_log_adds_what_the_status_left_out():
    reports = told(
        (2, {"log": "Connection Request Sent, Message Sent (LINKEDIN)", "status": "Message Sent (1/3) - LINKEDIN"})
    )

    assert short(happened([], reports)) == [
        ("added", None, "inferred"),
        ("connection_request_sent", None, "inferred"),
        ("message_sent", 1, "inferred"),
    ]


def test_opens_count_what_came_anew_once_for_both_fields():
    reports = told((1, {"opens": "2", "opened": "Yes (2)"}), (2, {"opens": "5"}), (3, {"opens": "4"}))

    events = happened([], reports)

    assert [(event.kind, event.count, event.occurred_at) for event in events] == [
        (EventKind.OPENED, 2, day(1)),
        (EventKind.OPENED, 3, day(2)),
    ]


def test_status_in_new_words_is_told_in_them():
    (event,) = happened([], told((1, {"status": "Meeting Booked - WHATSAPP"})))

    assert (event.kind, event.text) == (EventKind.OTHER, "Meeting Booked - WHATSAPP")


def test_finished_sequence_is_an_event():
    assert [
        event.kind for event in happened([], told((1, {"sequence": "Ongoing"}), (2, {"sequence": "Finished"})))
    ] == [EventKind.SEQUENCE_FINISHED]


def test_one_campaign_is_certain_and_several_are_shared():
    reports = told(
        (1, {"campaigns": "Spring", "status": "Message Sent (1/3) - EMAIL"}),
        (5, {"campaigns": "Spring, Launch"}),
        (6, {"status": "Message Replied (1/3) - EMAIL"}),
    )

    events = happened([], reports)

    assert [(event.kind.value, event.campaigns, attribution(event.campaigns)) for event in events] == [
        ("added", ("Spring",), Attribution.CERTAIN),
        ("message_sent", ("Spring",), Attribution.CERTAIN),
        ("added", ("Launch",), Attribution.CERTAIN),
        ("message_replied", ("Spring", "Launch"), Attribution.SHARED),
    ]


def test_campaign_that_is_told_late_is_the_campaign_of_what_came_before():
    events = happened(
        [seen(1, SENT, step=1)], told((2, {"status": "Message Sent (1/3) - LINKEDIN"}), (4, {"campaigns": "Spring"}))
    )

    assert [(event.kind.value, event.campaigns) for event in events] == [
        ("added", ("Spring",)),
        ("message_sent", ("Spring",)),
    ]


def test_sender_of_an_activity_is_certain_and_reported_ones_may_be_shared():
    reports = told((1, {"senders": "John Smith, Jane Doe", "status": "Message Sent (2/3) - LINKEDIN"}))

    events = happened([seen(0.5, SENT, step=1, sender="Ann Sender")], reports)

    assert [(event.step, event.senders) for event in events if event.kind is SENT] == [
        (1, ("Ann Sender",)),
        (2, ("John Smith", "Jane Doe")),
    ]


def test_time_that_comes_with_a_report_is_the_time_of_the_event():
    (_, event) = happened(
        [],
        told((3, {"status": "Message Sent (1/3) - EMAIL", "engaged": "2024-01-02T08:00:00Z"})),
    )

    assert (event.occurred_at, event.earliest_at, event.known_at) == (
        day(1).replace(hour=8),
        day(1).replace(hour=8),
        day(3),
    )


def test_time_in_the_future_is_not_believed():
    (_, event) = happened([], told((3, {"status": "Message Sent (1/3) - EMAIL", "engaged": "2031-01-02T08:00:00Z"})))

    assert (event.occurred_at, event.earliest_at) == (day(3), None)


@pytest.mark.parametrize("seed", range(20))
def test_order_in_which_activities_and_dated_reports_arrive_does_not_matter(seed):
    draw = random.Random(seed)
    observed = [
        seen(2, ASKED),
        seen(4, ACCEPTED),
        seen(5, SENT, step=1),
        seen(9, SENT, "EMAIL", step=2),
        seen(11, REPLIED),
    ]
    statuses = [
        (1, "Added to Campaign"),
        (3, "Connection Request Sent"),
        (5.2, "Message Sent (1/3) - LINKEDIN"),
        (9.2, "Message Sent (2/3) - EMAIL"),
        (11.2, "Message Replied (2/3) - EMAIL"),
    ]
    reports = [
        report
        for number, (at, status) in enumerate(statuses)
        for report in told((20 + number / 10, {"status": status, "engaged": day(at).isoformat()}))
    ]
    expected = [
        (event.kind, event.step, event.occurred_at, event.certainty) for event in happened(observed, in_order(reports))
    ]

    draw.shuffle(observed)
    draw.shuffle(reports)

    assert [
        (event.kind, event.step, event.occurred_at, event.certainty) for event in happened(observed, in_order(reports))
    ] == expected
