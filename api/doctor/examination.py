"""An examination: every rule is asked in turn, and a rule that cannot be asked stops no other."""

import secrets
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import httpx

from api.doctor.findings import Finding, Report, Risky, Unseen, Verdict, Wrong
from api.doctor.visit import TIMEOUT_SECONDS, Visit

MARK = "rolograph-check"
PATIENCE = 3  # questions in a row without an answer; the first alone tells that nobody is there

Ask = Callable[[Visit], Awaitable[str]]


@dataclass(frozen=True, slots=True)
class Question:
    """A rule of the contract and how to ask for it; asking gives what was seen, or raises Wrong, Risky or Unseen."""

    area: str
    name: str
    rule: str
    ask: Ask


QUESTIONS: list[Question] = []


def question(area: str, name: str, rule: str) -> Callable[[Ask], Ask]:
    """Add a question to every examination."""

    def added(ask: Ask) -> Ask:
        QUESTIONS.append(Question(area, name, rule, ask))
        return ask

    return added


async def examine(
    url: str,
    key: str,
    *,
    header: str = "X-API-Key",
    verify: bool = True,
    timeout_seconds: float = TIMEOUT_SECONDS,
    told: Callable[[str], None] = lambda name: None,
) -> Report:
    """Ask everything; `told` hears the name of each question before it is asked. Stops early where nobody answers."""
    from api.doctor import questions  # noqa: F401  that they are known

    visit = Visit(url, key, header, f"{MARK}-{secrets.token_hex(4)}", verify=verify, timeout_seconds=timeout_seconds)
    report = Report(visit.url, visit.mark, left_behind=visit.made)
    patience = 1
    try:
        for each in QUESTIONS:
            told(each.name)
            finding, answered = await _asked(each, visit)
            report.findings.append(finding)
            patience = PATIENCE if answered else patience - 1
            if not patience:
                break
    finally:
        await visit.close()
    return report


async def _asked(each: Question, visit: Visit) -> tuple[Finding, bool]:
    began = time.perf_counter()
    answered = True
    try:
        verdict, seen = Verdict.PASSED, await each.ask(visit)
    except Wrong as wrong:
        verdict, seen = Verdict.FAILED, str(wrong)
    except Risky as risky:
        verdict, seen = Verdict.WARNED, str(risky)
    except Unseen as unseen:
        verdict, seen = Verdict.SKIPPED, str(unseen)
    except (httpx.HTTPError, OSError) as error:
        verdict, seen, answered = Verdict.FAILED, f"no answer: {str(error) or type(error).__name__}", False
    took_ms = (time.perf_counter() - began) * 1000
    return Finding(each.area, each.name, each.rule, verdict, seen, took_ms), answered
