"""Acts as fields: a plain function `act(ctx, …)` becomes a GraphQL field that takes and gives the same.

The docstring is the field's description, the signature its arguments. The REST door awaits the very same function, so
nothing about contacts happens here.

What an act refuses becomes a typed problem where the result of the field has room for one: a union that names problems,
or the report of an act about many. Anywhere else it is an error of the answer, and so is what a report is refused for
before the act begins, and what says nothing of the thing itself.
"""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import strawberry

from graphql_schema.context import Context
from graphql_schema.types.problem import Problem, problem_among
from graphql_schema.types.problem_code import NEVER_PROBLEMS
from models.errors import CRMError

Info = strawberry.Info[Context, None]
Act = Callable[..., Awaitable[Any]]

ACT = "act"  # in a field's metadata: the function behind it

# What an argument means wherever it appears; an act that says more about one annotates it itself.
ARGUMENTS = {
    "activities": "The activities, each judged by itself.",
    "activity": "The activity.",
    "after": "Only entries behind this cursor.",
    "allow_duplicates": "Make a new record even where one with the same identifier is there.",
    "as_of": "Only what was known at this moment; everything known now unless told.",
    "before": "Only entries ahead of this cursor.",
    "changes": "What to change; what is absent is left alone.",
    "deals": "The deals, each judged by itself; the name of each is required.",
    "documents": "The documents' texts, exactly as they will be asked for.",
    "current_password": "The password you have; not needed after signing in by a link.",
    "dry_run": "Do everything, answer the same, and store nothing.",
    "email": "An e-mail address, to sign in with.",
    "entity": "The kind of record.",
    "error_policy": "What an item that fails means for the others.",
    "expected_versions": "The versions you read, of as many as you like. What somebody wrote since is left and told.",
    "expected_version": "The version you read. If somebody wrote it meanwhile, nothing is changed and that is told.",
    "expires_at": "When it stops working; never unless told.",
    "external_id": "Enginy's id of it.",
    "filter": "Only entries that fulfil all of this.",
    "first": "How many entries, from the start; 50 unless told, 200 at most.",
    "id": "The id.",
    "ids": "The ids.",
    "interval": "How long the buckets are.",
    "label": "What it is for.",
    "lead": "The item, as a sync would send it.",
    "into": "The tag that is carried instead.",
    "leads": "The items, each judged by itself.",
    "name": "The name.",
    "note": "The note; its text is required.",
    "owner_id": "The member of the team, by id; nobody where it is left out or null.",
    "new_password": "The password you want: 12 characters at least.",
    "pairs": "Which contact belongs to which company; each is judged by itself.",
    "properties": "The properties, by Enginy's names, such as `title`.",
    "query": "The query; its title and its document are required.",
    "record_id": "Our contact or company.",
    "source": "Whose documents these are, in a few words of your own.",
    "role": "What they may do.",
    "scopes": "What it may be used for.",
    "state": "What became of the pairs.",
    "tag": "The tag, exactly as it is written.",
    "tags": "The tags, exactly as they are written.",
    "time_zone": "Whose calendar counts, by its name in the IANA database, such as `Europe/Madrid`.",
    "task": "The task; its subject is required.",
    "text": "A text to look for.",
    "to": "The new name.",
    "view": "The view; its name is required.",
    "types": "The kinds of records to look for; all of them unless told.",
    "updates": "The items, each judged by itself; the same id twice is folded in order.",
    "names": "The names, each a whole one.",
    "target": "Where the name leads.",
    "valid_from": "Since when received values have this meaning; for all time unless told.",
    "last": "How many entries, from the end.",
    "order_by": "What to order by; the first has the most weight.",
}


@dataclass(frozen=True, slots=True)
class Converted:
    """An argument's GraphQL type, and how each of its values becomes what the act takes, where that is not `to_act`."""

    type: Any
    convert: Callable[[Any], Any]


