"""What happens when a server starts: the database is brought up to date, a first key, admin and configuration made."""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import structlog
from fastapi import FastAPI

from api.app import create_app
from api.context import Server
from api.listening import end_with_parent
from api.logging import configure_logging
from api.operating import command_context, open_database
from api.retention import keep_pruning
from api.settings import PREFIX, Settings, load_settings
from api.ui.keeping import Keeper
from api.ui.place import HERE, Place
from api.ui.registering import registering
from graphql_schema.context import Clock
from graphql_schema.resolvers.configuration import ensure_match_keys
from graphql_schema.resolvers.engagement import ensure_engagement_read
from graphql_schema.resolvers.indexing import ensure_promoted_indexed, ensure_search_indexed
from graphql_schema.resolvers.inviting import create_first_admin
from graphql_schema.resolvers.keys import create_first_key
from graphql_schema.resolvers.seeding import seed_configuration
from models.access.api_key import IssuedKey
from models.columns import utc_now
from models.configuration import Configuration, to_stored
from models.errors import InvalidInput

# Work that goes on beside the server's answers; the event tells it to come to an end by itself.
Background = Callable[[Server, asyncio.Event], Awaitable[None]]
END_SECONDS = 10  # for background work to come to an end before it is cut off

FIRST_KEY = "First key"
TEST_PREFIX = f"{PREFIX}TEST_"  # variables of the test suite

log = structlog.stdlib.get_logger("startup")


@dataclass(frozen=True, slots=True)
class Start:
    """What a start found and did. `key`, and `token` for the admin's first sign-in, are there only when made just now."""

    key: IssuedKey | None
    token: str | None
    warnings: tuple[str, ...]


async def start(settings: Settings, *, clock: Clock = utc_now) -> Start:
    """Make a migrated database ready to serve: a first key, a first admin and a configuration where
    there are none.
    """
    seeds = given_seeds(settings)
    db = open_database(settings)
    try:
        ctx = command_context(settings, db, clock=clock)
        warnings = await db.driver.check()
        stored, taken = await seed_configuration(ctx, seeds)
        if not taken:
            warnings += _differing(seeds, stored)
        rekeyed = await ensure_match_keys(ctx)
        if rekeyed is not None and rekeyed.rekeyed.records:
            log.info("match keys derived anew, because their rules have changed", records=rekeyed.rekeyed.records)
        read = await ensure_engagement_read(ctx)
        if read is not None and any(read.values()):
            log.info("engagement read anew, because its rules have changed", records=sum(read.values()))
        indexed = await ensure_search_indexed(ctx)
        if indexed is not None and any(indexed.values()):
            log.info("search index made anew, because its rules have changed", records=sum(indexed.values()))
        if promoted := await ensure_promoted_indexed(ctx):
            log.info("promoted fields indexed", fields=promoted)
        key, invitation = await create_first_key(ctx, FIRST_KEY), await create_first_admin(ctx)
        token = invitation.token if invitation is not None else None
        return Start(key, token, (*warnings, *_unknown_variables()))
    finally:
        await db.close()


def given_seeds(settings: Settings) -> dict[str, Any]:
    """The first configuration as the environment spells it. Raises InvalidInput for text that cannot be read."""
    seeds: dict[str, Any] = {}
    if settings.contact_sync_back is not None:
        seeds["contact_sync_back"] = [_property(part) for part in _parts(settings.contact_sync_back)]
    if settings.contact_match_order is not None:
        seeds["contact_match_order"] = _parts(settings.contact_match_order)
    if settings.null_safety is not None:
        seeds["null_safety"] = settings.null_safety
    return seeds


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _property(text: str) -> list[str]:
    name, equals, field = (part.strip() for part in text.partition("="))
    if not (name and equals and field):
        raise InvalidInput(
            f"{PREFIX}CONTACT_SYNC_BACK: {text!r} is not of the form property=field, such as leadScore=lead_score"
        )
    return [name, field]


def _differing(seeds: dict[str, Any], stored: Configuration) -> list[str]:
    return [
        f"{PREFIX}{name.upper()} differs from the stored configuration, which holds: {stated(name, kept)}"
        for name, wanted in seeds.items()
        if to_stored(name, kept := getattr(stored, name)) != wanted
    ]


def stated(name: str, value: Any) -> str:
    """A decision as the environment would spell it."""
    plain = to_stored(name, value)
    if name.endswith("_sync_back"):
        return ", ".join("=".join(pair) for pair in plain) or "nothing"
    return ", ".join(plain) if isinstance(plain, list) else str(plain)


def _unknown_variables() -> list[str]:
    """Variables that look like ours and are none: a misspelled setting would otherwise be silence."""
    known = {f"{PREFIX}{name}".upper() for name in Settings.model_fields}
    ours = sorted(name for name in os.environ if name.upper().startswith(PREFIX) and not name.startswith(TEST_PREFIX))
    return [f"{name} is no setting of this release" for name in ours if name.upper() not in known]


def build_app(
    settings: Settings, *, background: Sequence[Background] = (), clock: Clock = utc_now, ui: Place = HERE
) -> FastAPI:
    """The server with what goes on beside its answers: old runs are emptied, pages built and
    their documents registered, and whatever else is given."""
    app = create_app(settings, clock=clock, ui=ui)
    keeper: Keeper | None = app.state.ui
    inner = app.router.lifespan_context
    of_pages = () if keeper is None else (registering(keeper),)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[Any]:
        async with AsyncExitStack() as stack:
            state = await stack.enter_async_context(inner(app))
            if keeper is not None:
                keeper.start()
                stack.callback(keeper.stop)
            ending = asyncio.Event()
            works = [_guarded(work, app.state.server, ending) for work in (keep_pruning, *of_pages, *background)]
            stack.push_async_callback(_end, [asyncio.create_task(each) for each in works], ending)
            yield state

    app.router.lifespan_context = lifespan
    return app


async def _guarded(work: Background, server: Server, ending: asyncio.Event) -> None:
    try:
        await work(server, ending)
    except Exception:
        log.exception("background work ended early", work=getattr(work, "__name__", type(work).__name__))


async def _end(tasks: Sequence[asyncio.Task[None]], ending: asyncio.Event) -> None:
    # Asked first: cancelled in the middle of a statement, a connection to the database would be left hanging.
    ending.set()
    _, late = await asyncio.wait(tasks, timeout=END_SECONDS)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)


def app_from_environment() -> FastAPI:
    """The application of one of several server processes; all of them read the same environment."""
    end_with_parent()
    settings = load_settings()
    configure_logging(settings)
    return build_app(settings)
