"""Who takes part in which campaign, and how far they came there. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from models.engagement.context import names_in_force, writes
from models.engagement.occurrence import attribution
from models.engagement.reported import Reported, stage_place
from models.engagement.words import Attribution, EngagementField


@dataclass(slots=True)
class Membership:
    """One record in one campaign, by the campaign's name: what `CampaignMembership` stores."""

    campaign: str
    entered_at: datetime
    changed_at: datetime
    left_at: datetime | None = None
    attribution: Attribution = Attribution.UNKNOWN
    stage: str | None = None
    stage_rank: int = 0
    step: int | None = None
    steps: int | None = None
    channel: str | None = None
    status: str | None = None


def memberships_of(ordered: Sequence[Reported]) -> list[Membership]:
    """A record's campaigns, in the order in which it joined them; its reports are in order.

    A status belongs to the campaigns reported with it, and one that came before any campaign to the first of them. One
    that covers several is shared by all, and takes nothing back from a campaign that is certain to be further.
    """
    found: dict[str, Membership] = {}
    waiting: Reported | None = None
    for write, current in writes(ordered, _TELLING):
        at = write[0].told_at
        names = names_in_force(current, EngagementField.CAMPAIGNS)
        if any(report.field is EngagementField.CAMPAIGNS for report in write):
            _join_and_leave(found, names, at)
        news = [each for each in write if each.field is EngagementField.STATUS and each.new_parsed is not None]
        waiting = news[-1] if news else waiting
        if waiting is not None and names:
            for name in names:
                _tell(found[name], waiting, attribution(names), at)
            waiting = None
    return list(found.values())


_TELLING = frozenset((EngagementField.CAMPAIGNS, EngagementField.STATUS))


def _join_and_leave(found: dict[str, Membership], names: tuple[str, ...], at: datetime) -> None:
    for name in names:
        if name not in found:
            found[name] = Membership(name, at, at)
        elif found[name].left_at is not None:
            found[name].left_at, found[name].changed_at = None, at
    for name, each in found.items():
        if name not in names and each.left_at is None:
            each.left_at = each.changed_at = at


def _tell(membership: Membership, report: Reported, sure: Attribution, at: datetime) -> None:
    parsed = report.new_parsed
    place = stage_place(parsed)
    if (
        sure is Attribution.SHARED
        and membership.attribution is Attribution.CERTAIN
        and place < (membership.stage_rank, membership.step or 0)
    ):
        return
    membership.attribution = sure
    membership.stage, membership.stage_rank = parsed["stage"], place[0]
    membership.step, membership.steps, membership.channel = parsed["step"], parsed["steps"], parsed["channel"]
    membership.status = str(report.new_raw)
    membership.changed_at = at
