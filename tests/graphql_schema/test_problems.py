"""What can go wrong: acts about one thing answer it as a typed problem, and every code says what it means."""

import re
from pathlib import Path

import pytest
from graphql import GraphQLNonNull, GraphQLObjectType, GraphQLUnionType

from graphql_schema.errors import INTERNAL, REFUSED
from graphql_schema.limits import Limits
from graphql_schema.schema import schema
from graphql_schema.types.problem import InvalidInputProblem, NotDoneProblem, OtherProblem, problem_among
from graphql_schema.types.problem_code import NEVER_PROBLEMS, ProblemCode, kinds_of_problem
from models import errors
from models.errors import CRMError, InvalidInput, LastAdmin, NotDone, SchemaTooNew, SignInFailed, TooLarge
from models.ledger.journal import Actor
from models.ledger.run import Source
from models.user import Role
from tests.factories import context, make_user, runs_of
from tests.graphql_schema.asking import ask, ask_as

README = (Path(__file__).parents[2] / "README.md").read_text()
EVE = Actor("eve", "Eve", Source.PERSON, role=Role.ADMIN)
MUTATIONS = schema._schema.mutation_type.fields

# What each act about one thing answers to something that cannot be done.
REFUSALS = {
    "changePassword": ('(newPassword: "x")', "InvalidInputProblem"),
    "clearInEnginy": ('(id: "contact_x", properties: [])', "InvalidInputProblem"),
    "confirmFieldMapping": ('(id: "mapping_none")', "NotFoundProblem"),
    "createActivity": ('(activity: { type: "" })', "InvalidInputProblem"),
    "createApiKey": ('(label: "", scopes: [METRICS])', "InvalidInputProblem"),
    "createNote": ('(recordId: "contact_x", note: { body: "x" })', "NotFoundProblem"),
    "createSavedQuery": ('(query: { title: "x" })', "InvalidInputProblem"),
    "createSavedView": ('(entity: CONTACT, view: { name: " " })', "InvalidInputProblem"),
    "createTask": ("(task: {})", "InvalidInputProblem"),
    "createUser": ('(name: "Bob", id: "eve")', "AlreadyExistsProblem"),
    "deactivateUser": ('(id: "eve")', "InvalidInputProblem"),
    "defineCustomField": ('(entity: CONTACT, name: "email", changes: {})', "InvalidInputProblem"),
    "deleteSavedQuery": ('(id: "query_none")', "NotFoundProblem"),
    "dismissFieldAlert": ('(id: "alert_none")', "NotFoundProblem"),
    "learnCampaignNames": ('(names: [" "])', "InvalidInputProblem"),
    "learnSenderNames": ('(names: [" "])', "InvalidInputProblem"),
    "linkExternal": ('(externalId: "1", recordId: "contact_x")', "NotFoundProblem"),
    "mergeTags": ('(tags: [], into: "y")', "InvalidInputProblem"),
    "reactivateUser": ('(id: "nobody")', "NotFoundProblem"),
    "registerDocuments": ('(documents: ["{ nothing }"], source: "test")', "InvalidInputProblem"),
    "rejectFieldMapping": ('(id: "mapping_none")', "NotFoundProblem"),
    "removeTag": ('(tag: "\\u0000")', "InvalidInputProblem"),
    "renameTag": ('(tag: "x", to: " ")', "InvalidInputProblem"),
    "revertChangeSet": ('(id: "run_none")', "NotFoundProblem"),
    "revokeApiKey": ('(id: "\\u0000")', "NotFoundProblem"),
    "setFieldMapping": ('(entity: CONTACT, name: "x", target: {})', "InvalidInputProblem"),
    "unregisterDocuments": ('(ids: ["x"])', "InvalidInputProblem"),
    "updateConfiguration": ("(changes: { sharedLimit: 0 })", "InvalidInputProblem"),
    "updateCustomField": ('(entity: CONTACT, name: "budget", changes: {})', "NotFoundProblem"),
    "updateDeal": ('(id: "deal_none", changes: { name: "x" })', "NotFoundProblem"),
    "updateNote": ('(id: "note_none", changes: { body: "x" })', "NotFoundProblem"),
    "updateSavedQuery": ('(id: "query_none", changes: { title: "x" })', "NotFoundProblem"),
    "updateSavedView": ('(id: "view_none", changes: { name: "x" })', "NotFoundProblem"),
    "updateTask": ('(id: "task_none", changes: {})', "NotFoundProblem"),
    "updateUser": ('(id: "nobody", changes: {})', "NotFoundProblem"),
}
UNFAILING = {"rebuildMatchKeys", "signOutEverywhere"}  # they are asked nothing that could be wrong


