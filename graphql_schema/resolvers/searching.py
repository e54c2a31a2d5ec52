"""Searching: one text, every kind of record, the best answers first."""

from asyncio import gather

from sqlalchemy import ColumnElement, Table

from graphql_schema.context import Context
from graphql_schema.keyset import write_place
from graphql_schema.loaders import load_record
from graphql_schema.paging import asked_page, places
from graphql_schema.types.record import SOURCES
from graphql_schema.types.search import SearchConnection, SearchEdge, SearchHighlight
from models.fields.cleaning import check_text
from models.search.fields import SEARCHED, SearchType
from models.search.finding import find_hits
from models.search.ranking import highlights
from models.search.words import sought

LONGEST_QUERY = 1_000  # characters


async def search(
    ctx: Context,
    text: str,
    types: list[SearchType] | None = None,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> SearchConnection:
    """Records of every kind by a few words, the best first: for a search box, asked anew with every letter.

    Each word is the beginning of a word in the record; accents, letter case and width do not count, nor does how a
    telephone number is grouped. Only the first ten words count. A word found whole comes before one that is only begun,
    the name before the e-mail address, the company and the title; of equals the latest active comes first.

    ```graphql
    { search(text: "ada analyt", first: 10) {
        edges { score node { id ... on Contact { name } } highlights { field parts { text isMatch } } } } }
    ```
    """
    page = asked_page(ctx, first, after, last, before)
    check_text("text", text, LONGEST_QUERY)

    def visible(table: Table) -> list[ColumnElement[bool]]:
        return SOURCES[table].visible(ctx)

    wanted = [each for each in SearchType if types is None or each in types]
    async with ctx.db.read() as session:
        hits = await find_hits(session, wanted, text, visible=visible)
    found = places(len(hits), page)
    shown, words = [hits[place] for place in found], sought(text)
    sources = [SOURCES[SEARCHED[hit.candidate.type].table] for hit in shown]
    nodes = await gather(
        *(load_record(ctx, source, hit.candidate.id) for source, hit in zip(sources, shown, strict=True))
    )
    edges = [
        SearchEdge(
            node=node,
            cursor=write_place(place),
            score=hit.score,
            highlights=[SearchHighlight.of(each) for each in highlights(hit.candidate.texts, words)],
        )
        for place, hit, node in zip(found, shown, nodes, strict=True)
        if node is not None  # erased this very moment
    ]
    return SearchConnection.of(edges, found, len(hits))
