"""Match keys: the normalized identifiers by which a record is found, and the tables that hold them."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from models.columns import Token, UTCDateTime


class KeyKind(StrEnum):
    """A kind of identifier. The composites are kept only while the match order asks for them."""

    EMAIL = "email"
    LINKEDIN = "linkedin"
    PHONE = "phone"  # phone and mobile phone alike
    EMAIL_COMPANY = "email_company"
    NAME_COMPANY = "name_company"
    DOMAIN = "domain"
    NAME = "name"
    DOMAIN_NAME = "domain_name"
    TAG = "tag"  # no identity: a tag is found the same way

    __hash__ = str.__hash__  # an enum hashes its name in Python code, and keys are hashed by the ten thousand

    @property
    def label(self) -> str:
        return _LABELS.get(self, self.value)


_LABELS = {
    KeyKind.LINKEDIN: "LinkedIn URL",
    KeyKind.EMAIL_COMPANY: "email and company",
    KeyKind.NAME_COMPANY: "name and company",
    KeyKind.DOMAIN_NAME: "domain and name",
}


class ContactKey(SQLModel, table=True):
    """One value a live contact can be found by. Several rows per contact and kind are normal, and so are shared values."""

    __tablename__ = "contact_key"
    __table_args__ = (
        Index("ix_contact_key_record", "record_id"),
        Index("ix_contact_key_added", "added_at"),
        {"sqlite_with_rowid": False},
    )

    kind: str = Field(primary_key=True, sa_type=Token)
    value: str = Field(primary_key=True, sa_type=Token)
    record_id: str = Field(primary_key=True, foreign_key="contact.id", sa_type=Token)
    added_at: datetime = Field(sa_type=UTCDateTime)


class CompanyKey(SQLModel, table=True):
    """One value a live company can be found by."""

    __tablename__ = "company_key"
    __table_args__ = (
        Index("ix_company_key_record", "record_id"),
        Index("ix_company_key_added", "added_at"),
        {"sqlite_with_rowid": False},
    )

    kind: str = Field(primary_key=True, sa_type=Token)
    value: str = Field(primary_key=True, sa_type=Token)
    record_id: str = Field(primary_key=True, foreign_key="company.id", sa_type=Token)
    added_at: datetime = Field(sa_type=UTCDateTime)
