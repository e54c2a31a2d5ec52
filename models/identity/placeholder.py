"""Values people and programs type where they have none. They match nobody.

One list for all kinds of keys, because the same "n/a" is typed into every field.
"""

import re
import unicodedata

from models.identity.text import trimmed


def is_placeholder(text: str) -> bool:
    """Whether `text` only says that there is no value.

    Five classes do: nothing but punctuation ("-", "."); a word for nothing in the languages Enginy's customers write
    ("n/a", "none", "unbekannt"), however it is punctuated, once or repeated; what is typed to get past a required
    field ("x", "xxx", "test"); digits nobody was given ("0", "0000000", "1234567"); an address that says it is none
    (see `is_placeholder_address`). Words that are also names of people or firms ("abc", "nobody") are not listed, nor
    is the domain example.com: the contract's own samples live there.
    """
    text = trimmed(text)
    if len(text) > _LONGEST_PLACEHOLDER:
        return False
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    text = text.lower()
    beginning = text[:3]
    if beginning.isalnum() and beginning not in _BEGINNINGS:
        return False  # Nearly every real value ends here.
    if is_placeholder_address(text):
        return True
    return _is_empty_word(_PUNCTUATION.sub("", text)) or (
        " " in text and all(_is_empty_word(_PUNCTUATION.sub("", part)) for part in text.split())
    )


def is_placeholder_address(address: str) -> bool:
    """Whether a lower-case e-mail address only says that there is none.

    Either its local part says so at any domain ("noemail@acme.com"), or the whole is a well-known filler
    ("test@test.com", "no@email.com"). Shared mailboxes such as info@ and noreply@ exist, so they are addresses.
    """
    local, _, domain = address.partition("@")
    if local not in _SUSPECT_LOCAL_PARTS:
        return False
    return local in _LOCAL_PARTS_FOR_NOTHING or f"{local}@{domain.partition('.')[0]}" in _FILLER_ADDRESSES


def is_filler(digits: str) -> bool:
    """Whether `digits` are typed for the look of a number: one digit over and over, or counting up or down."""
    return digits in _COUNTING or is_one_digit(digits)


def is_one_digit(digits: str) -> bool:
    """Whether `digits` are the same digit six times or more."""
    return digits.count(digits[:1]) == len(digits) >= 6


_LONGEST_PLACEHOLDER = 64
_PUNCTUATION = re.compile(r"[\W_]+")

_WORDS_FOR_NOTHING = frozenset(
    # What programs write.
    "na nan nil null none undefined empty blank missing false nodata novalue notset noname noemail nophone "
    # What people write, and their lists of choices.
    "unknown notavailable notapplicable notprovided notspecified notgiven notfound unavailable unspecified "
    "tba tbc tbd dontknow noidea "
    # Spanish, German, French, Italian, Portuguese, Dutch.
    "desconocido desconocida ninguno ninguna sindatos nodisponible noaplica "
    "unbekannt keine keiner keines keineangabe keineangaben nichtvorhanden "
    "inconnu inconnue aucun aucune nonrenseigne nonrenseigné "
    "sconosciuto nessuno nondisponibile desconhecido nenhum nenhuma semdados onbekend geen".split()
)
_WORDS_TO_GET_PAST = frozenset(
    "test testing tester dummy example sample placeholder lorem asdf asdfgh qwerty foobar".split()
)
_EMPTY_WORDS = _WORDS_FOR_NOTHING | _WORDS_TO_GET_PAST
# Not from 0: "01 23 45 67 89" may be a Paris telephone.
_COUNTING = frozenset("1234567 12345678 123456789 1234567890 11234567890 7654321 987654321 9876543210".split())

_LOCAL_PARTS_FOR_NOTHING = frozenset(
    "noemail no-email no_email no.email nomail no-mail no_mail no.mail noemailaddress noaddress notprovided "
    "not.provided not-provided not_provided notavailable not.available noemailprovided noemailavailable none null "
    "undefined unknown unknown-email unknownemail sinemail sincorreo sin-email keinemail keine-email pasdemail".split()
)
_FILLER_ADDRESSES = frozenset(  # Up to the domain's first dot: its top level does not matter.
    [f"{word}@{word}" for word in "na no test example sample email mail xxx xx x asdf abc fake invalid dummy".split()]
    + "no@email no@mail no@thanks not@provided test@email your@email email@domain name@domain user@domain".split()
)
_SUSPECT_LOCAL_PARTS = _LOCAL_PARTS_FOR_NOTHING | {address.partition("@")[0] for address in _FILLER_ADDRESSES}
_BEGINNINGS = frozenset(
    [word[:3] for word in (*_EMPTY_WORDS, *_COUNTING, *_SUSPECT_LOCAL_PARTS)]
    + [character * length for character in "x0123456789" for length in (1, 2, 3)]
)


def _is_empty_word(word: str) -> bool:
    """Judges lower case without punctuation; nothing is left of text that was only that."""
    return word in _EMPTY_WORDS or not word.strip("x") or not word.strip("0") or (word.isdigit() and is_filler(word))
