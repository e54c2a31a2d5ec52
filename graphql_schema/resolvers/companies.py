"""Undoing associations: which companies a contact belongs to, and which of them is the main one."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import select

from models.base import table_of
from models.company import Association, Company
from models.database.session import Session
from models.database.statements import is_any
from models.ledger.undoing import COMPANIES, MAIN_COMPANY, Deed, Plan, Since

_TABLE, _COMPANY = table_of(Association), table_of(Company).c
_PAIRS = select(_TABLE.c.contact_id, _TABLE.c.company_id, _TABLE.c.is_main).where(is_any(_TABLE.c.contact_id, "ids"))
_THERE = select(_COMPANY.id).where(is_any(_COMPANY.id, "ids"), _COMPANY.deleted_at.is_(None))


class Belonging:
    """The companies of a slice's contacts."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._pairs: dict[str, dict[str, bool]] = {}  # contact -> company -> whether it is the main one
        self._there: set[str] = set()
        self._removed: list[tuple[str, str]] = []
        self._added: list[tuple[str, str]] = []
        self._demoted: list[tuple[str, str, bool]] = []
        self._promoted: list[tuple[str, str, bool]] = []

    async def read(self, deeds: Iterable[Deed]) -> None:
        own = [deed for deed in deeds if deed.companies]
        if not own:
            return
        contacts = sorted(deed.record_id for deed in own)
        for contact_id, company_id, is_main in await self._session.rows(_PAIRS, ids=contacts):
            self._pairs.setdefault(contact_id, {})[company_id] = bool(is_main)
        named = sorted({each for deed in own for sides in deed.companies for each in sides.get("old", ())})
        self._there = {each for (each,) in await self._session.rows(_THERE, ids=named)} if named else set()

    def undo(self, deed: Deed, since: Since, wanted: Plan) -> dict[str, Any]:
        """The change as the ledger tells it, empty for none; what stands in the way is kept in the plan."""
        if not deed.companies:
            return {}
        holds, edit = since.of_field(MAIN_COMPANY)
        if not holds:
            return {}
        if edit is not None:
            wanted.kept[MAIN_COMPANY, False] = edit
            return {}
        pairs = self._pairs.get(deed.record_id, {})
        after = dict.fromkeys(pairs)
        for sides in reversed(deed.companies):
            for each in sides.get("new", ()):
                after.pop(each, None)
            after |= dict.fromkeys(each for each in sides.get("old", ()) if each in self._there)
        removed, added = [each for each in pairs if each not in after], [each for each in after if each not in pairs]
        if not removed and not added:
            return {}
        main = next((each for each, is_main in pairs.items() if is_main), None)
        wished = deed.fields[MAIN_COMPANY].get("old")
        new_main = wished if wished in after else main if main in after else None
        contact_id = deed.record_id
        self._removed += [(contact_id, each) for each in removed]
        self._added += [(contact_id, each) for each in added]
        if main is not None and main != new_main and main in after:
            self._demoted.append((contact_id, main, False))
        if new_main is not None and new_main != main:
            self._promoted.append((contact_id, new_main, True))
        return {MAIN_COMPANY: {"old": main, "new": new_main}, COMPANIES: {"old": removed, "new": added}}

    async def store(self, now: datetime) -> None:
        """A contact has one main company at most, so the old ones step down before the new ones come."""
        session = self._session
        await session.delete_rows(_TABLE, sorted(self._removed))
        await session.update_rows(_TABLE, ("is_main",), sorted(self._demoted))
        rows = [(*pair, False, now) for pair in sorted(self._added)]
        await session.insert_rows(_TABLE, ("contact_id", "company_id", "is_main", "created_at"), rows)
        await session.update_rows(_TABLE, ("is_main",), sorted(self._promoted))
