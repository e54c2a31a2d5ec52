"""How much one call may ask for: every limit of the GraphQL door by name, and how a refusal names it.

What a document asks for is worked out next door: its shape in `extent`, the rows it may read in `rows`; `guard` compares.
"""

from dataclasses import dataclass, fields
from typing import Any

from graphql import GraphQLError
from strawberry.utils.str_converters import to_camel_case

from models.errors import TooLarge


@dataclass(frozen=True, slots=True)
class Limits:
    """What is allowed; the settings of the server have the same defaults."""

    batch_items: int = 50_000  # of one act; the document's limits follow
    characters: int = 50_000  # of a document: long values belong into variables
    tokens: int = 2_000
    depth: int = 15  # levels of fields; introspection does not count
    aliases: int = 30
    root_fields: int = 20
    directives: int = 50
    page: int = 200  # entries of one page
    rows: int = 5_000  # that a document may read, by the sizes of its pages


DEFAULTS = Limits()
OF_DOCUMENTS = tuple(each.name for each in fields(Limits))[1:]

# Comparisons of fields that share a name, while a document is validated. Every pair in one place is compared, and so is
# what they select: documents that ask a thing once need a few hundred, hostile ones millions.
COMPARISONS = 20_000
VALIDATION_ERRORS = 5  # where validation stops

# Of one filter, before its statement is made: how deep filters stand inside each other, and how many conditions they have.
FILTER_DEPTH = 10
FILTER_CONDITIONS = 100

_SENTENCES = {
    "characters": "A document has at most {allowed:,} characters, long values go into variables; this one has {asked:,}",
    "tokens": "A document has at most {allowed:,} tokens; this one has more",
    "depth": "A document has at most {allowed:,} levels of fields; this one has {asked:,}",
    "aliases": "A document has at most {allowed:,} aliases; this one has {asked:,}",
    "root_fields": "A document has at most {allowed:,} fields at its root; this one has {asked:,}",
    "directives": "A document has at most {allowed:,} directives; this one has {asked:,}",
    "page": "A page has at most {allowed:,} entries; this document asks for {asked:,}",
    "rows": "A document reads at most {allowed:,} rows; this one may read {asked:,}. Ask for smaller pages with `first`",
    "comparisons": "A document names the same field in one place only so often: at most {allowed:,} comparisons tell "
    "whether such fields agree; this one needs more",
}


def refusal(limit: str, allowed: int, asked: int | None) -> GraphQLError:
    """The error of a document past a limit; `asked` is None where counting stopped at the limit."""
    message = _SENTENCES[limit].format(allowed=allowed, asked=asked if asked is not None else allowed + 1)
    told = {"code": TooLarge.code, "limit": to_camel_case(limit), "allowed": allowed, "asked": asked}
    return GraphQLError(message, extensions=told)


def exceeded(asked: dict[str, int], limits: Limits) -> list[GraphQLError]:
    """A refusal for each limit that is passed."""
    allowed = {name: getattr(limits, name) for name in asked}
    return [refusal(name, allowed[name], asked[name]) for name in asked if asked[name] > allowed[name]]


def told(asked: dict[str, int], limits: Limits) -> dict[str, Any]:
    """What was asked of each limit and what is allowed, as an answer tells it."""
    return {to_camel_case(name): {"asked": asked[name], "allowed": getattr(limits, name)} for name in asked}
