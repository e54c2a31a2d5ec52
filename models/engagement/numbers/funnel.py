"""The stages that contacts went through, and how many went on from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.database.session import Session
from models.engagement.numbers.counting import MOST_GROUPS, NOBODY, Group, count_groups
from models.engagement.numbers.dimensions import Dimensions, Key
from models.engagement.numbers.statistics import share_of
from models.engagement.numbers.wanted import Wanted
from models.engagement.words import EngagementStage

_COUNT = {
    EngagementStage.ADDED: "added",
    EngagementStage.CONNECTION_REQUEST_SENT: "requested",
    EngagementStage.CONNECTION_ACCEPTED: "connected",
    EngagementStage.MESSAGE_SENT: "messaged",
    EngagementStage.MESSAGE_REPLIED: "replied",
}
# A message needs no connection: in an e-mail campaign nobody is asked for one.
_FROM = {
    EngagementStage.CONNECTION_REQUEST_SENT: EngagementStage.ADDED,
    EngagementStage.CONNECTION_ACCEPTED: EngagementStage.CONNECTION_REQUEST_SENT,
    EngagementStage.MESSAGE_SENT: EngagementStage.ADDED,
    EngagementStage.MESSAGE_REPLIED: EngagementStage.MESSAGE_SENT,
}


@dataclass(frozen=True, slots=True)
class Stage:
    """How many contacts came to a stage, and which share of the first stage and of the one it follows from that is."""

    stage: EngagementStage
    contacts: int
    certain: int
    share: float | None
    follows: EngagementStage | None
    conversion: float | None

    @property
    def shared(self) -> int:
        return self.contacts - self.certain


@dataclass(frozen=True, slots=True)
class FunnelRow:
    """The stages of one group; `previous` are those of the other period or time, None where nobody knows them."""

    keys: tuple[Key, ...]
    stages: Sequence[Stage]
    previous: Sequence[Stage] | None = None


@dataclass(frozen=True, slots=True)
class Funnel:
    rows: Sequence[FunnelRow]
    is_cut: bool


async def count_funnel(
    session: Session, wanted: Wanted, by: Dimensions, other: Wanted | None, most: int = MOST_GROUPS
) -> Funnel:
    """The funnel of each group that the dimensions make, the largest first, and beside it how it was in `other`.

    Groups that only the other one has come last, with zeros.
    """
    now = await count_groups(session, wanted, by)
    if other is None:
        rows = [FunnelRow(group.keys, _stages(group)) for group in now.groups[:most]]
        return Funnel(rows, now.is_cut or len(now.groups) > most)
    then = await count_groups(session, other, by)
    before = {group.keys: _stages(group) for group in then.groups}
    # A group that the cut may have hidden is not known to have been empty.
    absent = None if then.is_cut else _stages(NOBODY)
    rows = [FunnelRow(group.keys, _stages(group), before.pop(group.keys, absent)) for group in now.groups]
    if not now.is_cut:
        rows += [FunnelRow(keys, _stages(NOBODY), stages) for keys, stages in before.items()]
    return Funnel(rows[:most], now.is_cut or then.is_cut or len(rows) > most)


def _stages(group: Group) -> list[Stage]:
    contacts = {stage: int(getattr(group.counts, name)) for stage, name in _COUNT.items()}
    stages = []
    for stage, name in _COUNT.items():
        count, follows = contacts[stage], _FROM.get(stage)
        conversion = share_of(count, contacts[follows]) if follows is not None else None
        share = share_of(count, contacts[EngagementStage.ADDED])
        stages.append(Stage(stage, count, getattr(group.certain, name), share, follows, conversion))
    return stages
