"""The schema: the table of contents of everything that can be read and done."""

from typing import Any

import strawberry
from graphql import GraphQLError
from strawberry.extensions import AddValidationRules, MaxTokensLimiter, ParserCache, ValidationCache
from strawberry.schema.config import StrawberryConfig
from strawberry.types.execution import ExecutionContext, ExecutionResult

from graphql_schema import errors, resolvers
from graphql_schema.described import object_type
from graphql_schema.fields import Converted, mutation, query
from graphql_schema.inputs.company import CompanyLeadInput, CompanyUpdate
from graphql_schema.inputs.configuration import ConfigurationChanges
from graphql_schema.inputs.contact import ContactUpdate, LeadInput
from graphql_schema.inputs.user import UserChanges
from graphql_schema.inputs.work import ActivityInput, AssociationInput, TaskFields
from graphql_schema.limits import MAX_TOKENS, Limits, OneOperation
from graphql_schema.types.activity import Activity
from graphql_schema.types.api_key import ApiKey, ApiKeyCreated
from graphql_schema.types.configuration import Configuration, ConfigurationChanged, MatchKeysRebuilt
from graphql_schema.types.erasure import ContactsErased
from graphql_schema.types.explanation import MatchExplanation, NextSync
from graphql_schema.types.linking import ActivityAdded, AssociationsReport, ClearingAsked, ExternalLinked
from graphql_schema.types.problem import PROBLEMS
from graphql_schema.types.report import CompaniesReport, ContactsReport, LinkedRecord
from graphql_schema.types.scalars import SCALARS
from graphql_schema.types.task import Task
from graphql_schema.types.user import User
from models.access.api_key import Scope

DOCUMENTS_KEPT = 500  # parsed and validated documents, so that a client's usual ones are read once


_CONTACT_LEADS = Converted(list[LeadInput], LeadInput.to_sync)
_COMPANY_LEADS = Converted(list[CompanyLeadInput], CompanyLeadInput.to_sync)
_IDS = list[strawberry.ID]


@object_type
class Query:
    """Everything that can be read. Lists come a page at a time; ids are plain text."""

    contact = query(resolvers.find_contact)
    contact_by_external_id = query(resolvers.find_contact_by_external_id)
    contacts = query(resolvers.list_contacts)
    linked_records = query(resolvers.find_linked_records, ids=_IDS, returns=list[LinkedRecord])
    company = query(resolvers.find_company)
    company_by_external_id = query(resolvers.find_company_by_external_id)
    companies = query(resolvers.list_companies)
    user = query(resolvers.find_user)
    users = query(resolvers.list_users, returns=list[User])
    task = query(resolvers.find_task)
    tasks = query(resolvers.list_tasks)
    tasks_by_id = query(resolvers.find_tasks, ids=_IDS, returns=list[Task])
    activity = query(resolvers.find_activity, id=strawberry.ID, returns=Activity | None)
    activities = query(resolvers.list_activities)
    run = query(resolvers.find_run)
    sync_runs = query(resolvers.list_runs)
    custom_field_definitions = query(resolvers.list_custom_fields)
    possible_duplicates = query(resolvers.list_possible_duplicates)
    explain_match = query(resolvers.explain_match, lead=LeadInput, returns=MatchExplanation)
    explain_company_match = query(resolvers.explain_company_match, lead=CompanyLeadInput, returns=MatchExplanation)
    next_sync = query(resolvers.next_sync, id=strawberry.ID, returns=list[NextSync])
    configuration = query(resolvers.read_configuration, returns=Configuration)
    viewer = query(resolvers.viewer)
    my_sessions = query(resolvers.list_my_sessions)
    api_keys = query(resolvers.list_keys, returns=list[ApiKey])


