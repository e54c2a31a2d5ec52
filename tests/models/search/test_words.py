"""Words: the same folding for what is stored and what is looked for, and every form in which somebody may type a word."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models.search.words import LONGEST_WORD, fold, indexed, indexed_phone, phone_words_in, sought, words_in


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Émile", "emile", id="accent"),
        pytest.param("E\u0301mile", "emile", id="accent-of-its-own"),
        pytest.param("STRASSE straße", "strassestrasse", id="sharp-s"),
        pytest.param("Søren Łukasz Đorđe Æsir", "sorenlukaszdordeaesir", id="letters-of-their-own"),
        pytest.param("\uff21\uff44\uff41", "ada", id="wide"),
        pytest.param("Йошкар-Ола", "иошкарола", id="cyrillic"),
        pytest.param("が", "が", id="a-mark-that-is-a-consonant"),
        pytest.param("İstanbul \u0131rmak", "istanbulirmak", id="turkish-i"),
        pytest.param("'\"*:&|!()", "", id="punctuation"),
    ],
)
def test_texts_are_folded(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("ada@analytical.org", "ada analytical org", id="e-mail"),
        pytest.param("O'Neil", "neil o oneil", id="apostrophe"),
        pytest.param("O\u02bcNeil", "neil o oneil", id="apostrophe-that-is-a-letter"),
        pytest.param("Jean-Luc", "jean jeanluc luc", id="hyphen"),
        pytest.param("Jean - Luc", "jean luc", id="dash-between-words"),
        pytest.param("snake_case", "case snake", id="underscore"),
        pytest.param("王小明", "小明 明 王小明", id="no-spaces"),
        pytest.param("Toyota株式会社", "toyota 会社 式会社 株式会社 社", id="scripts-side-by-side"),
        pytest.param("x" * 100, "x" * LONGEST_WORD, id="long"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_texts_are_taken_apart(text, words):
    assert " ".join(sorted(indexed(text))) == words


@pytest.mark.parametrize(
    ("phone", "words"),
    [
        pytest.param("+34 600 123 456", "123456 34600123456 456 600123456", id="groups"),
        pytest.param("+34600123456", "34600123456 600123456", id="one-piece"),
        pytest.param("+1 (202) 555-0100", "0100 12025550100 2025550100 5550100", id="brackets"),
        pytest.param("+35312345678", "12345678 35312345678", id="country-code-of-three-digits"),
        pytest.param("600123456", "600123456", id="no-country-code"),
        pytest.param("ask her", "", id="no-digit"),
    ],
)
def test_telephone_numbers_are_known_from_every_place_somebody_begins(phone, words):
    assert " ".join(sorted(indexed_phone(phone))) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Ada LOVE", ["ada", "love"], id="words"),
        pytest.param("ada ada", ["ada"], id="twice"),
        pytest.param("o'neil", ["oneil"], id="apostrophe"),
        pytest.param("jean-luc", ["jean", "luc"], id="hyphen"),
        pytest.param("+34 (600) 123", ["34600123"], id="telephone"),
        pytest.param("12 34", ["12", "34"], id="few-digits"),
        pytest.param("小明", ["小明"], id="no-spaces"),
        pytest.param("一二三四五六七八九十", ["一二三四五六七八", "九十"], id="long-without-spaces"),
        pytest.param(
            '"ada" NEAR(x) a*b :c & | !', ["ada", "near", "x", "a", "b", "c"], id="syntax-of-full-text-search"
        ),
        pytest.param("a b c d e f g h i j k l", list("abcdefghij"), id="too-many"),
        pytest.param(" *'\u00b4\u0301 ", [], id="no-word"),
    ],
)
def test_what_is_looked_for_is_taken_apart(text, words):
    assert sought(text) == words


@given(st.text())
@example("0\x1b0")  # a control character parts words
def test_every_word_of_a_text_is_found_by_what_it_is_folded_to(text):
    found = indexed(text)

    assert found == {word.folded for word in words_in(text)}
    assert indexed_phone(text) == {word.folded for word in phone_words_in(text)}
    assert all(fold(word) == word for word in found)


@given(st.text())
def test_what_is_looked_for_holds_no_character_of_a_syntax(text):
    syntax = set("\"'\\*:&|!()^-+<> ,.\t\n\x00")

    assert not syntax & set("".join(sought(text)))


@given(st.text())
def test_a_text_is_found_by_itself(text):
    found = indexed(text) | indexed_phone(text)

    assert all(any(word.startswith(each) for word in found) for each in sought(text))


@given(st.text(alphabet="aB9'`- _.+\n", max_size=30))
def test_the_quick_way_for_plain_texts_agrees(text):
    assert indexed(text) == {word.folded for word in words_in(text)}
    assert indexed_phone(text) == {word.folded for word in phone_words_in(text)}
