"""Settings: read from the environment, and listed where people look for them."""

from pathlib import Path

import pytest

from api.settings import Settings, load_settings
from api.settings_table import env_example, settings_table
from models.errors import InvalidInput

ROOT = Path(__file__).parents[2]


def test_env_example_lists_every_setting_with_its_default():
    assert (ROOT / ".env.example").read_text() == env_example(), "run: rolograph settings --env > .env.example"


def test_readme_lists_every_setting():
    readme = (ROOT / "README.md").read_text()

    between = readme.partition("<!-- settings -->\n")[2].partition("<!-- /settings -->")[0]

    assert between == settings_table(), "put the output of: rolograph settings between the marks in README.md"


def test_every_setting_is_described():
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_what_is_given_wins_over_the_environment(monkeypatch):
    monkeypatch.setenv("ROLOGRAPH_PORT", "9000")

    assert (load_settings().port, load_settings(port=9001).port, load_settings(port=None).port) == (9000, 9001, 9000)


def test_empty_variables_count_as_unset(monkeypatch):
    monkeypatch.setenv("ROLOGRAPH_PUBLIC_URL", "")

    assert load_settings().public_url is None


def test_a_value_that_cannot_be_taken_names_its_variable(monkeypatch):
    monkeypatch.setenv("ROLOGRAPH_PORT", "eight thousand")

    with pytest.raises(InvalidInput) as refused:
        load_settings()

    assert refused.value.message == (
        "ROLOGRAPH_PORT: input should be a valid integer, unable to parse string as an integer; it is 'eight thousand'"
    )
