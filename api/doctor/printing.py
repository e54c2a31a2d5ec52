"""An examination's report for people."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from api.doctor.findings import Report, Verdict

STYLES = {Verdict.PASSED: "green", Verdict.WARNED: "yellow", Verdict.FAILED: "bold red", Verdict.SKIPPED: "dim"}
MARKS = {
    Verdict.PASSED: "✓ passed",
    Verdict.WARNED: "! warned",
    Verdict.FAILED: "✗ failed",
    Verdict.SKIPPED: "– skipped",
}
LISTED = 3  # ids of each noun that are shown


def print_report(console: Console, report: Report) -> None:
    """The findings as a table, those that did not pass once more with their rule, and what was left behind."""
    table = Table(title=f"{report.url}", title_justify="left", title_style="bold", show_lines=False)
    for name in ("", "Check", "Seen"):
        table.add_column(name, overflow="fold", no_wrap=name == "")
    area = ""
    for each in report.findings:
        if each.area != area:
            table.add_section()
            area = each.area
        mark = Text(MARKS[each.verdict], style=STYLES[each.verdict])
        table.add_row(
            mark,
            f"{each.area}: {each.name}",
            Text(each.seen, style="" if each.verdict is Verdict.PASSED else STYLES[each.verdict]),
        )
    console.print(table)
    for each in report.findings:
        if each.verdict in {Verdict.FAILED, Verdict.WARNED}:
            console.print(Text(f"{MARKS[each.verdict]} {each.area}: {each.name}", style=STYLES[each.verdict]))
            console.print(Text(f"    the contract: {each.rule}\n    seen: {each.seen}"))
    if report.left_behind:
        left = "; ".join(
            f"{len(ids)} {noun} ({', '.join(ids[:LISTED])}{', …' if len(ids) > LISTED else ''})"
            for noun, ids in report.left_behind.items()
        )
        console.print(Text(f"Left behind, because the contract has no delete: {left}."))
        console.print(
            Text(f"Their external ids, or subjects, begin with {report.mark}; their addresses end in check.example.")
        )
    counts = ", ".join(f"{report.count(verdict)} {verdict}" for verdict in Verdict if report.count(verdict))
    console.print(Text(counts or "nothing was asked", style="bold green" if report.is_healthy else "bold red"))