async def test_what_cannot_be_done_is_a_problem_and_no_error(database):
    await make_user(database, "eve", "Eve", "eve@example.com", role="admin")

    told = {
        name: (await ask(database, f"mutation {{ {name}{arguments} {{ __typename }} }}", actor=EVE))[name]["__typename"]
        for name, (arguments, _) in REFUSALS.items()
    }

    assert told == {name: problem for name, (_, problem) in REFUSALS.items()}


def test_an_act_about_one_thing_answers_it_or_a_problem_and_one_about_many_a_report():
    told = {name: result_of(field) for name, field in MUTATIONS.items()}
    single = {name for name, each in told.items() if isinstance(each, GraphQLUnionType)}
    reports = {name for name, each in told.items() if "results" in getattr(each, "fields", {})}

    assert single == {*REFUSALS, *UNFAILING}
    assert set(told) - single - reports == {"associateContacts"}  # its report has `problems`
    for name in single:
        success, *problems = sorted(told[name].types, key=implements_problem)
        assert (implements_problem(success), "problem" in success.fields) == (False, False)
        assert [implements_problem(each) for each in problems] == [True] * len(problems)
        assert [each.name for each in problems if each.name == "OtherProblem"] == ["OtherProblem"]


async def test_the_last_admin_stays_told_with_a_code_of_its_own(database):
    await make_user(database, "eve", "Eve", "eve@example.com", role="admin")

    answer = await ask(
        database,
        """mutation { deactivateUser(id: "eve") {
            ... on InvalidInputProblem { field } ... on Problem { code message } } }""",
        actor=EVE,
    )

    assert answer["deactivateUser"] == {
        "code": "LAST_ADMIN", "message": "This is the last admin; make somebody else one first", "field": "role"
    }  # fmt: skip
    assert await runs_of(database) == []


async def test_an_address_that_is_taken_is_told_with_whose_it_is(database):
    await make_user(database, "eve", "Eve", "eve@example.com", role="admin")

    answer = await ask(
        database,
        """mutation { createUser(name: "Bob", email: "EVE@example.com") {
            ... on AlreadyExistsProblem { recordIds } ... on Problem { code message } } }""",
        actor=EVE,
    )

    assert answer["createUser"] == {
        "code": "ALREADY_EXISTS", "message": "A user with this email address exists already", "recordIds": ["eve"]
    }  # fmt: skip


async def test_a_problem_that_the_union_does_not_name_is_another_one_with_its_code(database):
    ctx = context(database, limits=Limits(batch_items=1))

    answer = await ask_as(
        ctx, 'mutation { learnCampaignNames(names: ["a", "b"]) { __typename ... on Problem { code message } } }'
    )

    assert answer["learnCampaignNames"] == {
        "__typename": "OtherProblem", "code": "TOO_LARGE",
        "message": "At most 1 items fit in one call; this one has 2",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("error", "kind", "code"),
    [
        pytest.param(InvalidInput("no", field="x"), InvalidInputProblem, "INVALID_INPUT", id="named"),
        pytest.param(
            LastAdmin("no", field="role"), InvalidInputProblem, "LAST_ADMIN", id="a kind of one that is named"
        ),
        pytest.param(NotDone(), OtherProblem, "NOT_DONE", id="of another type"),
        pytest.param(TooLarge("no"), OtherProblem, "TOO_LARGE", id="of no type"),
    ],
)
def test_a_problem_is_told_as_what_there_is_room_for(error, kind, code):
    told = problem_among(error, (InvalidInputProblem, OtherProblem))

    assert (type(told), told.code, told.message) == (kind, ProblemCode(code), error.message)
    assert type(problem_among(NotDone(), (NotDoneProblem,))) is NotDoneProblem


def test_every_code_says_what_it_means():
    codes = {each.code for each in every_error()}
    in_readme = set(re.findall(r"`([A-Z_]+)`", README.partition("<!-- codes -->")[2].partition("<!-- /codes -->")[0]))
    # The one is told in words where people sign in, the other where a server starts.
    in_words = {SignInFailed.code, SchemaTooNew.code}

    assert {each.code for each in kinds_of_problem()} == set(ProblemCode)
    assert in_readme == {each.code for each in NEVER_PROBLEMS} - in_words | {TooLarge.code, INTERNAL, REFUSED}
    assert codes == (set(ProblemCode) | in_readme | in_words) - {INTERNAL, REFUSED}


def result_of(field):
    assert isinstance(field.type, GraphQLNonNull)
    return field.type.of_type


def implements_problem(type_):
    assert isinstance(type_, GraphQLObjectType)
    return "Problem" in [each.name for each in type_.interfaces]


def every_error(kind=CRMError):
    for each in kind.__subclasses__():
        if each.__module__ == errors.__name__:
            yield each
            yield from every_error(each)
