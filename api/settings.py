"""Settings from the environment (`ROLOGRAPH_*`) or a `.env` file. The README's table lists them all."""

import re
from typing import Any, Literal

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from models.errors import InvalidInput

PREFIX = "ROLOGRAPH_"
DEFAULT_DATABASE_URL = "sqlite:///rolograph.db"
DEMO_DATABASE_URL = "sqlite:///rolograph-demo.db"

_IS_HEADER_NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+").fullmatch  # RFC 9110, 5.6.2
_IS_PATH = re.compile(r"(?:/[0-9A-Za-z._~\-]+)*").fullmatch
_IS_ADDRESS = re.compile(r"https?://[^\s/?#]+(?:/[^\s?#]*)?").fullmatch


class Settings(BaseSettings):
    """Everything that is decided outside the database. Descriptions are the README's words."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", env_ignore_empty=True, extra="ignore")

    database_url: str = Field(
        default=DEFAULT_DATABASE_URL, description="`sqlite:///path` or `postgresql://user@host/name`"
    )
    database_connections: int = Field(default=20, ge=2, description="Connections per process to PostgreSQL")
    prepared_statements: bool = Field(default=True, description="Switch off behind PgBouncer in transaction mode")
    database_direct_url: str | None = Field(
        default=None,
        description="URL of the same PostgreSQL without a pooler such as PgBouncer in between: for live updates and migrations",
    )
    sqlite_synchronous: Literal["FULL", "NORMAL"] = Field(
        default="FULL",
        description="`NORMAL` is faster on tiny writes; a power cut may then lose the last acknowledged ones",
    )
    host: str = Field(default="127.0.0.1", description="Address to listen on")
    port: int = Field(default=8000, ge=1, le=65535, description="Port to listen on")
    workers: int = Field(default=1, ge=1, description="Server processes; more than one needs PostgreSQL")
    ssl_certfile: str | None = Field(
        default=None, description="Certificate chain (PEM) to serve HTTPS with; needs the key too"
    )
    ssl_keyfile: str | None = Field(default=None, description="Private key (PEM) of that certificate")
    proxy_headers: bool = Field(
        default=False, description="Believe a proxy's `X-Forwarded-*` headers about the caller's address and scheme"
    )
    forwarded_allow_ips: str = Field(
        default="127.0.0.1", description="Addresses of proxies that are believed, with commas; `*` for all"
    )
    public_url: str | None = Field(
        default=None,
        description="How the world reaches this server: for the connection guide, sign-in links, and to know own pages",
    )
    path_prefix: str = Field(default="", description="Path under which Enginy's endpoints live, such as `/crm`")
    api_key_header: str = Field(default="X-API-Key", description="Name of the header that carries the API key")
    ui: bool = Field(default=True, description="Serve the pages, and build them where they are not built yet")
    node: str | None = Field(
        default=None, description="Program to build the pages with, instead of the Node that is installed as a wheel"
    )
    session_idle_hours: float = Field(
        default=72, gt=0, description="How long a person stays signed in without doing anything"
    )
    session_days: float = Field(default=30, gt=0, description="How long a person stays signed in at most")
    phone_region: str | None = Field(
        default=None, description="Country of telephone numbers written without a country code, such as `ES`"
    )
    max_body_bytes: int = Field(default=52_428_800, ge=1_000, description="Largest body of a call by Enginy, in bytes")
    max_batch_items: int = Field(default=50_000, ge=1, description="Most items in one batch")
    max_graphql_bytes: int = Field(
        default=1_000_000, ge=1_000, description="Largest body of a GraphQL request, in bytes"
    )
    graphql_characters: int = Field(default=50_000, ge=100, description="Longest GraphQL document, in characters")
    graphql_tokens: int = Field(default=2_000, ge=10, description="Most tokens of a document: words, numbers, brackets")
    graphql_depth: int = Field(default=15, ge=1, description="Most levels of fields; introspection does not count")
    graphql_aliases: int = Field(default=30, ge=0, description="Most fields that a document renames")
    graphql_root_fields: int = Field(default=20, ge=1, description="Most fields at the root of a document")
    graphql_directives: int = Field(default=50, ge=0, description="Most directives of a document")
    graphql_page: int = Field(default=200, ge=1, le=1_000, description="Most entries of one page of a list")
    graphql_rows: int = Field(
        default=5_000,
        ge=1,
        description="Most rows a document may read: the sizes of its pages, multiplied down the tree",
    )
    graphql_statement_seconds: float = Field(
        default=10, gt=0, description="How long one reading statement may take, before it is given up"
    )
    graphql_requests_per_minute: int = Field(
        default=600, ge=0, description="Most GraphQL requests a minute of one person; 0 for no limit"
    )
    graphql_key_requests_per_minute: int = Field(
        default=0, ge=0, description="Most GraphQL requests a minute of one API key; 0 for no limit"
    )
    graphql_sockets: int = Field(
        default=250, ge=1, description="Most sockets for live updates that one caller has open, in each process"
    )
    graphql_subscriptions: int = Field(default=50, ge=1, description="Most subscriptions on one socket")
    body_timeout_seconds: float = Field(
        default=60, gt=0, description="How long a client may pause while sending a body"
    )
    run_retention_days: int = Field(default=90, ge=1, description="How long a run's items are kept")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="Least level that is logged"
    )
    log_format: Literal["auto", "json", "text"] = Field(
        default="auto", description="`auto`: text on a terminal, else JSON"
    )
    contact_sync_back: str | None = Field(
        default=None,
        description="First start only: properties to sync back, such as `leadScore=lead_score, tier=custom:tier`",
    )
    contact_match_order: str | None = Field(
        default=None,
        description="First start only: identifiers to match by, in order, such as `email, linkedin, phone`",
    )
    null_safety: Literal["echo", "omit"] | None = Field(default=None, description="First start only: `echo` or `omit`")

    @field_validator("path_prefix")
    @classmethod
    def _is_path(cls, value: str) -> str:
        path = f"/{value.strip('/')}".rstrip("/")
        if not _IS_PATH(path):
            raise ValueError("it must be a path such as /crm, of letters, digits and .-_~")
        return path

    @field_validator("api_key_header")
    @classmethod
    def _is_header_name(cls, value: str) -> str:
        if not _IS_HEADER_NAME(value):
            raise ValueError("it must be the name of a header, such as X-API-Key")
        return value

    @field_validator("phone_region")
    @classmethod
    def _is_region(cls, value: str | None) -> str | None:
        from phonenumbers import SUPPORTED_REGIONS  # here, because few commands need it

        if value is not None and value.upper() not in SUPPORTED_REGIONS:
            raise ValueError("it must be the code of a country, such as ES or GB")
        return value.upper() if value is not None else None

    @field_validator("public_url")
    @classmethod
    def _is_address(cls, value: str | None) -> str | None:
        if value is not None and not _IS_ADDRESS(value):
            raise ValueError("it must be an address such as https://crm.example.com")
        return value


def load_settings(**given: Any) -> Settings:
    """The settings, with those given here (and not None) above the environment.

    Raises InvalidInput naming the variable of a value that cannot be taken.
    """
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        problem = error.errors()[0]
        name = str(problem["loc"][0])
        said = str(problem.get("ctx", {}).get("error") or problem["msg"])
        said = said[:1].lower() + said[1:]
        raise InvalidInput(f"{PREFIX}{name.upper()}: {said}; it is {problem['input']!r}", field=name) from None
