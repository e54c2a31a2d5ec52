"""What a made-up field's name says, with everything folded in which people spell the same name differently."""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from models.engagement.words import EngagementField
from models.fields.mapping import Entity
from models.fields.wordings import (
    CAMPAIGN_WORDS,
    ENGAGEMENT,
    ENTITY_WORDS,
    FIELDS_OF_OURS,
    GLUED_PREFIXES,
    MEANINGLESS,
    ORDINARY,
    SMALL_WORDS,
)
from models.identity.text import words


@dataclass(frozen=True, slots=True)
class NameEvidence:
    """What a name says: fields of engagement (two where it is ambiguous), a field of ours, or something ordinary."""

    engagement: frozenset[EngagementField]
    field: str | None
    is_ordinary: bool

    @property
    def is_silent(self) -> bool:
        return not self.engagement and self.field is None and not self.is_ordinary


@lru_cache(maxsize=1024)
def evidence_of(entity: Entity, name: str) -> NameEvidence:
    """What `name` says of a field of `entity`. Of its readings the longest wins: a "campaign name" is not a "name"."""
    found = _words_of(name)
    noise = MEANINGLESS | ENTITY_WORDS[entity]
    # Companies report the engagement of their leads, so whose it is means nothing here.
    far_noise = noise.union(CAMPAIGN_WORDS, *ENTITY_WORDS.values())
    engagement = _longest(_ENGAGEMENT, found, far_noise, (*GLUED_PREFIXES, "campaign")) or frozenset()
    field = None if engagement else _longest(_FIELDS[entity], found, noise)
    return NameEvidence(engagement, field, _longest(_ORDINARY, found, noise) is not None)


def folded(name: str) -> str:
    """The words of a name in one: "E-mail opens 2", "emailOpens" and "email_opens" are the same."""
    return "".join(_words_of(name))


Meaning = TypeVar("Meaning")

_LONGEST_NAME = 100  # characters; a longer name is a sentence
_ELISION = re.compile(r"\b(?:d|l|dell|all)['’]", re.IGNORECASE)  # "d'ouverture" is ouverture
# Where a capital begins a word: "campaignOpens", "URLField".
_CAPITAL = re.compile("(?<=[a-z0-9à-ÿ])(?=[A-ZÀ-Þ])|(?<=[A-ZÀ-Þ])(?=[A-ZÀ-Þ][a-zà-ÿ])")


def _words_of(name: str) -> tuple[str, ...]:
    found = words(_ELISION.sub(" ", _CAPITAL.sub(" ", name[:_LONGEST_NAME])))
    bare = [word for word in (word.rstrip("0123456789") for word in found) if word]
    return tuple([word for word in bare if word not in SMALL_WORDS] or bare)


def _longest(
    table: Mapping[str, Meaning], found: tuple[str, ...], noise: Set[str], glued: tuple[str, ...] = GLUED_PREFIXES
) -> Meaning | None:
    for reading in _readings(found, noise):
        for prefix in ("", *glued):
            meaning = table.get(reading.removeprefix(prefix))
            if meaning is not None:
                return meaning
    return None


def _readings(found: tuple[str, ...], noise: Set[str]) -> Iterator[str]:
    """The name, and what is left of it without words that mean nothing at either end; the longest first."""
    start = 0
    while start < len(found) and found[start] in noise:
        start += 1
    end = len(found)
    while end > 0 and found[end - 1] in noise:
        end -= 1
    spans = [(left, right) for left in range(start + 1) for right in range(end, len(found) + 1) if left < right]
    for left, right in sorted(spans, key=lambda span: span[0] - span[1]):
        yield "".join(found[left:right])


_ENGAGEMENT: dict[str, frozenset[EngagementField]] = {}
for _field, _wordings in ENGAGEMENT.items():
    for _wording in map(folded, _wordings):
        _ENGAGEMENT[_wording] = _ENGAGEMENT.get(_wording, frozenset()) | {_field}
_FIELDS = {
    entity: {folded(wording): field for field, wordings in fields.items() for wording in wordings}
    for entity, fields in FIELDS_OF_OURS.items()
}
_ORDINARY = {folded(wording): True for wording in ORDINARY}
