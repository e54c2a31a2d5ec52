"""Figures: what was measured, what was wanted, and whether it is so."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

SHOWN = 5  # examples of what went wrong; the rest is counted

Value = int | float | str


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value. `passed` is None where nothing is promised about it, or where it could not be measured."""

    database: str
    scenario: str
    name: str
    value: Value
    unit: str = ""
    wanted: str = ""
    passed: bool | None = None
    examples: tuple[str, ...] = ()

    def line(self) -> str:
        value = (
            f"{self.value:,.3g}" if isinstance(self.value, float) and abs(self.value) < 1_000 else _plain(self.value)
        )
        mark = {True: "pass", False: "FAIL", None: "-"}[self.passed]
        measured = f"{value} {self.unit}".strip()
        return f"{self.database:<11}{self.scenario:<10}{self.name:<62}{measured:>18}  {self.wanted:<14}{mark}"


def _plain(value: Value) -> str:
    return f"{value:,.0f}" if isinstance(value, (int, float)) else value


@dataclass(slots=True)
class Report:
    """The figures of one scenario on one database, printed as they come."""

    database: str
    scenario: str
    figures: list[Figure] = field(default_factory=list)

    def nothing(self, name: str, found: Sequence[str]) -> None:
        """Nothing of this kind may be found; what was found is shown."""
        examples = tuple(each[:300] for each in found[:SHOWN])
        self._add(name, len(found), "", "0", not found, examples)

    def exactly(self, name: str, value: Value, wanted: Value, unit: str = "") -> None:
        self._add(name, value, unit, f"= {_plain(wanted)}", value == wanted)

    def at_most(self, name: str, value: float, limit: float, unit: str = "") -> None:
        self._add(name, value, unit, f"<= {limit:,.4g}", value <= limit)

    def at_least(self, name: str, value: float, limit: float, unit: str = "") -> None:
        self._add(name, value, unit, f">= {limit:,.4g}", value >= limit)

    def told(self, name: str, value: Value, unit: str = "") -> None:
        """A value about which nothing is promised."""
        self._add(name, value, unit, "", None)

    def not_run(self, name: str, reason: str) -> None:
        """Something that this machine cannot try, and why; never left out silently."""
        self._add(name, "not run", "", "", None, (reason,))

    def failed(self, name: str, reason: str) -> None:
        self._add(name, "failed", "", "", False, (reason,))

    @property
    def passed(self) -> bool:
        return all(figure.passed is not False for figure in self.figures)

    def _add(
        self, name: str, value: Value, unit: str, wanted: str, passed: bool | None, examples: tuple[str, ...] = ()
    ) -> None:
        figure = Figure(self.database, self.scenario, name, value, unit, wanted, passed, examples)
        self.figures.append(figure)
        print(figure.line(), *[f"{'':13}· {example}" for example in examples], sep="\n", flush=True)


def write_json(reports: Sequence[Report], path: Path) -> None:
    """All figures as one JSON array."""
    figures = [asdict(figure) for report in reports for figure in report.figures]
    path.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n")
