"""Contacts and companies by what they are found by: identifiers in the form that matching compares, and tags."""

from collections.abc import Callable

from sqlalchemy import ColumnElement, Select, Text, func, select, type_coerce

from graphql_schema.inputs.combining import Compiled, Conditions
from graphql_schema.inputs.filters import IdentifierFilter, TagFilter
from models.choosing import FoundByKeys
from models.database.statements import is_among, is_none_of, is_one_of
from models.fields.cleaning import MAX_TEXT, check_text
from models.fields.mapping import Entity
from models.identity.keys import KeyKind
from models.records import KINDS


def identified(entity: Entity, kind: KeyKind, normalize: Callable[[str], str | None]) -> Compiled:
    """What a record fulfils that owns the identifier; no text means an identifier that nobody has."""

    def compiled(_: str, wanted: IdentifierFilter, __: object) -> Conditions:
        found: Conditions = []
        for texts in ([wanted.eq] if wanted.eq is not None else None, wanted.in_):
            if texts is not None:
                values = [value for text in texts if (value := normalize(text)) is not None]
                found.append(_owns(entity, _owners(entity, kind, values)))
        if wanted.is_null is not None:
            found.append(_owns(entity, _owners(entity, kind), not wanted.is_null))
        return found

    return compiled


def tagged(entity: Entity) -> Compiled:
    """What a record with such tags fulfils."""

    def compiled(name: str, wanted: TagFilter, _: object) -> Conditions:
        has = [wanted.has] if wanted.has is not None else []
        for tag in (*has, *(wanted.has_any or ()), *(wanted.has_all or ()), *(wanted.has_none or ())):
            check_text(name, tag, MAX_TEXT)
        found: Conditions = []
        if wanted.has is not None:
            found.append(_owns(entity, _owners(entity, KeyKind.TAG, has)))
        if wanted.has_any is not None:
            found.append(_owns(entity, _owners(entity, KeyKind.TAG, wanted.has_any)))
        if wanted.has_all:
            key, tags = KINDS[entity].keys.c, list(dict.fromkeys(wanted.has_all))
            owners = _owners(entity, KeyKind.TAG, tags).group_by(key.record_id).having(func.count() == len(tags))
            # Who owns all of them is not told sooner for few of them than for many.
            found.append(is_one_of(KINDS[entity].table.c.id, owners))
        if wanted.has_none:
            found.append(_owns(entity, _owners(entity, KeyKind.TAG, wanted.has_none), False))
        if wanted.is_empty is not None:
            tags_text = func.coalesce(type_coerce(KINDS[entity].table.c.tags, Text), "[]")
            found.append(tags_text == "[]" if wanted.is_empty else tags_text != "[]")
        return found

    return compiled


def _owners(entity: Entity, kind: KeyKind, values: list[str] | None = None) -> Select[tuple[str]]:
    """Ids of the records that own one of the keys, or any of this kind."""
    key = KINDS[entity].keys.c
    statement = select(key.record_id).where(key.kind == kind.value)
    return statement if values is None else statement.where(is_among(key.value, values))


def _owns(entity: Entity, owners: Select[tuple[str]], truth: bool = True) -> ColumnElement[bool]:
    own_id = KINDS[entity].table.c.id
    return FoundByKeys(own_id, owners) if truth else is_none_of(own_id, owners)
