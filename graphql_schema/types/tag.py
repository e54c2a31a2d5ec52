"""Tags, with how many records carry them."""

import strawberry

from graphql_schema.described import object_type


@object_type
class Tag:
    """A word that contacts and companies carry. It exists as long as a live record has it."""

    name: str = strawberry.field(description="The tag, exactly as it is written.")
    contact_count: int = strawberry.field(description="How many contacts carry it.")
    company_count: int = strawberry.field(description="How many companies carry it.")
