"""`rolograph migrate`, `build-ui`, `schema` and `settings`: what is made from a release, ready to be used."""

from typing import Annotated

import typer

from api.commands.options import DatabaseUrl, aside, out


def migrate(database_url: DatabaseUrl = None) -> None:
    """Bring the database to this release's schema. The server does it too, at every start."""
    from api.logging import configure_logging
    from api.operating import migrate_database
    from api.settings import load_settings
    from models.database.migration import newest_revision
    from models.database.url import driver_url, shown

    settings = load_settings(database_url=database_url)
    configure_logging(settings)
    migrate_database(settings)
    out().print(f"{shown(driver_url(settings.database_url))} is at revision {newest_revision()}.")


def build_ui(
    anew: Annotated[
        bool, typer.Option("--anew", help="Build even if nothing has changed since the last time.")
    ] = False,
) -> None:
    """Build the pages. The server does it too, at every start after which they differ from their sources."""
    import time

    from api.settings import load_settings
    from api.ui.building import Build, BuildFailed
    from api.ui.not_built import UiNotBuilt
    from api.ui.place import HERE

    if not HERE.has_sources:
        if HERE.current() is None:
            raise UiNotBuilt("This installation carries neither built pages nor their sources")
        out().print("The pages came with this installation.")
        return
    began = time.monotonic()
    try:
        folder = Build(node=load_settings().node, tell=lambda step: aside().print(f"{step} …")).run(anew=anew)
    except BuildFailed as failed:
        aside().print(failed.output, markup=False)
        raise UiNotBuilt(failed.reason) from failed
    out().print(f"The pages are in {folder}, after {time.monotonic() - began:.1f} s.")


def schema(
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail when the file is not up to date.")
    ] = False,
) -> None:
    """Write graphql_schema/schema.graphql, the GraphQL schema that clients and the UI are built from."""
    from pathlib import Path

    import graphql_schema
    from graphql_schema.schema import schema as live
    from models.errors import InvalidInput

    path = Path(graphql_schema.__file__).with_name("schema.graphql")
    text = live.as_str() + "\n"
    if check:
        if not path.is_file() or path.read_text() != text:
            raise InvalidInput("graphql_schema/schema.graphql is not up to date; run rolograph schema")
        out().print("graphql_schema/schema.graphql is up to date.")
        return
    path.write_text(text)
    out().print("Wrote graphql_schema/schema.graphql.")


def settings(
    env: Annotated[bool, typer.Option("--env", help="Print them as .env.example has them.")] = False,
) -> None:
    """Print every setting: as the README's table, or as the lines of .env.example."""
    from api.settings_table import env_example, settings_table

    print(env_example() if env else settings_table(), end="")  # noqa: T201  for a file, as it stands
