"""Who comes in: from what a request carries to an Actor.

    Authorization: Bearer <access token | API key>  |  session cookie of a page  |  nothing
        ->  Entrance.let_in()  ->  Actor, with workspace and role  ->  may it do this?

A person works in the workspace named in `X-Workspace`, or in the only one they have; a key in the one it was made in.

Promises (tests in tests/api/test_entrance.py):

* Nothing but a valid token, key or cookie lets anybody in; all wrong ones get the same answer.
* A workspace of others is answered like one that does not exist.
* A page of another site can't act with somebody's cookie.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from fastapi import Request, Response

from resume_customizer.api.pacing import Paces, Room
from resume_customizer.api.watching import WHO
from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.call_limits import Pace
from resume_customizer.core.errors import InvalidInput, NotFound, NotPermitted, NotSignedIn
from resume_customizer.core.permissions import ALLOWED, Action, Role
from resume_customizer.core.secret_text import Secret
from resume_customizer.core.tokens import is_api_key
from resume_customizer.infrastructure.metrics import Metrics
from resume_customizer.services.desk import Desk
from resume_customizer.services.ports import DocumentWork

WORKSPACE_HEADER: Final = "X-Workspace"
CSRF_HEADER: Final = "X-Requested-With"
CSRF_VALUE: Final = "resume-customizer"
"""What a page of ours sends with every change: a page of another origin can't, without being asked about it first."""
COOKIE: Final = "rcp_session"
CLEAR: Final = '"cache", "storage"'
"""What a browser forgets with it (W3C, Clear Site Data)."""
_SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_IN_WORKSPACE: Final = ALLOWED[Role.OWNER] - {Action.SET_UP_ACCOUNT, Action.CHANGE_OWN_ACCOUNT}


class Access(StrEnum):
    """Who may call an operation that needs no permission."""

    ANYBODY = "anybody"
    DOCUMENTS = "anybody where the installation allows it, else: customize resumes"


Policy: TypeAlias = Action | Access
"""What an operation needs."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the API of an installation is set to."""

    open_calls: bool = False
    """Whether documents are customized for who is not signed in; nothing is kept."""
    is_secure: bool = False
    """Whether it is reached over TLS."""

    @property
    def cookie(self) -> str:
        """What the cookie of a session is called; over TLS with a prefix that binds it to this host (RFC 6265bis)."""
        return f"__Host-{COOKIE}" if self.is_secure else COOKIE


@dataclass(frozen=True, slots=True)
class Entrance:
    """The door, with everything behind it."""

    desk: Desk
    documents: DocumentWork
    rules: Rules = Rules()
    paces: Paces | None = None
    """None: nobody's calls are counted."""
    room: Room = field(default_factory=Room)
    metrics: Metrics = field(default_factory=Metrics)

    def let_in(self, request: Request, policy: Policy, pace: Pace = Pace.USUAL) -> Actor:
        """Who this is, when they may do this now.

        Raises NotSignedIn, NotPermitted, NotFound, InvalidInput, and QuotaExceeded when they call too often.
        """
        actor = Actor("", source_of(request))
        try:
            actor = self._identified(request, policy)
        finally:
            request.scope[WHO] = actor.user_id, actor.workspace_id
            if self.paces is not None:
                self.paces.check(request, pace, actor)
        if policy is Access.ANYBODY or (policy is Access.DOCUMENTS and self.rules.open_calls and not actor.user_id):
            return actor
        actor.require(_action_of(policy))
        return actor

    def _identified(self, request: Request, policy: Policy) -> Actor:
        try:
            actor = self.actor_of(request)
        except NotSignedIn:
            if policy is Access.ANYBODY and "authorization" not in request.headers:
                return Actor("", source_of(request))  # a page whose session has ended signs in anew
            raise
        needs_one = policy is not Access.ANYBODY and _action_of(policy) in _IN_WORKSPACE
        is_in_none = needs_one and actor.user_id and not actor.workspace_id
        return self.actor_of(request, self._only_workspace(actor)) if is_in_none else actor

    def actor_of(self, request: Request, only_workspace: str = "") -> Actor:
        """Who comes with a request; nobody when it carries nothing. Raises NotSignedIn, NotFound."""
        stranger = Actor("", source_of(request))
        workspace_id = (
            only_workspace or request.path_params.get("workspace_id") or request.headers.get(WORKSPACE_HEADER, "")
        )
        shown = request.headers.get("authorization")
        if shown is not None:
            return self._actor_of_bearer(stranger, shown, workspace_id)
        cookie = request.cookies.get(self.rules.cookie)
        if not cookie:
            return stranger
        check_page(request)
        seen = replace(stranger, source=replace(stranger.source, door=Door.WEB))
        return self.desk.signing_in.actor_of(seen, cookie, workspace_id)

    def set_cookie(self, answer: Response, session_token: Secret) -> None:
        """Let a browser keep a session, out of reach of scripts, until the browser is closed."""
        answer.set_cookie(
            self.rules.cookie, session_token.reveal(), secure=self.rules.is_secure, httponly=True, samesite="lax"
        )

    def drop_cookie(self, answer: Response) -> None:
        """Let a browser forget its session, and what it kept of our answers."""
        answer.headers["clear-site-data"] = CLEAR
        answer.delete_cookie(self.rules.cookie, secure=self.rules.is_secure, httponly=True, samesite="lax")

    def _actor_of_bearer(self, stranger: Actor, shown: str, workspace_id: str) -> Actor:
        scheme, _, token = shown.partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise NotSignedIn("not-signed-in", "Send `Authorization: Bearer` with an access token or an API key.")
        if not is_api_key(token):
            return self.desk.signing_in.actor_of_access(stranger, token, workspace_id)
        actor = self.desk.api_keys.actor_of(stranger, token)
        if workspace_id and workspace_id != actor.workspace_id:
            raise NotFound("no-workspace", "There is no such workspace, or you are not a member of it.")
        return actor

    def _only_workspace(self, actor: Actor) -> str:
        mine = self.desk.workspaces.list_mine(actor)
        if len(mine) != 1:
            message = f"Say in which workspace: send its id as {WORKSPACE_HEADER}; /api/v1/workspaces lists yours."
            raise InvalidInput("which-workspace", message, WORKSPACE_HEADER)
        return mine[0].workspace_id


def _action_of(policy: Policy) -> Action:
    return Action.CUSTOMIZE if policy is Access.DOCUMENTS else Action(policy)


def source_of(request: Request) -> Source:
    """From where a request comes."""
    address = request.client.host if request.client else ""
    program = request.headers.get("user-agent", "")[:200]
    return Source(Door.API, address, program, request.scope.get("request_id", ""))


def check_page(request: Request) -> None:
    """Whether a change that comes with a cookie comes from a page of ours; raises NotPermitted."""
    if request.method in _SAFE_METHODS:
        return
    origin, host = request.headers.get("origin", ""), request.headers.get("host", "")
    if urlsplit(origin).netloc.lower() != host.lower() or request.headers.get(CSRF_HEADER) != CSRF_VALUE:
        message = f"With a cookie, changes come from a page of this server, with `{CSRF_HEADER}: {CSRF_VALUE}`."
        raise NotPermitted("not-from-our-page", message)
