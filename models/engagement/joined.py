"""Lists that came as one text, joined by commas. Lists of names, which may hold commas themselves, are apart in `names`."""

import re

from models.exact_json import JsonValue
from models.identity.text import trimmed

LONGEST_LIST = 20_000  # characters; more than any campaign's log, and little enough to be read while others wait


def parts_of(raw: JsonValue) -> list[str] | None:
    """The parts of a text joined by commas, semicolons or line ends, or of a list of texts; None for anything else.

    Blank parts are dropped. A separator inside brackets does not part: "Sent (LINKEDIN, EMAIL), Replied" has two.
    """
    if isinstance(raw, list):
        found = [part for part in raw if isinstance(part, str)]
        if len(found) < len(raw) or sum(map(len, found)) > LONGEST_LIST:
            return None
    elif isinstance(raw, str) and len(raw) <= LONGEST_LIST and trimmed(raw):
        found = _split(raw)
    else:
        return None
    return [part for part in map(trimmed, found) if part]


_MARK = re.compile(r"[(,;\n]")


def _split(text: str) -> list[str]:
    found = []
    start = at = 0
    closes = True  # whether a bracket may still close
    while (mark := _MARK.search(text, at)) is not None:
        at = mark.end()
        if mark[0] == "(":
            end = text.find(")", at) if closes else -1
            closes = end >= 0
            at = end + 1 if closes else at
        else:
            found.append(text[start : mark.start()])
            start = at
    found.append(text[start:])
    return found
