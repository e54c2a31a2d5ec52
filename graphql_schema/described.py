"""Strawberry's decorators with the docstring as the description: what a type is gets said once, where it is defined."""

import inspect
from collections.abc import Callable
from typing import Any, TypeVar, dataclass_transform

import strawberry

T = TypeVar("T", bound=type)
F = TypeVar("F", bound=Callable[..., Any])


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def object_type(cls: T) -> T:
    return strawberry.type(cls, description=_said(cls))


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def interface(cls: T) -> T:
    return strawberry.interface(cls, description=_said(cls))


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def input_type(cls: T) -> T:
    return strawberry.input(cls, description=_said(cls))


def computed(method: F) -> F:
    """A field that a method gives."""
    field: Any = strawberry.field(resolver=method, description=_said(method))
    return field  # type: ignore[no-any-return]


def _said(thing: Any) -> str:
    assert thing.__doc__ is not None, f"{thing.__name__} does not say what it is"
    return inspect.cleandoc(thing.__doc__)
