"""Everything that can be done, by name. Each is a field of the schema; the REST routes call the same functions."""

from graphql_schema.resolvers.account import change_password, list_my_sessions, sign_out_everywhere, viewer
from graphql_schema.resolvers.activities import create_activity, find_activity
from graphql_schema.resolvers.associations import associate_contacts
from graphql_schema.resolvers.clearing import clear_in_enginy
from graphql_schema.resolvers.configuration import read_configuration, rebuild_match_keys, update_configuration
from graphql_schema.resolvers.create import create_companies, create_contacts
from graphql_schema.resolvers.deletion import delete_companies, delete_contacts, restore_companies, restore_contacts
from graphql_schema.resolvers.erasure import erase_contacts
from graphql_schema.resolvers.explaining import explain_company_match, explain_match
from graphql_schema.resolvers.fetching import find_linked_records
from graphql_schema.resolvers.forecasting import next_sync
from graphql_schema.resolvers.keys import create_key, list_keys, revoke_key
from graphql_schema.resolvers.linking import link_external
from graphql_schema.resolvers.people import create_user, deactivate_user, reactivate_user, update_user
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
from graphql_schema.resolvers.sync import sync_companies, sync_contacts
from graphql_schema.resolvers.tasks import create_task, find_tasks, update_task, update_tasks
from graphql_schema.resolvers.update import update_companies, update_contacts
from graphql_schema.resolvers.users import list_users

__all__ = [
    "associate_contacts",
    "change_password",
    "clear_in_enginy",
    "create_activity",
    "create_companies",
    "create_contacts",
    "create_key",
    "create_task",
    "create_user",
    "deactivate_user",
    "delete_companies",
    "delete_contacts",
    "erase_contacts",
    "explain_company_match",
    "explain_match",
    "find_activity",
    "find_company",
    "find_company_by_external_id",
    "find_contact",
    "find_contact_by_external_id",
    "find_linked_records",
    "find_run",
    "find_task",
    "find_tasks",
    "find_user",
    "link_external",
    "list_activities",
    "list_companies",
    "list_contacts",
    "list_custom_fields",
    "list_keys",
    "list_my_sessions",
    "list_possible_duplicates",
    "list_runs",
    "list_tasks",
    "list_users",
    "next_sync",
    "reactivate_user",
    "read_configuration",
    "rebuild_match_keys",
    "restore_companies",
    "restore_contacts",
    "revoke_key",
    "sign_out_everywhere",
    "sync_companies",
    "sync_contacts",
    "update_companies",
    "update_configuration",
    "update_contacts",
    "update_task",
    "update_tasks",
    "update_user",
    "viewer",
]
