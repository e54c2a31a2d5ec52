"""Engagement: what is read from fields that users named, its history and events, and where names lead.

What it holds is made from the ledger of changes and from activities when a server of this release first starts.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

import models.columns

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "campaign",
        sa.Column("id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("name", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("is_sure", sa.Boolean(), nullable=False),
        sa.Column("first_seen_at", models.columns.UTCDateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", models.columns.UTCDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
        sa.UniqueConstraint("name", name=op.f("uq_campaign_name")),
    )
    op.create_table(
        "campaign_membership",
        sa.Column("record_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("campaign_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("entity", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("attribution", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("stage", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=True),
        sa.Column("stage_rank", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=True),
        sa.Column("steps", sa.Integer(), nullable=True),
        sa.Column("channel", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("entered_at", models.columns.UTCDateTime(timezone=True), nullable=False),
        sa.Column("changed_at", models.columns.UTCDateTime(timezone=True), nullable=False),
        sa.Column("left_at", models.columns.UTCDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("record_id", "campaign_id", name=op.f("pk_campaign_membership")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("campaign_membership", schema=None) as batch_op:
        batch_op.create_index(
            "ix_campaign_membership_campaign", ["campaign_id", "stage_rank", "record_id"], unique=False
        )

    op.create_table(
        "engagement",
        sa.Column("record_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("entity", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("stage", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=True),
        sa.Column("stage_rank", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=True),
        sa.Column("steps", sa.Integer(), nullable=True),
        sa.Column("channel", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=True),
        sa.Column("furthest_stage", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=True),
        sa.Column("furthest_rank", sa.Integer(), nullable=False),
        sa.Column("is_backwards", sa.Boolean(), nullable=False),
        sa.Column("sequence_status", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=True),
        sa.Column("sequence_steps", models.columns.JsonDocument(), nullable=True),
        sa.Column("opens", sa.Integer(), nullable=True),
        sa.Column("clicks", sa.Integer(), nullable=True),
        sa.Column("opened", sa.Boolean(), nullable=True),
        sa.Column("clicked", sa.Boolean(), nullable=True),
        sa.Column("replied", sa.Boolean(), nullable=True),
        sa.Column("replies", sa.Integer(), nullable=True),
        sa.Column("activities", models.columns.JsonDocument(), nullable=True),
        sa.Column("senders", models.columns.JsonDocument(), nullable=True),
        sa.Column("campaigns", models.columns.JsonDocument(), nullable=True),
        sa.Column("constants", models.columns.JsonDocument(), nullable=True),
        sa.Column("unread", models.columns.JsonDocument(), nullable=True),
        sa.Column("last_engaged_at", models.columns.UTCDateTime(timezone=True), nullable=True),
        sa.Column("reported_at", models.columns.UTCDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("record_id", name=op.f("pk_engagement")),
    )
    with op.batch_alter_table("engagement", schema=None) as batch_op:
        batch_op.create_index("ix_engagement_engaged", ["last_engaged_at", "record_id"], unique=False)
        batch_op.create_index("ix_engagement_stage", ["stage_rank", "record_id"], unique=False)

    op.create_table(
        "engagement_event",
        sa.Column("id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("entity", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("record_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("kind", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("channel", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=True),
        sa.Column("step", sa.Integer(), nullable=True),
        sa.Column("steps", sa.Integer(), nullable=True),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("certainty", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("occurred_at", models.columns.UTCDateTime(timezone=True), nullable=False),
        sa.Column("earliest_at", models.columns.UTCDateTime(timezone=True), nullable=True),
        sa.Column("latest_at", models.columns.UTCDateTime(timezone=True), nullable=False),
        sa.Column("known_at", models.columns.UTCDateTime(timezone=True), nullable=False),
        sa.Column("campaign_attribution", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("sender_attribution", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("activity_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=True),
        sa.Column("report_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_engagement_event")),
    )
    with op.batch_alter_table("engagement_event", schema=None) as batch_op:
        batch_op.create_index("ix_engagement_event_activity", ["activity_id"], unique=False)
        batch_op.create_index("ix_engagement_event_kind", ["entity", "kind", "occurred_at", "record_id"], unique=False)
        batch_op.create_index("ix_engagement_event_record", ["record_id", "occurred_at", "id"], unique=False)

    op.create_table(
        "engagement_fact",
        sa.Column("record_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("campaign_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("sender_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("event_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("kind", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("channel", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=True),
        sa.Column("step", sa.Integer(), nullable=True),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=False),
        sa.Column("connected", sa.Integer(), nullable=False),
        sa.Column("noticed", sa.Integer(), nullable=False),
        sa.Column("is_observed", sa.Boolean(), nullable=False),
        sa.Column("is_campaign_shared", sa.Boolean(), nullable=False),
        sa.Column("is_sender_shared", sa.Boolean(), nullable=False),
        sa.Column("is_first_campaign", sa.Boolean(), nullable=False),
        sa.Column("is_first_sender", sa.Boolean(), nullable=False),
        sa.Column("occurred_at", sa.BigInteger(), nullable=False),
        sa.Column("known_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("record_id", "campaign_id", "sender_id", "event_id", name=op.f("pk_engagement_fact")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("engagement_fact", schema=None) as batch_op:
        batch_op.create_index("ix_engagement_fact_campaign", ["campaign_id", "record_id"], unique=False)
        batch_op.create_index(
            "ix_engagement_fact_kind",
            ["kind", "occurred_at", "is_first_campaign", "is_first_sender", "count"],
            unique=False,
        )

    op.create_table(
        "engagement_report",
        sa.Column("id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("entity", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("record_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("field", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("name", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("old_raw", models.columns.JsonDocument(), nullable=True),
        sa.Column("new_raw", models.columns.JsonDocument(), nullable=True),
        sa.Column("old_parsed", models.columns.JsonDocument(), nullable=True),
        sa.Column("new_parsed", models.columns.JsonDocument(), nullable=True),
        sa.Column("change_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("run_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("received_at", models.columns.UTCDateTime(timezone=True), nullable=False),
        sa.Column("event_at", models.columns.UTCDateTime(timezone=True), nullable=True),
        sa.Column("is_backwards", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_engagement_report")),
    )
    with op.batch_alter_table("engagement_report", schema=None) as batch_op:
        batch_op.create_index("ix_engagement_report_name", ["entity", "name", "record_id"], unique=False)
        batch_op.create_index("ix_engagement_report_record", ["record_id", "received_at", "id"], unique=False)
        batch_op.create_index("ix_engagement_report_run", ["run_id"], unique=False)

    op.create_table(
        "event_campaign",
        sa.Column("event_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("campaign_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.PrimaryKeyConstraint("event_id", "campaign_id", name=op.f("pk_event_campaign")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("event_campaign", schema=None) as batch_op:
        batch_op.create_index("ix_event_campaign_campaign", ["campaign_id", "event_id"], unique=False)

    op.create_table(
        "event_sender",
        sa.Column("event_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("sender_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.PrimaryKeyConstraint("event_id", "sender_id", name=op.f("pk_event_sender")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("event_sender", schema=None) as batch_op:
        batch_op.create_index("ix_event_sender_sender", ["sender_id", "event_id"], unique=False)

    op.create_table(
        "field_alert",
        sa.Column("id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("entity", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("name", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("kind", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("state", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("since", models.columns.UTCDateTime(timezone=True), nullable=False),
        sa.Column("found_at", models.columns.UTCDateTime(timezone=True), nullable=False),
        sa.Column("settled_at", models.columns.UTCDateTime(timezone=True), nullable=True),
        sa.Column("message", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("suggested_name", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=True),
        sa.Column("suggested_target", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=True),
        sa.Column("run_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_field_alert")),
    )
    with op.batch_alter_table("field_alert", schema=None) as batch_op:
        batch_op.create_index("ix_field_alert_name", ["entity", "name", "state"], unique=False)

    op.create_table(
        "field_mapping",
        sa.Column("id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("entity", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("name", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("target", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("status", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("reasons", models.columns.JsonDocument(), nullable=False),
        sa.Column("valid_from", models.columns.UTCDateTime(timezone=True), nullable=True),
        sa.Column("valid_to", models.columns.UTCDateTime(timezone=True), nullable=True),
        sa.Column("superseded_at", models.columns.UTCDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=True),
        sa.Column("created_at", models.columns.UTCDateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_field_mapping")),
    )
    with op.batch_alter_table("field_mapping", schema=None) as batch_op:
        batch_op.create_index("ix_field_mapping_name", ["entity", "name", "created_at"], unique=False)

    op.create_table(
        "field_sighting",
        sa.Column("entity", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("name", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("run_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("at", models.columns.UTCDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("entity", "name", "run_id", name=op.f("pk_field_sighting")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("field_sighting", schema=None) as batch_op:
        batch_op.create_index("ix_field_sighting_run", ["run_id"], unique=False)

    op.create_table(
        "sender",
        sa.Column("id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("name", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("is_sure", sa.Boolean(), nullable=False),
        sa.Column("user_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=True),
        sa.Column("first_seen_at", models.columns.UTCDateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", models.columns.UTCDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sender")),
        sa.UniqueConstraint("name", name=op.f("uq_sender_name")),
    )
    op.create_table(
        "name_list",
        sa.Column("field", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("value", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.PrimaryKeyConstraint("field", "value", name=op.f("pk_name_list")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.add_column(sa.Column("step", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("steps", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("sender", sa.Text(), nullable=True))

    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.add_column(sa.Column("engagement_only", sa.Boolean(), nullable=False, server_default=sa.false()))

    with op.batch_alter_table("custom_field_definition", schema=None) as batch_op:
        batch_op.add_column(sa.Column("filled", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("shapes", models.columns.JsonDocument(), nullable=False, server_default="{}"))
        batch_op.add_column(
            sa.Column("first_run_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=True)
        )
        batch_op.add_column(sa.Column("missed", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("unread", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    with op.batch_alter_table("custom_field_definition", schema=None) as batch_op:
        batch_op.drop_column("unread")
        batch_op.drop_column("missed")
        batch_op.drop_column("first_run_id")
        batch_op.drop_column("shapes")
        batch_op.drop_column("filled")

    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.drop_column("engagement_only")

    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.drop_column("sender")
        batch_op.drop_column("steps")
        batch_op.drop_column("step")

    op.drop_table("name_list")
    op.drop_table("sender")
    with op.batch_alter_table("field_sighting", schema=None) as batch_op:
        batch_op.drop_index("ix_field_sighting_run")

    op.drop_table("field_sighting")
    with op.batch_alter_table("field_mapping", schema=None) as batch_op:
        batch_op.drop_index("ix_field_mapping_name")

    op.drop_table("field_mapping")
    with op.batch_alter_table("field_alert", schema=None) as batch_op:
        batch_op.drop_index("ix_field_alert_name")

    op.drop_table("field_alert")
    with op.batch_alter_table("event_sender", schema=None) as batch_op:
        batch_op.drop_index("ix_event_sender_sender")

    op.drop_table("event_sender")
    with op.batch_alter_table("event_campaign", schema=None) as batch_op:
        batch_op.drop_index("ix_event_campaign_campaign")

    op.drop_table("event_campaign")
    with op.batch_alter_table("engagement_report", schema=None) as batch_op:
        batch_op.drop_index("ix_engagement_report_run")
        batch_op.drop_index("ix_engagement_report_record")
        batch_op.drop_index("ix_engagement_report_name")

    op.drop_table("engagement_report")
    with op.batch_alter_table("engagement_fact", schema=None) as batch_op:
        batch_op.drop_index("ix_engagement_fact_kind")
        batch_op.drop_index("ix_engagement_fact_campaign")

    op.drop_table("engagement_fact")
    with op.batch_alter_table("engagement_event", schema=None) as batch_op:
        batch_op.drop_index("ix_engagement_event_record")
        batch_op.drop_index("ix_engagement_event_kind")
        batch_op.drop_index("ix_engagement_event_activity")

    op.drop_table("engagement_event")
    with op.batch_alter_table("engagement", schema=None) as batch_op:
        batch_op.drop_index("ix_engagement_stage")
        batch_op.drop_index("ix_engagement_engaged")

    op.drop_table("engagement")
    with op.batch_alter_table("campaign_membership", schema=None) as batch_op:
        batch_op.drop_index("ix_campaign_membership_campaign")

    op.drop_table("campaign_membership")
    op.drop_table("campaign")
