"""News: what is announced of a run. It says which run, and of what; what the run did stands in the ledger."""

from collections.abc import Sequence

import msgspec

from models.database.announcing import LONGEST

NAMED = 200  # ids that are named; of more, only the run


class News(msgspec.Struct, omit_defaults=True):
    """A run that is stored. `ids` are the records, activities and tasks it is about, None where those are many."""

    run: str
    act: str
    ids: Sequence[str] | None = None

    def text(self) -> str:
        """As it is announced; without ids where they do not fit."""
        text = _encode(self)
        return (text if len(text) <= LONGEST else _encode(News(self.run, self.act))).decode()

    def concerns(self, record_id: str) -> bool:
        """Whether the run may be about a record."""
        return self.ids is None or record_id in self.ids


def read_news(text: str) -> News:
    return _decode(text)


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(News).decode
