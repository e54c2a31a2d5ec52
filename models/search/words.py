"""Texts as the index sees them: taken apart into words, and each word folded, so that both databases find the same.

Folding drops accents, letter case, width and whatever is neither letter nor digit. What a word covers in the original
text stays known, so that a match can be shown in it.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

LONGEST_WORD = 64  # characters of a word that are indexed and compared
RUN_WINDOW = 8  # characters of a script without spaces that one word covers
MAX_WORDS = 10  # of a text that is looked for; what comes after does not count
PHONE_DIGITS = 5  # a text of so many digits and no letters is a telephone number, however it is grouped


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word, and the part of the text it stands for."""

    folded: str
    start: int
    end: int


@lru_cache(maxsize=4_096)
def fold(text: str) -> str:
    """`text` as it is compared: no accents, no case, no width, nothing but letters and digits.

    Only the accents of Latin, Greek and Cyrillic and the optional vowels of Hebrew and Arabic go: the marks of other
    scripts are vowels and consonants, and か is not が.
    """
    if text.isascii():
        return "".join(_ASCII_WORD.findall(text.lower()))
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    text = unicodedata.normalize("NFC", _ACCENT.sub("", text).translate(_LETTERS_OF_THEIR_OWN))
    return "".join(character for character in text if _belongs_to_a_word(character))


def indexed(text: str | None) -> set[str]:
    """The folded words of a text, all forms of each by which it may be looked for."""
    if not text:
        return set()
    if not text.isascii():
        return {word.folded for word in words_in(text)}
    # The same, quicker: what most texts are made of.
    text = text.lower()
    found = set(_ASCII_WORD.findall(text))
    for joint in _ASCII_JOINTS:
        if joint in text:
            for part in text.split():
                if joint in part:
                    found.update([joined.translate(_WITHOUT_JOINTS) for joined in _ASCII_JOINED.findall(part)])
    return found if len(text) <= LONGEST_WORD else {word[:LONGEST_WORD] for word in found}


def indexed_phone(text: str | None) -> set[str]:
    """The digits of a telephone number, from the start and from each place where somebody may begin to type it."""
    if not text:
        return set()
    if not text.isascii():
        return {word.folded for word in phone_words_in(text)}
    groups = _ASCII_DIGITS.findall(text)
    if len(groups) == 1:
        [digits] = groups
        skipped = _country_code(text, digits)
        found = {digits, digits[skipped:]} if skipped else {digits}
    else:
        found = {"".join(groups[at:]) for at in range(len(groups))}
        if groups and (skipped := _country_code(text, groups[0])):
            found.add("".join(groups)[skipped:])
    return found if len(text) <= LONGEST_WORD else {word[:LONGEST_WORD] for word in found}


def words_in(text: str) -> Iterator[Word]:
    """Every word of a text: "O'Neil" is o, neil and oneil; scripts without spaces give a word for each character."""
    chain: list[tuple[int, int]] = []
    for start, end in _spans(text):
        yield from _words_of(text, start, end)
        if chain and start == chain[-1][1] + 1 and text[start - 1] in _JOINTS:
            chain.append((start, end))
            continue
        yield from _joined(text, chain)
        chain = [(start, end)]
    yield from _joined(text, chain)


def phone_words_in(text: str) -> Iterator[Word]:
    """A telephone number from its start, from each group of digits on, and without its country code."""
    groups = [match.span() for match in _DIGITS.finditer(text)]
    if not groups:
        return
    end = groups[-1][1]
    starts = [start for start, _ in groups]
    first, first_end = groups[0]
    if skipped := _country_code(text, fold(text[first:first_end])):
        starts.append(first + skipped)
    for start in starts:
        yield Word("".join(_DIGITS.findall(fold(text[start:end])))[:LONGEST_WORD], start, end)


