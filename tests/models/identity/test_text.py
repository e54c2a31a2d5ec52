"""How raw text is trimmed and parted into words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.identity.text import trimmed, words


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param(" \t\r\n ada \u00a0\u3000", "ada", id="blanks of all kinds"),
        pytest.param("\ufeff\u200bada\u200f", "ada", id="invisible characters"),
        pytest.param("\u200b ada \u200b ", "ada", id="blanks and invisible characters in turn"),
        pytest.param("ada  lovelace", "ada  lovelace", id="blanks inside stay"),
    ],
)
def test_only_the_edges_are_trimmed(raw: str, expected: str) -> None:
    assert trimmed(raw) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ada  Lovelace", ["ada", "lovelace"], id="blanks part"),
        pytest.param("Jean-Luc_Picard", ["jean", "luc", "picard"], id="punctuation parts"),
        pytest.param("O'Neil d’Arc", ["oneil", "darc"], id="apostrophes close up"),
        pytest.param("José Ñúñez", ["jose", "nunez"], id="accents"),
        pytest.param("Jose\u0301", ["jose"], id="accents as marks"),
        pytest.param("Ørsted Łódź", ["orsted", "lodz"], id="letters with a stroke"),
        pytest.param("Straße", ["strasse"], id="a sharp s"),
        pytest.param("\uff37ide", ["wide"], id="wide letters"),
        pytest.param("İstanbul ISPARTA", ["istanbul", "isparta"], id="Turkish capitals"),
        pytest.param("Σίσυφος ΣΊΣΥΦΟΣ", ["σισυφοσ", "σισυφοσ"], id="a final sigma"),
        pytest.param("が か", ["が", "か"], id="a mark that makes another syllable"),
        pytest.param("हिन्दी", ["हिन्दी"], id="vowels that are marks"),
        pytest.param("한국", ["한국"], id="syllables stay whole"),
        pytest.param("--- 🚀 \x00 \ud800", [], id="no word"),
    ],
)
def test_words_are_folded(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text(st.characters()))
def test_words_stay_as_they_are_when_parted_again(text: str) -> None:
    parted = words(text)

    assert words(" ".join(parted)) == parted


@given(st.text(st.characters()))
def test_case_makes_no_other_words(text: str) -> None:
    assert words(text.casefold()) == words(text)
