"""Ranking: a pure function of texts, words and moments; and what is marked in the texts."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.search.fields import SearchField, SearchType, Texts
from models.search.ranking import Candidate, highlights, ranked
from models.search.words import sought

F = SearchField
DAY = datetime(2024, 1, 20, tzinfo=UTC)


def candidate(id: str, *texts: tuple[SearchField, str], day: int = 20) -> Candidate:
    return Candidate(SearchType.CONTACT, id, list(texts), DAY.replace(day=day))


def order(text: str, *candidates: Candidate) -> list[str]:
    return [hit.candidate.id for hit in ranked(candidates, sought(text))]


def test_whole_words_come_before_begun_ones_and_names_before_the_rest():
    found = order(
        "ada",
        candidate("title begun", (F.TITLE, "Adaptation")),
        candidate("company begun", (F.COMPANY_NAME, "Adaptive")),
        candidate("e-mail begun", (F.EMAIL, "adam@example.com")),
        candidate("name begun", (F.NAME, "Adam Smith")),
        candidate("title", (F.TITLE, "Ada programmer")),
        candidate("company", (F.COMPANY_NAME, "Ada Ltd")),
        candidate("e-mail", (F.EMAIL, "ada@example.com")),
        candidate("name", (F.NAME, "Ada Lovelace")),
        candidate("whole name", (F.NAME, "Ada")),
    )

    assert found == [
        "whole name", "name", "e-mail", "company", "title",
        "name begun", "e-mail begun", "company begun", "title begun",
    ]  # fmt: skip


def test_of_equals_the_latest_comes_first_and_then_the_smaller_id():
    ada = (F.NAME, "Ada Lovelace")

    found = order("ada", candidate("c", ada, day=1), candidate("b", ada, day=2), candidate("a", ada, day=1))

    assert found == ["b", "a", "c"]


def test_every_word_must_begin_some_word():
    ada = candidate("ada", (F.NAME, "Ada Lovelace"), (F.COMPANY_NAME, "Analytical Engines"))

    assert order("ada engin", ada) == ["ada"]
    assert order("ada ngin", ada) == []


@pytest.mark.parametrize(
    ("field", "text", "query", "marked"),
    [
        pytest.param(F.NAME, "Ada Lovelace", "lov ada", "[Ada] [Lov]elace", id="words"),
        pytest.param(F.NAME, "Zoë E\u0301mile", "zoe em", "[Zoë] [E\u0301m]ile", id="accents"),
        pytest.param(F.NAME, "Pat O'Neil", "oneil", "Pat [O'Neil]", id="apostrophe"),
        pytest.param(F.NAME, "Straße", "strass", "[Straß]e", id="one-letter-that-is-two"),
        pytest.param(F.NAME, "王小明", "小明", "王[小明]", id="no-spaces"),
        pytest.param(F.EMAIL, "ada@analytical.org", "analytical.org", "ada@[analytical].[org]", id="e-mail"),
        pytest.param(F.PHONE, "+34 600 123 456", "600123", "+34 [600 123] 456", id="telephone"),
        pytest.param(F.NAME, "<b>Ada</b>", "ada", "<b>[Ada]</b>", id="markup-is-text"),
    ],
)
def test_what_was_found_is_marked_in_the_text_itself(field, text, query, marked):
    [found] = highlights([(field, text)], sought(query))

    assert "".join(f"[{part.text}]" if part.is_match else part.text for part in found.parts) == marked
    assert found.text == text


def test_a_long_text_is_cut_to_what_is_around_the_first_word():
    [found] = highlights([(F.TEXT, "x" * 300 + " windmill " + "y" * 300)], ["windmill"])

    assert found.text == "x" * 79 + " windmill " + "y" * 151
    assert [part.text for part in found.parts if part.is_match] == ["windmill"]


TEXTS = st.lists(st.tuples(st.sampled_from(list(SearchField)), st.text(min_size=1)), max_size=4)


@given(TEXTS, st.text())
def test_any_texts_are_ranked_and_marked(texts: Texts, text: str):
    words = sought(text)

    hits = ranked([Candidate(SearchType.NOTE, "note_1", texts, DAY)], words) if words else []
    found = highlights(texts, words)

    assert all(0 < hit.score <= 1 for hit in hits)
    assert all("".join(part.text for part in each.parts) == each.text for each in found)
    if hits:
        assert found
