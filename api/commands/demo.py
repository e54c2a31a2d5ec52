"""`rolograph demo`: a database full of made-up people, to look at and to try things on."""

from typing import Annotated

import typer

from api.commands.options import DatabaseUrl, out


def demo(
    contacts: Annotated[int, typer.Option(min=1, help="How many contacts to make.")] = 500,
    seed: Annotated[int, typer.Option(help="The same seed makes the same people.")] = 1,
    database_url: DatabaseUrl = None,
) -> None:
    """Fill a database of its own with made-up contacts and their last eight weeks. What is missing is added."""
    import asyncio

    from rich.progress import Progress

    from api.commands.options import aside
    from api.demo.filling import fill
    from api.logging import configure_logging
    from api.operating import migrate_database, open_database
    from api.settings import DEMO_DATABASE_URL, load_settings
    from models.columns import utc_now

    settings = load_settings(database_url=database_url or DEMO_DATABASE_URL)
    configure_logging(settings)
    migrate_database(settings)

    async def filled() -> bool:
        db = open_database(settings)
        try:
            with Progress(console=aside(), transient=True) as bar:
                task = bar.add_task(f"{contacts:,} contacts")
                return await fill(
                    db,
                    contacts=contacts,
                    seed=seed,
                    clock=utc_now,
                    region=settings.phone_region,
                    progress=lambda done, steps: bar.update(task, completed=done, total=steps),
                )
        finally:
            await db.close()

    if asyncio.run(filled()):
        out().print(
            f"{settings.database_url} holds {contacts:,} made-up contacts. Look: rolograph serve --demo", end=""
        )
        out().print("" if database_url is None else f" --database-url {settings.database_url}")
    else:
        out().print(f"{settings.database_url} holds them all already.")
