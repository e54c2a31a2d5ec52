"""All questions, in the order in which they are asked: each module adds its own."""

from api.doctor.questions import connection, contacts, syncing, updating, hostile, companies, work  # noqa: F401, I001
