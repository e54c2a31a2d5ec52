"""Stands before execution: reads a document, measures it, validates it, and refuses it before anything runs.

Our own few steps rather than Strawberry's limiters and caches: those know depth and aliases alone, walk a fragment anew
wherever it is spread, and keep hostile documents as gladly as good ones.
"""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    parse,
    specified_rules,
    validate,
)
from graphql.validation.rules import overlapping_fields_can_be_merged
from graphql.validation.validate import ValidationAbortedError
from strawberry.extensions import SchemaExtension
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from graphql_schema.extent import measured
from graphql_schema.limits import COMPARISONS, DEFAULTS, VALIDATION_ERRORS, Limits, exceeded, refusal, told
from graphql_schema.paging import DEFAULT_PAGE
from graphql_schema.rows import Rows

DOCUMENTS_KEPT = 500  # that were read and found valid, so that a client's usual ones are read once
CHARACTERS_KEPT = 2_000_000  # of all of them; their trees take some 50 bytes for each

RULES = (*specified_rules, MaybeNullValidationRule, OneOfInputValidationRule)
overlapping_fields_can_be_merged.MAX_COMPLEXITY_BUDGET = (
    COMPARISONS  # of this process; the rule reads it when it starts
)


@dataclass(slots=True)
class Prepared:
    """A document that was read: its tree, what it asks for, and, once it was validated, what is wrong with it."""

    tree: DocumentNode
    asked: dict[str, int]
    errors: list[GraphQLError] | None = None


def read(text: str, limits: Limits) -> Prepared:
    """The document's tree, and what it asks for. Raises GraphQLError for one that is too long, or no document."""
    if len(text) > limits.characters:
        raise refusal("characters", limits.characters, len(text))
    try:
        tree = parse(text, max_tokens=limits.tokens)
    except GraphQLSyntaxError as error:
        if "contains more than" in error.message:
            raise refusal("tokens", limits.tokens, None) from None
        raise
    return Prepared(tree, {"characters": len(text), "tokens": tree.token_count, **asdict(measured(tree))})


def errors_of(schema: GraphQLSchema, tree: DocumentNode) -> list[GraphQLError]:
    """The first things that are wrong with a document."""
    found = validate(schema, tree, RULES, max_errors=VALIDATION_ERRORS, hide_suggestions=True)
    if found and isinstance(found[-1], ValidationAbortedError):
        stopped = found.pop()
        if "Too many validation errors" not in stopped.message:
            found.append(refusal("comparisons", COMPARISONS, None))
    return found


class Documents:
    """Documents that were found valid, the latest used kept longest."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Prepared] = OrderedDict()
        self._characters = 0

    def find(self, text: str) -> Prepared | None:
        found = self._kept.get(text)
        if found is not None:
            self._kept.move_to_end(text)
        return found

    def keep(self, text: str, prepared: Prepared) -> None:
        if text in self._kept:
            return
        self._kept[text] = prepared
        self._characters += len(text)
        while len(self._kept) > DOCUMENTS_KEPT or self._characters > CHARACTERS_KEPT:
            self._characters -= len(self._kept.popitem(last=False)[0])


_documents = Documents()


class Guard(SchemaExtension):
    """Runs a document only if it is within the limits, valid, and clear about which of its operations is meant."""

    prepared: Prepared | None = None
    asked: dict[str, int]

    def on_parse(self) -> Iterator[None]:
        text = self.execution_context.query or ""
        self.prepared = _documents.find(text) or read(text, self._limits)
        self.asked = self.prepared.asked
        self.execution_context.graphql_document = self.prepared.tree
        yield

    def on_validate(self) -> Iterator[None]:
        assert self.prepared is not None
        self.execution_context.pre_execution_errors = self._errors(self.prepared)
        yield

    def get_results(self) -> dict[str, Any]:
        """What was asked of each limit, for `extensions.cost` of the answer."""
        return {"cost": told(self.asked, self._limits)} if self.prepared is not None else {}

    def _errors(self, prepared: Prepared) -> list[GraphQLError]:
        context = self.execution_context
        limits = self._limits
        self.asked = dict(prepared.asked)
        if errors := exceeded(self.asked, limits):
            return errors
        schema = context.schema._schema
        if prepared.errors is None:
            prepared.errors = errors_of(schema, prepared.tree)
            if not prepared.errors:
                _documents.keep(context.query or "", prepared)
        if prepared.errors:
            return prepared.errors
        operations = [each for each in prepared.tree.definitions if isinstance(each, OperationDefinitionNode)]
        named = context._provided_operation_name
        if named is None and len(operations) > 1:
            return [GraphQLError("The document has several operations; say which is meant with operationName")]
        [operation] = [each for each in operations if named in (None, each.name and each.name.value)]
        rows = Rows(schema, prepared.tree, operation, context.variables or {}, min(DEFAULT_PAGE, limits.page))
        found = {"page": rows.page, "rows": rows.asked}
        self.asked.update(found)
        return exceeded(found, limits)

    @property
    def _limits(self) -> Limits:
        limits: Limits = getattr(self.execution_context.context, "limits", DEFAULTS)
        return limits
