"""How raw text is read before it is judged: its edges trimmed, its words folded.

Apart from the normal forms beside it because several of them start here.
"""

import re
import unicodedata

LONGEST_TEXT = 512  # Longer text names nobody; every normal form fits into it too.


def trimmed(text: str) -> str:
    """`text` without the blanks and invisible characters around it."""
    return text.strip(_EDGES)


def unwrapped(text: str) -> str:
    """`text` without what stands around an address in a sentence or a list: quotes, brackets, a comma."""
    text = trimmed(text)
    while True:
        bare = trimmed(text.rstrip(",;"))
        if len(bare) > 1 and _PAIRS.get(bare[0]) == bare[-1]:
            bare = trimmed(bare[1:-1])
        if bare == text:
            return text
        text = bare


def words(text: str) -> list[str]:
    """The words of `text` as names are compared: no accents, no case, no punctuation.

    Apostrophes close up ("O'Brien" is one word), any other punctuation parts. Only the accents of Latin, Greek and
    Cyrillic go: the marks of other scripts are vowels and consonants, and か is not が.
    """
    text = text.translate(_APOSTROPHES)
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    text = unicodedata.normalize("NFC", _ACCENT.sub("", text).translate(_LETTERS_OF_THEIR_OWN))
    if text.isascii():
        return _ASCII_WORD.findall(text)
    parted = "".join(character if _belongs_to_a_word(character) else " " for character in text)
    return [word for word in parted.split() if any(character.isalnum() for character in word)]


_EDGES = (
    "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
    # What comes along when text is copied from a browser or a spreadsheet: zero-width and direction marks.
    + "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_PAIRS = {"<": ">", "(": ")", "[": "]", "{": "}", '"': '"', "'": "'", "\u201c": "\u201d", "\u2018": "\u2019", "«": "»"}
_ASCII_WORD = re.compile(r"[a-z0-9]+")
_ACCENT = re.compile("[\u0300-\u036f]")
_APOSTROPHES = str.maketrans("", "", "'`\u00b4\u2018\u2019\u02bc\uff07")
# Unicode does not decompose these, but people type them without the stroke.
_LETTERS_OF_THEIR_OWN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "\N{LATIN SMALL LETTER DOTLESS I}": "i", "æ": "ae", "œ": "oe"}
)


def _belongs_to_a_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character).startswith("M")
