"""Which of the items that failed to list."""

import models
from graphql_schema.described import input_type
from graphql_schema.inputs.combining import Listed, asks, both, by, either, neither, whether
from graphql_schema.inputs.filters import IdFilter, TextFilter
from models.base import table_of
from models.fields.mapping import Entity

_FAILED = table_of(models.FailedItem).c


@input_type
class FailedItemFilter(Listed):
    """Which items. Everything given must hold."""

    table = table_of(models.FailedItem)

    code: TextFilter | None = by(_FAILED.code, "By the code of its problem, such as `AMBIGUOUS_MATCH`.")
    entity: Entity | None = asks(
        lambda _, wanted, __: [_FAILED.entity == wanted.value], "By the kind of record it was about."
    )
    external_id: IdFilter | None = by(_FAILED.external_id, "By the external id it came with.")
    run_id: IdFilter | None = by(_FAILED.run_id, "By its run.")
    open: bool | None = whether(_FAILED.is_open, "Whether it waits: see `open` of an item.")
    and_: list["FailedItemFilter"] | None = both()
    or_: list["FailedItemFilter"] | None = either()
    not_: "FailedItemFilter | None" = neither()
