"""Who stands behind a cookie: a person who is signed in, a guest, or nobody.

cookies of a request  ->  Visitors.of_cookies()  ->  a pass  ->  Visitors.find(pass, …)  ->  Actor | Guest | None

A pass says which kind of token it holds. It goes from the gate to Streamlit in a header that nobody else can set, and
is looked up again on every run of a screen: what has ended meanwhile counts no more.

Promises (tests in tests/ui/test_visitors.py):

* A session that was ended, locked or has timed out is nobody from the next look on.
* A guest is never a person: their pass opens nothing that needs an account.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from resume_customizer.core.actor import Actor, Source
from resume_customizer.core.errors import NotFound, NotSignedIn
from resume_customizer.services.desk import Desk
from resume_customizer.ui.guests import Guest, Guests

Visitor: TypeAlias = Actor | Guest
_PERSON: Final = "p."
_GUEST: Final = "g."
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class CookieNames:
    """What cookies are called; behind TLS with the prefix that ties them to this very host (RFC 6265bis, 4.1.3)."""

    secure: bool

    @property
    def person(self) -> str:
        """Of the session."""
        return f"{self._prefix}rcp_session"

    @property
    def guest(self) -> str:
        """Of a guest."""
        return f"{self._prefix}rcp_guest"

    @property
    def workspace(self) -> str:
        """Of the workspace that was chosen last; what it says is checked on each use."""
        return f"{self._prefix}rcp_workspace"

    @property
    def way(self) -> str:
        """Of the screen that was asked for before signing in; what it says is checked."""
        return f"{self._prefix}rcp_way"

    @property
    def language(self) -> str:
        """Of the language that was chosen."""
        return f"{self._prefix}rcp_language"

    @property
    def _prefix(self) -> str:
        return "__Host-" if self.secure else ""


class Visitors:
    """Everybody who may come in."""

    def __init__(self, desk: Desk, guests: Guests | None, names: CookieNames) -> None:
        """`guests` is None where the installation has none."""
        self._desk, self.guests, self.names = desk, guests, names

    def of_cookies(self, cookies: Mapping[str, str], source: Source) -> str:
        """The pass of who sent these cookies; empty for nobody."""
        found = [_PERSON + cookies.get(self.names.person, ""), _GUEST + cookies.get(self.names.guest, "")]
        return next((each for each in found if self.find(each, source) is not None), "")

    def find(self, shown: str, source: Source, workspace_id: str = "") -> Visitor | None:
        """Who it is now, in a workspace of theirs; None for nobody. A workspace of others counts as none."""
        kind, token = shown[:2], shown[2:]
        if not token or len(token) > _LONGEST:
            return None
        if kind == _GUEST:
            return self.guests.find(token) if self.guests else None
        if kind != _PERSON:
            return None
        nobody = Actor("", source)
        try:
            return self._desk.signing_in.actor_of(nobody, token, workspace_id)
        except NotFound:
            return self.find(shown, source)
        except NotSignedIn:
            return None
