"""The shape of a document: how deep it goes and how much it names, measured before it is validated.

Each fragment is walked once, and nothing here recurses: a document of a few lines can spread a fragment a billion times,
or a thousand one inside the other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

INTROSPECTION = "__"  # how the names of introspection begin
MANY = 10**9  # nothing is counted further: fragments that double reach numbers nobody can read


@dataclass(slots=True)
class Extent:
    """What one operation, or one fragment, asks for.

    Aliases and directives count wherever a fragment with them is spread, fields at the root once: they are merged.
    """

    depth: int = 0
    aliases: int = 0
    root_fields: int = 0
    directives: int = 0

    def widen(self, other: "Extent") -> None:
        """Be at least as large as another in each respect."""
        self.depth = max(self.depth, other.depth)
        self.aliases = max(self.aliases, other.aliases)
        self.root_fields = max(self.root_fields, other.root_fields)
        self.directives = max(self.directives, other.directives)


@dataclass(frozen=True, slots=True)
class _Spread:
    name: str
    depth: int
    counts: bool  # not inside introspection


@dataclass(slots=True)
class _Part:
    """What a definition asks for by itself, and which fragments it spreads where."""

    own: Extent = field(default_factory=Extent)
    spreads: list[_Spread] = field(default_factory=list)

    def at_root(self) -> Iterator[str]:
        return (each.name for each in self.spreads if each.counts and each.depth == 0)


def measured(document: DocumentNode) -> Extent:
    """The most that any operation of the document asks for; fragments that spread themselves measure nothing."""
    fragments = fragments_of(document)
    parts = {name: _part(fragment.selection_set) for name, fragment in fragments.items()}
    whole: dict[str, Extent] = {}
    for name in _in_order(parts):
        whole[name] = _joined(parts[name], whole)
    most = Extent()
    for each in document.definitions:
        if isinstance(each, OperationDefinitionNode):
            part = _part(each.selection_set)
            extent = _joined(part, whole)
            extent.directives += len(each.directives or ())
            extent.root_fields += sum(parts[name].own.root_fields for name in _reached(part, parts))
            most.widen(extent)
    return most


def fragments_of(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    return {each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)}


def spread_order(fragments: Mapping[str, FragmentDefinitionNode]) -> Iterator[str]:
    """Names of the fragments, each behind those it spreads; none where one spreads itself."""
    return _in_order({name: _part(fragment.selection_set) for name, fragment in fragments.items()})


def _in_order(parts: Mapping[str, _Part]) -> Iterator[str]:
    graph = {name: {each.name for each in part.spreads if each.name in parts} for name, part in parts.items()}
    try:
        yield from TopologicalSorter(graph).static_order()
    except CycleError:
        return


def _part(selections: SelectionSetNode) -> _Part:
    part = _Part()
    own = part.own
    waiting = [(selections, 0, True)]  # with how many fields are above, and whether levels count
    while waiting:
        selections, above, counts = waiting.pop()
        for each in selections.selections:
            own.directives += len(each.directives or ())
            if isinstance(each, FragmentSpreadNode):
                part.spreads.append(_Spread(each.name.value, above, counts))
            elif isinstance(each, InlineFragmentNode):
                waiting.append((each.selection_set, above, counts))
            else:
                assert isinstance(each, FieldNode)
                own.aliases += each.alias is not None
                own.root_fields += counts and above == 0
                inside = counts and not each.name.value.startswith(INTROSPECTION)
                own.depth = max(own.depth, above + inside)
                if each.selection_set is not None:
                    waiting.append((each.selection_set, above + inside, inside))
    return part


def _joined(part: _Part, whole: Mapping[str, Extent]) -> Extent:
    """A definition with all that its fragments ask for."""
    own = part.own
    extent = Extent(own.depth, own.aliases, own.root_fields, own.directives)
    for spread in part.spreads:
        fragment = whole.get(spread.name)
        if fragment is None:  # missing, or in a circle: other rules refuse that
            continue
        extent.aliases = min(extent.aliases + fragment.aliases, MANY)
        extent.directives = min(extent.directives + fragment.directives, MANY)
        if spread.counts:
            extent.depth = max(extent.depth, spread.depth + fragment.depth)
    return extent


def _reached(part: _Part, parts: Mapping[str, _Part]) -> set[str]:
    """Names of the fragments whose fields stand at the operation's root."""
    reached: set[str] = set()
    waiting = [*part.at_root()]
    while waiting:
        name = waiting.pop()
        if name in parts and name not in reached:
            reached.add(name)
            waiting += parts[name].at_root()
    return reached