def sought(text: str) -> list[str]:
    """The words of a text that is looked for, folded; each is the beginning of a word to be found. May be none."""
    if len(digits := fold(text)) >= PHONE_DIGITS and digits.isdecimal() and not _ADDRESS.search(text):
        return [digits[:LONGEST_WORD]]
    text = text.translate(_WITHOUT_APOSTROPHES)
    found: dict[str, None] = {}
    for start, end in _spans(text):
        for piece_start, piece_end, is_run in _pieces(text, start, end):
            step = RUN_WINDOW if is_run else piece_end - piece_start
            for at in range(piece_start, piece_end, step):
                if folded := fold(text[at : min(at + step, piece_end)])[:LONGEST_WORD]:
                    found[folded] = None
    return list(found)[:MAX_WORDS]


def beginning(text: str, word: Word, prefix: str) -> tuple[int, int]:
    """The part of the text that the beginning `prefix` of a word stands for, with the marks on its last letter."""
    end = word.start + 1
    while end < word.end and not fold(text[word.start : end]).startswith(prefix):
        end += 1
    while end < word.end and unicodedata.category(text[end]).startswith("M"):
        end += 1
    return word.start, end


def _country_code(text: str, digits: str) -> int:
    """How many digits of a number's first group are the country code, where more follow in the same group; or none."""
    if text[0] != "+":
        return 0
    length = 1 if digits[:1] in _ONE_DIGIT else 2 if digits[:2] in _TWO_DIGITS else 3
    return length if len(digits) > length else 0


def _words_of(text: str, start: int, end: int) -> Iterator[Word]:
    for piece_start, piece_end, is_run in _pieces(text, start, end):
        for at in range(piece_start, piece_end) if is_run else (piece_start,):
            stop = min(at + RUN_WINDOW, piece_end) if is_run else piece_end
            if folded := fold(text[at:stop])[:LONGEST_WORD]:
                yield Word(folded, at, stop)


def _joined(text: str, chain: list[tuple[int, int]]) -> Iterator[Word]:
    """What hyphens and apostrophes join, as one word."""
    if len(chain) > 1:
        start, end = chain[0][0], chain[-1][1]
        yield Word(fold(text[start:end])[:LONGEST_WORD], start, end)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the words of a text stand: letters, digits and the marks on them."""
    if not text.isascii():
        text = "".join(character if _belongs_to_a_word(character) else " " for character in text)
    for match in _LETTERS.finditer(text):
        yield match.span()


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The parts of a word that are written with spaces between words, and those that are not."""
    at = start
    if not text.isascii():
        for match in _RUN.finditer(text, start, end):
            if at < match.start():
                yield at, match.start(), False
            yield match.start(), match.end(), True
            at = match.end()
    if at < end:
        yield at, end, False


def _belongs_to_a_word(character: str) -> bool:
    if character == "\u02bc":  # an apostrophe that Unicode takes for a letter
        return False
    return character.isalnum() or unicodedata.category(character).startswith("M")


_ASCII_WORD = re.compile(r"[a-z0-9]+")
_LETTERS = re.compile(r"[^\x00-/:-@\[-`{-\x7f]+")  # what is left when nothing but ASCII can be no word
_DIGITS = re.compile(r"\d+")
_ASCII_DIGITS = re.compile(r"[0-9]+")
_ADDRESS = re.compile(r"[@:]")
# Country calling codes by length (ITU-T E.164); all others have three digits.
_ONE_DIGIT = frozenset("17")
_TWO_DIGITS = frozenset(
    "20 27 28 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 83 84 "
    "86 89 90 91 92 93 94 95 98".split()
)
_ACCENT = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]")
# Han, kana, Thai, Lao, Burmese and Khmer are written without spaces between words.
_RUN = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]+"
)
_APOSTROPHES = "'`\u00b4\u2018\u2019\u02bc\uff07"
_JOINTS = _APOSTROPHES + "-\u2010\u2011"
_ASCII_JOINED = re.compile(r"[a-z0-9]+(?:['`-][a-z0-9]+)+")
_ASCII_JOINTS = "'`-"
_WITHOUT_JOINTS = str.maketrans("", "", _JOINTS)
_WITHOUT_APOSTROPHES = str.maketrans("", "", _APOSTROPHES)
# Unicode does not decompose these, but people type them without the stroke.
_LETTERS_OF_THEIR_OWN = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "æ": "ae",
        "œ": "oe",
    }
)
