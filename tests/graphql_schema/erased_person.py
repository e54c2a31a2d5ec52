"""A person who is known by every way there is to be known, and where anything tells of her."""

import json
import zlib
from typing import Any

from sqlalchemy import LargeBinary, select
from sqlmodel import SQLModel

import models
from graphql_schema.resolvers.activities import NewActivity, create_activity
from graphql_schema.resolvers.associations import Pair, associate_contacts
from graphql_schema.resolvers.tasks import TaskChanges, create_task, update_tasks
from models.database.engine import Database
from models.deal import Deal
from models.engagement.campaign import CampaignMembership
from models.engagement.event import EngagementEvent, EventCampaign, EventSender
from models.engagement.report import EngagementReport
from models.incoming import Item
from models.ledger.possible_duplicate import PossibleDuplicate
from tests.factories import ANN, NOW, ROBOT, add, context, create, edit, lead, make_company, put, sync

# Everything that would tell that Zelda was here; the telephones in every form they are stored in.
NEEDLES = ("zelda", "quixote", "z.q@", "8366 1177", "83661177", "9876 5432", "98765432", "zq-profile", "windmill")
ZELDA = {
    "email": "Zelda.Quixote@Example.com",
    "firstName": "Zelda",
    "lastName": "Quixote",
    "phone": "+44 20 8366 1177",
    "linkedinUrl": "https://linkedin.com/in/zq-profile",
    "title": "Windmill inspector",
    "mill_size": "A windmill of 12 m",
    "tags": ["zelda-fans"],
}
STAMPS: dict[str, Any] = {"created_at": NOW, "created_by": "test", "updated_at": NOW, "updated_by": "test"}


async def told_about(database: Database) -> list[str]:
    """Where a needle is found: in which table and column, text or unpacked bytes."""
    found = []
    for table in SQLModel.metadata.tables.values():
        async with database.read() as session:
            rows = (await session.exec(select(table))).mappings().all()
        for row in rows:
            for column in table.columns:
                value = row[column.name]
                if isinstance(column.type, LargeBinary) and table.name in ("run", "run_slice") and value is not None:
                    value = zlib.decompress(value)
                text = value.decode("utf-8", "replace") if isinstance(value, bytes) else json.dumps(value, default=str)
                found += [f"{table.name}.{column.name}: {each}" for each in NEEDLES if each in text.lower()]
    return sorted(set(found))


async def live_through_everything(database: Database) -> str:
    """Zelda, known by every way there is to be known; her id."""
    await sync(database, lead("lead-z", **ZELDA))  # unmatched, and kept in the ledger
    [made] = (await create(database, lead("lead-z", **ZELDA))).outcomes
    zelda = made.record_id
    [other] = (await create(database, lead("lead-o", email="otto@example.com"))).outcomes
    company = await make_company(database, id="company_mill", name="The Mill", external_id="lead-z")
    await sync(database, lead("lead-o", email="otto@example.com"), lead("lead-z", **ZELDA))
    await sync(database, lead("lead-2", email="other@example.org", phone="+442083661177", firstName="Zelda"))  # weak
    await sync(database, lead("lead-3", phone="020 8366 1177"))  # matches nobody: which country?
    await put(database, zelda, lastName="Quixote-Mill", phone="+44 20 9876 5432", mill_size="A larger windmill")
    await edit(database, zelda, email="z.q@example.com", actor=ANN)
    await put(database, zelda, genesy_engagement_status="Zelda replied (2/3)", note="Zelda replied")
    ctx = context(database, ROBOT)
    ctx.door = models.ledger.run.Door.REST
    await associate_contacts(ctx, [Pair(fields={"contactId": zelda}, contact_id=zelda, company_id=company.id)])
    told = {"contactId": zelda, "subject": "Call Zelda", "body": "Dear Zelda"}
    await create_activity(
        ctx,
        NewActivity(type="EMAIL", subject="Call Zelda", body="Dear Zelda", contact_id=zelda, item=Item(fields=told)),
    )
    values = {"subject": "Call Zelda", "contact_id": zelda}
    made = await create_task(ctx, TaskChanges(values, Item(fields=dict(values))))
    changes = TaskChanges({"description": "Ask Quixote"}, Item(fields={"d": "Ask Quixote"}))
    await update_tasks(ctx, changes, [made.outcomes[0].record_id])
    await add(
        database,
        Deal(
            id="deal_1",
            name="Zelda's windmill",
            contact_id=zelda,
            company_id=company.id,
            currency="EUR",
            amount_hundredths=5,
            **STAMPS,
        ),
        PossibleDuplicate(
            entity="contact",
            first_id=zelda,
            second_id="contact_zzz",
            evidence={"kind": "phone", "value": "Zelda"},
            found_at=NOW,
        ),
        EngagementReport(
            id="report_1",
            entity="contact",
            record_id=zelda,
            field="STATUS",
            name="x",
            old_raw="x",
            new_raw="Zelda",
            old_parsed="x",
            new_parsed="x",
            change_id="c",
            run_id="r",
            received_at=NOW,
        ),
        EngagementEvent(
            id="event_1",
            entity="contact",
            record_id=zelda,
            kind="replied",
            certainty="told",
            occurred_at=NOW,
            latest_at=NOW,
            known_at=NOW,
            campaign_attribution="none",
            sender_attribution="none",
            text="Zelda replied",
        ),
        EventCampaign(event_id="event_1", campaign_id="campaign_1"),
        EventSender(event_id="event_1", sender_id="sender_1"),
        CampaignMembership(
            record_id=zelda,
            campaign_id="campaign_1",
            entity="contact",
            attribution="only",
            status="Zelda",
            entered_at=NOW,
            changed_at=NOW,
        ),
    )
    assert other.record_id is not None
    return zelda
