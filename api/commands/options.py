"""Options that several commands take, and how commands talk to the person and to scripts."""

import sys
from typing import Annotated

import typer
from rich.console import Console

DatabaseUrl = Annotated[
    str | None,
    typer.Option(help="sqlite:///path or postgresql://user@host/name; by default ROLOGRAPH_DATABASE_URL."),
]


def out() -> Console:
    """Where results go."""
    return Console(file=sys.stdout, highlight=False, soft_wrap=True)


def aside() -> Console:
    """Where everything goes that a script does not want to read."""
    return Console(file=sys.stderr, highlight=False, soft_wrap=True)
