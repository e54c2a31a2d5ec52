"""Where sockets open: the address of the GraphQL door."""

from fastapi import APIRouter, WebSocket

from api.context import server_of
from api.live.socket import LiveSocket

router = APIRouter()


@router.websocket("/graphql")
async def subscribe(websocket: WebSocket) -> None:
    await LiveSocket(websocket, server_of(websocket)).serve()
