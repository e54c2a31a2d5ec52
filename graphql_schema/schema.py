"""The schema: the table of contents of everything that can be read and done."""

from contextlib import aclosing
from typing import Annotated, Any

import strawberry
from graphql import GraphQLError, GraphQLUnionType
from strawberry.schema.config import StrawberryConfig
from strawberry.schema.schema import SubscriptionResult
from strawberry.types.execution import ExecutionContext, ExecutionResult, PreExecutionError

from graphql_schema import errors, resolvers
from graphql_schema.described import object_type
from graphql_schema.fields import Converted, mutation, query, subscription
from graphql_schema.guard import Guard
from graphql_schema.inputs.company import CompanyFields, CompanyLeadInput, CompanyUpdate
from graphql_schema.inputs.configuration import ConfigurationChanges
from graphql_schema.inputs.contact import ContactFields, ContactUpdate, LeadInput
from graphql_schema.inputs.deals import DealFields, DealFilter
from graphql_schema.inputs.fields import ExpectedVersion
from graphql_schema.inputs.kept import CustomFieldFields, NoteFields, SavedViewFields
from graphql_schema.inputs.lists import CompanyFilter, ContactFilter, TaskFilter
from graphql_schema.inputs.mapping import MappingTargetInput
from graphql_schema.inputs.saved_query import SavedQueryFields
from graphql_schema.inputs.user import UserChanges
from graphql_schema.inputs.work import ActivityInput, AssociationInput, TaskFields
from graphql_schema.types.activity import Activity, ActivityConnection
from graphql_schema.types.answers import (
    ActivityAddition,
    ApiKeyCreation,
    ApiKeyRevocation,
    ChangeSetReversal,
    ClearingRequest,
    ConfigurationChange,
    CustomFieldChange,
    DealChange,
    DocumentRegistration,
    DocumentUnregistration,
    ExternalLinking,
    FieldAlertDismissal,
    FieldMappingDecision,
    MatchKeyRebuild,
    NameLearning,
    NoteChange,
    PasswordChange,
    SavedQueryChange,
    SavedViewChange,
    SignOut,
    TagReplacement,
    TaskChange,
    UserChange,
)
from graphql_schema.types.api_key import ApiKey
from graphql_schema.types.company import CompanyConnection
from graphql_schema.types.configuration import Configuration
from graphql_schema.types.connection import EnginyConnection
from graphql_schema.types.contact import ContactConnection
from graphql_schema.types.deal import DealConnection
from graphql_schema.types.erasure import ContactsErased
from graphql_schema.types.explanation import MatchExplanation, NextSync
from graphql_schema.types.linking import ActivitiesAdded, AssociationsReport
from graphql_schema.types.numbers.cohorts import EngagementCohort
from graphql_schema.types.numbers.funnel import EngagementFunnel
from graphql_schema.types.numbers.rates import EngagementRates
from graphql_schema.types.numbers.series import EngagementSeries
from graphql_schema.types.numbers.steps import StepPerformance
from graphql_schema.types.numbers.table import EngagementTable
from graphql_schema.types.numbers.timing import TimeToReply
from graphql_schema.types.problem import PROBLEMS
from graphql_schema.types.report import CompaniesReport, ContactsReport, LinkedRecord
from graphql_schema.types.scalars import SCALARS
from graphql_schema.types.task import Task, TaskConnection
from graphql_schema.types.timeline import TIMELINE_ITEMS
from graphql_schema.types.user import User
from graphql_schema.types.work import (
    DealsReport,
    NotesReport,
    PossibleDuplicatesReport,
    RecordsReport,
    TasksReport,
    ViewsReport,
)
from models.access.api_key import Scope

_CONTACT_LEADS = Converted(list[LeadInput], LeadInput.to_sync)
_COMPANY_LEADS = Converted(list[CompanyLeadInput], CompanyLeadInput.to_sync)
_IDS = list[strawberry.ID]


def _told(type_: Any, description: str) -> Any:
    """An argument that means something else here than elsewhere."""
    return Annotated[type_, strawberry.argument(description=description)]


def _all(filter_: Any) -> Any:
    """The argument for all that a filter finds."""
    return _told(filter_ | None, "All that fulfil this, instead of `ids`.")


_MANY = {"ids": _IDS | None, "expected_versions": list[ExpectedVersion] | None}
_RECORDS = {**_MANY, "contact_filter": _all(ContactFilter), "company_filter": _all(CompanyFilter)}


