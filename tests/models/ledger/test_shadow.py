"""The shadow: what the other side holds, since when, and what it is to clear. Pure."""

import pytest

from models.ledger.shadow import Shadow, answer, echo


def shadow(values=None, *, base=1, since=None, clears=None):
    return Shadow(dict(values or {}), base, dict(since or {}), dict(clears or {}))


@pytest.mark.parametrize(
    ("value", "edited_at", "held"),
    [
        pytest.param("A", 3, True, id="the same value, edited here later"),
        pytest.param("A", 2, False, id="edited here when it came"),
        pytest.param("A", 1, False, id="edited here before it came"),
        pytest.param("A", None, False, id="never edited here"),
        pytest.param("B", 3, False, id="another value"),
        pytest.param(None, 3, False, id="null"),
    ],
)
def test_value_is_no_news_where_it_was_held_before_the_edit(value, edited_at, held):
    assert shadow({"title": "A"}, since={"title": 2}).holds("title", value, edited_at) is held


def test_values_of_unknown_age_are_as_old_as_the_link():
    assert shadow({"title": "A"}, base=5).holds("title", "A", 6) is True
    assert shadow({"title": "A"}, base=5).holds("title", "A", 5) is False


def test_kinds_are_told_apart():
    assert shadow({"n": 1}).holds("n", True, 9) is False
    assert shadow({"n": 1}).holds("n", 1.0, 9) is False
    assert shadow({"tags": ["a"]}).holds("tags", ["a"], 9) is True


def test_whole_item_replaces_and_a_part_adds():
    whole, part = shadow({"title": "A", "city": "x"}), shadow({"title": "A", "city": "x"})

    assert whole.renew({"title": "B", "bio": None}, 7, whole=True) is True
    assert part.renew({"title": "B", "bio": None}, 7, whole=False) is True

    assert (whole.values, whole.since) == ({"title": "B"}, {"title": 7})
    assert (part.values, part.since) == ({"title": "B", "city": "x"}, {"title": 7})


def test_null_takes_a_value_away_and_the_same_value_keeps_its_age():
    held = shadow({"title": "A", "city": "x"}, since={"title": 2, "city": 2})

    assert held.renew({"title": "A", "city": None}, 7, whole=False) is True
    assert held.renew({"title": "A"}, 8, whole=False) is False

    assert (held.values, held.since) == ({"title": "A"}, {"title": 2})


@pytest.mark.parametrize(
    ("sent", "left"),
    [
        pytest.param({"phone": "1"}, {"phone": "1"}, id="the same value: still asked for"),
        pytest.param({"phone": "2"}, {}, id="another value: settled"),
        pytest.param({"phone": None}, {}, id="gone: settled"),
        pytest.param({"title": "A"}, {"phone": "1"}, id="not mentioned: still asked for"),
    ],
)
def test_clear_is_asked_for_until_the_other_side_moves(sent, left):
    held = shadow({"phone": "1"}, clears={"phone": "1"})

    held.renew(sent, 2, whole=False)

    assert held.clears == left


def test_clear_of_what_the_other_side_never_sends_is_said_once():
    held = shadow({"phone": "1"}, clears={"phone": "1", "leadScore": None})

    held.answered(["phone", "leadScore"])

    assert held.clears == {"phone": "1"}


def test_answer_is_what_they_hold_under_what_is_ours_and_null_only_where_asked_for():
    held = echo({"email": "a", "title": None, "bio": "", "owner": "theirs"})

    assert answer(held, {"owner": "ours", "leadScore": 0}, ["email"]) == {
        "email": None, "bio": "", "owner": "ours", "leadScore": 0,
    }  # fmt: skip
    assert answer({}, {}, []) == {}
