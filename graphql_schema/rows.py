"""How many rows a document may read: the product of its pages' sizes down the tree, known before anything runs.

A record counts one row for each record it hangs on, a page as many as it asks for, a list that is no page a modest
guess. What the database finds may be less, never much more.
"""

from collections.abc import Mapping
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_union_type,
)

from graphql_schema.extent import MANY, fragments_of, spread_order
from graphql_schema.paging import DEFAULT_PAGE
from graphql_schema.types.record import SOURCE, FromColumn

LIST_ROWS = 5  # of a list that is no page: links, tags, members
# What introspection is worth, once and again for each alias in it: the whole schema is a long answer, and an alias of
# `types` or `fields` would give all of it twice.
INTROSPECTION_ROWS = {"__schema": 1_500, "__type": 50}

COSTS = "costs"  # in a field's metadata: how many rows it counts for beside those below it, once for each it gives

_SIZES = ("first", "last")
_IDS = "ids"


class Rows:
    """The rows of one operation with its variables. `asked` is their number, `page` the largest page among them."""

    def __init__(
        self,
        schema: GraphQLSchema,
        document: DocumentNode,
        operation: OperationDefinitionNode,
        variables: Mapping[str, Any],
        default_page: int = DEFAULT_PAGE,
    ) -> None:
        self._schema = schema
        self._variables = {
            **{each.variable.name.value: each.default_value for each in operation.variable_definitions or ()},
            **variables,
        }
        self._default_page = default_page
        self._fragments: dict[str, tuple[int, int]] = {}
        self._aliases: dict[str, int] = {}  # by fragment
        self.page = 0
        fragments = fragments_of(document)
        for name in spread_order(fragments):
            type_ = schema.get_type(fragments[name].type_condition.name.value)
            self._aliases[name] = self._renamed(fragments[name].selection_set)
            self._fragments[name] = self._selected(fragments[name].selection_set, type_)
        root = {
            OperationType.QUERY: schema.query_type,
            OperationType.MUTATION: schema.mutation_type,
            OperationType.SUBSCRIPTION: schema.subscription_type,
        }[operation.operation]
        fixed, listed = self._selected(operation.selection_set, root)
        self.asked = min(fixed + listed * LIST_ROWS, MANY)

    def _selected(self, selections: SelectionSetNode | None, type_: GraphQLNamedType | None) -> tuple[int, int]:
        """Rows below one object: those that are there once, and those of each entry of its lists.

        How many entries the lists have is known one level up: where the object is a page, as many as the page.
        """
        fixed = listed = 0
        spread: set[str] = set()  # twice in one place is read once
        for each in selections.selections if selections is not None else ():
            if isinstance(each, FieldNode):
                more = self._field(each, type_)
            elif isinstance(each, FragmentSpreadNode):
                more = self._fragments.get(each.name.value, (0, 0)) if each.name.value not in spread else (0, 0)
                spread.add(each.name.value)
            else:
                assert isinstance(each, InlineFragmentNode)
                condition = each.type_condition
                more = self._selected(
                    each.selection_set, self._schema.get_type(condition.name.value) if condition else type_
                )
            fixed, listed = min(fixed + more[0], MANY), min(listed + more[1], MANY)
        return fixed, listed

    def _field(self, node: FieldNode, parent: GraphQLNamedType | None) -> tuple[int, int]:
        name = node.name.value
        if name.startswith("__"):
            return INTROSPECTION_ROWS.get(name, 0) * (1 + self._renamed(node.selection_set)), 0
        fields = parent.fields if isinstance(parent, (GraphQLObjectType, GraphQLInterfaceType)) else {}
        field = fields.get(name)
        if field is None:
            return 0, 0
        type_ = get_named_type(field.type)
        if is_leaf_type(type_):
            return 0, 0
        fixed, listed = self._selected(node.selection_set, type_)
        page = self._page(field, node)
        row = _is_row(type_) + _costs(field)
        if not _is_list(field):
            return max(row + fixed + listed * (page if page is not None else LIST_ROWS), page or 0), 0
        each = row + fixed + listed * LIST_ROWS
        entries = page if page is not None else self._ids(node)
        return (each * entries, 0) if entries is not None else (0, each)

    def _renamed(self, selections: SelectionSetNode | None) -> int:
        """How many aliases stand below."""
        count = 0
        for each in selections.selections if selections is not None else ():
            if isinstance(each, FragmentSpreadNode):
                count += self._aliases.get(each.name.value, 0)
            else:
                assert isinstance(each, (FieldNode, InlineFragmentNode))
                count += self._renamed(each.selection_set) + (getattr(each, "alias", None) is not None)
        return min(count, MANY)

    def _page(self, field: GraphQLField, node: FieldNode) -> int | None:
        """The size of the page a field asks for; None for a field that gives none."""
        if not any(name in field.args for name in _SIZES):
            return None
        given = {
            each.name.value: self._number(each.value) for each in node.arguments or () if each.name.value in _SIZES
        }
        sizes = [size for size in given.values() if size is not None]
        size = max(sizes) if sizes else self._default_page
        self.page = max(self.page, size)
        return size

    def _ids(self, node: FieldNode) -> int | None:
        """How many ids a list is asked for by; None for another list."""
        for each in node.arguments or ():
            if each.name.value == _IDS:
                value = self._value(each.value)
                return len(value) if isinstance(value, (list, tuple)) else 1
        return None

    def _number(self, node: ValueNode | None) -> int | None:
        value = self._value(node)
        # What is no whole number at all is refused with the variables.
        return min(max(int(value), 0), MANY) if isinstance(value, (int, float)) and abs(value) < 1e18 else None

    def _value(self, node: Any) -> Any:
        if isinstance(node, VariableNode):
            node = self._variables.get(node.name.value)
        if isinstance(node, IntValueNode):
            return int(node.value) if len(node.value) < 10 else MANY
        return node.values if isinstance(node, ListValueNode) else node


def _is_list(field: GraphQLField) -> bool:
    return is_list_type(field.type.of_type if is_non_null_type(field.type) else field.type)


def _costs(field: GraphQLField) -> int:
    definition = field.extensions.get("strawberry-definition")
    return int(definition.metadata.get(COSTS, 0)) if definition is not None else 0


def _is_row(type_: GraphQLNamedType) -> bool:
    """Whether a thing of this type is read from a table: it has fields that are columns."""
    if is_union_type(type_):
        return any(_is_row(each) for each in type_.types)
    definition = type_.extensions.get("strawberry-definition")
    return any(isinstance(each.metadata.get(SOURCE), FromColumn) for each in getattr(definition, "fields", ()))
