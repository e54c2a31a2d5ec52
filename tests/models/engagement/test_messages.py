"""Reading messages: every pattern of Enginy's, and anything else without an error."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.engagement.messages import Message, read_message
from models.engagement.words import EventKind

SENT, REPLIED = EventKind.MESSAGE_SENT, EventKind.MESSAGE_REPLIED


@pytest.mark.parametrize(
    ("type", "direction", "kind", "channel"),
    [
        ("EMAIL", "OUTBOUND", SENT, "EMAIL"),
        ("EMAIL", "INBOUND", REPLIED, "EMAIL"),
        ("LINKEDIN", "OUTBOUND", SENT, "LINKEDIN"),
        ("LINKEDIN_INMAIL", "INBOUND", REPLIED, "LINKEDIN_INMAIL"),
        ("LINKEDIN_CONNECTION", "OUTBOUND", EventKind.CONNECTION_REQUEST_SENT, "LINKEDIN"),
        ("LINKEDIN_CONNECTION", "INBOUND", EventKind.CONNECTION_ACCEPTED, "LINKEDIN"),
        ("LINKEDIN_CONNECTION", None, None, "LINKEDIN"),
        ("EMAIL", None, None, "EMAIL"),
        ("EMAIL", "SIDEWAYS", None, "EMAIL"),
        ("email", " outbound ", SENT, "EMAIL"),
        ("LinkedIn InMail", "INBOUND", REPLIED, "LINKEDIN_INMAIL"),
        ("whats-app", "INBOUND", REPLIED, "WHATS_APP"),
        ("!", "INBOUND", REPLIED, None),
    ],
)
def test_type_and_direction_tell_what_happened_on_which_channel(type, direction, kind, channel):
    assert read_message(type, direction, None, None) == Message(kind, channel)


@pytest.mark.parametrize(
    ("direction", "subject", "read"),
    [
        pytest.param(
            "OUTBOUND", "[1/3] [FROM Acme Corp] John Smith",
            {"step": 1, "steps": 3, "sender": "John Smith", "company": "Acme Corp"}, id="sent",
        ),
        pytest.param("INBOUND", "[Globex] Jane Doe", {"company": "Globex", "person": "Jane Doe"}, id="came"),
        pytest.param(
            "INBOUND", "[2/3] [Globex [EU]] Jane Doe",
            {"step": 2, "steps": 3, "company": "Globex [EU]", "person": "Jane Doe"}, id="came-with-step-and-brackets",
        ),
        pytest.param(
            "OUTBOUND", " [ 2 / 4 ][from Acme [EU]]  Ann   Sender ",
            {"step": 2, "steps": 4, "sender": "Ann Sender", "company": "Acme [EU]"}, id="other-spaces-and-case",
        ),
        pytest.param("OUTBOUND", "[FROM Acme] Ann", {"sender": "Ann", "company": "Acme"}, id="without-step"),
        pytest.param("OUTBOUND", "[FROM] Ann", {"sender": "Ann"}, id="without-company"),
        pytest.param("OUTBOUND", "[FROM Acme]", {"company": "Acme"}, id="without-sender"),
        pytest.param("OUTBOUND", "[1/3] Quick question", {"step": 1, "steps": 3}, id="nobody-from-a-plain-subject"),
        pytest.param("OUTBOUND", "[Globex] Jane Doe", {}, id="came-but-sent"),
        pytest.param(None, "[1/2] [FROM Acme] Ann", {"step": 1, "steps": 2, "sender": "Ann", "company": "Acme"}, id="?"),
        pytest.param("INBOUND", "Re: hello", {}, id="plain"),
        pytest.param("OUTBOUND", "[0/3] x", {"steps": 3}, id="no-step-zero"),
        pytest.param("OUTBOUND", "[4/3] x", {"step": 4}, id="further-than-there-are"),
        pytest.param("OUTBOUND", "[FROMAGE] Ann", {}, id="another-word"),
        pytest.param("OUTBOUND", "[FROM Acme] " + "x" * 256, {"company": "Acme"}, id="too-long-for-a-name"),
        pytest.param("OUTBOUND", "[FROM " + "[x" * 40_000, {}, id="hostile"),
    ],
)  # fmt: skip
def test_subject_tells_step_and_people(direction, subject, read):
    kind = {"OUTBOUND": SENT, "INBOUND": REPLIED, None: None}[direction]

    assert read_message("EMAIL", direction, subject, None) == Message(kind, "EMAIL", **read)


@pytest.mark.parametrize(
    ("details", "place"),
    [
        pytest.param({"sequenceIndex": 1, "sequenceMessageCount": 3}, (1, 3), id="numbers"),
        pytest.param({"sequenceIndex": " 2 ", "sequenceMessageCount": "3"}, (2, 3), id="digits"),
        pytest.param({"sequenceIndex": 2.0, "sequenceMessageCount": Decimal(3)}, (2, 3), id="whole-decimals"),
        pytest.param({"sequenceIndex": 3}, (3, 9), id="count-from-the-subject"),
        pytest.param({"sequenceMessageCount": 3}, (2, 3), id="step-from-the-subject"),
        # Enginy counts from 1, as "[1/3]" beside `sequenceIndex: 1` shows, so 0 says nothing.
        pytest.param({"sequenceIndex": 0, "sequenceMessageCount": 0}, (2, 9), id="zero"),
        pytest.param({"sequenceIndex": 4, "sequenceMessageCount": 3}, (4, None), id="further-than-there-are"),
        pytest.param({"sequenceIndex": True, "sequenceMessageCount": "three"}, (2, 9), id="no-numbers"),
        pytest.param({"sequenceIndex": 1.5, "sequenceMessageCount": 10**400}, (2, 9), id="no-whole-numbers"),
        pytest.param({"sequenceIndex": float("nan"), "sequenceMessageCount": Decimal("sNaN")}, (2, 9), id="nan"),
        pytest.param({"sequenceIndex": "٣", "sequenceMessageCount": [3]}, (2, 9), id="other-digits"),
    ],
)
def test_details_tell_the_step_before_the_subject_does(details, place):
    read = read_message("EMAIL", "OUTBOUND", "[2/9] x", details)

    assert (read.step, read.steps) == place


@pytest.mark.parametrize(
    ("direction", "details", "sender"),
    [
        pytest.param("OUTBOUND", {"sender": "Ann Other"}, "Ann Other", id="told"),
        pytest.param("OUTBOUND", {"sender": " ", "identityName": "Ann"}, "Ann", id="told-otherwise"),
        pytest.param("OUTBOUND", {"sender": {"name": "Ann"}}, "John Smith", id="no-text"),
        pytest.param("OUTBOUND", {"sender": "x" * 256}, "John Smith", id="no-name"),
        pytest.param("INBOUND", {"sender": "Ann Sender"}, "Ann Sender", id="came"),
        pytest.param("INBOUND", {"sender": "John Smith"}, None, id="whoever-wrote-to-us-is-no-sender-of-ours"),
    ],
)
def test_details_tell_the_sender_before_the_subject_does(direction, details, sender):
    subject = "[FROM Acme] John Smith" if direction == "OUTBOUND" else "[Acme] John Smith"

    assert read_message("EMAIL", direction, subject, details).sender == sender


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.decimals() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
NAMES = st.sampled_from(["sequenceIndex", "sequenceMessageCount", "sender", "senderName", "other"])
SUBJECTS = st.text() | st.text(alphabet="[]/ FROMfrom12Acé\n")


@given(st.text(), st.none() | st.text(), st.none() | SUBJECTS, st.none() | st.dictionaries(NAMES, JSON))
def test_anything_can_be_read(type, direction, subject, details):
    read = read_message(type, direction, subject, details)

    assert read == read_message(type, direction, subject, details)
    assert all(number is None or 1 <= number <= 2**31 - 1 for number in (read.step, read.steps))
    assert all(name is None or 1 <= len(name) <= 255 for name in (read.sender, read.company, read.person))
