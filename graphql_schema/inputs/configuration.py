"""Changes of the configuration: absent leaves alone, null goes back to the default, a value sets."""

from typing import Any

import strawberry
from strawberry.utils.str_converters import to_camel_case

from graphql_schema.described import input_type
from models.configuration import (
    CUSTOM_PREFIX,
    DERIVED_FIELDS,
    SETTING_NAMES,
    NullSafety,
    StaleCopies,
    SyncBackProperty,
    WeakMatches,
)
from models.errors import InvalidInput
from models.fields.mapping import FIELDS, Entity
from models.identity.keys import KeyKind
from models.user import Role


@input_type
class SyncBackPropertyInput:
    """A value that answers to Enginy carry."""

    property: str = strawberry.field(description="What Enginy calls it.")
    field: str = strawberry.field(
        description="Where it comes from: a field such as `leadScore`, or `custom:` and the name of a custom field."
    )


@input_type
class ConfigurationChanges:
    """Decisions to change. What is absent is left alone, null goes back to the default."""

    contact_sync_back: strawberry.Maybe[list[SyncBackPropertyInput] | None] = strawberry.field(
        description="What answers carry of a contact, in this order."
    )
    company_sync_back: strawberry.Maybe[list[SyncBackPropertyInput] | None] = strawberry.field(
        description="What answers carry of a company, in this order."
    )
    contact_match_order: strawberry.Maybe[list[KeyKind] | None] = strawberry.field(
        description="By which identifiers contacts are looked for: EMAIL, LINKEDIN, PHONE, EMAIL_COMPANY, NAME_COMPANY."
    )
    company_match_order: strawberry.Maybe[list[KeyKind] | None] = strawberry.field(
        description="By which identifiers companies are looked for: DOMAIN, LINKEDIN, NAME, DOMAIN_NAME."
    )
    null_safety: strawberry.Maybe[NullSafety | None] = strawberry.field(
        description="What answers carry besides, so that nothing is cleared by accident."
    )
    stale_copies: strawberry.Maybe[StaleCopies | None] = strawberry.field(
        description="What happens to a value Enginy sends again after somebody here changed it."
    )
    weak_matches: strawberry.Maybe[WeakMatches | None] = strawberry.field(
        description="What happens to a match on weak evidence."
    )
    shared_limit: strawberry.Maybe[int | None] = strawberry.field(
        description="A value that more records than this share decides nothing; 1 to 1000."
    )
    base_currency: strawberry.Maybe[str | None] = strawberry.field(
        description="The currency that deal values are summed up in, by its three letters."
    )
    mapping_threshold: strawberry.Maybe[float | None] = strawberry.field(
        description="How sure a suggested meaning of a name must be to be applied at once; above 0, at most 1."
    )
    deal_stages: strawberry.Maybe[list[str] | None] = strawberry.field(
        description="The stages that deals go through, in their order. Deals in a stage that is gone keep its name."
    )

    explore_withdrawn: strawberry.Maybe[list[Role] | None] = strawberry.field(
        description="Roles whose people may run registered documents alone."
    )

    def to_act(self) -> dict[str, Any]:
        changes = {name: given.value for name in SETTING_NAMES if (given := getattr(self, name)) is not None}
        for name, entity in (("contact_sync_back", Entity.CONTACT), ("company_sync_back", Entity.COMPANY)):
            if changes.get(name) is not None:
                changes[name] = [SyncBackProperty(each.property, _field(entity, each.field)) for each in changes[name]]
        for name in ("contact_match_order", "company_match_order", "explore_withdrawn"):
            if changes.get(name) is not None:
                changes[name] = [each.value for each in changes[name]]
        return changes


def _field(entity: Entity, name: str) -> str:
    """Our field of that name in this schema. Raises InvalidInput listing those there are."""
    if name.startswith(CUSTOM_PREFIX):
        return name
    known = {to_camel_case(each): each for each in (*FIELDS[entity].columns, *DERIVED_FIELDS[entity])}
    if name not in known:
        raise InvalidInput(
            f"There is no field {name!r}; known are {', '.join(sorted(known))} and {CUSTOM_PREFIX}NAME", field="field"
        )
    return known[name]
