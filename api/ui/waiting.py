"""The page in place of the UI while it is built, or when it could not be: it says how far it is, and asks again."""

import base64
import hashlib
import html
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from api.documentation.markup import Html, join, tag
from api.ui.building import STEPS
from api.ui.keeping import Step, Unbuilt

REFRESH_SECONDS = 2


@cache
def style() -> str:
    """The page's one style sheet, which stands in it."""
    return files("api.ui").joinpath("waiting.css").read_text("utf-8")


@cache
def security_policy() -> str:
    """The page loads nothing, and its one form leads here."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


def waiting_page(unbuilt: Unbuilt, path: str, now: float) -> str:
    """The page for whoever asked for `path`."""
    failed = unbuilt.reason is not None
    title = "The pages could not be built" if failed else "The pages are being built"
    head = join(
        Html('<meta charset="utf-8"><meta name="viewport" content="width=device-width">'),
        Html('<meta name="color-scheme" content="light dark">'),
        Html("" if failed else f'<meta http-equiv="refresh" content="{REFRESH_SECONDS}">'),
        tag("title", f"{title} · Rolograph"),
        Html(f"<style>{style()}</style>"),
    )
    main = tag("main", tag("h1", title), *(_failure(unbuilt, path) if failed else _progress(unbuilt, now)))
    return "<!doctype html>" + tag("html", tag("head", head), tag("body", main), lang="en")


def _failure(unbuilt: Unbuilt, path: str) -> Sequence[Html]:
    button = tag("button", "Try again", type="submit")
    action = html.escape(f"/ui/build?page={path}")
    return (
        tag("p", f"{unbuilt.reason}.", role="alert"),
        tag("p", "Rolograph itself runs: REST, GraphQL and ", tag("a", "the documentation", href="/docs"), " work."),
        Html(f'<form method="post" action="{action}">{button}</form>'),
        tag("p", "Or, in a terminal: ", tag("code", "rolograph build-ui"), ", which shows all that is printed."),
    )


def _progress(unbuilt: Unbuilt, now: float) -> Sequence[Html]:
    return (
        tag("p", "This happens once after an installation or an update, and takes about a minute."),
        tag("ol", *_rows(unbuilt.steps, now)),
        tag("p", "Rolograph itself runs already: REST, GraphQL and ", tag("a", "the documentation", href="/docs"), "."),
    )


def _rows(steps: Sequence[Step], now: float) -> Sequence[Html]:
    """The steps of a build with how long each took. One before the step it is at was not needed if it never began."""
    ends = [*(step.began for step in steps[1:]), now]
    seconds = {step.name: max(0, end - step.began) for step, end in zip(steps, ends, strict=False)}
    at = STEPS.index(steps[-1].name) if steps and steps[-1].name in STEPS else 0
    rows = []
    for place, name in enumerate(STEPS[1:], 1):
        words = [tag("span", name)]
        if name in seconds:
            words.append(tag("span", f"{seconds[name]:.0f} s", class_="seconds"))
        if place == at:
            rows.append(tag("li", *words, class_="now", aria_current="step"))
        else:
            rows.append(tag("li", *words, class_="done" if place < at else "ahead"))
    return rows
