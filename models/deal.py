"""A sale that may happen: open, won or lost."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Index, Text
from sqlmodel import Field

from models.base import SoftDeleted, Stamped
from models.columns import Token, UTCDateTime


class DealStatus(StrEnum):
    """Only open deals count towards a contact's deal value."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"


class Deal(Stamped, SoftDeleted, table=True):
    """One row a deal. Amounts are whole hundredths of the currency's unit, so that sums are exact."""

    __table_args__ = (
        Index("ix_deal_contact", "contact_id"),
        Index("ix_deal_company", "company_id"),
        Index("ix_deal_status", "status", "stage"),
        Index("ix_deal_updated", "updated_at", "id"),
    )

    id: str = Field(primary_key=True, sa_type=Token)
    name: str = Field(sa_type=Text)
    contact_id: str | None = Field(default=None, foreign_key="contact.id", sa_type=Token)
    company_id: str | None = Field(default=None, foreign_key="company.id", sa_type=Token)
    owner_id: str | None = Field(default=None, sa_type=Token)
    stage: str | None = Field(default=None, sa_type=Text)
    status: str = Field(default=DealStatus.OPEN, sa_type=Text)
    amount_hundredths: int = Field(default=0, sa_type=BigInteger)
    currency: str = Field(sa_type=Text)  # ISO 4217, such as EUR
    expected_close: date | None = None
    closed_at: datetime | None = Field(default=None, sa_type=UTCDateTime)  # when it was won or lost
    lost_reason: str | None = Field(default=None, sa_type=Text)
