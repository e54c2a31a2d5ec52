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


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"path_prefix": "crm/v1/"}, "/crm/v1"),
        ({"path_prefix": "/crm"}, "/crm"),
        ({"path_prefix": "/"}, ""),
        ({"phone_region": "es"}, "ES"),
        ({"public_url": "https://crm.example.com/"}, "https://crm.example.com/"),
        ({"api_key_header": "authorization"}, "authorization"),
    ],
    ids=str,
)
def test_a_value_may_be_spelled_in_several_ways(given, kept):
    [name] = given

    assert getattr(load_settings(**given), name) == kept


@pytest.mark.parametrize(
    ("name", "given", "wanted"),
    [
        ("path_prefix", "/crm?x", "it must be a path such as /crm, of letters, digits and .-_~"),
        ("path_prefix", "/{id}", "it must be a path such as /crm, of letters, digits and .-_~"),
        ("api_key_header", "X API Key", "it must be the name of a header, such as X-API-Key"),
        ("phone_region", "Spain", "it must be the code of a country, such as ES or GB"),
        ("public_url", "crm.example.com", "it must be an address such as https://crm.example.com"),
    ],
)
def test_a_value_that_could_never_work_is_refused_at_the_start(name, given, wanted):
    with pytest.raises(InvalidInput) as problem:
        load_settings(**{name: given})

    assert problem.value.message == f"ROLOGRAPH_{name.upper()}: {wanted}; it is {given!r}"
