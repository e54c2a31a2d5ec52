"""Reading what is reported of engagement: one row per cause of variation, and that no value can break a reader."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.engagement.parsing import (
    LoggedActivity,
    YesNo,
    channel_of,
    parse_activities,
    parse_count,
    parse_status,
    parse_yes_no,
    read_value,
)
from models.engagement.words import EngagementField, EventKind
from models.exact_json import decode_json, encode_json
from tests.models.engagement.json_values import SENDABLE, VALUES


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("5", 5, id="the guide's form"),
        pytest.param("0", 0, id="zero"),
        pytest.param(5, 5, id="a number"),
        pytest.param(5.0, 5, id="a whole float"),
        pytest.param(Decimal(5), 5, id="a whole decimal"),
        pytest.param(" 5 ", 5, id="blanks"),
        pytest.param("007", 7, id="zeros in front"),
        pytest.param("\uff15", 5, id="a wide digit"),
        pytest.param("5.0", 5, id="a decimal that is whole"),
        pytest.param("1,234", 1234, id="thousands by a comma"),
        pytest.param("1 234 567", 1234567, id="thousands by blanks"),
        pytest.param("1\u00a0234", 1234, id="thousands by a blank that does not break"),
        pytest.param("1'234", 1234, id="thousands by an apostrophe"),
        pytest.param("5 opens", 5, id="a word behind"),
        pytest.param("5x", 5, id="times"),
        pytest.param("3 aperturas", 3, id="a Spanish word behind"),
        pytest.param("2147483647", 2147483647, id="the largest"),
        pytest.param("2147483648", None, id="larger than a column holds"),
        pytest.param(2147483648, None, id="a number larger than a column holds"),
        pytest.param("1.234", None, id="a thousand or a decimal"),
        pytest.param("1,23", None, id="a decimal by a comma"),
        pytest.param("5.5", None, id="a part"),
        pytest.param(5.5, None, id="a number with a part"),
        pytest.param("-5", None, id="below zero"),
        pytest.param(-5, None, id="a number below zero"),
        pytest.param("5 days", None, id="days are no opens"),
        pytest.param("5+", None, id="at least"),
        pytest.param("1-5", None, id="a range"),
        pytest.param("five", None, id="a word"),
        pytest.param("Yes (5)", None, id="an answer"),
        pytest.param("", None, id="a blank"),
        pytest.param(None, None, id="null"),
        pytest.param(True, None, id="true"),
        pytest.param(float("nan"), None, id="not a number"),
        pytest.param(float("inf"), None, id="infinity"),
        pytest.param(10**400, None, id="past the range of a float"),
        pytest.param("9" * 5000, None, id="thousands of digits"),
        pytest.param([5], None, id="a list"),
    ],
)
def test_count_is_read(raw, expected):
    assert parse_count(raw) == expected


@pytest.mark.parametrize(
    ("raw", "yes", "count"),
    [
        pytest.param("Yes (5)", True, 5, id="the guide's yes"),
        pytest.param("No", False, None, id="the guide's no"),
        pytest.param("Yes", True, None, id="yes without a count"),
        pytest.param("yes(5)", True, 5, id="small letters, no blank"),
        pytest.param("YES [5]", True, 5, id="square brackets"),
        pytest.param("Yes (5 times)", True, 5, id="a word behind the count"),
        pytest.param("Yes (1,234)", True, 1234, id="thousands"),
        pytest.param("Yes: 5", True, 5, id="a colon"),
        pytest.param("Yes - 5", True, 5, id="a dash"),
        pytest.param("Yes – 5", True, 5, id="an en dash"),
        pytest.param(True, True, None, id="true"),
        pytest.param(False, False, None, id="false"),
        pytest.param("true", True, None, id="true as text"),
        pytest.param("FALSE", False, None, id="false as text"),
        pytest.param("Y", True, None, id="one letter"),
        pytest.param("Sí (2)", True, 2, id="Spanish"),
        pytest.param("si (2)", True, 2, id="Spanish without its accent, and Italian"),
        pytest.param("Oui (2)", True, 2, id="French"),
        pytest.param("Non", False, None, id="French no"),
        pytest.param("Ja (2)", True, 2, id="German"),
        pytest.param("Nein", False, None, id="German no"),
        pytest.param("Sim (2)", True, 2, id="Portuguese"),
        pytest.param("Não", False, None, id="Portuguese no"),
        pytest.param("No (0)", False, 0, id="no with its count"),
        pytest.param("No (3)", False, None, id="no against its count"),
        pytest.param("Yes (0)", True, None, id="yes against its count"),
        pytest.param("Yes (99999999999)", True, None, id="an absurd count"),
    ],
)
def test_answer_is_read(raw, yes, count):
    assert parse_yes_no(raw) == YesNo(yes, count, raw)


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("5", id="a bare count"),
        pytest.param(5, id="a number"),
        pytest.param(1, id="one"),
        pytest.param("(5)", id="a count in brackets"),
        pytest.param("No, thanks", id="words behind no"),
        pytest.param("No 5th Avenue", id="an address"),
        pytest.param("Yes (maybe)", id="a word for the count"),
        pytest.param("Maybe", id="neither"),
        pytest.param("", id="a blank"),
        pytest.param(None, id="null"),
        pytest.param(["Yes"], id="a list"),
        pytest.param("Yes" * 100, id="a text too long for an answer"),
    ],
)
def test_what_is_no_answer_is_not_read(raw):
    assert parse_yes_no(raw) is None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param(
            "Connection Request Sent, Message Sent (LINKEDIN)",
            [
                (EventKind.CONNECTION_REQUEST_SENT, None, "Connection Request Sent"),
                (EventKind.MESSAGE_SENT, "LINKEDIN", "Message Sent (LINKEDIN)"),
            ],
            id="the guide's example",
        ),
        pytest.param(
            "Added to Campaign; Message Replied (EMAIL)",
            [
                (EventKind.ADDED, None, "Added to Campaign"),
                (EventKind.MESSAGE_REPLIED, "EMAIL", "Message Replied (EMAIL)"),
            ],
            id="semicolons",
        ),
        pytest.param(
            ["Connection Accepted"], [(EventKind.CONNECTION_ACCEPTED, None, "Connection Accepted")], id="a list"
        ),
        pytest.param(
            "Message Sent (LINKEDIN, EMAIL), Replied",
            [
                (EventKind.MESSAGE_SENT, "LINKEDIN", "Message Sent (LINKEDIN, EMAIL)"),
                (EventKind.MESSAGE_REPLIED, None, "Replied"),
            ],
            id="a comma in brackets",
        ),
        pytest.param(
            "Message Sent (LINKEDIN, Replied",
            [
                (EventKind.MESSAGE_SENT, "LINKEDIN", "Message Sent (LINKEDIN"),
                (EventKind.MESSAGE_REPLIED, None, "Replied"),
            ],
            id="a bracket that never closes",
        ),
        pytest.param(
            "Email opened, Link clicked, Sequence finished",
            [
                (EventKind.OPENED, "EMAIL", "Email opened"),
                (EventKind.CLICKED, None, "Link clicked"),
                (EventKind.SEQUENCE_FINISHED, None, "Sequence finished"),
            ],
            id="what is no stage",
        ),
        pytest.param(
            "Profile visited (LINKEDIN), Note, 5",
            [(EventKind.OTHER, "LINKEDIN", "Profile visited (LINKEDIN)"), (EventKind.OTHER, None, "Note"),
             (EventKind.OTHER, None, "5")],
            id="entries new to us",
        ),
        pytest.param("x" * 300, [(EventKind.OTHER, None, "x" * 300)], id="an entry too long for one"),
        pytest.param("", None, id="a blank"),
        pytest.param(None, None, id="null"),
        pytest.param(5, None, id="a number"),
        pytest.param([{"kind": "sent"}], None, id="a list of objects"),
    ],
)  # fmt: skip
def test_activities_are_read(raw, expected):
    log = None if expected is None else [LoggedActivity(*entry) for entry in expected]

    assert parse_activities(raw) == log


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("LINKEDIN", "LINKEDIN", id="as in activities"),
        pytest.param("Linkedin Message", "LINKEDIN", id="as in sequence details"),
        pytest.param("LinkedIn", "LINKEDIN", id="as the firm writes it"),
        pytest.param("Linked In", "LINKEDIN", id="in two words"),
        pytest.param("Mensaje de LinkedIn", "LINKEDIN", id="in Spanish"),
        pytest.param("InMail", "LINKEDIN_INMAIL", id="InMail"),
        pytest.param("LINKEDIN_INMAIL", "LINKEDIN_INMAIL", id="InMail as in activities"),
        pytest.param("Linkedin InMail", "LINKEDIN_INMAIL", id="InMail with its network"),
        pytest.param("Connection Request", "LINKEDIN_CONNECTION", id="a request"),
        pytest.param("LINKEDIN_CONNECTION", "LINKEDIN_CONNECTION", id="a request as in activities"),
        pytest.param("Invitation", "LINKEDIN_CONNECTION", id="an invitation"),
        pytest.param("Email", "EMAIL", id="email"),
        pytest.param("E-mail", "EMAIL", id="email with a hyphen"),
        pytest.param("Correo electrónico", "EMAIL", id="email in Spanish"),
        pytest.param("2. Email", "EMAIL", id="a number in front"),
        pytest.param("Email 2", "EMAIL", id="a number behind"),
        pytest.param("Step 2: Email", "EMAIL", id="a step in front"),
        pytest.param("WhatsApp", "WHATSAPP", id="WhatsApp"),
        pytest.param("WhatsApp Message", "WHATSAPP", id="a message by WhatsApp"),
        pytest.param("Sales Robot", "SALES_ROBOT", id="words new to us"),
        pytest.param("TikTok Message", "TIKTOK", id="a message by something new to us"),
        pytest.param("Message", None, id="a message by nobody knows what"),
        pytest.param("a word too many here", None, id="too many words"),
        pytest.param("12", None, id="a number"),
        pytest.param("", None, id="a blank"),
        pytest.param("x" * 61, None, id="a text too long for a channel"),
    ],
)
def test_channel_is_told(text, expected):
    assert channel_of(text) == expected


F = EngagementField


@pytest.mark.parametrize(
    ("field", "raw", "expected"),
    [
        pytest.param(
            F.STATUS, "Message Replied (2/3) - LINKEDIN",
            {"stage": "message_replied", "step": 2, "steps": 3, "channel": "LINKEDIN"}, id="status",
        ),
        pytest.param(
            F.STATUS, "Meeting Booked", {"stage": "unknown", "step": None, "steps": None, "channel": None},
            id="a status new to us",
        ),
        pytest.param(F.STATUS, 5, None, id="a status that is none"),
        pytest.param(F.SEQUENCE_STATUS, "Ongoing", "ongoing", id="sequence status"),
        pytest.param(F.SEQUENCE_STATUS, "Paused", "unknown", id="a sequence status new to us"),
        pytest.param(
            F.SEQUENCE_DETAILS, "Linkedin Message, Email",
            [{"channel": "LINKEDIN", "text": "Linkedin Message"}, {"channel": "EMAIL", "text": "Email"}],
            id="sequence details",
        ),
        pytest.param(F.OPENS, "5", 5, id="opens"),
        pytest.param(F.CLICKS, "2", 2, id="clicks"),
        pytest.param(F.CLICKS, "some", None, id="clicks that are none"),
        pytest.param(F.OPEN_ANALYSIS, "Yes (5)", {"yes": True, "count": 5}, id="open analysis"),
        pytest.param(F.CLICK_ANALYSIS, "Yes (2)", {"yes": True, "count": 2}, id="click analysis"),
        pytest.param(F.REPLY_ANALYSIS, "No", {"yes": False, "count": None}, id="reply analysis"),
        pytest.param(F.REPLY_ANALYSIS, "1", None, id="a reply analysis that is none"),
        pytest.param(
            F.ACTIVITIES, "Connection Request Sent, Message Sent (LINKEDIN)",
            [{"kind": "connection_request_sent", "channel": None, "text": "Connection Request Sent"},
             {"kind": "message_sent", "channel": "LINKEDIN", "text": "Message Sent (LINKEDIN)"}],
            id="activities",
        ),
        pytest.param(F.SENDERS, "John Smith, Jane Doe", ["John Smith", "Jane Doe"], id="senders"),
        pytest.param(F.CAMPAIGNS, "Q1 Outreach, EMEA, Launch", ["Q1 Outreach, EMEA", "Launch"], id="campaigns"),
        pytest.param(F.CAMPAIGNS, 7, None, id="campaigns that are none"),
        pytest.param(F.LAST_ENGAGED_AT, "2024-12-31T10:00:00Z", "2024-12-31T10:00:00Z", id="last engaged"),
        pytest.param(F.LAST_ENGAGED_AT, "yesterday", None, id="a time that is none"),
        pytest.param(F.CONSTANT, {"any": ["thing"]}, {"any": ["thing"]}, id="a constant"),
    ],
)  # fmt: skip
def test_value_is_read_as_what_a_report_keeps(field, raw, expected):
    assert read_value(field, raw, {"Q1 Outreach, EMEA"}) == expected


@given(field=st.sampled_from(EngagementField), raw=VALUES, known=st.sets(st.text()))
def test_no_value_can_break_a_reader(field, raw, known):
    read_value(field, raw, known)


@given(field=st.sampled_from(EngagementField), raw=SENDABLE)
def test_what_is_read_can_be_kept_as_json(field, raw):
    read = read_value(field, raw)

    assert decode_json(encode_json(read)) == read


@given(raw=VALUES)
def test_raw_text_stays_beside_what_was_read(raw):
    status, answer = parse_status(raw), parse_yes_no(raw)

    assert status is None or status.raw is raw
    assert answer is None or answer.raw is raw
