"""Records by id as the other side knows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from graphql_schema.context import Context
from models.exact_json import JsonValue
from models.fields.mapping import Entity
from models.ledger.links import links_by_record
from models.records import KINDS, Record, find_records


@dataclass(frozen=True, slots=True)
class KnownRecord:
    """A live record, and the external id it is linked to, if any."""

    record: Record
    external_id: str | None

    @property
    def values(self) -> dict[str, JsonValue]:
        return self.record.values


async def find_linked_records(ctx: Context, entity: Entity, ids: Sequence[str]) -> list[KnownRecord]:
    """Live records by id, in the order asked, each with its external id; unknown ids are left out.

    ```graphql
    { linkedRecords(entity: CONTACT, ids: ["contact_…"]) { externalId record { id } } }
    ```
    """
    ctx.require_read()
    ctx.require_room(len(ids))
    async with ctx.db.read() as session:
        records = await find_records(session, KINDS[entity], ids)
        links = await links_by_record(session, entity, list(records))
    return [
        KnownRecord(records[record_id], links[record_id][0].external_id if record_id in links else None)
        for record_id in dict.fromkeys(ids)
        if record_id in records and records[record_id].deleted_at is None
    ]
