"""Texts of messages that may be HTML from anywhere: made safe to show, and as plain text.

A body that holds no tag is plain text: its lines stay lines, and what looks like a tag, such as <ada@example.com>, stays.
"""

import re
from html import escape, unescape
from html.parser import HTMLParser

import nh3

_INLINE = frozenset("a abbr b code del em i ins q s small span strong sub sup u".split())
_BLOCKS = frozenset(
    "blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tbody td tfoot th thead tr ul".split()
)
# What these hold is no text of the message.
_HIDDEN = frozenset("head iframe math noscript object script style svg template textarea title".split())

# Images are no part of it: to load one tells the sender when and where the message was read.
_cleaner = nh3.Cleaner(
    tags=set(_INLINE | _BLOCKS),
    clean_content_tags=set(_HIDDEN),
    attributes={"a": {"href", "title"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}},
    link_rel="noopener noreferrer",
    url_schemes={"http", "https", "mailto"},
    url_relative="deny",  # it would lead into whatever page shows the message
)

_FOREIGN = frozenset("body center font form html img input label link meta section".split())
_TAG = re.compile(
    rf"<!--|<!doctype\b|</?(?:{'|'.join(sorted(_INLINE | _BLOCKS | _HIDDEN | _FOREIGN))})(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)

_APART = frozenset("blockquote dl h1 h2 h3 h4 h5 h6 hr ol p pre table ul".split())  # with an empty line around
_CELLS = frozenset(("td", "th"))


def is_html(body: str) -> bool:
    """Whether a text is HTML: it holds a tag that HTML knows."""
    return _TAG.search(body) is not None


def clean_html(body: str) -> str:
    """The text as HTML that is safe to show: without scripts, styles, images and forms, links only to the web and mail."""
    if is_html(body):
        return _cleaner.clean(body)
    return escape(_lines(unescape(body)), quote=False).replace("\n", "<br>")


def plain_text(body: str) -> str:
    """The text alone: entities decoded, each block on a line of its own, paragraphs with an empty line between."""
    if not is_html(body):
        return _lines(unescape(body))
    reader = _Text()
    reader.feed(_cleaner.clean(body))  # what was cleaned is well-formed
    reader.close()
    return _lines(reader.text())


def _lines(text: str) -> str:
    """Lines without space at their ends, and at most one empty line in a row."""
    lines = (line.rstrip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Text(HTMLParser):
    """Writes down the text of clean HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._breaks = 2  # line breaks since the last text
        self._space = False  # whether a space is due before more text
        self._kept = 0  # how many `pre` are open

    def text(self) -> str:
        return "".join(self._parts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._write("\n")
            self._breaks += 1
        elif tag in _CELLS:
            self._space = True
        elif tag in _BLOCKS:
            self._break(tag)
        if tag == "li":
            self._write("- ")
        self._kept += tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        self._kept -= tag == "pre"
        if tag in _BLOCKS and tag not in _CELLS:
            self._break(tag)

    def handle_data(self, data: str) -> None:
        if self._kept:
            self._write(data)
            return
        text = " ".join(data.split())
        if text:
            self._space |= data[0].isspace()
            self._write(f" {text}" if self._space and not self._breaks else text)
            self._space = data[-1].isspace()
        elif data:
            self._space = True

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._breaks, self._space = 0, False

    def _break(self, tag: str) -> None:
        wanted = 2 if tag in _APART else 1
        self._parts.append("\n" * (wanted - self._breaks))
        self._breaks = max(self._breaks, wanted)
        self._space = False
