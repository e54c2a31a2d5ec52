"""What is entered in Enginy to connect it."""

import pytest

from api.context import reach_of
from api.settings import Settings
from graphql_schema.context import Reach
from tests.graphql_schema.asking import ask

READ = "{ enginyConnection { publicUrl path keyHeader } }"


@pytest.mark.parametrize(
    ("settings", "reach"),
    [
        ({}, Reach(None, "", "X-API-Key")),
        ({"public_url": "https://crm.example.com/"}, Reach("https://crm.example.com", "", "X-API-Key")),
        ({"path_prefix": "crm/v1/", "api_key_header": "X-Crm"}, Reach(None, "/crm/v1", "X-Crm")),
    ],
)
def test_settings_say_how_the_server_is_reached(settings, reach):
    assert reach_of(Settings(_env_file=None, **settings)) == reach


async def test_whoever_may_read_is_told(database):
    assert await ask(database, READ) == {"enginyConnection": {"publicUrl": None, "path": "", "keyHeader": "X-API-Key"}}
