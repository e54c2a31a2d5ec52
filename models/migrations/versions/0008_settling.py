"""Settling what waits for a person: items that failed, in rows of their own, and when a pair was said to be two records.

Items of runs that are there already are not read again: whatever still fails comes with the next sync.

Revision ID: 0008
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

import models.columns

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_TOKEN = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_FAILED, _PAIR = "failed_item", "possible_duplicate"


def upgrade() -> None:
    op.create_table(
        _FAILED,
        sa.Column("run_id", _TOKEN, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("entity", _TOKEN, nullable=True),
        sa.Column("external_id", _TOKEN, nullable=True),
        sa.Column("code", _TOKEN, nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("decision", models.columns.JsonDocument(), nullable=False),
        sa.PrimaryKeyConstraint("run_id", "place", name=op.f("pk_failed_item")),
    )
    with op.batch_alter_table(_FAILED, schema=None) as batch_op:
        batch_op.create_index("ix_failed_item_open", ["is_open", "code", "run_id", "place"], unique=False)
        batch_op.create_index("ix_failed_item_external", ["external_id", "entity"], unique=False)
    with op.batch_alter_table(_PAIR, schema=None) as batch_op:
        batch_op.add_column(sa.Column("settled_at", models.columns.UTCDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("settled_by", _TOKEN, nullable=True))
        batch_op.create_index(
            "ix_possible_duplicate_found", ["state", "found_at", "first_id", "second_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table(_PAIR, schema=None) as batch_op:
        batch_op.drop_index("ix_possible_duplicate_found")
        batch_op.drop_column("settled_by")
        batch_op.drop_column("settled_at")
    op.drop_table(_FAILED)
