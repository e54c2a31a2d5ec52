"""HTML, built from parts: text is escaped unless it is HTML already."""

import json
import re
from collections.abc import Sequence
from html import escape
from typing import Any


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def join(*parts: str) -> Html:
    """The parts one after the other."""
    return Html("".join(part if isinstance(part, Html) else escape(part) for part in parts))


def tag(name: str, *content: str, **attributes: str) -> Html:
    """An element. A trailing underscore in an attribute's name is dropped: `class_` is `class`."""
    words = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items())
    return Html(f"<{name}{words}>{join(*content)}</{name}>")


def link(target: str, *content: str) -> Html:
    return tag("a", *content, href=target)


def prose(text: str) -> Html:
    """Text in which `backticks` mean code."""
    parts = re.split(r"`([^`]*)`", text)
    return join(*(tag("code", part) if place % 2 else part for place, part in enumerate(parts)))


def table(headings: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Html:
    """A table whose first column names the rows. A column without anything in it is left out."""
    filled = [place for place in range(len(headings)) if any(row[place] for row in rows)]
    head = tag("tr", *(tag("th", headings[place], scope="col") for place in filled))
    body = [tag("tr", tag("th", row[0], scope="row"), *(tag("td", row[place]) for place in filled[1:])) for row in rows]
    return tag("div", tag("table", tag("thead", head), tag("tbody", *body)), class_="wide", tabindex="0")


WIDTH = 58  # characters of a line of JSON that fit in half of the page
_JSON_PARTS = re.compile(r'("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null|-?\d[\d.eE+-]*)\b')


def json_text(value: Any) -> str:
    """JSON for people: what fits in a line is one, and the rest has a line for each entry."""
    return _laid_out(value, "", "")


def _laid_out(value: Any, indent: str, name: str) -> str:
    short = name + json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, list)) or len(indent) + len(short) <= WIDTH:
        return indent + short
    inner = indent + "  "
    if isinstance(value, dict):
        entries = [_laid_out(each, inner, f"{json_text(key)}: ") for key, each in value.items()]
    else:
        entries = [_laid_out(each, inner, "") for each in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{indent}{name}{opening}\n" + ",\n".join(entries) + f"\n{indent}{closing}"


def colored(text: str) -> Html:
    """JSON, or a command that holds some, with its parts marked for color."""
    parts: list[str] = []
    end = 0
    for found in _JSON_PARTS.finditer(text):
        parts.append(text[end : found.start()])
        quoted, colon, literal = found.groups()
        kind = "literal" if literal else "name" if colon else "text"
        parts.append(tag("span", literal or quoted, class_=kind))
        parts.append(colon or "")
        end = found.end()
    return join(*parts, text[end:])
