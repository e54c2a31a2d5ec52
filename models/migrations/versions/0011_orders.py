"""Lists of contacts and companies in the order of what they are sorted by most: names, lead score, engagement.

Revision ID: 0011
Revises: 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_LETTERS = {"contact": ("last_name", "company_name"), "company": ("name",)}
_REPORTED = ("opens", "clicks", "replies")


def upgrade() -> None:
    for table, columns in _LETTERS.items():
        for name in columns:
            op.create_index(
                f"ix_{table}_{name}", table, [sa.text(f"lower(substr({name}, 1, 200))"), "id"], unique=False
            )
    op.create_index("ix_contact_score", "contact", ["lead_score", "id"], unique=False)
    op.create_index("ix_engagement_furthest", "engagement", ["furthest_rank", "record_id"], unique=False)
    for name in _REPORTED:
        op.create_index(
            f"ix_engagement_{name}",
            "engagement",
            [name, "record_id"],
            unique=False,
            postgresql_where=sa.text(f"{name} IS NOT NULL"),
            sqlite_where=sa.text(f"{name} IS NOT NULL"),
        )


def downgrade() -> None:
    for name in (*_REPORTED, "furthest"):
        op.drop_index(f"ix_engagement_{name}", table_name="engagement")
    op.drop_index("ix_contact_score", table_name="contact")
    for table, columns in _LETTERS.items():
        for name in columns:
            op.drop_index(f"ix_{table}_{name}", table_name=table)
