"""`rolograph keys`: who may call."""

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.options import DatabaseUrl, aside, out

if TYPE_CHECKING:
    from models.access.api_key import ApiKey

keys = typer.Typer(help="API keys: make, list and revoke them.", no_args_is_help=True)

_SPAN = re.compile(r"(\d{1,5})\s*([hdwmy])")
_HOURS = {"h": 1, "d": 24, "w": 24 * 7, "m": 24 * 30, "y": 24 * 365}


@keys.command("create")
def create(
    label: Annotated[str, typer.Argument(help="What the key is for, such as Enginy.")],
    scope: Annotated[
        list[str] | None,
        typer.Option(
            help="enginy, graphql:read, graphql:write or metrics; may be given several times. Enginy's unless set."
        ),
    ] = None,
    expires: Annotated[
        str | None, typer.Option(help="When it stops working: 12h, 90d, 6m, 1y, or a date. Never unless set.")
    ] = None,
    database_url: DatabaseUrl = None,
) -> None:
    """Make a key and print it, once. Where the output goes to a script, the key alone is printed there."""
    import sys

    from api.commands.acting import act
    from graphql_schema.resolvers.keys import create_key
    from models.access.api_key import Scope
    from models.columns import utc_now

    expires_at = expiry(expires, utc_now()) if expires else None
    scopes = scope or [Scope.ENGINY]
    issued = act(lambda ctx: create_key(ctx, label, scopes, expires_at), database_url)
    record = issued.record
    told = f"Key {record.id} ({record.label}) with {', '.join(record.scopes)}, {_until(record)}"
    if sys.stdout.isatty():
        out().print(f"{told}\n\n  [bold green]{issued.secret}[/]\n\nIt is shown this once; only a hash is stored.")
    else:
        aside().print(told)
        print(issued.secret)  # noqa: T201  the bare key, for the script that reads it


@keys.command("list")
def list_(database_url: DatabaseUrl = None) -> None:
    """Show all keys. Their text is not known any more; the start tells them apart."""
    from rich.table import Table

    from api.commands.acting import act
    from graphql_schema.resolvers.keys import list_keys
    from models.columns import utc_now

    now = utc_now()
    table = Table(
        "Label", "Start", "Scopes", "Created", "Last used", "Expires", "State", "Id", caption="Times are in UTC."
    )
    for key in act(list_keys, database_url):
        table.add_row(
            key.label,
            f"{key.start}…",
            ", ".join(key.scopes),
            _day(key.created_at),
            _day(key.last_used_at),
            _day(key.expires_at),
            _state(key, now),
            key.id,
        )
    out().print(table)


@keys.command("revoke")
def revoke(
    key: Annotated[str, typer.Argument(help="The key's id, or its start as the list shows it.")],
    database_url: DatabaseUrl = None,
) -> None:
    """Stop a key from working, at once."""
    from api.commands.acting import act
    from graphql_schema.context import Context
    from graphql_schema.resolvers.keys import list_keys, revoke_key
    from models.errors import InvalidInput, NotFound

    async def revoked(ctx: Context) -> "ApiKey":
        start = key.rstrip("….")
        found = [each for each in await list_keys(ctx) if key == each.id or start == each.start]
        if not found:
            raise NotFound("Key", key)
        if len(found) > 1:
            raise InvalidInput(
                f"Several keys start with {start}; name one by its id: {', '.join(each.id for each in found)}"
            )
        return await revoke_key(ctx, found[0].id)

    done = act(revoked, database_url)
    out().print(f"Revoked {done.id} ({done.label}).")


def expiry(text: str, now: datetime) -> datetime:
    """The moment that `90d`, `6m` or an ISO date means. Raises InvalidInput for anything else."""
    from models.errors import InvalidInput
    from models.moments import parse_moment

    span = _SPAN.fullmatch(text.strip().lower())
    if span is not None:
        return now + timedelta(hours=int(span[1]) * _HOURS[span[2]])
    try:
        moment = parse_moment("expires", text)
    except InvalidInput:
        moment = None
    if moment is None:
        raise InvalidInput(
            f"{text!r} is no expiry; write a span such as 90d, or a date such as 2030-01-31", field="expires"
        )
    return moment


def _until(key: "ApiKey") -> str:
    return f"until {_day(key.expires_at)}" if key.expires_at else "without an end"


def _day(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else "–"


def _state(key: "ApiKey", now: datetime) -> str:
    if key.revoked_at is not None:
        return "[red]revoked[/]"
    return "[green]valid[/]" if key.is_valid(now) else "[yellow]expired[/]"
