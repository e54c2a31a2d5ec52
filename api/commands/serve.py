"""`rolograph serve`: the server, ready for Enginy at its first start."""

from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.options import DatabaseUrl

if TYPE_CHECKING:
    from api.settings import Settings


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; 127.0.0.1 unless set.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; 8000 unless set.")] = None,
    workers: Annotated[int | None, typer.Option(help="Server processes; more than one needs PostgreSQL.")] = None,
    demo: Annotated[bool, typer.Option("--demo", help="Serve made-up contacts from a database of their own.")] = False,
    ui: Annotated[
        bool | None, typer.Option("--ui/--no-ui", help="Serve the pages, and build them where they are not built yet.")
    ] = None,
    database_url: DatabaseUrl = None,
    ssl_certfile: Annotated[str | None, typer.Option(help="Certificate chain (PEM), to serve HTTPS.")] = None,
    ssl_keyfile: Annotated[str | None, typer.Option(help="Private key (PEM) of that certificate.")] = None,
    proxy_headers: Annotated[
        bool | None, typer.Option("--proxy-headers/--no-proxy-headers", help="Believe a proxy's X-Forwarded-* headers.")
    ] = None,
    forwarded_allow_ips: Annotated[
        str | None, typer.Option(help="Proxies that are believed, with commas; 127.0.0.1 unless set, * for all.")
    ] = None,
) -> None:
    """Start the server. The first start makes the database, a first API key and a first admin, and shows how to connect
    Enginy and how to sign in.
    """
    from api.settings import DEMO_DATABASE_URL, load_settings

    if demo and database_url is None:
        database_url = DEMO_DATABASE_URL  # whatever the environment says: that may be the real one
    settings = load_settings(
        host=host,
        port=port,
        workers=workers,
        ui=ui,
        database_url=database_url,
        ssl_certfile=ssl_certfile,
        ssl_keyfile=ssl_keyfile,
        proxy_headers=proxy_headers,
        forwarded_allow_ips=forwarded_allow_ips,
    )
    _check(settings, demo=demo)
    _serve(settings, demo=demo)


def _check(settings: "Settings", *, demo: bool) -> None:
    """Refuse what cannot work, before anything is made."""
    import ssl
    from pathlib import Path

    from models.database.url import driver_url, is_sqlite
    from models.errors import InvalidInput

    if settings.workers > 1 and is_sqlite(driver_url(settings.database_url)):
        raise InvalidInput(
            f"SQLite allows one server process, not {settings.workers}: each would keep a writer of its own waiting "
            "for the others. Start with --workers 1, or set ROLOGRAPH_DATABASE_URL to a PostgreSQL database"
        )
    if settings.workers > 1 and demo:
        raise InvalidInput("--demo fills the database from one process; start it with --workers 1")
    if (settings.ssl_certfile is None) != (settings.ssl_keyfile is None):
        raise InvalidInput("HTTPS needs both --ssl-certfile and --ssl-keyfile")
    for path in (settings.ssl_certfile, settings.ssl_keyfile):
        if path is not None and not Path(path).is_file():
            raise InvalidInput(f"There is no file {path}")
    if settings.ssl_certfile is not None:
        try:
            ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(
                settings.ssl_certfile, settings.ssl_keyfile, password=lambda: ""
            )
        except (OSError, ValueError) as error:  # an encrypted key, or one of another certificate, among them
            raise InvalidInput(
                f"HTTPS cannot be served with {settings.ssl_certfile} and {settings.ssl_keyfile}: both must be PEM, the key "
                "that of the first certificate, and readable without a password"
            ) from error


def _serve(settings: "Settings", *, demo: bool) -> None:
    import asyncio
    from contextlib import suppress

    import structlog

    from api.listening import bind, listen, listen_in_processes
    from api.logging import configure_logging
    from api.operating import migrate_database
    from api.startup import build_app, start
    from api.welcome import Addresses, welcome

    configure_logging(settings)
    log = structlog.stdlib.get_logger("serve")
    # The port comes first: a key is shown once, so nobody may see it and then find that the server does not start.
    with bind(settings.host, settings.port) as bound:
        migrate_database(settings)
        is_open = asyncio.Event()
        filling = []
        if demo:
            from api.demo.filling import fill_when_open
            from api.demo.mark import check_database

            asyncio.run(check_database(settings))
            filling.append(fill_when_open(is_open))
        started = asyncio.run(start(settings))
        for warning in (*started.warnings, *_in_the_open(settings)):
            log.warning(warning)
        addresses = Addresses.of(settings)
        welcome(addresses, settings, started.key, started.token)
        if settings.workers > 1:
            log.info("starting processes", url=addresses.local, processes=settings.workers)
            listen_in_processes("api.startup:app_from_environment", settings, bound)
            return
        app = build_app(settings, background=filling)

        def opened() -> None:
            is_open.set()
            log.info("listening", url=addresses.local)

        with suppress(KeyboardInterrupt):  # uvicorn raises it again when all is closed
            listen(app, settings, bound, opened=opened, closed=lambda: log.info("stopped"))


def _in_the_open(settings: "Settings") -> list[str]:
    """What to say where other machines reach the server and nothing hides what they send."""
    if settings.host in {"127.0.0.1", "::1", "localhost"} or settings.ssl_certfile or settings.proxy_headers:
        return []
    return [f"Listening on {settings.host} without HTTPS: keys and contacts travel readable, unless a proxy adds it"]
