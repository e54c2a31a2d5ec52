"""Bodies of the calls about contacts and companies, as models that describe them for the OpenAPI document.

Nobody parses with them. Items are read by hand in `wire`, so that one odd item never refuses a whole batch.
"""

from typing import Any, Literal

from pydantic import ConfigDict, Field, create_model

from api.documentation.schema import Document
from api.enginy.documents.fields import named_fields
from models.fields.cleaning import MAX_NAME
from models.fields.mapping import Entity
from models.incoming import MAX_EXTERNAL_ID

SentId = str | float | None  # an id in the JSON type it had, where it had one that can be repeated


class _Lead(Document):
    model_config = ConfigDict(extra="allow")

    external_id: str | float = Field(
        description=f"Enginy's id: text of 1 to {MAX_EXTERNAL_ID} characters, or a number. Answered as it was sent."
    )


class _Update(Document):
    model_config = ConfigDict(extra="allow")

    crm_id: str = Field(min_length=1, max_length=MAX_NAME, description="Our id, from a sync or a create.")


_PROPERTIES = "Values for Enginy to take over. None is null, unless a person asked for that very value to be cleared."
_OTHERS = "Any other name is kept as a custom field, with whatever JSON value it has."
IDS = "Ids of ours. Unknown ones are left out of the answer, and so is what is no text."
_ABSENT = "Fields to set: what is absent is left alone, null clears."

ContactLead = create_model(
    "ContactLead",
    __base__=_Lead,
    __doc__=f"A contact as Enginy knows it; null means not known. {_OTHERS}",
    **named_fields(Entity.CONTACT),
)
ContactUpdate = create_model(
    "ContactUpdate",
    __base__=_Update,
    __doc__=f"{_ABSENT} {_OTHERS} Campaign engagement comes this way, under names chosen in Enginy.",
    **named_fields(Entity.CONTACT),
)
CompanyLead = create_model(
    "CompanyLead",
    __base__=_Lead,
    __doc__=f"A company as Enginy knows it; null means not known. {_OTHERS}",
    **named_fields(Entity.COMPANY),
)
CompanyUpdate = create_model(
    "CompanyUpdate",
    __base__=_Update,
    __doc__=f"{_ABSENT} {_OTHERS}",
    **named_fields(Entity.COMPANY),
)


class ContactLeads(Document):
    contacts: list[ContactLead]  # type: ignore[valid-type]  # its fields are made from the field table


class ContactUpdates(Document):
    contacts: list[ContactUpdate]  # type: ignore[valid-type]


class CompanyLeads(Document):
    companies: list[CompanyLead]  # type: ignore[valid-type]


class CompanyUpdates(Document):
    companies: list[CompanyUpdate]  # type: ignore[valid-type]


class Ids(Document):
    ids: list[str] = Field(description=IDS)


class Found(Document):
    """A record that an item means."""

    external_id: str | float = Field(description="As it was sent.")
    crm_id: str = Field(description="Our id, to be used from now on.")
    properties: dict[str, Any] = Field(default={}, description=_PROPERTIES)


class Problem(Document):
    """An item that could not be decided or stored; the others of its batch are not touched by it."""

    external_id: SentId = Field(description="As it was sent; null where there was none that can be used.")
    error: str = Field(description="What is wrong, in a sentence.")
    index: int = Field(default=0, ge=0, description="Place of the item in the batch, where `externalId` is null.")


class FoundRecords(Document):
    """Items that mean nobody are in neither list."""

    results: list[Found]
    errors: list[Problem] = Field(default=[], description="Left out when there are none.")


class Updated(Document):
    """An update that was made, or that changed nothing."""

    crm_id: str = Field(description="As it was sent.")
    success: Literal[True]
    properties: dict[str, Any] = Field(default={}, description=_PROPERTIES)


class NotUpdated(Document):
    """An update that could not be made; nothing of it was stored."""

    crm_id: SentId = Field(description="As it was sent; null where there was none.")
    success: Literal[False]
    error: str = Field(description="What is wrong, in a sentence.")
    index: int = Field(default=0, ge=0, description="Place of the item in the batch, where no `crmId` can be used.")


class UpdateResults(Document):
    results: list[Updated | NotUpdated] = Field(description="One for each item, in the same order.")


class _Known(Document):
    id: str
    crm_id: str = Field(description="The same as `id`.")
    external_id: str | None = Field(description="Enginy's id, as text; null for a record Enginy does not know.")


class Contact(_Known):
    """A contact that is known here."""

    email: str | None
    first_name: str | None
    last_name: str | None
    phone: str | None
    company: str | None
    title: str | None
    linkedin_url: str | None
    owner_id: str | None
    properties: dict[str, Any] = Field(description="All custom fields, as they were sent.")


class Company(_Known):
    """A company that is known here."""

    name: str | None
    domain: str | None
    industry: str | None
    owner_id: str | None
    properties: dict[str, Any] = Field(description="All custom fields, as they were sent.")


class Contacts(Document):
    results: list[Contact]


class Companies(Document):
    results: list[Company]


class Association(Document):
    """A contact and a company that belong together."""

    contact_id: str = Field(alias="contactCRMId", min_length=1, max_length=MAX_NAME)
    company_id: str = Field(alias="companyCRMId", min_length=1, max_length=MAX_NAME)


class Associations(Document):
    associations: list[Association]


class NotAssociated(Document):
    """A pair that could not be made."""

    contact_id: SentId = Field(alias="contactCRMId", description="As it was sent.")
    company_id: SentId = Field(alias="companyCRMId", description="As it was sent.")
    error: str = Field(description="What is wrong, in a sentence.")


class AssociationResult(Document):
    success: Literal[True]
    created: int = Field(ge=0, description="How many pairs are new; those that were there already do not count.")
    errors: list[NotAssociated] = Field(default=[], description="Left out when there are none.")
