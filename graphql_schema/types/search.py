"""What a search finds: records with how well they answer, and where the words stand in them."""

from collections.abc import Sequence

import strawberry

from graphql_schema.described import computed, object_type
from graphql_schema.paging import PageInfo
from graphql_schema.types.enums import describe
from graphql_schema.types.node import Node
from models.search.fields import SearchField, SearchType
from models.search.ranking import Highlight

describe(
    SearchType,
    "A kind of record that can be searched for.",
    CONTACT="People, by name, e-mail address, company name, title, telephone numbers and LinkedIn profile.",
    COMPANY="Organizations, by name, domain, website, industry and LinkedIn page.",
    DEAL="Deals, by name.",
    TASK="Tasks, by subject.",
    NOTE="Notes, by the first 4,000 characters of their text.",
)
describe(
    SearchField,
    "A field in which words were found.",
    NAME="The name.",
    EMAIL="The e-mail address.",
    COMPANY_NAME="Whom they work for, as sent.",
    TITLE="What they do there.",
    PHONE="The telephone number.",
    MOBILE_PHONE="The mobile telephone number.",
    LINKEDIN="The last part of the LinkedIn address.",
    DOMAIN="The domain.",
    WEBSITE="The website.",
    INDUSTRY="The industry.",
    SUBJECT="What to do, in a line.",
    TEXT="The text of a note.",
)


@object_type
class SearchPart:
    """A piece of a text. All pieces together are the text."""

    text: str = strawberry.field(description="The piece, as it stands in the record: plain text, not HTML.")
    is_match: bool = strawberry.field(description="Whether it is what was looked for.")


@object_type
class SearchHighlight:
    """A field that holds words that were looked for."""

    field: SearchField = strawberry.field(description="The field.")
    text: str = strawberry.field(
        description="Its text; of a long one about 240 characters around the first word that was found."
    )
    parts: list[SearchPart] = strawberry.field(description="The text in pieces, so that what was found can be marked.")

    @classmethod
    def of(cls, found: Highlight) -> "SearchHighlight":
        parts = [SearchPart(text=each.text, is_match=each.is_match) for each in found.parts]
        return cls(field=found.field, text=found.text, parts=parts)


@object_type
class SearchEdge:
    """A record that was found, and why."""

    node: Node = strawberry.field(description="The record: a contact, company, deal, task or note.")
    cursor: str = strawberry.field(description="Its place in the ranking, for `after` and `before`.")
    score: float = strawberry.field(
        description="How well it answers, from 0 to 1, where 1 is every word whole and nothing else in the name."
    )
    highlights: list[SearchHighlight] = strawberry.field(description="The fields in which words were found.")


@object_type
class SearchConnection:
    """One page of what a search found, the best first."""

    edges: list[SearchEdge] = strawberry.field(description="The page's records with how well they answer, in order.")
    page_info: PageInfo = strawberry.field(description="Whether there is more, and from where to go on.")
    total_count: int = strawberry.field(
        description="How many records were ranked: all that answer, or the best 500 of a kind where there are more."
    )

    @computed
    def nodes(self) -> list[Node]:
        """The page's records by themselves, in order."""
        return [edge.node for edge in self.edges]

    @classmethod
    def of(cls, edges: Sequence[SearchEdge], found: range, length: int) -> "SearchConnection":
        """The page of the records at these places of a ranking."""
        info = PageInfo(
            has_next_page=found.stop < length,
            has_previous_page=found.start > 0,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else None,
        )
        return cls(edges=list(edges), page_info=info, total_count=length)
