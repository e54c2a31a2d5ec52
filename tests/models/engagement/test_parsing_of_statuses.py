"""Reading where a campaign stands: one row per cause of variation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.engagement.parsing import (
    EngagementStatus,
    SequenceStep,
    parse_sequence_details,
    parse_sequence_status,
    parse_status,
)
from models.engagement.words import EngagementStage, SequenceStatus

ADDED = EngagementStage.ADDED
REQUESTED = EngagementStage.CONNECTION_REQUEST_SENT
ACCEPTED = EngagementStage.CONNECTION_ACCEPTED
SENT = EngagementStage.MESSAGE_SENT
REPLIED = EngagementStage.MESSAGE_REPLIED
UNKNOWN = EngagementStage.UNKNOWN


@pytest.mark.parametrize(
    ("raw", "stage", "step", "steps", "channel"),
    [
        pytest.param("Added to Campaign", ADDED, None, None, None, id="the guide's first stage"),
        pytest.param("Connection Request Sent", REQUESTED, None, None, None, id="the guide's second stage"),
        pytest.param("Connection Accepted", ACCEPTED, None, None, None, id="the guide's third stage"),
        pytest.param("Message Sent (1/3) - LINKEDIN", SENT, 1, 3, "LINKEDIN", id="the guide's fourth stage"),
        pytest.param("Message Replied (1/3) - LINKEDIN", REPLIED, 1, 3, "LINKEDIN", id="the guide's fifth stage"),
        pytest.param("Message Replied (2/3) - LINKEDIN", REPLIED, 2, 3, "LINKEDIN", id="the guide's example"),
        pytest.param("Message Sent (1/3) - EMAIL", SENT, 1, 3, "EMAIL", id="another channel"),
        pytest.param("Message Sent (1/3) - LINKEDIN_INMAIL", SENT, 1, 3, "LINKEDIN_INMAIL", id="a channel as in activities"),
        pytest.param("Message Sent (1/3) - LINKEDIN_CONNECTION", SENT, 1, 3, "LINKEDIN_CONNECTION", id="a note to a request"),
        pytest.param("MESSAGE SENT (1/3) - LINKEDIN", SENT, 1, 3, "LINKEDIN", id="capitals"),
        pytest.param("message sent (1/3) - linkedin", SENT, 1, 3, "LINKEDIN", id="small letters"),
        pytest.param("MESSAGE_SENT", SENT, None, None, None, id="underscores"),
        pytest.param("  Message   Sent  ( 1 / 3 )  -  LINKEDIN ", SENT, 1, 3, "LINKEDIN", id="many blanks"),
        pytest.param("Message Sent(1/3)-LINKEDIN", SENT, 1, 3, "LINKEDIN", id="no blanks"),
        pytest.param("Message\u00a0Sent\t(1/3)\n- LINKEDIN", SENT, 1, 3, "LINKEDIN", id="other blanks"),
        pytest.param("\u200bMessage Sent (1/3) - LINKEDIN\ufeff", SENT, 1, 3, "LINKEDIN", id="invisible characters around"),
        pytest.param("Message Sent (1/3) – LINKEDIN", SENT, 1, 3, "LINKEDIN", id="an en dash"),
        pytest.param("Message Sent (1/3) — LINKEDIN", SENT, 1, 3, "LINKEDIN", id="an em dash"),
        pytest.param("Message Sent (1/3) \u2212 LINKEDIN", SENT, 1, 3, "LINKEDIN", id="a minus"),
        pytest.param("Message Sent (1/3) \u2011 LINKEDIN", SENT, 1, 3, "LINKEDIN", id="a hyphen that does not break"),
        pytest.param("Message Sent (1/3): LINKEDIN", SENT, 1, 3, "LINKEDIN", id="a colon"),
        pytest.param("Message Sent (1/3) LINKEDIN", SENT, 1, 3, "LINKEDIN", id="nothing before the channel"),
        pytest.param("Message Sent [1/3] - LINKEDIN", SENT, 1, 3, "LINKEDIN", id="square brackets"),
        pytest.param("Message Sent 1/3 - LINKEDIN", SENT, 1, 3, "LINKEDIN", id="no brackets"),
        pytest.param("Message Sent (1 of 3) - LINKEDIN", SENT, 1, 3, "LINKEDIN", id="of in a word"),
        pytest.param("Message Sent (step 1 of 3) - LINKEDIN", SENT, 1, 3, "LINKEDIN", id="step in a word"),
        pytest.param("Message Sent (1\u20443) - LINKEDIN", SENT, 1, 3, "LINKEDIN", id="the slash of fractions"),
        pytest.param("Message Sent (\u2154) - LINKEDIN", SENT, 2, 3, "LINKEDIN", id="one character for the fraction"),
        pytest.param("Message Sent \uff08\uff11\uff0f\uff13\uff09 - LINKEDIN", SENT, 1, 3, "LINKEDIN", id="wide characters"),
        pytest.param("Message Sent (12/15) - LINKEDIN", SENT, 12, 15, "LINKEDIN", id="two digits"),
        pytest.param("Message Sent (1/3)", SENT, 1, 3, None, id="no channel"),
        pytest.param("Message Sent (1/3) -", SENT, 1, 3, None, id="a dash and no channel"),
        pytest.param("Message Sent - LINKEDIN", SENT, None, None, "LINKEDIN", id="no step"),
        pytest.param("Message Sent (LINKEDIN)", SENT, None, None, "LINKEDIN", id="the channel in brackets"),
        pytest.param("Message Sent LINKEDIN", SENT, None, None, "LINKEDIN", id="the channel right behind"),
        pytest.param("Message sent via LinkedIn", SENT, None, None, "LINKEDIN", id="via"),
        pytest.param("Message Sent", SENT, None, None, None, id="the stage alone"),
        pytest.param("Message Sent - LINKEDIN (1/3)", SENT, 1, 3, "LINKEDIN", id="the step last"),
        pytest.param("LINKEDIN - Message Sent (1/3)", SENT, 1, 3, "LINKEDIN", id="the channel first"),
        pytest.param("Step 1/3: Message Sent - LINKEDIN", SENT, 1, 3, "LINKEDIN", id="the step first"),
        pytest.param("LinkedIn Message Sent (1/3)", SENT, 1, 3, "LINKEDIN", id="the channel in the phrase"),
        pytest.param("Email Sent (1/3)", SENT, 1, 3, "EMAIL", id="the channel instead of a message"),
        pytest.param("LinkedIn Connection Request Sent", REQUESTED, None, None, "LINKEDIN", id="a channel before a request"),
        pytest.param("Connection Request Sent - LINKEDIN", REQUESTED, None, None, "LINKEDIN", id="a channel behind a request"),
        pytest.param("Message Sent (1/3) - E-mail", SENT, 1, 3, "EMAIL", id="a hyphen in the channel"),
        pytest.param("Message Sent (1/3) - Linkedin Message", SENT, 1, 3, "LINKEDIN", id="the channel as in sequence details"),
        pytest.param("Message Sent (1/3) - TIKTOK", SENT, 1, 3, "TIKTOK", id="a channel new to us"),
        pytest.param("Message Sent (1/3) - LINKEDIN - Q1 Outreach", SENT, 1, 3, "LINKEDIN", id="something behind the channel"),
        pytest.param("Message Sent (1/3) - for the people of our third event", SENT, 1, 3, None, id="a sentence for a channel"),
        pytest.param("Message Sent (4/3) - LINKEDIN", SENT, None, None, "LINKEDIN", id="a step beyond the last"),
        pytest.param("Message Sent (0/3) - LINKEDIN", SENT, None, None, "LINKEDIN", id="step zero"),
        pytest.param("Message Sent (0/0) - LINKEDIN", SENT, None, None, "LINKEDIN", id="no steps"),
        pytest.param("Message Sent (1/100) - LINKEDIN", SENT, None, None, "LINKEDIN", id="a hundred steps"),
        pytest.param(f"Message Sent ({'9' * 99}/3)", SENT, None, None, None, id="an absurd number"),
        pytest.param("Message Sent (2)", SENT, None, None, None, id="a number that may be a count"),
        pytest.param("Message Sent (1/x)", SENT, None, None, "X", id="a letter for the steps"),
        pytest.param("Invitation Sent", REQUESTED, None, None, None, id="another word for a request"),
        pytest.param("Añadido a la campaña", ADDED, None, None, None, id="Spanish: added"),
        pytest.param("Solicitud de conexión enviada", REQUESTED, None, None, None, id="Spanish: requested"),
        pytest.param("Conexión aceptada", ACCEPTED, None, None, None, id="Spanish: accepted"),
        pytest.param("Mensaje enviado (1/3) - LINKEDIN", SENT, 1, 3, "LINKEDIN", id="Spanish: sent"),
        pytest.param("Mensaje respondido (1 de 3) - LINKEDIN", REPLIED, 1, 3, "LINKEDIN", id="Spanish: replied"),
        pytest.param("Ajouté à la campagne", ADDED, None, None, None, id="French: added"),
        pytest.param("Demande de connexion envoyée", REQUESTED, None, None, None, id="French: requested"),
        pytest.param("Connexion acceptée", ACCEPTED, None, None, None, id="French: accepted"),
        pytest.param("Message envoyé (1/3) - LINKEDIN", SENT, 1, 3, "LINKEDIN", id="French: sent"),
        pytest.param("Message répondu (1 sur 3) - LINKEDIN", REPLIED, 1, 3, "LINKEDIN", id="French: replied"),
        pytest.param("Zur Kampagne hinzugefügt", ADDED, None, None, None, id="German: added"),
        pytest.param("Zur Kampagne hinzugefuegt", ADDED, None, None, None, id="German: an umlaut in two letters"),
        pytest.param("Verbindungsanfrage gesendet", REQUESTED, None, None, None, id="German: requested"),
        pytest.param("Verbindung angenommen", ACCEPTED, None, None, None, id="German: accepted"),
        pytest.param("Nachricht gesendet (1/3) - LINKEDIN", SENT, 1, 3, "LINKEDIN", id="German: sent"),
        pytest.param("Nachricht beantwortet (1 von 3) - LINKEDIN", REPLIED, 1, 3, "LINKEDIN", id="German: replied"),
        pytest.param("Aggiunto alla campagna", ADDED, None, None, None, id="Italian: added"),
        pytest.param("Richiesta di connessione inviata", REQUESTED, None, None, None, id="Italian: requested"),
        pytest.param("Connessione accettata", ACCEPTED, None, None, None, id="Italian: accepted"),
        pytest.param("Messaggio inviato (1/3) - LINKEDIN", SENT, 1, 3, "LINKEDIN", id="Italian: sent"),
        pytest.param("Risposta ricevuta (1 di 3) - LINKEDIN", REPLIED, 1, 3, "LINKEDIN", id="Italian: replied"),
        pytest.param("Adicionado à campanha", ADDED, None, None, None, id="Portuguese: added"),
        pytest.param("Pedido de conexão enviado", REQUESTED, None, None, None, id="Portuguese: requested"),
        pytest.param("Conexão aceita", ACCEPTED, None, None, None, id="Portuguese: accepted"),
        pytest.param("Mensagem enviada (1/3) - LINKEDIN", SENT, 1, 3, "LINKEDIN", id="Portuguese: sent"),
        pytest.param("Mensagem respondida (1/3) - LINKEDIN", REPLIED, 1, 3, "LINKEDIN", id="Portuguese: replied"),
        pytest.param("An\u0303adido a la campan\u0303a", ADDED, None, None, None, id="accents as characters of their own"),
        pytest.param("anadido a la campana", ADDED, None, None, None, id="accents left out"),
        pytest.param("Meeting Booked", UNKNOWN, None, None, None, id="a stage new to us"),
        pytest.param("Meeting Booked (2/3) - LINKEDIN", UNKNOWN, 2, 3, "LINKEDIN", id="a stage new to us with step and channel"),
        pytest.param("Meeting Booked (2/3) - TIKTOK", UNKNOWN, 2, 3, "TIKTOK", id="a stage and a channel new to us"),
        pytest.param("Meeting Booked - next Friday", UNKNOWN, None, None, None, id="a note behind a stage new to us"),
        pytest.param("Not Added to Campaign", UNKNOWN, None, None, None, id="a word that turns the phrase around"),
        pytest.param("No Message Sent (1/3)", UNKNOWN, 1, 3, None, id="a word that turns the phrase with a step around"),
        pytest.param("Message Sent yesterday", UNKNOWN, None, None, None, id="a word behind that is no channel"),
        pytest.param("Message Sent 12/31/2024", UNKNOWN, None, None, None, id="a date, not a step"),
        pytest.param("Message Sent, Message Replied", UNKNOWN, None, None, None, id="two stages at once"),
        pytest.param("Replied, when asked, that they moved on", UNKNOWN, None, None, None, id="a sentence with commas"),
        pytest.param("Message Sent (1/3) - LINKEDIN, EMAIL", SENT, 1, 3, "LINKEDIN", id="two channels"),
        pytest.param("-", UNKNOWN, None, None, None, id="a dash alone"),
        pytest.param("Message Sent " + "x" * 200, UNKNOWN, None, None, None, id="a text too long for a status"),
    ],
)  # fmt: skip
def test_status_is_read(raw, stage, step, steps, channel):
    assert parse_status(raw) == EngagementStatus(stage, step, steps, channel, raw)


@pytest.mark.parametrize("raw", [None, "", "  ", "\u200b", 5, True, ["Message Sent"], {"status": "Message Sent"}])
def test_what_is_no_text_is_no_status(raw):
    assert parse_status(raw) is None
    assert parse_sequence_status(raw) is None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("Not Started", SequenceStatus.NOT_STARTED, id="the guide's first"),
        pytest.param("Ongoing", SequenceStatus.ONGOING, id="the guide's second"),
        pytest.param("Finished", SequenceStatus.FINISHED, id="the guide's third"),
        pytest.param("Replied", SequenceStatus.REPLIED, id="the guide's fourth"),
        pytest.param("ONGOING", SequenceStatus.ONGOING, id="capitals"),
        pytest.param(" not_started ", SequenceStatus.NOT_STARTED, id="underscores and blanks"),
        pytest.param("NotStarted", SequenceStatus.NOT_STARTED, id="in one word"),
        pytest.param("On-going", SequenceStatus.ONGOING, id="a hyphen"),
        pytest.param("In progress", SequenceStatus.ONGOING, id="another word for it"),
        pytest.param("En curso", SequenceStatus.ONGOING, id="Spanish"),
        pytest.param("Terminée", SequenceStatus.FINISHED, id="French"),
        pytest.param("Nicht gestartet", SequenceStatus.NOT_STARTED, id="German"),
        pytest.param("In corso", SequenceStatus.ONGOING, id="Italian"),
        pytest.param("Não iniciada", SequenceStatus.NOT_STARTED, id="Portuguese"),
        pytest.param("Paused", SequenceStatus.UNKNOWN, id="a word new to us"),
        pytest.param("not ongoing", SequenceStatus.UNKNOWN, id="a word that turns it around"),
        pytest.param("Ongoing" * 100, SequenceStatus.UNKNOWN, id="a text too long for a status"),
    ],
)
def test_sequence_status_is_read(raw, expected):
    assert parse_sequence_status(raw) is expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param(
            "Linkedin Message, Email, Linkedin Message",
            [("LINKEDIN", "Linkedin Message"), ("EMAIL", "Email"), ("LINKEDIN", "Linkedin Message")],
            id="the guide's example",
        ),
        pytest.param("Email", [("EMAIL", "Email")], id="one step"),
        pytest.param("Email,InMail", [("EMAIL", "Email"), ("LINKEDIN_INMAIL", "InMail")], id="no blanks"),
        pytest.param("Email; InMail", [("EMAIL", "Email"), ("LINKEDIN_INMAIL", "InMail")], id="semicolons"),
        pytest.param("1. Email\n2. InMail", [("EMAIL", "1. Email"), ("LINKEDIN_INMAIL", "2. InMail")], id="numbered lines"),
        pytest.param("Email,, InMail,", [("EMAIL", "Email"), ("LINKEDIN_INMAIL", "InMail")], id="empty parts"),
        pytest.param(["Email", "InMail"], [("EMAIL", "Email"), ("LINKEDIN_INMAIL", "InMail")], id="a list"),
        pytest.param("Email, Send a gift by post", [("EMAIL", "Email"), (None, "Send a gift by post")], id="no channel"),
        pytest.param([], [], id="an empty list"),
        pytest.param("", None, id="a blank"),
        pytest.param(None, None, id="null"),
        pytest.param(3, None, id="a number"),
        pytest.param(["Email", 3], None, id="a list with a number"),
        pytest.param(["Email, " * 9_000], None, id="a text too long to read"),
    ],
)  # fmt: skip
def test_sequence_details_are_read(raw, expected):
    steps = None if expected is None else [SequenceStep(channel, text) for channel, text in expected]

    assert parse_sequence_details(raw) == steps


@given(
    stage=st.sampled_from(["Message Sent", "Message Replied"]),
    steps=st.integers(1, 99).flatmap(lambda last: st.tuples(st.integers(1, last), st.just(last))),
    channel=st.sampled_from(["LINKEDIN", "EMAIL", "LINKEDIN_INMAIL", "WHATSAPP", "TIKTOK"]),
    change=st.sampled_from([str.upper, str.lower, str.title, lambda text: text.replace(" ", "  ")]),
)
def test_status_as_the_guide_writes_it_is_read_whatever_its_case_and_blanks(stage, steps, channel, change):
    status = parse_status(change(f"{stage} ({steps[0]}/{steps[1]}) - {channel}"))

    assert (status.stage.value, status.step, status.steps, status.channel) == (
        stage.lower().replace(" ", "_"), *steps, channel
    )  # fmt: skip
