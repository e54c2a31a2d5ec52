"""Whose page asks: a browser sends our cookie along with whatever another site's page makes it send, so that is looked at.

One rule for requests and for sockets. It needs no token in a form: every browser says whose page asks, and a page cannot
say otherwise.
"""

from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

from api.body import UnsupportedBody
from models.errors import CrossSite

_PORTS = {"http": ":80", "https": ":443"}


def require_own_origin(connection: HTTPConnection, public_url: str | None) -> None:
    """Raises CrossSite unless one of our own pages makes the call, or opens the socket.

    `Origin` must be there and be ours: the address the call came to, or the public one. `Sec-Fetch-Site`, which newer
    browsers send, must not say otherwise.
    """
    site = connection.headers.get("sec-fetch-site", "same-origin")
    origin = _normal(connection.headers.get("origin", ""))
    if site != "same-origin" or origin not in own_origins(connection, public_url):
        raise CrossSite(
            "Only pages of this server may do this. If this is one, the server does not know its own address: "
            "set ROLOGRAPH_PUBLIC_URL to it, or start with --proxy-headers behind a proxy"
        )


def require_plain_call(connection: HTTPConnection) -> None:
    """Raises UnsupportedBody for what a page's form could send: those kinds of body go to any site without asking it."""
    kind = connection.headers.get("content-type", "").partition(";")[0].strip().lower()
    if connection.scope.get("method") != "DELETE" and kind != "application/json":
        raise UnsupportedBody(f"The content type must be application/json, not {kind or 'missing'}")


def is_secure(connection: HTTPConnection) -> bool:
    """Whether the browser came by TLS, here or as far as the proxy in front; to be asked once the origin is ours."""
    return connection.headers.get("origin", "").startswith("https://") or connection.url.scheme in {"https", "wss"}


def own_origins(connection: HTTPConnection, public_url: str | None) -> set[str]:
    """The addresses that are ours, as a browser writes them."""
    scheme = {"ws": "http", "wss": "https"}.get(connection.url.scheme, connection.url.scheme)
    own = {_normal(f"{scheme}://{connection.headers.get('host', '')}")}
    if public_url is not None:
        parts = urlsplit(public_url)
        own.add(_normal(f"{parts.scheme}://{parts.netloc}"))
    return own


def _normal(origin: str) -> str:
    scheme, _, host = origin.lower().partition("://")
    return f"{scheme}://{host.removesuffix(_PORTS.get(scheme, ''))}" if host else ""
