"""What a client takes and what it sends, by the headers Accept and Content-Type. Source: RFC 9110."""

from collections.abc import Sequence

from models.errors import CRMError


class NotAcceptable(CRMError):
    """Nothing the client takes is given here."""

    code = "NOT_ACCEPTABLE"


def chosen(accept: str | None, offered: Sequence[str]) -> str:
    """The kind that the client likes best of those offered; among equals the one it names first, then the first offered.

    A client that does not say takes the first. Raises NotAcceptable when it takes none of them.
    """
    if accept is None or not accept.strip():
        return offered[0]
    best: tuple[float, int, int] | None = None
    found = offered[0]
    ranges = [_range(part) for part in accept.split(",") if part.strip()]
    for index, kind in enumerate(offered):
        fitting = [
            (exactness, quality, -place)
            for place, (name, quality) in enumerate(ranges)
            if (exactness := _exactness(name, kind)) is not None
        ]
        if not fitting:
            continue
        # The most exact range that fits a kind says how much it is liked.
        exactness, quality, place = max(fitting)
        rank = (quality, place if exactness == _EXACT else -len(ranges), -index)
        if quality > 0 and (best is None or rank > best):
            best, found = rank, kind
    if best is None:
        raise NotAcceptable(f"Answers are given as {' or '.join(offered)}; the header Accept takes neither")
    return found


def kind_of(content_type: str) -> tuple[str, str | None]:
    """The media type of a body, and its charset if it says one, both in small letters."""
    kind, *parameters = content_type.split(";")
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return kind.strip().lower(), value.strip().strip('"').lower()
    return kind.strip().lower(), None


_EXACT = 2


def _exactness(name: str, kind: str) -> int | None:
    """How exactly a range such as `application/*` names a kind; None where it does not."""
    if name == kind:
        return _EXACT
    if name == kind.partition("/")[0] + "/*":
        return 1
    return 0 if name == "*/*" else None


def _range(part: str) -> tuple[str, float]:
    name, *parameters = part.split(";")
    quality = 1.0
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "q":
            try:
                quality = min(max(float(value), 0.0), 1.0)
            except ValueError:
                quality = 0.0
        if key.strip().lower() == "charset" and value.strip().strip('"').lower() not in ("utf-8", "utf8", "*"):
            quality = 0.0
    return name.strip().lower(), quality
