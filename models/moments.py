"""Times as people and programs write them."""

from datetime import UTC, datetime

from models.errors import InvalidInput


def parse_moment(name: str, text: object) -> datetime | None:
    """The moment an ISO 8601 text means, in UTC; a text without a zone is UTC, a date alone its first moment.

    None stays None. Raises InvalidInput naming the field for anything else.
    """
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text.strip()) if isinstance(text, str) else None
        if moment is not None:
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise InvalidInput(f"{name} must be an ISO 8601 time such as 2024-01-15T10:00:00Z", field=name)


def moment_or_none(text: str) -> datetime | None:
    """The moment that text of ours means, None for any other text."""
    try:
        return parse_moment("", text)
    except InvalidInput:
        return None
