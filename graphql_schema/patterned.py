"""Types, inputs and fields made of one pattern, where kinds of records differ in words alone."""

import inspect
from collections.abc import Callable
from functools import partial
from typing import Annotated, Any

import strawberry

from graphql_schema.context import Context
from graphql_schema.rows import COSTS

Info = strawberry.Info[Context, None]
Given = tuple[Any, Any, str | None]  # type, default or `...` where there is none, and meaning


def many(type_: Any) -> Any:
    return list[type_]


def made_type(name: str, description: str, fields: dict[str, Any]) -> Any:
    return strawberry.type(type(name, (), fields), description=description)


def made_input(name: str, description: str, **fields: Given) -> Any:
    body: dict[str, Any] = {"__annotations__": {each: type_ for each, (type_, _, _) in fields.items()}}
    for each, (_, default, meaning) in fields.items():
        body[each] = strawberry.field(description=meaning, **({} if default is ... else {"default": default}))
    return strawberry.input(type(name, (), body), description=description)


def made_field(
    act: Callable[..., Any], returns: Any, description: str, arguments: dict[str, Given] | None = None, costs: int = 0
) -> Any:
    """A field that `act` gives of the object, and of `info` where it takes that; `costs` are rows, see `rows`."""
    takes_info = "info" in inspect.signature(act).parameters
    first, before = (act.func, act.args) if isinstance(act, partial) else (act, ())

    def resolve(self: Any, **given: Any) -> Any:
        return first(*before, self, **given)

    keyword, empty = inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.empty
    parameters = [inspect.Parameter("self", inspect.Parameter.POSITIONAL_OR_KEYWORD)]
    parameters += [inspect.Parameter("info", keyword, annotation=Info)] if takes_info else []
    for name, (type_, default, meaning) in (arguments or {}).items():
        told = Annotated[type_, strawberry.argument(description=meaning)] if meaning is not None else type_
        parameters.append(
            inspect.Parameter(name, keyword, default=empty if default is ... else default, annotation=told)
        )
    resolve.__signature__ = inspect.Signature(parameters, return_annotation=returns)  # type: ignore[attr-defined]
    resolve.__annotations__ = {each.name: each.annotation for each in parameters[1:]} | {"return": returns}
    return strawberry.field(resolver=resolve, description=description, metadata={COSTS: costs})
