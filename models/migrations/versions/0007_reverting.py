"""Runs that undo runs: which undoes which, and how far an unfinished one has come.

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_TOKEN = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_COLUMNS = ("reverts", "reverted_by", "reached")


def upgrade() -> None:
    with op.batch_alter_table("run", schema=None) as batch_op:
        for name in _COLUMNS:
            batch_op.add_column(sa.Column(name, _TOKEN, nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("run", schema=None) as batch_op:
        for name in reversed(_COLUMNS):
            batch_op.drop_column(name)