@object_type
class Mutation:
    """Everything that can be done. Each act is a run in the ledger; in a batch each item is judged by itself."""

    create_contacts = mutation(resolvers.create_contacts, leads=list[LeadInput], returns=ContactsReport)
    update_contacts = mutation(resolvers.update_contacts, updates=list[ContactUpdate], returns=ContactsReport)
    sync_contacts = mutation(resolvers.sync_contacts, leads=_CONTACT_LEADS, returns=ContactsReport)
    delete_contacts = mutation(resolvers.delete_contacts, ids=_IDS, returns=ContactsReport)
    restore_contacts = mutation(resolvers.restore_contacts, ids=_IDS, returns=ContactsReport)
    create_companies = mutation(resolvers.create_companies, leads=list[CompanyLeadInput], returns=CompaniesReport)
    update_companies = mutation(resolvers.update_companies, updates=list[CompanyUpdate], returns=CompaniesReport)
    sync_companies = mutation(resolvers.sync_companies, leads=_COMPANY_LEADS, returns=CompaniesReport)
    delete_companies = mutation(resolvers.delete_companies, ids=_IDS, returns=CompaniesReport)
    restore_companies = mutation(resolvers.restore_companies, ids=_IDS, returns=CompaniesReport)
    associate_contacts = mutation(
        resolvers.associate_contacts, pairs=list[AssociationInput], returns=AssociationsReport
    )
    create_task = mutation(resolvers.create_task, task=TaskFields, returns=Task)
    update_task = mutation(resolvers.update_task, id=strawberry.ID, changes=TaskFields, returns=Task)
    update_tasks = mutation(resolvers.update_tasks, ids=_IDS, changes=TaskFields, returns=list[Task])
    create_activity = mutation(resolvers.create_activity, activity=ActivityInput, returns=ActivityAdded)
    link_external = mutation(
        resolvers.link_external, external_id=strawberry.ID, record_id=strawberry.ID, returns=ExternalLinked
    )
    clear_in_enginy = mutation(resolvers.clear_in_enginy, id=strawberry.ID, returns=ClearingAsked)
    update_configuration = mutation(
        resolvers.update_configuration, changes=ConfigurationChanges, returns=ConfigurationChanged
    )
    rebuild_match_keys = mutation(resolvers.rebuild_match_keys, returns=MatchKeysRebuilt)
    change_password = mutation(resolvers.change_password)
    sign_out_everywhere = mutation(resolvers.sign_out_everywhere)
    create_user = mutation(resolvers.create_user, id=strawberry.ID | None, returns=User)
    update_user = mutation(resolvers.update_user, id=strawberry.ID, changes=UserChanges, returns=User)
    deactivate_user = mutation(resolvers.deactivate_user, id=strawberry.ID, returns=User)
    reactivate_user = mutation(resolvers.reactivate_user, id=strawberry.ID, returns=User)
    create_api_key = mutation(resolvers.create_key, scopes=list[Scope], returns=ApiKeyCreated)
    revoke_api_key = mutation(resolvers.revoke_key, id=strawberry.ID, returns=ApiKey)
    erase_contacts = mutation(resolvers.erase_contacts, ids=_IDS, returns=ContactsErased)


class Schema(strawberry.Schema):
    """Strawberry's schema with our own errors: logged by who is to blame, shown with a code or masked."""

    async def execute(self, *arguments: Any, **options: Any) -> ExecutionResult:
        result = await super().execute(*arguments, **options)
        if result.errors:
            context = options.get("context_value")
            result.errors = [errors.shown(error, getattr(context, "request_id", None)) for error in result.errors]
        return result

    def process_errors(self, errors_: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        errors.log(errors_, getattr(execution_context.context if execution_context else None, "request_id", None))


def _extensions() -> list[Any]:
    return [
        lambda: MaxTokensLimiter(max_token_count=MAX_TOKENS),
        lambda: AddValidationRules([Limits]),
        lambda: ParserCache(maxsize=DOCUMENTS_KEPT),
        lambda: ValidationCache(maxsize=DOCUMENTS_KEPT),
        OneOperation,  # behind the cache, which knows documents alone
    ]


schema = Schema(
    query=Query,
    mutation=Mutation,
    types=PROBLEMS,
    extensions=_extensions(),
    config=StrawberryConfig(disable_field_suggestions=True, sort_schema=True, scalar_map=SCALARS),
)