def query(act: Act, *, returns: Any = None, **inputs: Any) -> Any:
    """A field that reads. `inputs` are types of arguments, `returns` that of the result, where GraphQL's differ."""
    return _field(act, returns, inputs, after=lambda ctx: None)


def mutation(act: Act, *, returns: Any = None, **inputs: Any) -> Any:
    """A field that writes; what was read before is forgotten, so that its result and later fields see the new state."""
    return _field(act, returns, inputs, after=lambda ctx: ctx.loaders.clear())


def subscription(act: Act, **inputs: Any) -> Any:
    """A field that goes on telling. The act answers with what it will tell, and refuses at once what it cannot."""
    hints = get_type_hints(act, include_extras=True)

    async def resolve(info: Info, **arguments: Any) -> Any:
        return await act(info.context, **{name: _taken(value, _to_act) for name, value in arguments.items()})

    _sign(resolve, act, hints, inputs, hints["return"])
    return strawberry.subscription(resolver=resolve, description=inspect.getdoc(act), metadata={ACT: act})


def _field(act: Act, returns: Any, inputs: dict[str, Any], after: Callable[[Context], None]) -> Any:
    hints = get_type_hints(act, include_extras=True)
    result = returns or hints["return"]
    from_act = _from_act(returns)
    problems = [each for each in _among(result) if isinstance(each, type) and issubclass(each, Problem)]
    from_problem = partial(problem_among, kinds=problems) if problems else getattr(result, "from_problem", None)

    converters = {name: each.convert for name, each in inputs.items() if isinstance(each, Converted)}

    async def resolve(info: Info, **arguments: Any) -> Any:
        began = bool(problems)  # a union has room for what is wrong with the arguments, too
        try:
            taken = {name: _taken(value, converters.get(name, _to_act)) for name, value in arguments.items()}
            began = True
            given = await act(info.context, **taken)
            if from_act is None or given is None:
                return given
            return [from_act(each) for each in given] if isinstance(given, list) else from_act(given)
        except CRMError as error:
            if from_problem is None or not began or isinstance(error, NEVER_PROBLEMS):
                raise
            return from_problem(error)
        finally:
            after(info.context)

    _sign(resolve, act, hints, inputs, result)
    return strawberry.field(resolver=resolve, description=inspect.getdoc(act), metadata={ACT: act})


def _sign(resolve: Any, act: Act, hints: dict[str, Any], inputs: dict[str, Any], result: Any) -> None:
    """Give a resolver the arguments of its act, as GraphQL has them."""
    parameters = [inspect.Parameter("info", inspect.Parameter.KEYWORD_ONLY, annotation=Info)]
    for name, parameter in list(inspect.signature(act).parameters.items())[1:]:
        type_ = inputs.get(name, hints[name])
        type_ = _described(name, type_.type if isinstance(type_, Converted) else type_)
        parameters.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=type_))
    resolve.__signature__ = inspect.Signature(parameters, return_annotation=result)
    resolve.__annotations__ = {each.name: each.annotation for each in parameters} | {"return": result}


def _from_act(result: Any) -> Callable[[Any], Any] | None:
    """What makes the GraphQL result of one thing an act gives, where the two differ. It raises what the act met."""
    return next((each.from_act for each in _among(result) if hasattr(each, "from_act")), None)


def _among(result: Any) -> tuple[Any, ...]:
    """The types a result may be of, or the entries of its list."""
    plain = get_args(result)[0] if get_origin(result) is Annotated else result
    return get_args(plain) if get_origin(plain) in (list, Union, UnionType) else (plain,)


def _described(name: str, type_: Any) -> Any:
    if hasattr(type_, "__metadata__") or name not in ARGUMENTS:
        return type_
    return Annotated[type_, strawberry.argument(description=ARGUMENTS[name])]


def _taken(value: Any, convert: Callable[[Any], Any]) -> Any:
    return [convert(each) for each in value] if isinstance(value, list) else convert(value)


def _to_act(value: Any) -> Any:
    return value.to_act() if hasattr(value, "to_act") else value
