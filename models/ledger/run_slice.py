"""What a run that goes on decided so far, a slice at a time: so that what is decided already is not written again with every
slice. When the run ends, all of it goes into the run.
"""

import asyncio
import zlib
from collections.abc import Iterable, Sequence

from sqlalchemy import LargeBinary, delete, select
from sqlmodel import Field, SQLModel

from models.base import table_of
from models.columns import Token
from models.database.session import Session
from models.database.statements import is_any
from models.ledger.run import Run

COMPRESSION = 1  # zlib's fastest: items of a batch shrink to a sixth, and more effort hardly helps


class RunSlice(SQLModel, table=True):
    """One row a slice of a run that has not ended: its decisions, compressed, and the place of the first."""

    __tablename__ = "run_slice"

    run_id: str = Field(primary_key=True, sa_type=Token)
    place: int = Field(primary_key=True)
    decisions: bytes = Field(sa_type=LargeBinary)


_SLICE, _RUN = table_of(RunSlice), table_of(Run)
_DECISIONS = select(_RUN.c.id, _RUN.c.decisions).where(is_any(_RUN.c.id, "ids"))
_SLICES = (
    select(_SLICE.c.run_id, _SLICE.c.decisions)
    .where(is_any(_SLICE.c.run_id, "ids"))
    .order_by(_SLICE.c.run_id, _SLICE.c.place)
)


async def keep_slice(session: Session, run_id: str, place: int, decisions: bytes) -> None:
    await session.insert_rows(_SLICE, ("run_id", "place", "decisions"), [(run_id, place, decisions)])


async def read_decisions(session: Session, run_ids: Iterable[str]) -> dict[str, bytes | None]:
    """All that these runs decided so far, as a run keeps it; None where it is kept no more, or was nothing."""
    found = await _kept(session, list(run_ids))
    return {run_id: await asyncio.to_thread(together, parts) for run_id, parts in found.items()}


async def gather_slices(session: Session, run_ids: Sequence[str]) -> None:
    """Put into the runs themselves what they decided so far."""
    decided = await read_decisions(session, run_ids)
    await session.update_rows(_RUN, ("decisions",), list(decided.items()))
    await forget_slices(session, run_ids)


async def forget_slices(session: Session, run_ids: Sequence[str]) -> None:
    await session.exec(delete(_SLICE).where(is_any(_SLICE.c.run_id, "ids", list(run_ids))))


def together(parts: Sequence[bytes]) -> bytes | None:
    """Decisions that were compressed part by part, as one."""
    if len(parts) < 2:
        return parts[0] if parts else None
    inside = [zlib.decompress(each)[1:-1] for each in parts]
    return zlib.compress(b"[" + b",".join(each for each in inside if each) + b"]", COMPRESSION)


async def _kept(session: Session, run_ids: Sequence[str]) -> dict[str, list[bytes]]:
    rows = await session.rows(_DECISIONS, ids=run_ids)
    found = {run_id: [bytes(decisions)] if decisions is not None else [] for run_id, decisions in rows}
    for run_id, decisions in await session.rows(_SLICES, ids=run_ids):
        found[run_id].append(bytes(decisions))
    return found