@object_type
class Query:
    """Everything that can be read. Lists come a page at a time; ids are plain text."""

    search = query(resolvers.search)
    node = query(resolvers.find_node)
    nodes = query(resolvers.find_nodes, ids=_IDS)
    contact = query(resolvers.find_contact)
    contact_by_external_id = query(resolvers.find_contact_by_external_id)
    contacts = query(resolvers.list_contacts, returns=ContactConnection)
    linked_records = query(resolvers.find_linked_records, ids=_IDS, returns=list[LinkedRecord])
    company = query(resolvers.find_company)
    company_by_external_id = query(resolvers.find_company_by_external_id)
    companies = query(resolvers.list_companies, returns=CompanyConnection)
    user = query(resolvers.find_user)
    users = query(resolvers.list_users, returns=list[User])
    task = query(resolvers.find_task)
    tasks = query(resolvers.list_tasks, returns=TaskConnection)
    tasks_by_id = query(resolvers.find_tasks, ids=_IDS, returns=list[Task])
    activity = query(resolvers.find_activity, id=strawberry.ID, returns=Activity | None)
    activities = query(resolvers.list_activities, returns=ActivityConnection)
    deal = query(resolvers.find_deal)
    deals = query(resolvers.list_deals, returns=DealConnection)
    deal_stages = query(resolvers.list_deal_stages)
    note = query(resolvers.find_note)
    tags = query(resolvers.list_tags)
    saved_view = query(resolvers.find_saved_view)
    saved_views = query(resolvers.list_saved_views)
    run = query(resolvers.find_run)
    sync_runs = query(resolvers.list_runs)
    custom_field_definitions = query(resolvers.list_custom_fields)
    campaign = query(resolvers.find_campaign)
    campaigns = query(resolvers.list_campaigns)
    sender = query(resolvers.find_sender)
    senders = query(resolvers.list_senders)
    field_mappings = query(resolvers.list_field_mappings)
    field_alerts = query(resolvers.list_field_alerts)
    possible_duplicates = query(resolvers.list_possible_duplicates)
    failed_items = query(resolvers.list_failed_items)
    explain_match = query(resolvers.explain_match, lead=LeadInput, returns=MatchExplanation)
    explain_company_match = query(resolvers.explain_company_match, lead=CompanyLeadInput, returns=MatchExplanation)
    next_sync = query(resolvers.next_sync, id=_told(strawberry.ID, "The contact or company."), returns=list[NextSync])
    configuration = query(resolvers.read_configuration, returns=Configuration)
    enginy_connection = query(resolvers.tell_connection, returns=EnginyConnection)
    engagement_funnel = query(resolvers.count_stages, returns=EngagementFunnel)
    engagement_series = query(resolvers.count_over_time, returns=EngagementSeries)
    engagement_rates = query(resolvers.form_rates, returns=EngagementRates)
    step_performance = query(resolvers.compare_steps, returns=StepPerformance | None)
    time_to_reply = query(resolvers.measure_reply_times, returns=TimeToReply)
    engagement_cohorts = query(resolvers.follow_cohorts, returns=list[EngagementCohort])
    engagement_table = query(resolvers.tabulate_engagement, returns=EngagementTable)
    registered_documents = query(resolvers.list_registered_documents)
    examples = query(resolvers.list_examples)
    saved_query = query(resolvers.find_saved_query)
    saved_queries = query(resolvers.list_saved_queries)
    viewer = query(resolvers.viewer)
    my_sessions = query(resolvers.list_my_sessions)
    api_keys = query(resolvers.list_keys, returns=list[ApiKey])


