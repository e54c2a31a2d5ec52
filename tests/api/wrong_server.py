"""A server that gets the contract wrong, as a first attempt does: for what the doctor says of it."""

import json
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route


class WrongServer:
    """It checks no key, loses what it does not know, answers nulls, guesses, and falls over at a bad item."""

    def __init__(self) -> None:
        self.contacts: dict[str, dict[str, Any]] = {}

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/health", self.health),
                Route("/contacts", self.create, methods=["POST"]),
                Route("/contacts", self.update, methods=["PUT"]),
                Route("/contacts/sync", self.sync, methods=["POST"]),
                Route("/contacts/batch", self.batch, methods=["POST"]),
                Route("/tasks", self.task, methods=["POST"]),
            ]
        )

    async def health(self, _request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def create(self, request: Request) -> Response:
        results = []
        for item in (await request.json())["contacts"]:
            crm_id = f"wrong_{len(self.contacts) + 1}"
            self.contacts[crm_id] = {"email": item["email"], "firstName": item.get("firstName")}
            results.append({"externalId": str(item["externalId"]), "crmId": crm_id})
        return JSONResponse({"results": results})

    async def update(self, request: Request) -> Response:
        results = []
        for item in (await request.json())["contacts"]:
            self.contacts[item["crmId"]] = {"email": item.get("email"), "firstName": item.get("firstName")}
            results.append({"crmId": item["crmId"], "success": True})
        return JSONResponse({"results": results})

    async def sync(self, request: Request) -> Response:
        results = []
        for item in (await request.json())["contacts"]:
            for crm_id, contact in self.contacts.items():
                if contact["email"] == item.get("email"):
                    properties = {**contact, "phone": None}
                    results.append({"externalId": item["externalId"], "crmId": crm_id, "properties": properties})
                    break
        return JSONResponse({"results": results})

    async def batch(self, request: Request) -> Response:
        ids = (await request.json())["ids"]
        return JSONResponse({"results": [{"id": each, **self.contacts[each]} for each in ids if each in self.contacts]})

    async def task(self, request: Request) -> Response:
        await request.body()
        return Response(json.dumps(["created"]), media_type="application/json")
