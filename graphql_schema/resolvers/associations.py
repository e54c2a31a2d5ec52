"""Associations: which contacts belong to which companies."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select

from graphql_schema.context import Context
from graphql_schema.outcome import ErrorPolicy, Outcome
from graphql_schema.resolvers.bulk import SLICE, in_order
from graphql_schema.resolvers.recording import open_journal, record
from models.base import table_of
from models.company import Association
from models.database.session import Session
from models.database.statements import is_any
from models.errors import CRMError, NotFound
from models.exact_json import JsonValue
from models.fields.mapping import Entity
from models.incoming import Item
from models.ledger.decision import ItemDecision
from models.ledger.journal import Journal
from models.pacing import slices
from models.records import KINDS, Record, read_for_update

_TABLE = table_of(Association)


class Pair(Item):
    """A contact and a company that belong together; the ids as sent stand beside them for the answer."""

    contact_id: str | None = None
    company_id: str | None = None
    contact_id_sent: JsonValue = None
    company_id_sent: JsonValue = None


@dataclass(slots=True)
class AssociationReport:
    """How many pairs are new, and the problem of each pair that could not be made, by its place."""

    run_id: str | None
    created: int = 0
    problems: dict[int, CRMError] = field(default_factory=dict)


async def associate_contacts(
    ctx: Context, pairs: list[Pair], error_policy: ErrorPolicy = ErrorPolicy.EACH, dry_run: bool = False
) -> AssociationReport:
    """Tie contacts to companies. A pair that exists already is left as it is; the newest becomes the contact's main company.

    ```graphql
    mutation { associateContacts(pairs: [{ contactId: "contact_…", companyId: "company_…" }]) {
        created problems { index problem { code message } } } }
    ```
    """
    journal = open_journal(ctx, "associate_contacts", None, pairs)

    async def step(part: Sequence[Pair], more: Callable[[], bool]) -> list[Outcome]:
        async def work(session: Session) -> list[Outcome]:
            return await _associate(session, part, journal)

        return await record(ctx, journal, work, received=len(part), policy=error_policy, dry_run=dry_run, more=more)

    together = error_policy is ErrorPolicy.ALL_OR_NOTHING
    outcomes = await in_order(ctx, pairs, SLICE, step, at_once=dry_run or together)
    report = AssociationReport(ctx.run_id, sum(each.created for each in outcomes))
    report.problems = {each.index: each.problem for each in outcomes if each.problem is not None}
    if report.problems and together:
        report.created = 0
    return report


async def _associate(session: Session, pairs: Sequence[Pair], journal: Journal) -> list[Outcome]:
    outcomes = [Outcome(index, problem=pair.problem) for index, pair in enumerate(pairs)]
    wanted = [pair for pair in pairs if pair.problem is None]
    contacts = await _live(session, Entity.CONTACT, [pair.contact_id for pair in wanted])
    companies = await _live(session, Entity.COMPANY, [pair.company_id for pair in wanted])
    known = await _known(session, list(contacts))
    stored_mains = {contact_id: company_id for (contact_id, company_id), is_main in known.items() if is_main}
    mains = dict(stored_mains)
    made: list[tuple[str, str]] = []
    async for part in slices(outcomes, 200):
        for outcome in part:
            index, pair = outcome.index, pairs[outcome.index]
            outcome.problem = problem = outcome.problem or _missing(pair, contacts, companies)
            if problem is not None:
                journal.decide(index, ItemDecision("failed", code=problem.code, message=problem.message))
                continue
            contact_id, company_id = pair.contact_id or "", pair.company_id or ""
            if (contact_id, company_id) in known:
                journal.decide(index, ItemDecision("unchanged", record_id=contact_id))
                continue
            known[contact_id, company_id] = outcome.created = True
            made.append((contact_id, company_id))
            change = {"old": mains.get(contact_id), "new": company_id}
            mains[contact_id] = company_id
            journal.change(
                contact_id, contacts[contact_id].version, {"main_company_id": change}, {}, entity=Entity.CONTACT
            )
            journal.decide(index, ItemDecision("created", record_id=contact_id))
    # A contact has one main company at most, so the old ones step down before the new ones come.
    demoted = [(*pair, False) for pair in stored_mains.items() if mains[pair[0]] != pair[1]]
    await session.update_rows(_TABLE, ("is_main",), demoted)
    rows = [(*pair, mains[pair[0]] == pair[1], journal.now) for pair in made]
    await session.insert_rows(_TABLE, ("contact_id", "company_id", "is_main", "created_at"), rows)
    return outcomes


async def _live(session: Session, entity: Entity, ids: Sequence[str | None]) -> dict[str, Record]:
    records = await read_for_update(session, KINDS[entity], [each for each in ids if each is not None])
    return {record_id: each for record_id, each in records.items() if each.deleted_at is None}


async def _known(session: Session, contact_ids: list[str]) -> dict[tuple[str, str], bool]:
    """The pairs of these contacts, and whether each is the main one."""
    c = _TABLE.c
    rows = await session.rows(
        select(c.contact_id, c.company_id, c.is_main).where(is_any(c.contact_id, "ids")), ids=contact_ids
    )
    return {(contact_id, company_id): bool(is_main) for contact_id, company_id, is_main in rows}


def _missing(pair: Pair, contacts: dict[str, Record], companies: dict[str, Record]) -> CRMError | None:
    if pair.contact_id not in contacts:
        return NotFound("Contact", pair.contact_id)
    if pair.company_id not in companies:
        return NotFound("Company", pair.company_id)
    return None
