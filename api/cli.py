"""The command `rolograph`: a table of contents. What each command does stands in `api.commands`."""

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from api.commands import check, demo, keys, serve, upkeep, users


class Commands(TyperGroup):
    """Commands whose errors, where they have a name, are told in one line; everything else is a bug and stays loud."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except Exception as error:
            from models.errors import CRMError

            if not isinstance(error, CRMError):
                raise
            from rich.text import Text

            from api.commands.options import aside

            aside().print(Text(f"Error: {getattr(error, 'detail', error.message)}", style="bold red"))
            raise typer.Exit(1) from None


app = typer.Typer(
    cls=Commands,
    help="Rolograph: a self-hosted CRM backend that Enginy connects to.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(serve.serve)
app.command()(upkeep.migrate)
app.add_typer(keys.keys, name="keys")
app.add_typer(users.users, name="users")
app.command()(demo.demo)
app.command()(check.check)
app.command(name="build-ui")(upkeep.build_ui)
app.command()(upkeep.schema)
app.command(hidden=True)(upkeep.settings)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"rolograph {version('rolograph')}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """Take the options that belong to no command."""


def main() -> None:
    """Run the command line."""
    app()
