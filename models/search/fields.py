"""What can be searched: the kinds of records, the fields of each, and how much a match in a field is worth."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import unquote

from sqlalchemy import Table

from models.base import table_of
from models.company import Company
from models.contact import Contact
from models.deal import Deal
from models.note import Note
from models.search.words import Word, indexed, indexed_phone, phone_words_in, words_in
from models.task import Task

LONGEST_NOTE = 4_000  # characters of a note that are indexed


class SearchType(StrEnum):
    """A kind of record that can be searched for."""

    CONTACT = "contact"
    COMPANY = "company"
    DEAL = "deal"
    TASK = "task"
    NOTE = "note"


class SearchField(StrEnum):
    """A field in which words were found."""

    NAME = "name"
    EMAIL = "email"
    COMPANY_NAME = "company_name"
    TITLE = "title"
    PHONE = "phone"
    MOBILE_PHONE = "mobile_phone"
    LINKEDIN = "linkedin"
    DOMAIN = "domain"
    WEBSITE = "website"
    INDUSTRY = "industry"
    SUBJECT = "subject"
    TEXT = "text"


# What a match is worth: a name more than an address, an address more than a company, a company more than the rest.
WORTH: Mapping[SearchField, int] = {
    SearchField.NAME: 5,
    SearchField.SUBJECT: 5,
    SearchField.EMAIL: 4,
    SearchField.DOMAIN: 4,
    SearchField.COMPANY_NAME: 3,
    SearchField.WEBSITE: 3,
    SearchField.TITLE: 2,
    SearchField.INDUSTRY: 2,
    SearchField.PHONE: 1,
    SearchField.MOBILE_PHONE: 1,
    SearchField.LINKEDIN: 1,
    SearchField.TEXT: 1,
}
BEST = max(WORTH.values())


Texts = list[tuple[SearchField, str]]  # the fields of a record that hold something


def folded_words(field: SearchField, text: str) -> set[str]:
    """The words by which a field's text may be found."""
    return indexed_phone(text) if field in _PHONES else indexed(text)


def words_of(field: SearchField, text: str) -> Iterator[Word]:
    """The same with what they stand for."""
    return phone_words_in(text) if field in _PHONES else words_in(text)


@dataclass(frozen=True, slots=True)
class Searched:
    """How one kind of record is searched.

    In the index each word begins with a letter: `tag` for any field, `name_tag` once more where it is part of the name.
    Words of deleted records have `deleted_tag`, where lists of deleted ones can be filtered by text.
    """

    type: SearchType
    table: Table
    columns: tuple[str, ...]
    texts: Callable[[Mapping[str, Any]], Texts]
    tag: str
    name_tag: str | None = None
    deleted_tag: str | None = None

    def index_text(self, values: Mapping[str, Any], *, deleted: bool) -> str:
        """The words of a record as the index keeps them; empty where it cannot be found."""
        tag = self.deleted_tag if deleted else self.tag
        if tag is None:
            return ""
        texts = self.texts(values)
        found = indexed("\n".join([text for field, text in texts if field not in _PHONES]))
        for field, text in texts:
            if field in _PHONES:
                found |= indexed_phone(text)
        words = [tag + word for word in sorted(found)]
        if self.name_tag is not None and not deleted:
            named = indexed("\n".join([text for field, text in texts if field is SearchField.NAME]))
            words += [self.name_tag + word for word in sorted(named)]
        return " ".join(words)


def _contact_texts(values: Mapping[str, Any]) -> Texts:
    first, last, full = values["first_name"], values["last_name"], values["full_name"]
    name = " ".join(part for part in (first, last) if part)
    return _given(
        (
            (SearchField.NAME, name),
            (SearchField.NAME, full if full != name else None),
            (SearchField.EMAIL, values["email"]),
            (SearchField.COMPANY_NAME, values["company_name"]),
            (SearchField.TITLE, values["title"]),
            (SearchField.PHONE, values["phone"]),
            (SearchField.MOBILE_PHONE, values["mobile_phone"]),
            (SearchField.LINKEDIN, _slug(values["linkedin_url"])),
        )
    )


def _company_texts(values: Mapping[str, Any]) -> Texts:
    website = values["website"]
    return _given(
        (
            (SearchField.NAME, values["name"]),
            (SearchField.DOMAIN, values["domain"]),
            (SearchField.WEBSITE, _SCHEME.sub("", website) if website else None),
            (SearchField.INDUSTRY, values["industry"]),
            (SearchField.LINKEDIN, _slug(values["linkedin_url"])),
        )
    )


def _given(texts: Iterable[tuple[SearchField, str | None]]) -> Texts:
    return [(field, text) for field, text in texts if text]


def _slug(url: str | None) -> str | None:
    """What names somebody in a LinkedIn address: its last part."""
    if not url:
        return None
    for mark in "?#":
        if mark in url:
            url = url[: url.index(mark)]
    slug = url.rstrip("/ ").rpartition("/")[2]
    return unquote(slug) if "%" in slug else slug


_PHONES = frozenset((SearchField.PHONE, SearchField.MOBILE_PHONE))
_SCHEME = re.compile(r"^\s*(?:https?://)?(?:www\.)?", re.IGNORECASE)

SEARCHED: Mapping[SearchType, Searched] = {
    each.type: each
    for each in (
        Searched(
            SearchType.CONTACT,
            table_of(Contact),
            (
                "first_name",
                "last_name",
                "full_name",
                "email",
                "company_name",
                "title",
                "phone",
                "mobile_phone",
                "linkedin_url",
            ),
            _contact_texts,
            tag="c",
            name_tag="p",
            deleted_tag="x",
        ),
        Searched(
            SearchType.COMPANY,
            table_of(Company),
            ("name", "domain", "website", "industry", "linkedin_url"),
            _company_texts,
            tag="f",
            name_tag="o",
            deleted_tag="y",
        ),
        Searched(
            SearchType.DEAL,
            table_of(Deal),
            ("name",),
            lambda values: [(SearchField.NAME, values["name"])],
            tag="d",
        ),
        Searched(
            SearchType.TASK,
            table_of(Task),
            ("subject",),
            lambda values: [(SearchField.SUBJECT, values["subject"])],
            tag="t",
        ),
        Searched(
            SearchType.NOTE,
            table_of(Note),
            ("body",),
            lambda values: [(SearchField.TEXT, values["body"][:LONGEST_NOTE])],
            tag="n",
        ),
    )
}
