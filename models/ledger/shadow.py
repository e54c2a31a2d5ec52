"""The shadow: what the other side holds, as far as it told us. It is the base of the three-way merge and of safe answers."""

from collections.abc import Iterable, Mapping
from typing import Any

from models.exact_json import JsonValue
from models.records import is_blank, same_json


class Shadow:
    """The named fields a link's other side last sent, each with the version our record had when the value came."""

    __slots__ = ("_base", "clears", "since", "values")

    def __init__(self, values: dict[str, JsonValue], base: int, since: dict[str, int], clears: dict[str, Any]) -> None:
        self.values = values
        self._base = base
        self.since = since
        self.clears = clears

    def holds(self, name: str, value: JsonValue, edited_at: int | None) -> bool:
        """True where `value` is what the other side held already when someone else changed our field at version `edited_at`."""
        return (
            edited_at is not None
            and name in self.values
            and edited_at > self.since.get(name, self._base)
            and same_json(self.values[name], value)
        )

    def renew(self, named: Mapping[str, JsonValue], version: int, *, whole: bool) -> bool:
        """Take over what was sent, and say whether that changed anything.

        A `whole` item is all the other side knows: what it leaves out is gone there. A part leaves the rest alone. Null
        and blank are values nobody holds.
        """
        sent = {name: value for name, value in named.items() if value is not None}
        gone = [name for name in self.values if name not in sent and (whole or name in named)]
        fresh = [
            name for name, value in sent.items() if name not in self.values or not same_json(self.values[name], value)
        ]
        for name in gone:
            del self.values[name]
            self.since.pop(name, None)
        for name in fresh:
            self.values[name] = sent[name]
            self.since[name] = version
        settled = self._settle([*gone, *fresh])
        return bool(gone or fresh or settled)

    def _settle(self, names: Iterable[str]) -> bool:
        """A value that changed or went over there settles what was asked to be cleared."""
        asked = [name for name in names if name in self.clears]
        for name in asked:
            del self.clears[name]
        return bool(asked)

    def answered(self, names: Iterable[str]) -> None:
        """Forget requests to clear a property that the other side never sends back; once said is all there is."""
        for name in names:
            if name not in self.values:
                self.clears.pop(name, None)


def echo(named: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """An item's named fields that have a value, as sent: setting a field to what it is changes nothing over there."""
    return {name: value for name, value in named.items() if value is not None}


def answer(
    held: Mapping[str, JsonValue], sync_back: Mapping[str, JsonValue], clears: Iterable[str]
) -> dict[str, JsonValue]:
    """The properties of an answer: what they hold, over it what is ours to say, and null only where a person asked for it."""
    return {**held, **sync_back, **dict.fromkeys(clears)}


def differing(named: Mapping[str, JsonValue], ours: Mapping[str, Any]) -> list[str]:
    """Names whose value over there differs from one we have; neither side blank."""
    return [
        name
        for name, value in named.items()
        if not is_blank(value) and not is_blank(ours.get(name)) and ours[name] != value
    ]
