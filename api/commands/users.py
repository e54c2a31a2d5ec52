"""`rolograph users`: the team, and how they sign in."""

from typing import Annotated

import typer

from api.commands.options import DatabaseUrl, out

users = typer.Typer(help="The team: who can own contacts and tasks, and sign in.", no_args_is_help=True)


@users.command("add")
def add(
    name: Annotated[str, typer.Argument(help="Full name, as Enginy shows it.")],
    email: Annotated[str | None, typer.Option(help="Email address.")] = None,
    role: Annotated[str, typer.Option(help="admin, rep or analyst.")] = "rep",
    id: Annotated[
        str | None, typer.Option(help="An id of your own, such as sales-rep-1; made up unless given.")
    ] = None,
    database_url: DatabaseUrl = None,
) -> None:
    """Add a person, whom Enginy then offers as an owner."""
    from api.commands.acting import act
    from graphql_schema.resolvers.people import create_user
    from models.errors import InvalidInput
    from models.user import Role

    if role not in set(Role):
        raise InvalidInput(f"Unknown role {role!r}; known are {', '.join(Role)}", field="role")
    made = act(lambda ctx: create_user(ctx, name, email, Role(role), id), database_url)
    out().print(f"Added {made.name} as {made.id}.")


@users.command("link")
def link(
    who: Annotated[
        str, typer.Argument(metavar="[EMAIL|ID]", help="Whom it signs in; the first admin unless given.")
    ] = "admin",
    database_url: DatabaseUrl = None,
) -> None:
    """Print a link that signs a person in, once and within 15 minutes. Links made for them before stop working."""
    from api.commands.acting import act
    from api.commands.options import aside
    from api.settings import load_settings
    from api.welcome import Addresses, sign_in_link
    from graphql_schema.resolvers.inviting import create_sign_in_link

    made = act(lambda ctx: create_sign_in_link(ctx, who), database_url)
    aside().print(f"Signs in {made.user.name}, {made.user.role}, once and within 15 minutes:", markup=False)
    print(sign_in_link(Addresses.of(load_settings()), made.token))  # noqa: T201  the bare link, for a script that reads it


@users.command("list")
def list_(database_url: DatabaseUrl = None) -> None:
    """Show the people of the team."""
    from rich.table import Table

    from api.commands.acting import act
    from graphql_schema.resolvers.users import list_users

    table = Table("Name", "Email", "Role", "Id")
    for user in act(list_users, database_url):
        table.add_row(user.name, user.email or "–", user.role, user.id)
    out().print(table)
