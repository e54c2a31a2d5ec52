"""What a document selects below a field, known while the field is resolved: so that one statement can fetch all of it."""

from collections.abc import Iterator, Sequence
from typing import Any

from graphql import (
    DirectiveNode,
    FieldNode,
    FragmentSpreadNode,
    GraphQLIncludeDirective,
    GraphQLObjectType,
    GraphQLSkipDirective,
    InlineFragmentNode,
    SelectionSetNode,
    get_argument_values,
    get_named_type,
)
from graphql.execution.values import VariableValues, get_directive_values
from strawberry import Info
from strawberry.utils.str_converters import to_snake_case

from graphql_schema.context import Context


class Selected:
    """Fields that are selected under one name below an object, by all the places that select it."""

    def __init__(self, info: Any, type_: GraphQLObjectType, nodes: Sequence[FieldNode]) -> None:
        self._info = info
        self._type = type_
        self._nodes = nodes
        self._variables = VariableValues({}, info.variable_values)  # which are told as a plain dictionary

    @classmethod
    def below(cls, info: Info[Context, None]) -> "Selected":
        """What is selected of the object that the field being resolved gives."""
        raw = info._raw_info
        type_ = get_named_type(raw.return_type)
        assert isinstance(type_, GraphQLObjectType)
        return cls(raw, type_, raw.field_nodes)

    def fields(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Each field that is selected, by its name in Python, with its arguments; the same one as often as it stands there."""
        for node in self._selected():
            field = self._type.fields.get(node.name.value)
            if field is not None:
                given = get_argument_values(field, node, self._variables)
                yield to_snake_case(node.name.value), {to_snake_case(name): each for name, each in given.items()}

    def into(self, name: str) -> "Selected":
        """What is selected of the objects that a field gives, by its name in GraphQL."""
        type_ = get_named_type(self._type.fields[name].type)
        assert isinstance(type_, GraphQLObjectType)
        return Selected(self._info, type_, [node for node in self._selected() if node.name.value == name])

    def _selected(self) -> Iterator[FieldNode]:
        for node in self._nodes:
            yield from self._inside(node.selection_set)

    def _inside(self, selections: SelectionSetNode | None) -> Iterator[FieldNode]:
        for each in selections.selections if selections is not None else ():
            if not self._is_wanted(each):
                continue
            if isinstance(each, FieldNode):
                yield each
            elif isinstance(each, InlineFragmentNode):
                yield from self._inside(each.selection_set)
            elif isinstance(each, FragmentSpreadNode):
                yield from self._inside(self._info.fragments[each.name.value].selection_set)

    def _is_wanted(self, node: Any) -> bool:
        directives: Sequence[DirectiveNode] = node.directives or ()
        if not directives:
            return True
        skip = get_directive_values(GraphQLSkipDirective, node, self._variables)
        include = get_directive_values(GraphQLIncludeDirective, node, self._variables)
        return not (skip and skip["if"]) and (include is None or bool(include["if"]))
