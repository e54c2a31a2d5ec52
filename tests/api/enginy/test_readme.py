"""The README's calls, as they stand there, and its answers, in which only ids and times are the server's to choose."""

import re
from pathlib import Path

from models.access.api_key import Scope
from tests.factories import make_key

README = (Path(__file__).parents[3] / "README.md").read_text()
CALL = re.compile(
    r"```sh\n(?:KEY=[^\n]*\n)?curl -s (?:-X (?P<method>\w+) )?http://127\.0\.0\.1:8000(?P<path>\S+) .*?"
    r"(?:-d '(?P<body>.*?)'|<<'JSON'\n(?P<document>.*?)\nJSON)\n```(?:\n\n```json\n(?P<answer>.*?)\n```)?",
    re.DOTALL,
)
MADE_UP = "contact_01m84m52hve50spb0218r0gzdm"


def without_times(text: str) -> str:
    return re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+Z", "a time", text)


async def test_calls_are_answered_as_the_readme_prints(database, enginy):
    enginy.http.headers["X-API-Key"] = await make_key(database, [Scope.ENGINY, Scope.GRAPHQL_READ])
    calls = list(CALL.finditer(README))
    made = MADE_UP

    for call in calls:
        body = (call["body"] or call["document"]).replace(MADE_UP, made)
        response = await enginy.send(call["method"] or "POST", call["path"], body.encode())

        assert response.status_code == 200
        if made == MADE_UP:
            made = response.json()["results"][0]["crmId"]
        if call["answer"] is not None:
            assert without_times(response.text) == without_times(call["answer"].replace(MADE_UP, made))
    assert [call["path"] for call in calls] == ["/contacts", "/contacts/sync", "/contacts", "/graphql", "/contacts"]
