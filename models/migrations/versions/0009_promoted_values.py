"""Values of promoted custom fields in rows of their own, so that an index finds the records that hold them.

What is promoted already is filled in when a server of this release first starts.

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op

import models.columns

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_TOKEN = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_VALUE, _SETTING = "promoted_value", "custom_field_setting"


def upgrade() -> None:
    op.create_table(
        _VALUE,
        sa.Column("record_id", _TOKEN, nullable=False),
        sa.Column("entity", _TOKEN, nullable=False),
        sa.Column("name", _TOKEN, nullable=False),
        sa.Column("text", _TOKEN, nullable=True),
        sa.Column("number", sa.Float(), nullable=True),
        sa.Column("moment", models.columns.UTCDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("record_id", "entity", "name", name=op.f("pk_promoted_value")),
    )
    with op.batch_alter_table(_VALUE, schema=None) as batch_op:
        batch_op.create_index("ix_promoted_value_text", ["entity", "name", "text"], unique=False)
        for name in ("number", "moment"):
            batch_op.create_index(
                f"ix_promoted_value_{name}",
                ["entity", "name", name],
                unique=False,
                postgresql_where=sa.text(f"{name} IS NOT NULL"),
                sqlite_where=sa.text(f"{name} IS NOT NULL"),
            )
    with op.batch_alter_table(_SETTING, schema=None) as batch_op:
        batch_op.add_column(sa.Column("is_indexed", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    with op.batch_alter_table(_SETTING, schema=None) as batch_op:
        batch_op.drop_column("is_indexed")
    op.drop_table(_VALUE)
