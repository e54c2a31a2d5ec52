"""Values of promoted custom fields in order: texts in lower case as well, and with each value the id that breaks ties. And
what runs that go on decided so far, a slice at a time.

What is promoted already is filled in anew when a server of this release first starts, and read row by row until then.

Revision ID: 0010
Revises: 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_VALUE, _SLICE = "promoted_value", "run_slice"
_TOKEN = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column(_VALUE, sa.Column("letters", sa.Text(), nullable=True))
    _drop_indexes("number", "moment")
    for name in ("letters", "number", "moment"):
        _create_index(name, "record_id")
    op.execute("UPDATE custom_field_setting SET is_indexed = false")
    op.create_table(
        _SLICE,
        sa.Column("run_id", _TOKEN, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("decisions", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("run_id", "place", name=op.f("pk_run_slice")),
    )


def downgrade() -> None:
    op.drop_table(_SLICE)
    _drop_indexes("letters", "number", "moment")
    op.drop_column(_VALUE, "letters")
    for name in ("number", "moment"):
        _create_index(name)


def _drop_indexes(*names: str) -> None:
    for name in names:
        op.drop_index(f"ix_promoted_value_{name}", table_name=_VALUE)


def _create_index(name: str, *others: str) -> None:
    op.create_index(
        f"ix_promoted_value_{name}",
        _VALUE,
        ["entity", "name", name, *others],
        unique=False,
        postgresql_where=sa.text(f"{name} IS NOT NULL"),
        sqlite_where=sa.text(f"{name} IS NOT NULL"),
    )
