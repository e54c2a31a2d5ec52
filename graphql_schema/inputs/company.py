"""Companies as they are written."""

from typing import ClassVar

import strawberry

from graphql_schema.described import input_type
from graphql_schema.inputs.fields import EXPECTED, CustomFieldInput, Fields, to_lead, to_update
from models.fields.mapping import Entity
from models.incoming import Lead, Update


@input_type
class CompanyFields(Fields):
    """Fields of a company: one that is absent is left alone, null clears, a value sets."""

    entity: ClassVar[Entity] = Entity.COMPANY

    name: strawberry.Maybe[str | None] = strawberry.field(description="Its name.")
    domain: strawberry.Maybe[str | None] = strawberry.field(description="Its domain, such as `example.com`.")
    website: strawberry.Maybe[str | None] = strawberry.field(description="Its website.")
    industry: strawberry.Maybe[str | None] = strawberry.field(description="The industry it is in.")
    number_of_employees: strawberry.Maybe[int | None] = strawberry.field(description="How many people work there.")
    linkedin_url: strawberry.Maybe[str | None] = strawberry.field(description="Its LinkedIn page.")
    location: strawberry.Maybe[str | None] = strawberry.field(description="Where it is, in one line.")
    description: strawberry.Maybe[str | None] = strawberry.field(description="What it does.")
    revenue: strawberry.Maybe[str | None] = strawberry.field(description="What it earns, as text.")
    company_type: strawberry.Maybe[str | None] = strawberry.field(description="What kind of company it is.")
    founded_year: strawberry.Maybe[int | None] = strawberry.field(description="When it was founded.")
    technologies_used: strawberry.Maybe[str | None] = strawberry.field(description="What technologies it uses.")
    tags: strawberry.Maybe[list[str] | None] = strawberry.field(description="All its tags; those left out are gone.")
    owner_id: strawberry.Maybe[strawberry.ID | None] = strawberry.field(
        description="Whose it is: a user's id. Text that names no user is kept as it is."
    )
    custom_fields: list[CustomFieldInput] | None = strawberry.field(
        default=None, description="Fields of your own making; those left out are left alone."
    )


@input_type
class CompanyUpdate:
    """Which company, and what to change about it."""

    id: strawberry.ID = strawberry.field(description="The company's id.")
    changes: CompanyFields = strawberry.field(description="The fields to change.")
    expected_version: int | None = strawberry.field(default=None, description=EXPECTED)

    def to_act(self) -> Update:
        return to_update(self.id, self.changes, self.expected_version)


@input_type
class CompanyLeadInput(CompanyFields):
    """A company of Enginy's, or one to create. Where it creates or is looked for, null means not known."""

    external_id: strawberry.ID | None = strawberry.field(default=None, description="Enginy's id of it.")

    def to_act(self) -> Lead:
        return to_lead(self, self.external_id, must_be_linked=False)

    def to_sync(self) -> Lead:
        """As an item of a sync, where Enginy's id is required."""
        return to_lead(self, self.external_id, must_be_linked=True)
