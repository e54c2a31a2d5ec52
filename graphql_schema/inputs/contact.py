"""Contacts as they are written."""

from typing import ClassVar

import strawberry

from graphql_schema.described import input_type
from graphql_schema.inputs.fields import EXPECTED, CustomFieldInput, Fields, to_lead, to_update
from models.fields.mapping import Entity
from models.incoming import Lead, Update


@input_type
class ContactFields(Fields):
    """Fields of a contact: one that is absent is left alone, null clears, a value sets."""

    entity: ClassVar[Entity] = Entity.CONTACT

    email: strawberry.Maybe[str | None] = strawberry.field(description="Their e-mail address.")
    first_name: strawberry.Maybe[str | None] = strawberry.field(description="Their first name.")
    last_name: strawberry.Maybe[str | None] = strawberry.field(description="Their last name.")
    full_name: strawberry.Maybe[str | None] = strawberry.field(
        description="Their full name, where it is not known in parts."
    )
    phone: strawberry.Maybe[str | None] = strawberry.field(description="Their telephone number.")
    mobile_phone: strawberry.Maybe[str | None] = strawberry.field(description="Their mobile telephone number.")
    company_name: strawberry.Maybe[str | None] = strawberry.field(
        description="Whom they work for, as text; it links no company."
    )
    title: strawberry.Maybe[str | None] = strawberry.field(description="What they do there.")
    linkedin_url: strawberry.Maybe[str | None] = strawberry.field(description="Their LinkedIn profile.")
    location: strawberry.Maybe[str | None] = strawberry.field(description="Where they are, in one line.")
    city: strawberry.Maybe[str | None] = strawberry.field(description="Their city.")
    state: strawberry.Maybe[str | None] = strawberry.field(description="Their state or region.")
    country: strawberry.Maybe[str | None] = strawberry.field(description="Their country.")
    industry: strawberry.Maybe[str | None] = strawberry.field(description="The industry they work in.")
    website: strawberry.Maybe[str | None] = strawberry.field(description="Their website.")
    bio: strawberry.Maybe[str | None] = strawberry.field(description="What they say of themselves.")
    tags: strawberry.Maybe[list[str] | None] = strawberry.field(description="All their tags; those left out are gone.")
    lead_score: strawberry.Maybe[float | None] = strawberry.field(description="How promising they are.")
    lifecycle_stage: strawberry.Maybe[str | None] = strawberry.field(
        description="How far they have come with you, such as `lead` or `customer`."
    )
    owner_id: strawberry.Maybe[strawberry.ID | None] = strawberry.field(
        description="Whose they are: a user's id. Text that names no user is kept as it is."
    )
    custom_fields: list[CustomFieldInput] | None = strawberry.field(
        default=None, description="Fields of your own making; those left out are left alone."
    )


@input_type
class ContactUpdate:
    """Which contact, and what to change about it."""

    id: strawberry.ID = strawberry.field(description="The contact's id.")
    changes: ContactFields = strawberry.field(description="The fields to change.")
    expected_version: int | None = strawberry.field(default=None, description=EXPECTED)

    def to_act(self) -> Update:
        return to_update(self.id, self.changes, self.expected_version)


@input_type
class LeadInput(ContactFields):
    """A lead of Enginy's, or a person to create. Where it creates or is looked for, null means not known."""

    external_id: strawberry.ID | None = strawberry.field(default=None, description="Enginy's id of it.")

    def to_act(self) -> Lead:
        return to_lead(self, self.external_id, must_be_linked=False)

    def to_sync(self) -> Lead:
        """As an item of a sync, where Enginy's id is required."""
        return to_lead(self, self.external_id, must_be_linked=True)
