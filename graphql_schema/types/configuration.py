"""The team's decisions about syncing, as the schema tells them."""

import strawberry
from strawberry.utils.str_converters import to_camel_case

import models.configuration as decisions
from graphql_schema.described import object_type
from graphql_schema.resolvers.configuration import ConfigurationReport, RekeyReport
from graphql_schema.types.report import Recorded, run_id
from models.configuration import CUSTOM_PREFIX, NullSafety, StaleCopies, WeakMatches
from models.identity.keys import KeyKind
from models.user import Role


@object_type
class SyncBackProperty:
    """A value that answers to Enginy carry."""

    property: str = strawberry.field(description="What Enginy calls it.")
    field: str = strawberry.field(
        description="Where it comes from: a field such as `leadScore`, or `custom:` and the name of a custom field."
    )

    @classmethod
    def of(cls, each: decisions.SyncBackProperty) -> "SyncBackProperty":
        own = not each.field.startswith(CUSTOM_PREFIX)
        return cls(property=each.property, field=to_camel_case(each.field) if own else each.field)


@object_type
class Configuration:
    """The decisions about syncing that are in force."""

    contact_sync_back: list[SyncBackProperty] = strawberry.field(
        description="What answers carry of a contact, in this order. A value that is blank here is left out."
    )
    company_sync_back: list[SyncBackProperty] = strawberry.field(
        description="What answers carry of a company, in this order."
    )
    contact_match_order: list[KeyKind] = strawberry.field(
        description="By which identifiers a lead's contact is looked for, one after the other."
    )
    company_match_order: list[KeyKind] = strawberry.field(
        description="By which identifiers a company is looked for, one after the other."
    )
    null_safety: NullSafety = strawberry.field(
        description="What answers carry besides, so that nothing is cleared by accident."
    )
    stale_copies: StaleCopies = strawberry.field(
        description="What happens to a value Enginy sends again after somebody here changed it."
    )
    weak_matches: WeakMatches = strawberry.field(description="What happens to a match on weak evidence.")
    shared_limit: int = strawberry.field(description="A value that more records than this share decides nothing.")
    base_currency: str = strawberry.field(description="The currency that deal values are summed up in.")
    mapping_threshold: float = strawberry.field(
        description="How sure a suggested meaning of a name must be to be applied at once, from 0 to 1."
    )
    deal_stages: list[str] = strawberry.field(description="The stages that deals go through, in their order.")
    explore_withdrawn: list[Role] = strawberry.field(
        description="People of these roles run registered documents alone; everyone else runs what they like."
    )

    @classmethod
    def from_act(cls, given: decisions.Configuration) -> "Configuration":
        return cls(
            contact_sync_back=[SyncBackProperty.of(each) for each in given.contact_sync_back],
            company_sync_back=[SyncBackProperty.of(each) for each in given.company_sync_back],
            contact_match_order=list(given.contact_match_order),
            company_match_order=list(given.company_match_order),
            null_safety=given.null_safety,
            stale_copies=given.stale_copies,
            weak_matches=given.weak_matches,
            shared_limit=given.shared_limit,
            base_currency=given.base_currency,
            mapping_threshold=given.mapping_threshold,
            deal_stages=list(given.deal_stages),
            explore_withdrawn=list(given.explore_withdrawn),
        )


@object_type
class ConfigurationChanged(Recorded):
    """A configuration that was changed."""

    configuration: Configuration = strawberry.field(description="The decisions that are in force now.")

    @classmethod
    def from_act(cls, report: ConfigurationReport) -> "ConfigurationChanged":
        return cls(change_set_id=run_id(report.run_id), configuration=Configuration.from_act(report.configuration))


@object_type
class MatchKeysRebuilt(Recorded):
    """Match keys that were rebuilt."""

    records: int = strawberry.field(description="How many records it looked at.")
    added: int = strawberry.field(description="How many keys were missing.")
    removed: int = strawberry.field(description="How many keys were there without reason.")

    @classmethod
    def from_act(cls, report: RekeyReport) -> "MatchKeysRebuilt":
        done = report.rekeyed
        return cls(change_set_id=run_id(report.run_id), records=done.records, added=done.added, removed=done.removed)