@object_type
class Mutation:
    """Everything that can be done. Each act is a run in the ledger; in a batch each item is judged by itself."""

    create_contacts = mutation(resolvers.create_contacts, leads=list[LeadInput], returns=ContactsReport)
    update_contacts = mutation(resolvers.update_contacts, updates=list[ContactUpdate], returns=ContactsReport)
    edit_contacts = mutation(
        resolvers.edit_contacts,
        **_MANY,
        changes=Converted(ContactFields, ContactFields.given),
        filter=_all(ContactFilter),
        returns=ContactsReport,
    )
    sync_contacts = mutation(resolvers.sync_contacts, leads=_CONTACT_LEADS, returns=ContactsReport)
    delete_contacts = mutation(resolvers.delete_contacts, **_MANY, filter=_all(ContactFilter), returns=ContactsReport)
    restore_contacts = mutation(resolvers.restore_contacts, ids=_IDS, returns=ContactsReport)
    create_companies = mutation(resolvers.create_companies, leads=list[CompanyLeadInput], returns=CompaniesReport)
    update_companies = mutation(resolvers.update_companies, updates=list[CompanyUpdate], returns=CompaniesReport)
    edit_companies = mutation(
        resolvers.edit_companies,
        **_MANY,
        changes=Converted(CompanyFields, CompanyFields.given),
        filter=_all(CompanyFilter),
        returns=CompaniesReport,
    )
    sync_companies = mutation(resolvers.sync_companies, leads=_COMPANY_LEADS, returns=CompaniesReport)
    delete_companies = mutation(
        resolvers.delete_companies, **_MANY, filter=_all(CompanyFilter), returns=CompaniesReport
    )
    restore_companies = mutation(resolvers.restore_companies, ids=_IDS, returns=CompaniesReport)
    associate_contacts = mutation(
        resolvers.associate_contacts, pairs=list[AssociationInput], returns=AssociationsReport
    )
    create_task = mutation(resolvers.create_task, task=TaskFields, returns=TaskChange)
    update_task = mutation(resolvers.update_task, id=strawberry.ID, changes=TaskFields, returns=TaskChange)
    update_tasks = mutation(
        resolvers.update_tasks, **_MANY, changes=TaskFields, filter=_all(TaskFilter), returns=TasksReport
    )
    delete_tasks = mutation(resolvers.delete_tasks, **_MANY, filter=_all(TaskFilter), returns=TasksReport)
    restore_tasks = mutation(resolvers.restore_tasks, ids=_IDS, returns=TasksReport)
    create_deals = mutation(resolvers.create_deals, deals=list[DealFields], returns=DealsReport)
    update_deal = mutation(resolvers.update_deal, id=strawberry.ID, changes=DealFields, returns=DealChange)
    update_deals = mutation(
        resolvers.update_deals, **_MANY, changes=DealFields, filter=_all(DealFilter), returns=DealsReport
    )
    delete_deals = mutation(resolvers.delete_deals, **_MANY, filter=_all(DealFilter), returns=DealsReport)
    restore_deals = mutation(resolvers.restore_deals, ids=_IDS, returns=DealsReport)
    create_note = mutation(
        resolvers.create_note,
        record_id=_told(strawberry.ID, "The contact, company or deal it is about."),
        note=NoteFields,
        returns=NoteChange,
    )
    update_note = mutation(resolvers.update_note, id=strawberry.ID, changes=NoteFields, returns=NoteChange)
    delete_notes = mutation(
        resolvers.delete_notes, ids=_IDS, expected_versions=list[ExpectedVersion] | None, returns=NotesReport
    )
    restore_notes = mutation(resolvers.restore_notes, ids=_IDS, returns=NotesReport)
    assign_owner = mutation(resolvers.assign_owner, **_RECORDS, returns=RecordsReport)
    add_tags = mutation(resolvers.add_tags, **_RECORDS, returns=RecordsReport)
    remove_tags = mutation(resolvers.remove_tags, **_RECORDS, returns=RecordsReport)
    rename_tag = mutation(resolvers.rename_tag, returns=TagReplacement)
    merge_tags = mutation(resolvers.merge_tags, returns=TagReplacement)
    remove_tag = mutation(resolvers.remove_tag, returns=TagReplacement)
    create_saved_view = mutation(resolvers.create_saved_view, view=SavedViewFields, returns=SavedViewChange)
    update_saved_view = mutation(
        resolvers.update_saved_view, id=strawberry.ID, changes=SavedViewFields, returns=SavedViewChange
    )
    delete_saved_views = mutation(resolvers.delete_saved_views, ids=_IDS, returns=ViewsReport)
    define_custom_field = mutation(resolvers.define_custom_field, changes=CustomFieldFields, returns=CustomFieldChange)
    update_custom_field = mutation(resolvers.update_custom_field, changes=CustomFieldFields, returns=CustomFieldChange)
    create_activity = mutation(resolvers.create_activity, activity=ActivityInput, returns=ActivityAddition)
    create_activities = mutation(resolvers.create_activities, activities=list[ActivityInput], returns=ActivitiesAdded)
    set_field_mapping = mutation(
        resolvers.set_field_mapping,
        target=Converted(MappingTargetInput, MappingTargetInput.to_act),
        returns=FieldMappingDecision,
    )
    confirm_field_mapping = mutation(resolvers.confirm_field_mapping, id=strawberry.ID, returns=FieldMappingDecision)
    reject_field_mapping = mutation(resolvers.reject_field_mapping, id=strawberry.ID, returns=FieldMappingDecision)
    dismiss_field_alert = mutation(resolvers.dismiss_field_alert, id=strawberry.ID, returns=FieldAlertDismissal)
    dismiss_possible_duplicates = mutation(
        resolvers.dismiss_possible_duplicates, ids=_IDS, returns=PossibleDuplicatesReport
    )
    reopen_possible_duplicates = mutation(
        resolvers.reopen_possible_duplicates, ids=_IDS, returns=PossibleDuplicatesReport
    )
    learn_campaign_names = mutation(resolvers.learn_campaign_names, returns=NameLearning)
    learn_sender_names = mutation(resolvers.learn_sender_names, returns=NameLearning)
    link_external = mutation(
        resolvers.link_external, external_id=strawberry.ID, record_id=strawberry.ID, returns=ExternalLinking
    )
    clear_in_enginy = mutation(
        resolvers.clear_in_enginy, id=_told(strawberry.ID, "The contact or company."), returns=ClearingRequest
    )
    update_configuration = mutation(
        resolvers.update_configuration, changes=ConfigurationChanges, returns=ConfigurationChange
    )
    register_documents = mutation(resolvers.register_documents, documents=list[str], returns=DocumentRegistration)
    unregister_documents = mutation(resolvers.unregister_documents, ids=_IDS, returns=DocumentUnregistration)
    create_saved_query = mutation(resolvers.create_saved_query, query=SavedQueryFields, returns=SavedQueryChange)
    update_saved_query = mutation(resolvers.update_saved_query, changes=SavedQueryFields, returns=SavedQueryChange)
    delete_saved_query = mutation(resolvers.delete_saved_query, returns=SavedQueryChange)
    rebuild_match_keys = mutation(resolvers.rebuild_match_keys, returns=MatchKeyRebuild)
    change_password = mutation(resolvers.change_password, returns=PasswordChange)
    sign_out_everywhere = mutation(resolvers.sign_out_everywhere, returns=SignOut)
    create_user = mutation(
        resolvers.create_user,
        name=_told(str, "Their name."),
        email=_told(str | None, "Their e-mail address, to sign in with; without one they cannot."),
        id=_told(strawberry.ID | None, "The id they are to have, such as `sales-rep-1`; made up unless told."),
        returns=UserChange,
    )
    update_user = mutation(resolvers.update_user, id=strawberry.ID, changes=UserChanges, returns=UserChange)
    deactivate_user = mutation(resolvers.deactivate_user, id=strawberry.ID, returns=UserChange)
    reactivate_user = mutation(resolvers.reactivate_user, id=strawberry.ID, returns=UserChange)
    create_api_key = mutation(resolvers.create_key, scopes=list[Scope], returns=ApiKeyCreation)
    revoke_api_key = mutation(resolvers.revoke_key, id=strawberry.ID, returns=ApiKeyRevocation)
    revert_change_set = mutation(
        resolvers.revert_change_set,
        id=_told(strawberry.ID, "The run: the `changeSetId` of what is to be undone."),
        returns=ChangeSetReversal,
    )
    erase_contacts = mutation(resolvers.erase_contacts, ids=_IDS, returns=ContactsErased)


