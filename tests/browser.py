"""A browser as a caller: it keeps cookies, and says whose page asks."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

import httpx
from fastapi import FastAPI

from api.app import create_app
from api.settings import Settings
from models.access.link import make_link
from models.database.engine import Database
from tests.factories import NOW, Clock

ADA = ("ada@example.com", "a good long sentence")


class Browser:
    """A browser with one of our pages open. `app` is the server behind it."""

    def __init__(self, app: FastAPI, address: str = "http://crm.test", host: str = "203.0.113.7") -> None:
        self.app = app
        self.http = httpx.AsyncClient(
            transport=httpx.ASGITransport(app, client=(host, 50_000), raise_app_exceptions=False),
            base_url=address,
            headers={"Origin": address, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json"},
        )

    async def sign_in(self, email: str = ADA[0], password: str = ADA[1], **headers: str) -> httpx.Response:
        return await self.http.post("/session", json={"email": email, "password": password}, headers=headers)

    async def follow(self, token: str) -> httpx.Response:
        return await self.http.post("/session", json={"token": token})

    async def sign_out(self) -> httpx.Response:
        return await self.http.delete("/session")

    async def ask(self, query: str, **variables: Any) -> httpx.Response:
        return await self.http.post("/graphql", json={"query": query, "variables": variables})

    async def who(self) -> Any:
        """The name of whoever is signed in; the status of the refusal where nobody is."""
        response = await self.ask("{ viewer { label } }")
        return response.json()["data"]["viewer"]["label"] if response.status_code == 200 else response.status_code

    def cookies(self) -> dict[str, str | None]:
        return {cookie.name: cookie.value for cookie in self.http.cookies.jar}


@asynccontextmanager
async def open_server(database_url: str, *, clock: Clock | None = None, **settings: Any) -> AsyncIterator[FastAPI]:
    """A server over this database, for browsers."""
    app = create_app(Settings(_env_file=None, database_url=database_url, **settings), clock=clock or Clock())
    async with app.router.lifespan_context(app):
        yield app


async def link_for(database: Database, user_id: str, now: datetime = NOW) -> str:
    """The token of a sign-in link."""
    async with database.write() as session:
        return await make_link(session, user_id, now=now)
