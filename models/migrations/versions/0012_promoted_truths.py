"""Truths among the values of promoted custom fields, so that an index finds them, and has what is false before what is true.

What is promoted already is filled in anew when a server of this release first starts, and read row by row until then.

Revision ID: 0012
Revises: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_VALUE, _INDEX = "promoted_value", "ix_promoted_value_truth"


def upgrade() -> None:
    op.add_column(_VALUE, sa.Column("truth", sa.Boolean(), nullable=True))
    op.create_index(
        _INDEX,
        _VALUE,
        ["entity", "name", "truth", "record_id"],
        unique=False,
        postgresql_where=sa.text("truth IS NOT NULL"),
        sqlite_where=sa.text("truth IS NOT NULL"),
    )
    op.execute("UPDATE custom_field_setting SET is_indexed = false")


def downgrade() -> None:
    op.drop_index(_INDEX, table_name=_VALUE)
    op.drop_column(_VALUE, "truth")