@object_type
class Subscription:
    """What is told as it happens, over a websocket (`graphql-transport-ws`)."""

    contact_changed = subscription(resolvers.watch_contacts)
    company_changed = subscription(resolvers.watch_companies)
    deal_changed = subscription(resolvers.watch_deals)
    timeline_item_added = subscription(resolvers.watch_timeline)
    sync_run_finished = subscription(resolvers.watch_runs)
    engagement_stage_reached = subscription(resolvers.watch_stages)


class Schema(strawberry.Schema):
    """Strawberry's schema with our own errors: logged by who is to blame, shown with a code or masked."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        for each in self._schema.type_map.values():
            if isinstance(each, GraphQLUnionType):
                # Strawberry looks for the very type it made, and a sorted schema holds copies.
                each.resolve_type = lambda value, *_: value.__strawberry_definition__.name

    async def execute(self, *arguments: Any, **options: Any) -> ExecutionResult:
        result = await super().execute(*arguments, **options)
        if result.errors:
            context = options.get("context_value")
            result.errors = [errors.shown(error, getattr(context, "request_id", None)) for error in result.errors]
        return result

    async def subscribe(self, *arguments: Any, **options: Any) -> SubscriptionResult:
        return self._shown(await super().subscribe(*arguments, **options), options.get("context_value"))

    async def _shown(self, results: SubscriptionResult, context: Any) -> SubscriptionResult:
        request_id = getattr(context, "request_id", None)
        async with aclosing(results):
            try:
                async for result in results:
                    if result.errors:
                        result.errors = [errors.shown(each, request_id) for each in result.errors]
                    yield result
            except GraphQLError as error:  # from reading the document, which only `execute` expects to fail
                errors.log([error], request_id)
                yield PreExecutionError(data=None, errors=[errors.shown(error, request_id)])

    def process_errors(self, errors_: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        errors.log(errors_, getattr(execution_context.context if execution_context else None, "request_id", None))


schema = Schema(
    query=Query,
    mutation=Mutation,
    subscription=Subscription,
    types=[*PROBLEMS, *TIMELINE_ITEMS],
    extensions=[Guard],
    config=StrawberryConfig(disable_field_suggestions=True, sort_schema=True, scalar_map=SCALARS),
)
