"""What the README says of permissions is what the code does, and its documents can be run."""

import re
from pathlib import Path

from graphql import parse, validate

from graphql_schema.schema import schema
from models.access.policy import ROLES, SCOPES, Permission

README = (Path(__file__).parents[1] / "README.md").read_text()


def table() -> list[list[str]]:
    between = README.partition("<!-- permissions -->\n")[2].partition("<!-- /permissions -->")[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in between.splitlines()]


def test_permissions_are_told_as_they_are():
    head, _, *rows = table()
    who = [re.sub("`", "", name) for name in head[2:]]
    having = {
        **{role.value: each for role, each in ROLES.items()},
        **{s.value: each for s, (_, each) in SCOPES.items()},
    }

    told = {name: {row[0].strip("`") for row in rows if row[at + 2]} for at, name in enumerate(who)}

    assert [row[0].strip("`") for row in rows] == list(Permission)
    assert told == {name: set(permissions) for name, permissions in having.items()}


def test_documents_fit_the_schema():
    shown = re.findall(r"```graphql\n(.*?)```", README, re.DOTALL)

    assert [validate(schema._schema, parse(each)) for each in shown] == [[]] * len(shown)
    assert len(shown) > 5
