"""The documents of the built UI, made known to the database, so that its pages work for people who may not explore too.

A build carries its manifest, `documents.json`: texts by their hashes. Whoever made the build (this process, another one,
`rolograph build-ui`, a released wheel), each server registers what it serves. Documents of earlier builds stay
registered, because pages that were opened before an upgrade ask for them as long as they are open.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import msgspec
import structlog
from graphql import GraphQLError

from api.context import Server
from api.operating import command_context
from api.ui.keeping import Keeper
from graphql_schema.resolvers.documents import ensure_documents_registered
from models.errors import CRMError

MANIFEST = "documents.json"
LOOK_SECONDS = 1  # between looks for another build: reading one small file
AGAIN_SECONDS = 60  # after registering failed

log = structlog.stdlib.get_logger("ui")


def registering(keeper: Keeper) -> Callable[[Server, asyncio.Event], Awaitable[None]]:
    """Work beside a server: whenever another build is served, its documents are registered."""

    async def keep_documents_registered(server: Server, ending: asyncio.Event) -> None:
        registered: Path | None = None
        while not ending.is_set():
            pause = LOOK_SECONDS
            build = keeper.built()
            if build is not None and build != registered:
                if await register_build(server, build):
                    registered = build
                else:
                    pause = AGAIN_SECONDS
            with suppress(TimeoutError):
                await asyncio.wait_for(ending.wait(), pause)

    return keep_documents_registered


async def register_build(server: Server, build: Path) -> bool:
    """Register the documents of a build; whether that went well. Where not, the log tells, and the pages send their
    texts.
    """
    try:
        content = await asyncio.to_thread((build / MANIFEST).read_bytes)
        manifest = msgspec.json.decode(content, type=dict[str, str])
        ctx = command_context(server.settings, server.db, clock=server.clock)
        added = await ensure_documents_registered(ctx, manifest, f"ui {build.name}")
    except (OSError, msgspec.DecodeError, CRMError, GraphQLError) as error:
        log.warning("the documents of the UI could not be registered", build=build.name, reason=str(error))
        return False
    if added:
        log.info("the documents of the UI are registered", build=build.name, added=added)
    return True
