"""Alembic's environment: it works on the connection it is handed, never on one of its own."""

from alembic import context
from sqlmodel import SQLModel

import models  # noqa: F401  registers every table
from models.search.entry import is_defined_here

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
    include_name=is_defined_here,
)
with context.begin_transaction():
    context.run_migrations()
