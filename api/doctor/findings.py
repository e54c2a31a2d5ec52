"""What an examination finds: one verdict a rule, with what was seen."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Verdict(StrEnum):
    """WARNED: the contract leaves it open, and this way is riskier; SKIPPED: it could not be asked."""

    PASSED = "passed"
    WARNED = "warned"
    FAILED = "failed"
    SKIPPED = "skipped"


class Wrong(Exception):
    """The server breaks the rule; the message says what was seen."""


class Risky(Exception):
    """The contract allows what was seen, or says nothing of it, but it is better done otherwise."""


class Unseen(Exception):
    """The server does not offer what the question needs."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule, and how the server keeps it. `rule` is what the contract says."""

    area: str
    name: str
    rule: str
    verdict: Verdict
    seen: str
    took_ms: float


@dataclass(slots=True)
class Report:
    """An examination. `mark` begins every external id it used; `left_behind` are records it made and cannot delete."""

    url: str
    mark: str
    findings: list[Finding] = field(default_factory=list)
    left_behind: dict[str, list[str]] = field(default_factory=dict)  # noun -> ids

    def count(self, verdict: Verdict) -> int:
        return sum(finding.verdict is verdict for finding in self.findings)

    @property
    def is_healthy(self) -> bool:
        return self.count(Verdict.FAILED) == 0

    def json(self) -> dict[str, Any]:
        return {
            "url": self.url,
            "mark": self.mark,
            "counts": {verdict.value: self.count(verdict) for verdict in Verdict},
            "findings": [
                {
                    "area": each.area,
                    "name": each.name,
                    "rule": each.rule,
                    "verdict": each.verdict.value,
                    "seen": each.seen,
                    "ms": round(each.took_ms, 1),
                }
                for each in self.findings
            ],
            "leftBehind": self.left_behind,
        }
