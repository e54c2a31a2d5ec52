"""What the operator reads when the server starts: its addresses, what the first start made, how to connect."""

import sys
from dataclasses import dataclass
from typing import TextIO

from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from api.settings import Settings
from models.access.api_key import IssuedKey
from models.database.url import driver_url, shown

ANYWHERE = {"0.0.0.0", "::", ""}  # noqa: S104  names for every address, which no browser can open


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the server is found: `local` from this machine, `public` from anywhere, `base` by Enginy."""

    local: str
    public: str
    base: str

    @classmethod
    def of(cls, settings: Settings) -> "Addresses":
        host = "127.0.0.1" if settings.host in ANYWHERE else settings.host
        scheme = "https" if settings.ssl_certfile else "http"
        local = f"{scheme}://{f'[{host}]' if ':' in host else host}:{settings.port}"
        public = (settings.public_url or local).rstrip("/")
        prefix = settings.path_prefix.strip("/")
        return cls(local, public, f"{public}/{prefix}" if prefix else public)


def welcome(
    addresses: Addresses,
    settings: Settings,
    key: IssuedKey | None,
    token: str | None,
    stream: TextIO | None = None,
) -> None:
    """Print the panel of a start; a key and a link to sign in by are there only when they were made just now."""
    console = Console(file=stream or sys.stdout, highlight=False, soft_wrap=True)
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="bold")
    facts.add_column(overflow="fold")
    facts.add_row("Base URL", addresses.base)
    facts.add_row("Key header", settings.api_key_header)
    if key is None:
        facts.add_row("API key", "shown at the first start; another: rolograph keys create LABEL")
    else:
        facts.add_row("API key", Text(key.secret, style="bold green"))
        facts.add_row("", "shown this once; only a hash is stored")
    facts.add_row("GraphQL", f"{addresses.public}/graphql")
    if settings.ui:
        facts.add_row("GraphiQL", f"{addresses.public}/graphiql")
    facts.add_row("Sign in", f"{addresses.public}/sign-in")
    facts.add_row("Database", shown(driver_url(settings.database_url)))
    console.print()
    console.print(Panel(facts, title="Rolograph", title_align="left", expand=False))
    if key is not None:
        _tell_how_to_connect(console, addresses, settings, key)
    if token is not None:
        _tell_how_to_sign_in(console, addresses, token)
    console.print()


def sign_in_link(addresses: Addresses, token: str) -> str:
    """The address that signs somebody in. What stands behind the # stays in the browser, out of every log."""
    return f"{addresses.public}/sign-in#token={token}"


def _tell_how_to_sign_in(console: Console, addresses: Addresses, token: str) -> None:
    console.print("\nSign in as the admin, once and within 15 minutes:", style="bold")
    console.print(f"  {sign_in_link(addresses, token)}", markup=False)
    console.print("Another link: rolograph users link")


def _tell_how_to_connect(console: Console, addresses: Addresses, settings: Settings, key: IssuedKey) -> None:
    # Outside of any frame, so that a line copied from the terminal is the line.
    console.print("\nConnect Enginy: add the integration Custom CRM there, and enter", style="bold")
    for name, value in (
        ("baseUrl", addresses.base),
        ("apiKey", key.secret),
        ("apiKeyHeader", settings.api_key_header),
        ("contactLinkTemplate", f"{addresses.public}/contacts/{{{{crmId}}}}"),
        ("companyLinkTemplate", f"{addresses.public}/companies/{{{{crmId}}}}"),
    ):
        console.print(f"  {name:<20} {value}", markup=False)
    if not addresses.base.startswith("https://"):
        console.print(
            "Enginy calls over HTTPS only: put a proxy in front and set ROLOGRAPH_PUBLIC_URL, or use --ssl-certfile.",
            style="yellow",
        )
    console.print("\nTry it:", style="bold")
    console.print(
        f"  curl -H '{settings.api_key_header}: {key.secret}' {_try_at(addresses, settings)}/health", markup=False
    )


def _try_at(addresses: Addresses, settings: Settings) -> str:
    prefix = settings.path_prefix.strip("/")
    return f"{addresses.local}/{prefix}" if prefix else addresses.local
