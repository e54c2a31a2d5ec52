"""What numbers are asked about: which events, which period, compared with what."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

import strawberry

from graphql_schema.described import input_type
from models.engagement.numbers.dimensions import Dimension, Dimensions
from models.engagement.numbers.wanted import Wanted
from models.engagement.words import Certainty
from models.errors import InvalidInput
from models.fields.cleaning import MAX_TEXT, check_text

MOST_VALUES = 1_000  # of one condition

T = TypeVar("T")


@input_type
class EngagementPeriod:
    """A stretch of time, by when things happened: from its start up to, and without, its end."""

    from_: datetime | None = strawberry.field(
        name="from", default=None, description="Its first moment; open if absent."
    )
    to: datetime | None = strawberry.field(default=None, description="The first moment after it; open if absent.")

    def within(self, wanted: Wanted) -> Wanted:
        """What is wanted, in this period. Raises InvalidInput for one that ends before it starts."""
        if self.from_ is not None and self.to is not None and self.from_ >= self.to:
            raise InvalidInput("period.from must be before period.to", field="period")
        return replace(wanted, since=self.from_, until=self.to)


@input_type
class EngagementFilter:
    """Which events count. Everything given must hold; a list means any of its values.

    What is implied is implied by the events that count: with a period, somebody who replied in it counts as messaged in
    it too, whenever the message was sent.
    """

    campaign_ids: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Of these campaigns; an event that several campaigns share counts for each of them."
    )
    channels: list[str] | None = strawberry.field(
        default=None, description="Through these channels, such as `LINKEDIN` or `EMAIL`."
    )
    sender_ids: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Of these senders; an event that several senders share counts for each of them."
    )
    owner_ids: list[strawberry.ID] | None = strawberry.field(
        default=None, description="With contacts that one of these owns now."
    )
    steps: list[int] | None = strawberry.field(
        default=None, description="At these steps of a sequence, from 1. Events that tell no step are left out."
    )
    period: EngagementPeriod | None = strawberry.field(default=None, description="That happened in this period.")
    tags: list[str] | None = strawberry.field(
        default=None, description="With contacts that have one of these tags now, exactly as they are written."
    )
    lifecycle_stages: list[str] | None = strawberry.field(
        default=None, description="With contacts that are in one of these lifecycle stages now."
    )
    countries: list[str] | None = strawberry.field(
        default=None, description="With contacts of one of these countries, exactly as they are written."
    )
    industries: list[str] | None = strawberry.field(
        default=None, description="With contacts of one of these industries, exactly as they are written."
    )
    company_ids: list[strawberry.ID] | None = strawberry.field(
        default=None, description="With contacts whose main company is one of these."
    )
    certainty: Certainty | None = strawberry.field(
        default=None, description="Known in this way; both ways unless told."
    )

    def wanted(self, as_of: datetime | None) -> Wanted:
        """The same for the models, as it was known at a moment. Raises InvalidInput naming what cannot be."""
        wanted = Wanted(
            campaigns=_ids("campaignIds", self.campaign_ids),
            channels=_texts("channels", self.channels),
            senders=_ids("senderIds", self.sender_ids),
            owners=_texts("ownerIds", self.owner_ids),
            steps=_listed("steps", self.steps),
            tags=_texts("tags", self.tags),
            lifecycle_stages=_texts("lifecycleStages", self.lifecycle_stages),
            countries=_texts("countries", self.countries),
            industries=_texts("industries", self.industries),
            companies=_texts("companyIds", self.company_ids),
            certainty=self.certainty,
            as_of=as_of,
        )
        return self.period.within(wanted) if self.period else wanted


@input_type
class EngagementComparison:
    """What to compare with: the same events in another period, or as they were known at another moment, or both."""

    period: EngagementPeriod | None = strawberry.field(
        default=None, description="The other period; the same one if absent."
    )
    as_of: datetime | None = strawberry.field(
        default=None, description="The other moment since which things must have been known; the same one if absent."
    )

    def of(self, wanted: Wanted) -> Wanted:
        """What is wanted, changed so. Raises InvalidInput where nothing would change."""
        if self.period is None and self.as_of is None:
            raise InvalidInput("compareTo must name a period or a moment to compare with", field="compareTo")
        other = self.period.within(wanted) if self.period else wanted
        return replace(other, as_of=self.as_of or wanted.as_of)


def wanted_of(filter: EngagementFilter | None, as_of: datetime | None) -> Wanted:
    """What a filter asks for; everything without one."""
    return (filter or EngagementFilter()).wanted(as_of)


def dimensions_of(by: Sequence[Dimension] | None, *, most: int) -> Dimensions:
    """The dimensions asked for. Raises InvalidInput for too many, or one twice."""
    given = tuple(by or ())
    if len(given) > most:
        raise InvalidInput(f"by names at most {most} {'dimensions' if most > 1 else 'dimension'}", field="by")
    if len(set(given)) < len(given):
        raise InvalidInput("by names a dimension twice", field="by")
    return given


def between(name: str, value: int, least: int, most: int) -> int:
    """A whole number of an argument. Raises InvalidInput outside the bounds."""
    if not least <= value <= most:
        raise InvalidInput(f"{name} must be a whole number from {least:,} to {most:,}", field=name)
    return value


def _ids(name: str, values: Sequence[str] | None) -> tuple[str, ...] | None:
    """The ids that could be one: what is counted has an empty text where a campaign or sender is not known."""
    texts = _texts(name, values)
    return tuple(text for text in texts if text) if texts is not None else None


def _texts(name: str, values: Sequence[str] | None) -> tuple[str, ...] | None:
    for value in values or ():
        check_text(name, value, MAX_TEXT)
    return _listed(name, values)


def _listed(name: str, values: Sequence[T] | None) -> tuple[T, ...] | None:
    if values is not None and len(values) > MOST_VALUES:
        raise InvalidInput(f"{name} holds at most {MOST_VALUES:,} values", field=name)
    return tuple(values) if values is not None else None
