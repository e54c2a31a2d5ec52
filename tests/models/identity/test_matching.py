"""Choosing the record an item means. Pure: keys and owners in, a decision and its reasons out."""

import pytest

from models.errors import AmbiguousMatch, TooWidelyShared
from models.fields.mapping import Entity
from models.identity.keys import KeyKind
from models.identity.matching import NOBODY, decide

EMAIL, LINKEDIN, PHONE, DOMAIN = KeyKind.EMAIL, KeyKind.LINKEDIN, KeyKind.PHONE, KeyKind.DOMAIN
ORDER = (EMAIL, LINKEDIN, PHONE)


def decided(owners, *, order=ORDER, linked=None, limit=20, entity=Entity.CONTACT):
    """The decision for an item that has every key of `owners`."""
    owned = {(kind, f"{kind}-value"): ids for kind, ids in owners.items()}
    return decide(entity, list(owned), owned, order, linked=linked, shared_limit=limit)


@pytest.mark.parametrize(
    ("owners", "strategy", "record_id", "narrowed_by"),
    [
        ({EMAIL: ["a"]}, EMAIL, "a", None),
        ({EMAIL: ["a"], LINKEDIN: ["b"], PHONE: ["c"]}, EMAIL, "a", None),
        ({LINKEDIN: ["b"], PHONE: ["c"]}, LINKEDIN, "b", None),
        ({PHONE: ["c"]}, PHONE, "c", None),
        ({EMAIL: ["a", "b"], LINKEDIN: ["b"]}, EMAIL, "b", LINKEDIN),
        ({EMAIL: ["a", "b", "c"], LINKEDIN: ["a", "b"], PHONE: ["b", "d"]}, EMAIL, "b", PHONE),
        ({EMAIL: ["a", "b"], LINKEDIN: ["c"], PHONE: ["a"]}, EMAIL, "a", PHONE),
    ],
)
def test_first_kind_that_points_anywhere_decides_with_the_help_of_the_others(owners, strategy, record_id, narrowed_by):
    decision = decided(owners)

    assert (decision.strategy, decision.record_id, decision.narrowed_by) == (strategy, record_id, narrowed_by)
    assert (decision.value, decision.problem) == (f"{strategy}-value", None)
    assert decision.candidates == tuple(owners[strategy])


def test_nobody_is_nobody():
    assert decided({}) == NOBODY
    assert decided({EMAIL: ["a"]}, order=(PHONE,)) == NOBODY


@pytest.mark.parametrize(
    ("owners", "message"),
    [
        ({EMAIL: ["a", "b"]}, "Duplicate email found - multiple contacts match"),
        ({EMAIL: ["a", "b"], LINKEDIN: ["c"]}, "Duplicate email found - multiple contacts match"),
        ({EMAIL: ["a", "b"], PHONE: ["a", "b"]}, "Duplicate email found - multiple contacts match"),
        ({LINKEDIN: ["a", "b"]}, "Duplicate LinkedIn URL found - multiple contacts match"),
    ],
)
def test_several_that_nothing_tells_apart_are_never_guessed_at(owners, message):
    decision = decided(owners)

    assert decision.record_id is None
    assert isinstance(decision.problem, AmbiguousMatch)
    assert str(decision.problem) == message


def test_shared_value_decides_nothing_and_is_an_error_only_where_nothing_else_does():
    crowd = [f"c{number}" for number in range(21)]

    assert decided({EMAIL: crowd, PHONE: ["a"]}).record_id == "a"
    assert decided({EMAIL: crowd[:20], PHONE: ["c3"]}).record_id == "c3"
    alone = decided({EMAIL: crowd})
    assert (alone.record_id, str(alone.problem)) == (None, "More than 20 contacts share this email; it decides nothing")
    assert isinstance(alone.problem, TooWidelyShared)
    assert str(decided({DOMAIN: crowd}, order=(DOMAIN,), entity=Entity.COMPANY).problem) == (
        "More than 20 companies share this domain; it decides nothing"
    )


def test_link_decides_whatever_the_identifiers_say():
    decision = decided({EMAIL: ["b", "c"], PHONE: ["d"]}, linked=("lead-1", "a"))

    assert (decision.strategy, decision.record_id, decision.value) == ("link", "a", "lead-1")
    assert (decision.candidates, decision.problem) == (("a",), None)


@pytest.mark.parametrize(
    ("owners", "linked", "elsewhere"),
    [
        ({EMAIL: ["a"], LINKEDIN: ["b"], PHONE: ["c"]}, None, ((LINKEDIN, "b"), (PHONE, "c"))),
        ({EMAIL: ["a"], LINKEDIN: ["a"]}, None, ()),
        ({EMAIL: ["a"], LINKEDIN: ["b", "c"]}, None, ()),
        ({EMAIL: ["a"], LINKEDIN: ["a", "b"]}, None, ()),
        ({EMAIL: ["b"], PHONE: ["a"]}, ("lead-1", "a"), ((EMAIL, "b"),)),
        ({EMAIL: ["a", "b"]}, ("lead-1", "a"), ((EMAIL, "b"),)),
        ({EMAIL: ["a", "b", "c"]}, ("lead-1", "a"), ()),
        ({PHONE: ["a", "b"]}, ("lead-1", "a"), ()),
    ],
)
def test_identifier_that_points_elsewhere_is_evidence_of_a_duplicate(owners, linked, elsewhere):
    decision = decided(owners, linked=linked)

    assert (decision.record_id, decision.elsewhere) == ("a", elsewhere)


def test_candidates_are_told_up_to_twenty():
    owners = {PHONE: [f"c{number:02}" for number in range(30)]}

    assert len(decided(owners, limit=30).candidates) == 20
