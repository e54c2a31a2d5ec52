"""Lists of names that came as one text joined by commas, although a name may hold commas itself.

Apart from `joined` because here a comma may belong to a name, and what is known of other values decides.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass

from models.engagement.joined import LONGEST_LIST
from models.exact_json import JsonValue
from models.identity.text import trimmed, words


def split_names(raw: JsonValue, known: Container[str] = ()) -> list[str] | None:
    """The names in a text joined by commas or in a list, each once, in order; None for a blank or anything else.

    The elements of a list are whole names. In a text a comma belongs to a name where quotes say so, where the name is
    `known` to be whole, and before a title behind a person's name: "Jane Doe, PhD". Of several ways to split, the one
    that leaves the fewest unknown names is taken, then the one with the fewest names, then the longest name first.
    """
    if isinstance(raw, list):
        whole = _elements(raw)
        return None if whole is None else list(dict.fromkeys(whole))
    if not isinstance(raw, str) or len(raw) > LONGEST_LIST or not trimmed(raw):
        return None
    return list(dict.fromkeys(_best_split(raw, _parts(raw), known)))


def sure_names(raw: JsonValue) -> list[str]:
    """The names in a value that are certainly whole, so that a dictionary can be learned from them.

    A text without a comma, a lone person with a title, what stands in quotes, and the elements of a list.
    """
    if isinstance(raw, list):
        return list(dict.fromkeys(_elements(raw) or ()))
    if not isinstance(raw, str) or len(raw) > LONGEST_LIST:
        return []
    parts = [part for part in _parts(raw) if part.name]
    if len(parts) > 1 and _is_person(parts[0]) and all(_is_title(part) for part in parts[1:]):
        return [trimmed(raw[parts[0].start : parts[-1].end])]
    return list(dict.fromkeys(part.name for part in parts if part.is_quoted or len(parts) == 1))


def learned_names(values: Iterable[str]) -> set[str]:
    """The names with commas that the distinct raw `values` of a field give away.

    A run of parts is one name if it is the whole of one value, stands inside a longer one too, and none of its parts is
    ever seen without the others around it. From "Q1 Outreach, EMEA" and "Product Launch, Q1 Outreach, EMEA" follows that
    "Q1 Outreach, EMEA" is one campaign.

    Not for senders: two who work as a pair are always named together, and they would be learned as one person.
    """
    split = {value: [part.name for part in _parts(value)] for value in values if len(value) <= LONGEST_LIST}
    seen = Counter(part for parts in split.values() for part in parts)
    places: defaultdict[str, list[tuple[list[str], int]]] = defaultdict(list)
    for parts in split.values():
        for at, part in enumerate(parts):
            places[part].append((parts, at))
    learned = set()
    for value, parts in split.items():
        if not 1 < len(parts) == len(set(parts)) <= _MOST_PARTS or not all(parts):
            continue
        # Seen equally often, and every time the first is seen the others follow: then none is seen by itself.
        times = seen[parts[0]]
        if (
            times > 1
            and all(seen[part] == times for part in parts)
            and all(inside[at : at + len(parts)] == parts for inside, at in places[parts[0]])
        ):
            learned.add(trimmed(value))
    return learned


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands between two commas, or in quotes: where it is in the text, and the name it would be by itself."""

    start: int
    end: int
    name: str
    is_quoted: bool


_MOST_PARTS = 12  # of one name; bounds the work on a long list
# Bounded, because a quote that never closes would be looked for from every comma.
_QUOTED = re.compile(r"""\s*+(?:"((?:[^"]|""){0,300}+)"|“([^”]{0,300}+)”|«([^»]{0,300}+)»)\s*+(?:,|$)""")
_UNQUOTED = re.compile(r"([^,]*+)(?:,|$)")
# Suffixes of names, degrees and professional letters that people write behind a comma, without dots and blanks.
# Not MA, BA, MS and PE, which are as often a state, a firm or a field of work.
_TITLES = frozenset(
    "jr sr ii iii iv phd dphil drphil md mba emba msc bsc meng llm llb jd dds dmd dvm rn mph esq cpa cfa cfp pmp cissp acca "
    "fca fcca pgmp shrmcp shrmscp sphr phr".split()
)


def _elements(raw: list[JsonValue]) -> list[str] | None:
    names = [trimmed(name) for name in raw if isinstance(name, str)]
    return [name for name in names if name] if len(names) == len(raw) else None


def _parts(text: str) -> list[_Part]:
    parts = []
    at = 0
    while at <= len(text):
        found = _QUOTED.match(text, at)
        is_quoted = found is not None
        if found is None:
            found = _UNQUOTED.match(text, at)
            assert found is not None
        name = next(group for group in found.groups() if group is not None)
        comma = found[0].endswith(",")
        end = found.end() - 1 if comma else found.end()
        parts.append(_Part(at, end, trimmed(name.replace('""', '"') if is_quoted else name), is_quoted))
        at = found.end() if comma else len(text) + 1
    return parts


def _best_split(text: str, parts: list[_Part], known: Container[str]) -> list[str]:
    # From the end: for every place the best (unknown names, names) of what follows, and where the first name ends.
    best: list[tuple[int, int]] = [(0, 0)] * (len(parts) + 1)
    ends = [0] * len(parts)
    is_known = [part.is_quoted or part.name in known for part in parts]
    for start in range(len(parts) - 1, -1, -1):
        first = parts[start]
        titles = 0
        if _is_person(first):
            while titles < _MOST_PARTS and start + titles + 1 < len(parts):
                place = start + titles + 1
                if is_known[place] or not _is_title(parts[place]):
                    break
                titles += 1
        chosen: tuple[int, int] | None = None
        for end in range(min(start + _MOST_PARTS, len(parts)), start, -1):
            if end > start + 1:
                if trimmed(text[first.start : parts[end - 1].end]) in known:
                    unknown = 0
                elif end - start - 1 <= titles:
                    unknown = 0 if is_known[start] else 1
                else:
                    continue
                names = 1
            else:
                names = 1 if first.name else 0
                unknown = 0 if is_known[start] else names
            cost = (best[end][0] + unknown, best[end][1] + names)
            if chosen is None or cost < chosen:
                chosen = cost
                ends[start] = end
        assert chosen is not None
        best[start] = chosen
    found = []
    start = 0
    while start < len(parts):
        end = ends[start]
        found.append(trimmed(text[parts[start].start : parts[end - 1].end]) if end > start + 1 else parts[start].name)
        start = end
    return [name for name in found if name]


def _is_person(part: _Part) -> bool:
    """Whether the part may be a person's first and last name: two to five words of letters, none in small letters only
    at either end."""
    if part.is_quoted or len(part.name) > 80:
        return False
    found = part.name.split()
    return (
        2 <= len(found) <= 5
        and not (found[0][0].islower() or found[-1][0].islower())
        and all(letter.isalpha() or letter in ".'’-" for word in found for letter in word)
        and not _is_title(part)
    )


def _is_title(part: _Part) -> bool:
    return not part.is_quoted and 0 < len(part.name) <= 12 and "".join(words(part.name)) in _TITLES
