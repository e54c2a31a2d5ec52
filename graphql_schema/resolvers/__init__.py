"""Everything that can be done, by name. Each is a field of the schema; the REST routes call the same functions."""

from graphql_schema.resolvers.account import change_password, list_my_sessions, sign_out_everywhere, viewer
from graphql_schema.resolvers.activities import create_activities, create_activity, find_activity
from graphql_schema.resolvers.associations import associate_contacts
from graphql_schema.resolvers.campaigns import find_campaign, find_sender, list_campaigns, list_senders
from graphql_schema.resolvers.clearing import clear_in_enginy
from graphql_schema.resolvers.configuration import (
    read_configuration,
    rebuild_match_keys,
    tell_connection,
    update_configuration,
)
from graphql_schema.resolvers.create import create_companies, create_contacts
from graphql_schema.resolvers.custom_fields import define_custom_field, update_custom_field
from graphql_schema.resolvers.deals import create_deals, delete_deals, restore_deals, update_deal, update_deals
from graphql_schema.resolvers.deletion import delete_companies, delete_contacts, restore_companies, restore_contacts
from graphql_schema.resolvers.documents import (
    list_registered_documents,
    register_documents,
    unregister_documents,
)
from graphql_schema.resolvers.duplicates import dismiss_possible_duplicates, reopen_possible_duplicates
from graphql_schema.resolvers.erasure import erase_contacts
from graphql_schema.resolvers.explaining import explain_company_match, explain_match
from graphql_schema.resolvers.failures import list_failed_items
from graphql_schema.resolvers.fetching import find_linked_records
from graphql_schema.resolvers.forecasting import next_sync
from graphql_schema.resolvers.keys import create_key, list_keys, revoke_key
from graphql_schema.resolvers.linking import link_external
from graphql_schema.resolvers.live import (
    watch_companies,
    watch_contacts,
    watch_deals,
    watch_runs,
    watch_stages,
    watch_timeline,
)
from graphql_schema.resolvers.mappings import list_field_alerts, list_field_mappings
from graphql_schema.resolvers.meaning import (
    confirm_field_mapping,
    dismiss_field_alert,
    learn_campaign_names,
    learn_sender_names,
    reject_field_mapping,
    set_field_mapping,
)
from graphql_schema.resolvers.nodes import find_node, find_nodes
from graphql_schema.resolvers.notes import create_note, delete_notes, find_note, restore_notes, update_note
from graphql_schema.resolvers.numbers import (
    compare_steps,
    count_over_time,
    count_stages,
    follow_cohorts,
    form_rates,
    measure_reply_times,
    tabulate_engagement,
)
from graphql_schema.resolvers.owners import assign_owner
from graphql_schema.resolvers.people import create_user, deactivate_user, reactivate_user, update_user
from graphql_schema.resolvers.pipeline import find_deal, list_deal_stages, list_deals
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
from graphql_schema.resolvers.reverting import revert_change_set
from graphql_schema.resolvers.saved_queries import (
    create_saved_query,
    delete_saved_query,
    find_saved_query,
    list_examples,
    list_saved_queries,
    update_saved_query,
)
from graphql_schema.resolvers.searching import search
from graphql_schema.resolvers.sync import sync_companies, sync_contacts
from graphql_schema.resolvers.tags import add_tags, list_tags, merge_tags, remove_tag, remove_tags, rename_tag
from graphql_schema.resolvers.tasks import (
    create_task,
    delete_tasks,
    find_tasks,
    restore_tasks,
    update_task,
    update_tasks,
)
from graphql_schema.resolvers.update import edit_companies, edit_contacts, update_companies, update_contacts
from graphql_schema.resolvers.users import list_users
from graphql_schema.resolvers.views import (
    create_saved_view,
    delete_saved_views,
    find_saved_view,
    list_saved_views,
    update_saved_view,
)

__all__ = [
    "add_tags",
    "assign_owner",
    "associate_contacts",
    "change_password",
    "clear_in_enginy",
    "compare_steps",
    "confirm_field_mapping",
    "count_over_time",
    "count_stages",
    "create_activities",
    "create_activity",
    "create_companies",
    "create_contacts",
    "create_deals",
    "create_key",
    "create_note",
    "create_saved_query",
    "create_saved_view",
    "create_task",
    "create_user",
    "deactivate_user",
    "define_custom_field",
    "delete_companies",
    "delete_contacts",
    "delete_deals",
    "delete_notes",
    "delete_saved_query",
    "delete_saved_views",
    "delete_tasks",
    "dismiss_field_alert",
    "dismiss_possible_duplicates",
    "edit_companies",
    "edit_contacts",
    "erase_contacts",
    "explain_company_match",
    "explain_match",
    "find_activity",
    "find_campaign",
    "find_company",
    "find_company_by_external_id",
    "find_contact",
    "find_contact_by_external_id",
    "find_deal",
    "find_linked_records",
    "find_node",
    "find_nodes",
    "find_note",
    "find_run",
    "find_saved_query",
    "find_saved_view",
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
    "list_deal_stages",
    "list_deals",
    "list_examples",
    "list_failed_items",
    "list_field_alerts",
    "list_field_mappings",
    "list_keys",
    "list_my_sessions",
    "list_possible_duplicates",
    "list_registered_documents",
    "list_runs",
    "list_saved_queries",
    "list_saved_views",
    "list_senders",
    "list_tags",
    "list_tasks",
    "list_users",
    "measure_reply_times",
    "merge_tags",
    "next_sync",
    "reactivate_user",
    "read_configuration",
    "rebuild_match_keys",
    "register_documents",
    "reject_field_mapping",
    "remove_tag",
    "remove_tags",
    "rename_tag",
    "reopen_possible_duplicates",
    "restore_companies",
    "restore_contacts",
    "restore_deals",
    "restore_notes",
    "restore_tasks",
    "revert_change_set",
    "revoke_key",
    "search",
    "set_field_mapping",
    "sign_out_everywhere",
    "sync_companies",
    "sync_contacts",
    "tabulate_engagement",
    "tell_connection",
    "unregister_documents",
    "update_companies",
    "update_configuration",
    "update_contacts",
    "update_custom_field",
    "update_deal",
    "update_deals",
    "update_note",
    "update_saved_query",
    "update_saved_view",
    "update_task",
    "update_tasks",
    "update_user",
    "viewer",
    "watch_companies",
    "watch_contacts",
    "watch_deals",
    "watch_runs",
    "watch_stages",
    "watch_timeline",
]
