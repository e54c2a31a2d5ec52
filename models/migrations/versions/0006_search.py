"""Search: the words by which records are found, and the index that each database keeps of them.

On SQLite that is a full-text table whose triggers follow the rows; on PostgreSQL an index. What is there already is indexed
when a server of this release first starts.

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TABLE, FULL_TEXT = "search_entry", "search_entry_words"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("entity", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("record_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_search_entry")),
    )
    with op.batch_alter_table(TABLE, schema=None) as batch_op:
        batch_op.create_index("ix_search_entry_record", ["record_id", "entity"], unique=True)

    if op.get_bind().dialect.name == "sqlite":
        # Words hold letters and digits only, which is what `ascii` takes for a word whatever the script.
        op.execute(
            f"CREATE VIRTUAL TABLE {FULL_TEXT} USING fts5(words, content='{TABLE}', content_rowid='number', "
            "tokenize='ascii', detail='none', columnsize=0)"
        )
        added = f"INSERT INTO {FULL_TEXT} (rowid, words) VALUES (new.number, new.words);"  # noqa: S608  names, no input
        gone = f"INSERT INTO {FULL_TEXT} ({FULL_TEXT}, rowid, words) VALUES ('delete', old.number, old.words);"  # noqa: S608
        op.execute(f"CREATE TRIGGER {TABLE}_added AFTER INSERT ON {TABLE} BEGIN {added} END")
        op.execute(f"CREATE TRIGGER {TABLE}_gone AFTER DELETE ON {TABLE} BEGIN {gone} END")
        op.execute(f"CREATE TRIGGER {TABLE}_changed AFTER UPDATE ON {TABLE} BEGIN {gone} {added} END")
    else:
        op.execute(f"CREATE INDEX ix_{FULL_TEXT} ON {TABLE} USING gin (array_to_tsvector(string_to_array(words, ' ')))")


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"DROP TABLE {FULL_TEXT}")
    op.drop_table(TABLE)
