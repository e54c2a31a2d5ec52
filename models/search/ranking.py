"""How well a record answers, by the texts it has: a pure function, so that both databases give the same order.

Found whole a word counts more than begun, in a name more than in an address. Of equals the latest comes first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from models.search.fields import BEST, WORTH, SearchField, SearchType, Texts, folded_words, words_of
from models.search.words import LONGEST_WORD, beginning

WHOLE = BEST + 1  # a word found whole is worth more than one begun in the best field
AROUND = 80  # characters that are shown around the first match of a long text
SHOWN = 240  # characters of a long text that are shown


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that the index found."""

    type: SearchType
    id: str
    texts: Texts
    moment: datetime  # when something last happened with it, or it was last changed


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that answers, and how well: from 0 to 1, where 1 is every word whole and the whole of a name."""

    candidate: Candidate
    score: float


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text, and whether it is what was looked for."""

    text: str
    is_match: bool


@dataclass(frozen=True, slots=True)
class Highlight:
    """A field that holds words that were looked for. A long text is cut to what is around the first of them."""

    field: SearchField
    text: str
    parts: Sequence[Part]


def ranked(candidates: Iterable[Candidate], words: Sequence[str]) -> list[Hit]:
    """Those in which every word begins some word, the best first; of equals the latest, then by id."""
    hits = [Hit(each, score) for each in candidates if (score := _score(each.texts, words)) is not None]
    hits.sort(key=lambda hit: hit.candidate.id)
    hits.sort(key=lambda hit: (hit.score, hit.candidate.moment), reverse=True)
    return hits


def _score(texts: Texts, words: Sequence[str]) -> float | None:
    """None unless every word is there."""
    best = [0] * len(words)
    is_whole = False
    for field, text in texts:
        found = folded_words(field, text)
        worth = WORTH[field]
        for at, word in enumerate(words):
            if word in found:
                best[at] = max(best[at], worth + WHOLE)
            elif best[at] < worth and any(each.startswith(word) for each in found):
                best[at] = worth
        is_whole = is_whole or (worth == BEST and found == set(words))
    if not all(best):
        return None
    most = (WHOLE + BEST) * len(words) + 1
    return round((sum(best) + is_whole) / most, 4)


def highlights(texts: Texts, words: Sequence[str]) -> list[Highlight]:
    """The fields that hold any of the words, in the order of the fields."""
    found = []
    for field, text in texts:
        ranges = _ranges(field, text, words)
        if ranges:
            found.append(_cut(Highlight(field, text, _parts(text, ranges)), ranges))
    return found


def _ranges(field: SearchField, text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where words stand, in order, those that touch as one."""
    ranges: list[tuple[int, int]] = []
    for each in words_of(field, text):
        begun = [word for word in words if each.folded.startswith(word)]
        if begun:
            longest = max(begun, key=len)
            is_all = longest == each.folded and len(longest) < LONGEST_WORD
            ranges.append((each.start, each.end) if is_all else beginning(text, each, longest))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _parts(text: str, ranges: Sequence[tuple[int, int]]) -> list[Part]:
    parts, at = [], 0
    for start, end in ranges:
        parts += [Part(text[at:start], False), Part(text[start:end], True)]
        at = end
    return [part for part in (*parts, Part(text[at:], False)) if part.text]


def _cut(highlight: Highlight, ranges: Sequence[tuple[int, int]]) -> Highlight:
    text = highlight.text
    if len(text) <= SHOWN:
        return highlight
    start = max(0, min(ranges[0][0] - AROUND, len(text) - SHOWN))
    end = max(start + SHOWN, ranges[0][1])
    inside = [(left - start, min(right, end) - start) for left, right in ranges if left < end]
    return Highlight(highlight.field, text[start:end], _parts(text[start:end], inside))
