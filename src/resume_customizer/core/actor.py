"""Who does something: the first argument of every method of a service.

    a door (session, API key, command line)  ->  Actor  ->  actor.require(Action.…)  ->  the work

Promises (tests in tests/core/test_actor.py):

* An actor without the permission is refused, with what was tried and what would help.
* Nobody, which is an actor without a user, may do nothing that needs a permission.
* What an actor may do depends on the role, the operator's flag and the key's scopes only.
* Who lacks a second factor that is needed may get one and nothing else; a key of theirs may do nothing.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from resume_customizer.core.errors import NotPermitted, NotSignedIn
from resume_customizer.core.permissions import Action, Role, Scope, actions_of

_FIRST: Final = frozenset({Action.SET_UP_ACCOUNT})
_LACKING: Final = (
    "A second factor is needed here: set one up first, on the page that opens when you sign in to the web app, "
    "or with POST /api/v1/me/second-factor."
)
_WHOSE_KEY: Final = "A second factor is needed here: this API key counts once its owner has set one up."


class Door(StrEnum):
    """How somebody came in."""

    WEB = "web"
    API = "api"
    CLI = "cli"
    WORKER = "worker"


@dataclass(frozen=True, slots=True)
class Source:
    """From where: the door, and the address and program as far as they are known."""

    door: Door
    address: str = ""
    program: str = ""
    request_id: str = ""
    """Of the request that it came with; it stands in logs."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who is signed in, in one workspace or in none; or nobody yet."""

    user_id: str
    """Empty: nobody is signed in."""
    source: Source
    workspace_id: str = ""
    """Empty: in no workspace."""
    role: Role | None = None
    """The role in that workspace."""
    is_operator: bool = False
    scopes: frozenset[Scope] | None = None
    """The scopes of the API key that was used; None for a person."""
    session_id: str = ""
    """The session or API key that this came with."""
    only_assigned: bool = False
    """Of a career service's adviser: sees those people only who are assigned to them, and what is theirs."""
    lacks_second_factor: bool = False
    """Came in without one where one is needed: the key's owner has none, or it was not asked for in this session."""
    _actions: frozenset[Action] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.role and not self.workspace_id:
            message = "A role is a role in a workspace."
            raise ValueError(message)
        if not self.user_id and (self.role or self.is_operator):
            message = "Nobody has no role."
            raise ValueError(message)
        actions = self._usual()
        if self.lacks_second_factor:
            actions &= _FIRST
        object.__setattr__(self, "_actions", actions if self.user_id else frozenset())

    @property
    def adviser_id(self) -> str:
        """Whose assigned people alone are seen; empty: everybody is."""
        return self.user_id if self.only_assigned else ""

    def _usual(self) -> frozenset[Action]:
        return actions_of(self.role, is_operator=self.is_operator, scopes=self.scopes)

    def may(self, action: Action) -> bool:
        """Whether this actor has the permission."""
        return action in self._actions

    def require(self, action: Action) -> None:
        """Go on, or raise NotPermitted or NotSignedIn."""
        if self.may(action):
            return
        if not self.user_id:
            raise NotSignedIn("not-signed-in", f"Sign in first to {action}.")
        if action in self._usual():
            raise NotPermitted("second-factor-needed", _WHOSE_KEY if self.scopes is not None else _LACKING)
        if self.scopes is not None and action in actions_of(self.role, is_operator=self.is_operator):
            scopes = ", ".join(sorted(self.scopes)) or "none"
            raise NotPermitted("not-in-scope", f"This API key may not {action} (its scopes: {scopes}).")
        if self.role is None:
            raise NotPermitted("not-permitted", f"You may not {action} here.")
        raise NotPermitted(
            "not-permitted",
            f"As {self.role} of this workspace you may not {action}; ask somebody with a higher role.",
        )
