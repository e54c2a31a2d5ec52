"""The documents that a build carries, at a server where the role of whoever is signed in may not explore."""

import json
import re
from pathlib import Path

from api.ui.registering import register_build
from models.library.document import hash_of
from tests.browser import ADA, Browser, open_server
from tests.factories import configure, make_contact, make_user


def ids_of(build: Path) -> dict[str, str]:
    """The ids of the documents of a build, by the names of their operations."""
    manifest: dict[str, str] = json.loads((build / "documents.json").read_bytes())
    assert [hash_of(text) for text in manifest.values()] == list(manifest)
    names = [re.search(r"^(?:query|mutation|subscription) (\w+)", text, re.MULTILINE) for text in manifest.values()]
    return {name[1]: f"sha256:{digest}" for name, digest in zip(names, manifest, strict=True) if name}


async def test_the_page_of_contacts_works_for_people_who_may_not_explore(database_url, database, built):
    ids = ids_of(built)
    await make_user(database, "ada", "Ada", ADA[0], password=ADA[1], role="rep")
    await configure(database, explore_withdrawn=["rep"])
    alan = await make_contact(database, email="alan@example.com")
    page = {"first": 50, "filter": {}, "custom": False, "more": False, "counted": True}
    note = {"recordId": alan.id, "note": {"body": "Called"}}
    asked = [
        {"documentId": ids["Viewer"]},
        {"documentId": ids["SavedViews"], "variables": {"entity": "CONTACT"}},
        {"documentId": ids["Contacts"], "variables": page},
        {"documentId": ids["CreateNote"], "variables": note},
    ]

    async with open_server(database_url) as app:
        browser = Browser(app)
        await browser.sign_in()
        before = [await browser.http.post("/graphql", json=each) for each in asked]
        assert await register_build(app.state.server, built)
        after = [(await browser.http.post("/graphql", json=each)).json() for each in asked]
        own = await browser.ask("{ contacts { totalCount } }")

    assert [each.json()["errors"][0]["extensions"]["code"] for each in before] == ["PERSISTED_QUERY_NOT_FOUND"] * 4
    viewer, views, contacts, created = [each["data"] for each in after]
    assert viewer["viewer"]["label"] == "Ada"
    assert views == {"savedViews": {"nodes": [], "__typename": "SavedViewConnection"}}
    assert [each["id"] for each in contacts["contacts"]["nodes"]] == [alan.id]
    assert created["createNote"]["__typename"] == "NoteChanged"
    assert own.json()["errors"][0]["extensions"]["code"] == "DOCUMENT_NOT_REGISTERED"
