"""Clearing over there: the only way a property is ever emptied in Enginy, because a person asked for that very one."""

from dataclasses import dataclass

from sqlmodel import col, select

from graphql_schema.context import Context
from graphql_schema.resolvers.linking import live_record
from graphql_schema.resolvers.recording import open_journal, record
from models.database.session import Session
from models.errors import InvalidInput
from models.fields.cleaning import MAX_NAME, check_text
from models.fields.mapping import LAST_UPDATED, RECORD_ID, RESERVED_NAMES
from models.incoming import Item, record_id_of
from models.ledger.decision import ItemDecision
from models.ledger.external_link import ExternalLink
from models.ledger.links import LINK_TABLE, link_key, links_of


@dataclass(frozen=True, slots=True)
class Clearing:
    """The links of the record, with what is to be cleared over there."""

    run_id: str | None
    links: list[ExternalLink]


async def clear_in_enginy(ctx: Context, id: str, properties: list[str]) -> Clearing:
    """Ask that Enginy empties properties of a contact or company. The next sync and the next update answer null for
    them, until Enginy sends another value or none; then it is settled.

    Properties go by Enginy's names, such as `title`. Nothing else ever clears anything there.

    ```graphql
    mutation { clearInEnginy(id: "contact_…", properties: ["title"]) {
        ... on ClearingAsked { links { externalId pendingClears } } ... on Problem { code message } } }
    ```
    """
    record_id = record_id_of(id)
    names = list(dict.fromkeys(properties))
    if not names:
        raise InvalidInput("properties must name at least one property", field="properties")
    for name in names:
        _check(name)
    journal = open_journal(
        ctx, "clear_in_enginy", None, [Item(fields={RECORD_ID: record_id, "properties": list(names)})]
    )

    async def work(session: Session) -> Clearing:
        entity, found = await live_record(session, record_id)
        journal.entity = entity
        result = await session.exec(
            select(ExternalLink)
            .where(col(ExternalLink.record_id) == found.id, *links_of(entity))
            .order_by(col(ExternalLink.external_id))
            .with_for_update()
        )
        links = list(result.all())
        if not links:
            raise InvalidInput(
                f"This {entity} is not linked to Enginy, so there is nothing to clear over there", field="id"
            )
        rows = []
        for link in links:
            link.clears = {**link.clears, **{name: link.shadow.get(name) for name in names}}
            rows.append((*link_key(entity, link.external_id), link.clears))
            session.expunge(link)  # stored below, on the driver
        await session.update_rows(LINK_TABLE, ("clears",), rows)
        journal.decide(0, ItemDecision("asked", record_id=found.id))
        return Clearing(journal.run_id, links)

    return await record(ctx, journal, work, received=1)


def _check(name: str) -> None:
    """Raises InvalidInput for what cannot be a property over there."""
    check_text("properties", name, MAX_NAME)
    if not name or name in RESERVED_NAMES or name == LAST_UPDATED:
        raise InvalidInput(f"{name!r} is not a property that can be cleared", field="properties")
