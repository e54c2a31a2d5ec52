"""Registered documents, and queries that people save.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

import models.columns

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "registered_document",
        sa.Column("hash", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("registered_at", models.columns.UTCDateTime(timezone=True), nullable=False),
        sa.Column("registered_by", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_registered_document")),
    )
    with op.batch_alter_table("registered_document", schema=None) as batch_op:
        batch_op.create_index("ix_registered_document_registered", ["registered_at", "hash"], unique=False)

    op.create_table(
        "saved_query",
        sa.Column("id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("title", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("variables", models.columns.JsonDocument(), nullable=True),
        sa.Column("owner_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("created_at", models.columns.UTCDateTime(timezone=True), nullable=False),
        sa.Column("updated_at", models.columns.UTCDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_query")),
    )
    with op.batch_alter_table("saved_query", schema=None) as batch_op:
        batch_op.create_index("ix_saved_query_owner", ["owner_id", "title", "id"], unique=False)
        batch_op.create_index("ix_saved_query_shared", ["shared", "title", "id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("saved_query", schema=None) as batch_op:
        batch_op.drop_index("ix_saved_query_shared")
        batch_op.drop_index("ix_saved_query_owner")

    op.drop_table("saved_query")
    with op.batch_alter_table("registered_document", schema=None) as batch_op:
        batch_op.drop_index("ix_registered_document_registered")

    op.drop_table("registered_document")
