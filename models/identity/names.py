"""Names of companies and of people, reduced to the words in which spellings agree.

Apart from the other normal forms because a name alone identifies nobody; it counts beside another key.
"""

import re
import unicodedata

from models.identity.placeholder import is_placeholder
from models.identity.text import LONGEST_TEXT, words


def normalize_company_name(raw: str) -> str | None:
    """The words of a company's name that tell it from others, or None: "The Acmé Co., Ltd." is "acme".

    Accents, case and punctuation do not count, "&" is "and", initials close up ("I.B.M." is "ibm"), and legal forms
    at the end and "the" at the beginning go, unless nothing would be left. None for placeholders and for text without
    a word or over 512 characters.
    """
    if len(raw) > LONGEST_TEXT or is_placeholder(raw):
        return None
    text = unicodedata.normalize("NFKC", raw.translate(_MARKS))
    if len(text) > LONGEST_TEXT:
        return None
    text = text.replace("&amp;", "&").replace("&", " and ")
    return _name(_without_legal_forms(words(_INITIALS.sub(_closed_up, text))))


def normalize_person_name(first: str | None, last: str | None, full: str | None) -> str | None:
    """A person's name without accents, case, punctuation and spare spaces, or None: "José", "O'Neil" is "jose oneil".

    First and last name where both are known; else the full name; else the one part there is. Placeholders count as
    unknown, but Ms. Null and Mr. Test are taken at their word as long as the other part is a name too.
    """
    parts = [part for part in (first, last) if part is not None and _is_part_of_a_name(part)]
    if len(parts) < 2 and full is not None and _is_part_of_a_name(full):
        parts = [full]
    text = unicodedata.normalize("NFKC", " ".join(part[: LONGEST_TEXT + 1] for part in parts))
    return _name(words(text)) if len(text) <= LONGEST_TEXT else None


# "S.p.A.", "S. L.", "A/S"; letters without a mark between them are left: in "Plan B SA" the B is a word.
_INITIALS = re.compile(r"(?<!\w)[^\W\d_](?:[./] ?[^\W\d_])+(?!\w)")
_MARKS = str.maketrans("™℠®©", "    ")  # before they are spelled out: a trade mark is no "tm" of the name
# What the registers of the countries Enginy sells in put after a name, as `_INITIALS` leaves it.
_LEGAL_FORMS = frozenset(
    tuple(form.split())
    for form in (
        *"inc incorporated corp corporation co company ltd limited llc llp lllp lp plc pllc cic dac".split(),
        *"pty pte pvt".split(),
        *"gmbh ggmbh mbh ag kg kgaa ohg gbr ug se eg ev haftungsbeschrankt".split(),
        *"sa sau sl slu slne sll scl sas sasu sarl eurl sci scop snc sca scs sprl bvba srl srls spa sapa".split(),
        *"bv nv vof cv ab abp publ oy oyj as asa aps hf ehf".split(),
        *"sro zrt kft nyrt bt doo ead eood ood spzoo sia uab ou".split(),
        *"ltda eireli kk gk jsc ojsc pjsc cjsc ooo zao oao pao bhd tbk".split(),
        *("s a", "s a u", "s a s", "s l", "s l u", "s l l", "s r l", "s p a"),
        *("sp zoo", "sp z oo", "sp j", "sp k", "sa de cv", "s de rl de cv", "s de rl", "sapi de cv", "sdn bhd"),
        *("private limited", "proprietary limited", "kabushiki kaisha", "godo kaisha"),
    )
)
_LONGEST_LEGAL_FORM = max(len(form) for form in _LEGAL_FORMS)
_ALSO_NAMES = frozenset("na nan nil null none test tester sample blank dummy x".split())


def _name(words_of_it: list[str]) -> str | None:
    name = " ".join(words_of_it)
    return None if not name or len(name) > LONGEST_TEXT or is_placeholder(name) else name


def _closed_up(initials: re.Match[str]) -> str:
    return initials[0].replace(".", "").replace("/", "").replace(" ", "")


def _without_legal_forms(parts: list[str]) -> list[str]:
    while len(parts) > 1 and parts[0] == "the":
        parts = parts[1:]
    while (length := _length_of_legal_form(parts)) > 0:
        parts = parts[:-length]
        if len(parts) > 1 and parts[-1] == "and":  # "GmbH & Co. KG", "Smith & Co."
            parts = parts[:-1]
    return parts


def _length_of_legal_form(parts: list[str]) -> int:
    """Of the longest legal form at the end of `parts`, in words, that leaves a name before it; else 0."""
    for length in range(min(_LONGEST_LEGAL_FORM, len(parts) - 1), 0, -1):
        if tuple(parts[-length:]) in _LEGAL_FORMS:
            return length
    return 0


def _is_part_of_a_name(text: str) -> bool:
    return not is_placeholder(text) or text.strip().lower() in _ALSO_NAMES
