"""Everything that can be done, by name. Each is a field of the schema; the REST routes call the same functions."""

from graphql_schema.resolvers.activities import create_activity, find_activity
from graphql_schema.resolvers.associations import associate_contacts
from graphql_schema.resolvers.clearing import clear_in_enginy
from graphql_schema.resolvers.configuration import read_configuration, rebuild_match_keys, update_configuration
from graphql_schema.resolvers.create import create_companies, create_contacts
from graphql_schema.resolvers.deletion import delete_companies, delete_contacts, restore_companies, restore_contacts
from graphql_schema.resolvers.documents import (
    list_registered_documents,
    register_documents,
    unregister_documents,
)
from graphql_schema.resolvers.explaining import explain_company_match, explain_match
from graphql_schema.resolvers.fetching import find_linked_records
from graphql_schema.resolvers.forecasting import next_sync
from graphql_schema.resolvers.linking import link_external
from graphql_schema.resolvers.reading import (
    find_company,
    find_company_by_external_id,
    find_contact,
    find_contact_by_external_id,
    find_run,
    find_task,
    find_user,
    list_activities,
    list_companies,
    list_contacts,
    list_custom_fields,
    list_possible_duplicates,
    list_runs,
    list_tasks,
)
from graphql_schema.resolvers.saved_queries import (
    create_saved_query,
    delete_saved_query,
    find_saved_query,
    list_examples,
    list_saved_queries,
    update_saved_query,
)
from graphql_schema.resolvers.sync import sync_companies, sync_contacts
from graphql_schema.resolvers.tasks import create_task, find_tasks, update_task, update_tasks
from graphql_schema.resolvers.update import update_companies, update_contacts
from graphql_schema.resolvers.users import list_users

__all__ = [
    "associate_contacts",
    "clear_in_enginy",
    "create_activity",
    "create_companies",
    "create_contacts",
    "create_saved_query",
    "create_task",
    "delete_companies",
    "delete_contacts",
    "delete_saved_query",
    "explain_company_match",
    "explain_match",
    "find_activity",
    "find_company",
    "find_company_by_external_id",
    "find_contact",
    "find_contact_by_external_id",
    "find_linked_records",
    "find_run",
    "find_saved_query",
    "find_task",
    "find_tasks",
    "find_user",
    "link_external",
    "list_activities",
    "list_companies",
    "list_contacts",
    "list_custom_fields",
    "list_examples",
    "list_possible_duplicates",
    "list_registered_documents",
    "list_runs",
    "list_saved_queries",
    "list_tasks",
    "list_users",
    "next_sync",
    "read_configuration",
    "rebuild_match_keys",
    "register_documents",
    "restore_companies",
    "restore_contacts",
    "sync_companies",
    "sync_contacts",
    "unregister_documents",
    "update_companies",
    "update_configuration",
    "update_contacts",
    "update_saved_query",
    "update_task",
    "update_tasks",
]
