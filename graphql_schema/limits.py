"""How much one document may ask for, judged before anything runs.

Our own rules rather than Strawberry's: those walk a fragment anew wherever it is spread, which a document of a few
lines can make endless, and stumble over a fragment that is not there.
"""

from collections.abc import Iterator
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValidationRule,
)
from strawberry.extensions import SchemaExtension

from models.errors import TooLarge

OPERATION = OperationDefinitionNode  # a query or a mutation

MAX_DEPTH = 15  # levels of fields; introspection does not count
MAX_ALIASES = 30
MAX_TOKENS = 2_000


class Limits(ValidationRule):
    """Refuses a document that is too deep or renames too many fields, and says how much is allowed."""

    def enter_document(self, document: DocumentNode, *_: Any) -> None:
        extent = _Extent(document)
        for operation in document.definitions:
            if isinstance(operation, OPERATION):
                depth, aliases = extent.of(operation.selection_set)
                if depth > MAX_DEPTH:
                    self._refuse(
                        operation, f"A document has at most {MAX_DEPTH} levels of fields; this one has {depth}"
                    )
                if aliases > MAX_ALIASES:
                    self._refuse(operation, f"A document has at most {MAX_ALIASES} aliases; this one has {aliases:,}")

    def _refuse(self, operation: OperationDefinitionNode, message: str) -> None:
        self.report_error(GraphQLError(message, operation, extensions={"code": TooLarge.code}))


class OneOperation(SchemaExtension):
    """Refuses a document of several operations that does not say which is meant; Strawberry would run the first."""

    def on_validate(self) -> Iterator[None]:
        context = self.execution_context
        document = context.graphql_document
        named = context._provided_operation_name is not None
        if document is not None and not named and sum(isinstance(each, OPERATION) for each in document.definitions) > 1:
            unclear = GraphQLError("The document has several operations; say which is meant with operationName")
            context.pre_execution_errors = [*(context.pre_execution_errors or ()), unclear]
        yield


class _Extent:
    """Depth and aliases of selections; each fragment is measured once."""

    def __init__(self, document: DocumentNode) -> None:
        self._fragments = {
            each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)
        }
        self._measured: dict[str, tuple[int, int]] = {}

    def of(self, selections: SelectionSetNode | None) -> tuple[int, int]:
        depth = aliases = 0
        for each in selections.selections if selections is not None else ():
            if isinstance(each, FieldNode):
                if each.name.value.startswith("__"):
                    continue
                below, within = self.of(each.selection_set)
                below, within = below + 1, within + (each.alias is not None)
            elif isinstance(each, InlineFragmentNode):
                below, within = self.of(each.selection_set)
            else:
                assert isinstance(each, FragmentSpreadNode)
                below, within = self._of_fragment(each.name.value)
            depth, aliases = max(depth, below), aliases + within
        return depth, aliases

    def _of_fragment(self, name: str) -> tuple[int, int]:
        """A fragment that is missing or spreads itself measures nothing: other rules refuse it."""
        known = self._measured.get(name)
        if known is None:
            self._measured[name] = (0, 0)
            fragment = self._fragments.get(name)
            known = self._measured[name] = self.of(fragment.selection_set) if fragment is not None else (0, 0)
        return known
