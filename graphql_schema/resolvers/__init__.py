"""Everything that can be done, by name. Each is a field of the schema; the REST routes call the same functions."""

from graphql_schema.resolvers.activities import create_activities, create_activity, find_activity
from graphql_schema.resolvers.associations import associate_contacts
from graphql_schema.resolvers.clearing import clear_in_enginy
from graphql_schema.resolvers.configuration import read_configuration, rebuild_match_keys, update_configuration
from graphql_schema.resolvers.create import create_companies, create_contacts
from graphql_schema.resolvers.deletion import delete_companies, delete_contacts, restore_companies, restore_contacts
from graphql_schema.resolvers.explaining import explain_company_match, explain_match
from graphql_schema.resolvers.fetching import find_linked_records
from graphql_schema.resolvers.forecasting import next_sync
from graphql_schema.resolvers.linking import link_external
from graphql_schema.resolvers.mappings import list_field_alerts, list_field_mappings
from graphql_schema.resolvers.meaning import (
    confirm_field_mapping,
    dismiss_field_alert,
    learn_campaign_names,
    learn_sender_names,
    reject_field_mapping,
    set_field_mapping,
)
from graphql_schema.resolvers.naming import find_campaign, find_sender, list_campaigns, list_senders
from graphql_schema.resolvers.numbers import (
    compare_steps,
    count_over_time,
    count_stages,
    follow_cohorts,
    form_rates,
    measure_reply_times,
    tabulate_engagement,
)
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
    "clear_in_enginy",
    "compare_steps",
    "confirm_field_mapping",
    "count_over_time",
    "count_stages",
    "create_activities",
    "create_activity",
    "create_companies",
    "create_contacts",
    "create_task",
    "delete_companies",
    "delete_contacts",
    "dismiss_field_alert",
    "explain_company_match",
    "explain_match",
    "find_activity",
    "find_campaign",
    "find_company",
    "find_company_by_external_id",
    "find_contact",
    "find_contact_by_external_id",
    "find_linked_records",
    "find_run",
    "find_sender",
    "find_task",
    "find_tasks",
    "find_user",
    "follow_cohorts",
    "form_rates",
    "learn_campaign_names",
    "learn_sender_names",
    "link_external",
    "list_activities",
    "list_campaigns",
    "list_companies",
    "list_contacts",
    "list_custom_fields",
    "list_field_alerts",
    "list_field_mappings",
    "list_possible_duplicates",
    "list_runs",
    "list_senders",
    "list_tasks",
    "list_users",
    "measure_reply_times",
    "next_sync",
    "read_configuration",
    "rebuild_match_keys",
    "reject_field_mapping",
    "restore_companies",
    "restore_contacts",
    "set_field_mapping",
    "sync_companies",
    "sync_contacts",
    "tabulate_engagement",
    "update_companies",
    "update_configuration",
    "update_contacts",
    "update_task",
    "update_tasks",
]
