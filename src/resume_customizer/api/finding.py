"""From a path to its operation, by the noun that the path begins with, instead of by trying all of them.

    /api/v1/banks/…  ->  the operations of `banks`  ->  the one with this path and method  |  405 with all methods

What has no such noun goes on to the usual router: what is left of `/api`, and the pages.

Promises (tests in tests/api/test_finding.py):

* A method that a path does not have is answered 405, and `Allow` names all that it has.
* Every operation of the description is found.
"""

from collections.abc import Iterable, Sequence
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Match, Route
from starlette.types import ASGIApp, Receive, Scope, Send

_BEFORE_NOUNS = ("", "api", "v1")


class Finding:
    """The operations, and the router for everything else."""

    def __init__(self, routes: Iterable[BaseRoute], rest: ASGIApp) -> None:
        self._rest = rest
        self._by_noun: dict[str, list[Route]] = {}
        self._by_path: dict[str, list[Route]] = {}
        """Paths that name no record: `/invitations/join` is not the invitation “join”."""
        for route in routes:
            if isinstance(route, Route):
                found, key = (self._by_noun, _noun_of(route.path)) if "{" in route.path else (self._by_path, route.path)
                found.setdefault(key, []).append(route)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hand it on."""
        known: Sequence[Route] = ()
        if scope["type"] == "http":
            known = self._by_path.get(scope["path"]) or self._by_noun.get(_noun_of(scope["path"]), ())
        allowed = set[str]()
        for route in known:
            if route.path_regex.match(scope["path"]) is None:
                continue
            if scope["method"] in (route.methods or ()):
                match, found = route.matches(scope)
                if match is Match.FULL:
                    scope.update(found)
                    await route.handle(scope, receive, send)
                    return
            allowed |= set(route.methods or ())
        if allowed:
            methods = ", ".join(sorted(allowed))
            message = f"There is no {scope['method']} here; there is {methods}."
            raise HTTPException(HTTPStatus.METHOD_NOT_ALLOWED, message, {"Allow": methods})
        await self._rest(scope, receive, send)


def _noun_of(path: str) -> str:
    """`banks` of `/api/v1/banks/…`; a path elsewhere is its own noun."""
    parts = path.split("/", 4)
    return parts[3] if len(parts) > 3 and tuple(parts[:3]) == _BEFORE_NOUNS else path
