"""Recognizing made-up fields: what a name says, what values say, and what neither may be taken for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.engagement.shapes import FieldShape, shape_of
from models.fields.mapping import FIELDS, Entity
from models.fields.naming import evidence_of
from models.fields.recognition import Suggestion, built_in, recognize
from models.fields.wordings import BUILT_IN, ENGAGEMENT, FIELDS_OF_OURS
from tests.models.engagement.json_values import VALUES

CONTACT, COMPANY = Entity.CONTACT, Entity.COMPANY

STATUSES = ["Message Sent (1/3) - LINKEDIN", "Connection Accepted", "Message Replied (2/3) - EMAIL"]
SEQUENCE = ["Ongoing", "Finished", "Replied"]
DETAILS = ["Linkedin Message, Email, Linkedin Message", "Email, Email"]
LOGS = ["Connection Request Sent, Message Sent (LINKEDIN)", "Connection Request Sent, Connection Accepted"]
ANSWERS = ["Yes (5)", "No", "Yes (1)"]
TIMES = ["2024-12-31T10:00:00Z", "2024-11-30T09:00:00Z"]


def seen(name, values, *, entity=CONTACT, records=20):
    """What is suggested for a field of these values, each written ten times."""
    shapes: dict[str, int] = {}
    for value in values:
        shape = shape_of(value)
        shapes[shape] = shapes.get(shape, 0) + 10
    different = [value for place, value in enumerate(values) if value not in values[:place]]
    return recognize(entity, name, shapes, different[:5], records=records)


def target(suggestion):
    return None if suggestion is None else (suggestion.target, suggestion.confidence)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("campaignEngagementStatus", "engagement:status", id="the guide's table: status"),
        pytest.param("campaignSequenceStatus", "engagement:sequence_status", id="sequence status"),
        pytest.param("campaignSequenceDetails", "engagement:sequence_details", id="sequence details"),
        pytest.param("campaignOpens", "engagement:opens", id="opens"),
        pytest.param("campaignClicks", "engagement:clicks", id="clicks"),
        pytest.param("campaignOpenAnalysis", "engagement:open_analysis", id="open analysis"),
        pytest.param("campaignClickAnalysis", "engagement:click_analysis", id="click analysis"),
        pytest.param("campaignReplyAnalysis", "engagement:reply_analysis", id="reply analysis"),
        pytest.param("activities", "engagement:activities", id="activities"),
        pytest.param("senders", "engagement:senders", id="senders"),
        pytest.param("campaigns", "engagement:campaigns", id="campaigns"),
        pytest.param("genesy_engagement_status", "engagement:status", id="the guide's samples: status"),
        pytest.param("genesy_sequence_status", "engagement:sequence_status", id="a sample of sequence status"),
        pytest.param("genesy_last_activity", "engagement:last_engaged_at", id="a sample of a last activity"),
        pytest.param("genesy_last_engaged_at", "engagement:last_engaged_at", id="a sample of a last engagement"),
        pytest.param("CampaignOpens", None, id="other letters are another name"),
        pytest.param("companySize", None, id="an ordinary name"),
        pytest.param("", None, id="no name"),
    ],
)
def test_names_of_the_guide_are_built_in(name, expected):
    assert built_in(name) == expected


def test_company_reports_the_engagement_of_its_leads():
    assert target(seen("lead_opens", ["5", "2"], entity=COMPANY)) == ("engagement:opens", 0.9)


def test_built_in_name_needs_no_values():
    suggestion = recognize(COMPANY, "campaignOpens", {}, [], records=0)

    assert suggestion == Suggestion("engagement:opens", 1.0, ("It is one of Enginy's own names.",))


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("openAnalysis", id="camel case"),
        pytest.param("OpenAnalysis", id="capitals at each word"),
        pytest.param("open_analysis", id="snake case"),
        pytest.param("open-analysis", id="kebab case"),
        pytest.param("OPEN ANALYSIS", id="capitals and a blank"),
        pytest.param("openanalysis", id="nothing between the words"),
        pytest.param("genesy_open_analysis", id="a prefix of the guide"),
        pytest.param("enginyOpenAnalysis", id="the product's name in front"),
        pytest.param("enginyopenanalysis", id="the product's name glued on"),
        pytest.param("campaign_open_analysis", id="the campaign in front"),
        pytest.param("campaignopenanalysis", id="the campaign glued on"),
        pytest.param("crm.open.analysis", id="dots"),
        pytest.param("cf_open_analysis", id="cf in front"),
        pytest.param("Open_Analysis__c", id="a suffix of custom fields"),
        pytest.param("my_custom_field_open_analysis", id="several words that say nothing"),
        pytest.param("open_analysis_2", id="a number behind"),
        pytest.param("openAnalysis2", id="a number glued on"),
        pytest.param("lead_open_analysis", id="whose it is"),
        pytest.param("análisis de aperturas", id="Spanish"),
        pytest.param("analisis_aperturas", id="Spanish without accents and small words"),
        pytest.param("Analyse d'ouverture", id="French"),
        pytest.param("Öffnungsanalyse", id="German"),
        pytest.param("oeffnungsanalyse", id="German with an umlaut in two letters"),
        pytest.param("analisi di apertura", id="Italian"),
        pytest.param("análise de aberturas", id="Portuguese"),
    ],
)
def test_name_is_understood_however_it_is_spelled(name):
    assert target(seen(name, ANSWERS)) == ("engagement:open_analysis", 0.9)


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        pytest.param("my_status_2", STATUSES, ("engagement:status", 0.95), id="statuses, a name that says nothing"),
        pytest.param("xyz", STATUSES[:1], ("engagement:status", 0.95), id="one status"),
        pytest.param("engagement_status", STATUSES, ("engagement:status", 0.95), id="statuses, a name that says so"),
        pytest.param("xyz", ["Nachricht gesendet (1/3)"], ("engagement:status", 0.95), id="a status in German"),
        pytest.param("job_title", STATUSES, ("engagement:status", 0.75), id="statuses, a name of a field of ours"),
        pytest.param("email_status", STATUSES, ("engagement:status", 0.75), id="statuses, an ordinary name"),
        pytest.param("open_count", STATUSES, ("engagement:status", 0.75), id="statuses, a name of other engagement"),
        pytest.param("xyz", STATUSES + ["Booked"], ("engagement:status", 0.7), id="statuses and a word new to us"),
        pytest.param("xyz", STATUSES[:1] + ["Booked", "Lost"], None, id="more words new to us than statuses"),
        pytest.param("engagement_status", ["Booked", "Lost"], ("engagement:status", 0.5), id="a name, words new to us"),
        pytest.param("xyz", SEQUENCE, ("engagement:sequence_status", 0.9), id="several sequence statuses"),
        pytest.param("xyz", ["Ongoing"], ("engagement:sequence_status", 0.6), id="one sequence status"),
        pytest.param(
            "sequence_status", ["Ongoing"], ("engagement:sequence_status", 0.9), id="one, and a name that says so"
        ),
        pytest.param("campaign_status", SEQUENCE, ("engagement:sequence_status", 0.9), id="a name for two: sequences"),
        pytest.param("campaign_status", STATUSES, ("engagement:status", 0.95), id="a name for two: statuses"),
        pytest.param("project_status", SEQUENCE, ("engagement:sequence_status", 0.75), id="the status of a project"),
        pytest.param(
            "estado de la secuencia", ["En curso", "Terminada"], ("engagement:sequence_status", 0.9), id="Spanish"
        ),
        pytest.param("estado", ["En curso", "Terminada"], None, id="the status of anything, in Spanish"),
        pytest.param("xyz", DETAILS, ("engagement:sequence_details", 0.85), id="sequence details"),
        pytest.param("sequence_steps", DETAILS, ("engagement:sequence_details", 0.9), id="sequence details and a name"),
        pytest.param(
            "sequence_steps", ["Email", "InMail"], ("engagement:sequence_details", 0.85), id="single steps, a name"
        ),
        pytest.param("preferred_channel", ["Email", "Phone call"], None, id="single channels"),
        pytest.param("xyz", LOGS, ("engagement:activities", 0.9), id="a log"),
        pytest.param("activity_log", LOGS, ("engagement:activities", 0.9), id="a log and a name"),
        pytest.param(
            "activity_log", ["Connection Request Sent"], ("engagement:activities", 0.9), id="a log's first entry"
        ),
        pytest.param("activity_log", STATUSES, ("engagement:status", 0.75), id="a log's name over statuses with steps"),
        pytest.param("senders", LOGS, ("engagement:senders", 1.0), id="a built-in name over anything"),
        pytest.param("opened", ANSWERS, ("engagement:open_analysis", 0.9), id="answers and a name"),
        pytest.param("has_replied", [True, False], ("engagement:reply_analysis", 0.9), id="true and false, and a name"),
        pytest.param(
            "clicked", ["Yes", "No"], ("engagement:click_analysis", 0.9), id="answers without counts, and a name"
        ),
        pytest.param("replied", ["Yes"], ("engagement:reply_analysis", 0.9), id="everybody replied"),
        pytest.param("xyz", ANSWERS, None, id="answers, a name that says nothing"),
        pytest.param("opens", ["5", "2"], ("engagement:opens", 0.9), id="counts and a name"),
        pytest.param("number of clicks", [5, 2], ("engagement:clicks", 0.9), id="numbers and a name"),
        pytest.param("xyz", ["5", "2"], None, id="counts, a name that says nothing"),
        pytest.param("opens", ANSWERS, ("engagement:open_analysis", 0.75), id="answers under a name of counts"),
        pytest.param("opened", ["5", "2"], ("engagement:opens", 0.75), id="counts under a name of answers"),
        pytest.param("opens", [5.5, 2], None, id="parts are no counts"),
        pytest.param("replies", ["5", "2"], None, id="counts of replies"),
        pytest.param("opens", ["often", "never"], None, id="words under a name of counts"),
        pytest.param("last_engaged", TIMES, ("engagement:last_engaged_at", 0.9), id="times and a name"),
        pytest.param("letzte Interaktion", TIMES, ("engagement:last_engaged_at", 0.9), id="times and a German name"),
        pytest.param("last_activity_at", [1_735_639_200], ("engagement:last_engaged_at", 0.8), id="seconds and a name"),
        pytest.param("last_activity_at", ["5", "2"], None, id="counts under a name of times"),
        pytest.param("birthday", TIMES, None, id="times, another name"),
        pytest.param("lastActivityDate", TIMES, None, id="our own time, come back"),
        pytest.param(
            "sender", ["John Smith", "Jane Doe"], ("engagement:senders", 0.85), id="names and a name of senders"
        ),
        pytest.param("sender", ["John Smith"], ("engagement:senders", 0.85), id="one sender for everybody"),
        pytest.param("remitentes", [["John Smith"]], ("engagement:senders", 0.85), id="a list and a Spanish name"),
        pytest.param(
            "campaign_name", ["Q1", "Launch"], ("engagement:campaigns", 0.85), id="names and a name of campaigns"
        ),
        pytest.param("campaigns_count", ["3", "1"], None, id="a number of campaigns"),
        pytest.param("campaign", ["3", "1"], None, id="numbers under a name of campaigns"),
        pytest.param("xyz", ["John Smith", "Jane Doe"], None, id="names, a name that says nothing"),
        pytest.param("engagement_status", [], None, id="no values"),
        pytest.param("engagement_status", ["", None], None, id="only blanks"),
    ],
)
def test_field_is_recognized(name, values, expected):
    assert target(seen(name, values)) == expected


@pytest.mark.parametrize(
    ("entity", "name", "values"),
    [
        pytest.param(CONTACT, "companySize", ["11-50", "51-200"], id="company size"),
        pytest.param(CONTACT, "domain", ["acme.com", "b.com"], id="domain"),
        pytest.param(CONTACT, "emailVerificationStatus", ["valid", "risky"], id="verification of e-mail"),
        pytest.param(CONTACT, "emailVerificationStatus", ["valid"], id="all e-mail valid"),
        pytest.param(CONTACT, "email_verification_status", ["valid"], id="verification in snake case"),
        pytest.param(CONTACT, "lastContactedBy", ["John Smith"], id="last contacted by"),
        pytest.param(CONTACT, "last_contacted_by", ["John Smith"], id="last contacted by in snake case"),
        pytest.param(COMPANY, "leadCountries", ["Spain", "France"], id="countries of leads"),
        pytest.param(COMPANY, "leadCountries", ["Spain"], id="one country of leads"),
        pytest.param(CONTACT, "icpFit", ["High", "Low"], id="fit"),
        pytest.param(CONTACT, "icpFit", ["Yes"], id="everybody fits"),
        pytest.param(CONTACT, "icp_fit", ["Yes", "No"], id="some fit"),
        pytest.param(CONTACT, "lead_source", ["Webinar"], id="one source"),
        pytest.param(CONTACT, "task_state", ["In progress"], id="one state of anything"),
        pytest.param(CONTACT, "budget", [5000, 10000], id="a number"),
        pytest.param(CONTACT, "notes", ["Met at the fair", "Call on Monday"], id="notes"),
        pytest.param(CONTACT, "email", ["a@b.com"], id="a nested field of our own name"),
    ],
)
def test_ordinary_field_is_not_taken_for_engagement(entity, name, values):
    assert seen(name, values, entity=entity) is None


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        pytest.param("in_campaign", "Yes", ("engagement:constant", 0.85), id="a mark"),
        pytest.param("touched_by_us", True, ("engagement:constant", 0.85), id="true"),
        pytest.param("came_from", "Outbound team", ("engagement:constant", 0.85), id="a fixed text"),
        pytest.param("xyz", "5", None, id="a count"),
        pytest.param("xyz", 5, None, id="a number"),
        pytest.param("xyz", "Yes (5)", None, id="an answer with a count"),
        pytest.param("xyz", "2024-12-31", None, id="a date"),
        pytest.param("xyz", "Added to Campaign", ("engagement:status", 0.95), id="a status"),
        pytest.param("xyz", "Ongoing", ("engagement:sequence_status", 0.6), id="a sequence status"),
        pytest.param("xyz", "In progress", None, id="a status of anything"),
        pytest.param("replied", "Yes", ("engagement:reply_analysis", 0.9), id="a name that says more"),
        pytest.param("pais", "Spain", ("field:country", 0.7), id="a name of a field of ours"),
        pytest.param("xyz", "x" * 200, None, id="a text of which only the beginning is known"),
        pytest.param("xyz", ["Yes"], None, id="a list"),
    ],
)
def test_constant_is_recognized(name, value, expected):
    assert target(recognize(CONTACT, name, {shape_of(value): 5}, [value], records=5)) == expected


@pytest.mark.parametrize(
    ("shapes", "samples", "records"),
    [
        pytest.param({"yes_no": 4}, ["Yes"], 4, id="four writes"),
        pytest.param({"yes_no": 50}, ["Yes"], 4, id="four records"),
        pytest.param({"yes_no": 50}, ["Yes", "No"], 50, id="two values"),
        pytest.param({"yes_no": 4, "empty": 96}, ["Yes"], 4, id="mostly empty"),
        pytest.param({"yes_no": 50}, [], 50, id="no samples"),
    ],
)
def test_too_little_makes_no_constant(shapes, samples, records):
    assert recognize(CONTACT, "in_campaign", shapes, samples, records=records) is None


@pytest.mark.parametrize(
    ("entity", "name", "values", "expected"),
    [
        pytest.param(CONTACT, "job_title", ["CTO", "CEO"], "field:title", id="a title"),
        pytest.param(CONTACT, "Cargo", ["CTO", "CEO"], "field:title", id="a title in Spanish"),
        pytest.param(
            CONTACT, "contact_job_title__c", ["CTO", "CEO"], "field:title", id="a title with prefix and suffix"
        ),
        pytest.param(CONTACT, "workEmail", ["a@b.com"], "field:email", id="an address"),
        pytest.param(CONTACT, "workEmail", ["yes please"], None, id="what is no address"),
        pytest.param(CONTACT, "E-Mail-Adresse", ["a@b.com"], "field:email", id="an address in German"),
        pytest.param(CONTACT, "prénom", ["Ada", "Max"], "field:first_name", id="a first name in French"),
        pytest.param(CONTACT, "cognome", ["Rossi", "Bianchi"], "field:last_name", id="a last name in Italian"),
        pytest.param(CONTACT, "telemóvel", ["+351 900"], "field:mobile_phone", id="a telephone in Portuguese"),
        pytest.param(CONTACT, "linkedin", ["https://linkedin.com/in/a"], "field:linkedin_url", id="a profile"),
        pytest.param(CONTACT, "linkedin", ["connected"], None, id="what is no profile"),
        pytest.param(CONTACT, "score", [85, 40], "field:lead_score", id="a number"),
        pytest.param(CONTACT, "score", ["hot", "cold"], None, id="words for a number"),
        pytest.param(CONTACT, "labels", [["a"], ["b"]], "field:tags", id="a list"),
        pytest.param(CONTACT, "position", [{"x": 1}], None, id="an object for a text"),
        pytest.param(COMPANY, "company_domain", ["acme.com"], "field:domain", id="a company's domain"),
        pytest.param(COMPANY, "headcount", [50, 10], "field:number_of_employees", id="a company's size"),
        pytest.param(COMPANY, "fatturato", ["1M", "2M"], "field:revenue", id="a company's revenue in Italian"),
        pytest.param(COMPANY, "job_title", ["CTO", "CEO"], None, id="a field of contacts on a company"),
        pytest.param(CONTACT, "campaign_title", ["CTO", "CEO"], None, id="a campaign's title"),
    ],
)
def test_field_of_ours_is_only_suggested(entity, name, values, expected):
    suggestion = seen(name, values, entity=entity)

    assert target(suggestion) == (None if expected is None else (expected, 0.7))


def test_reasons_are_sentences_that_quote_a_short_sample():
    status = seen("engagement_status", ["Message Sent (1/3) - LINKEDIN"])
    log = seen("job_title", ["Connection Request Sent, Message Sent (LINKEDIN), Message Replied (LINKEDIN)"])
    constant = seen("in_campaign", ["Yes"])

    assert status.reasons == (
        "Its values look like an engagement status, such as “Message Sent (1/3) - LINKEDIN”.",
        "Its name says engagement status.",
    )
    assert log.reasons == (
        "Its values look like a log of activities, such as “Connection Request Sent, Message Sent (…”.",
        "Its name says something else.",
    )
    assert constant.reasons == ("All 10 values written so far are “Yes”, on 20 records.",)


def test_wordings_lead_to_fields_that_exist():
    assert {entity: fields.keys() - FIELDS[entity].by_name.keys() for entity, fields in FIELDS_OF_OURS.items()} == {
        CONTACT: set(),
        COMPANY: set(),
    }


@pytest.mark.parametrize("field", ENGAGEMENT)
def test_every_wording_says_its_field(field):
    assert [wording for wording in ENGAGEMENT[field] if field not in evidence_of(CONTACT, wording).engagement] == []


@pytest.mark.parametrize("entity", Entity)
def test_every_wording_of_a_field_of_ours_says_it(entity):
    said = {
        wording: (column, evidence_of(entity, wording).field)
        for column, wordings in FIELDS_OF_OURS[entity].items()
        for wording in wordings
    }

    assert {wording: pair for wording, pair in said.items() if pair[0] != pair[1]} == {}


@given(
    entity=st.sampled_from(Entity),
    name=st.text() | st.sampled_from([*BUILT_IN, "opens", "sender", "job title", "last engaged", "icp_fit"]),
    shapes=st.dictionaries(st.sampled_from(FieldShape), st.integers(0, 100)),
    samples=st.lists(VALUES, max_size=5),
    records=st.integers(0, 100),
)
def test_whatever_was_seen_a_suggestion_is_well_formed(entity, name, shapes, samples, records):
    suggestion = recognize(entity, name, shapes, samples, records=records)

    if suggestion is not None:
        kind, _, field = suggestion.target.partition(":")
        assert kind in {"engagement", "field"}
        assert field in ([*ENGAGEMENT, "constant"] if kind == "engagement" else FIELDS[entity].by_name)
        assert 0 < suggestion.confidence <= 1
        assert suggestion.reasons
