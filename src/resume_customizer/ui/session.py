"""Who runs a screen right now, looked up anew on each run.

Streamlit's run  ->  come_in()  ->  Visit: the actor or guest, the services  |  the way to signing in, and nothing else

A websocket outlives the session that opened it, so the look-up stands at the beginning of every run, and of every run
of a fragment: use `fragment` of this module, not Streamlit's.

Promises (tests in tests/ui/test_session.py):

* After signing out anywhere, or when a session has timed out, the next run shows nothing but the way to sign in.
* A role that was changed counts from the next run.
"""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.permissions import Action
from resume_customizer.services.desk import Desk
from resume_customizer.services.library.workspace_technologies import DocumentsOf
from resume_customizer.services.people.workspaces import WorkspaceLine
from resume_customizer.services.ports import DocumentWork
from resume_customizer.ui.components.going import go
from resume_customizer.ui.guests import Guest
from resume_customizer.ui.installation import installation
from resume_customizer.ui.refusing import note_visit
from resume_customizer.ui.texts import best_language, speak
from resume_customizer.ui.visitors import Visitor

_CHOSEN: Final = "workspace"
_WORKSPACES: Final = "workspaces"
_around: ContextVar["Visit | None"] = ContextVar("around", default=None)
"""Who was seen by the fragment that is running."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What a screen works with: who is there, and the services."""

    visitor: Visitor
    desk: Desk
    documents: DocumentWork

    @property
    def is_guest(self) -> bool:
        """Whether it is somebody without an account."""
        return isinstance(self.visitor, Guest)

    @property
    def actor(self) -> Actor:
        """The person; nobody for a guest, who may do nothing that needs a permission."""
        return self.visitor if isinstance(self.visitor, Actor) else Actor("", source())

    @property
    def guest(self) -> Guest:
        """The guest."""
        assert isinstance(self.visitor, Guest)  # noqa: S101 - asked for where is_guest holds
        return self.visitor

    def may(self, action: Action) -> bool:
        """Whether to offer it; the services decide."""
        return self.actor.may(action)


def come_in() -> Visit:
    """Who is there; ends the run when nobody is."""
    made = installation()
    speak(str(st.context.cookies.get(made.visitors.names.language) or best_language(str(st.context.locale or ""))))
    shown = shown_pass()
    visitor = made.visitors.find(shown, source(), st.session_state.get(_CHOSEN, ""))
    if visitor is None:
        go("/sign-in")
        st.stop()
    if isinstance(visitor, Actor) and not visitor.workspace_id and not visitor.lacks_second_factor:
        visitor = _in_a_workspace(visitor, shown) or visitor
    note_visit(visitor)
    if isinstance(visitor, Actor):
        return Visit(visitor, made.desk, DocumentsOf(made.desk.ground, made.documents, visitor))
    return Visit(visitor, made.desk, made.documents)


def shown_pass() -> str:
    """What the gate said of who is there; `st.user` reads files of secrets for the same, each time."""
    context = get_script_run_ctx()
    return str(context.user_info.get("visitor") or "") if context else ""


def look_again(shown: str, visit: Visit) -> bool:
    """Whether who showed this pass is still there, and still may what they might; for what is done after a run."""
    found = installation().visitors.find(shown, visit.actor.source, visit.actor.workspace_id)
    if isinstance(found, Actor):
        return found == visit.actor
    return found is not None


def source() -> Source:
    """Where the run's browser is."""
    address, program = st.context.ip_address, st.context.headers.get("user-agent")
    return Source(
        Door.WEB, address if isinstance(address, str) else "", program[:200] if isinstance(program, str) else ""
    )


def workspaces(visit: Visit) -> tuple[WorkspaceLine, ...]:
    """The person's workspaces, as they were when the page was opened or one was made."""
    if visit.is_guest:
        return ()
    known = st.session_state.get(_WORKSPACES)
    if known is None:
        person = _in_none(visit.actor)
        if person.lacks_second_factor:
            return ()
        known = st.session_state[_WORKSPACES] = visit.desk.workspaces.list_mine(person)
    return known


def _in_none(person: Actor) -> Actor:
    """The same person in no workspace, where they see which are theirs also when this one does not let them in."""
    found = installation().visitors.find(shown_pass(), person.source) if person.lacks_second_factor else None
    return found if isinstance(found, Actor) else person


def forget_workspaces() -> None:
    """Look them up anew on the next run."""
    st.session_state.pop(_WORKSPACES, None)


def fragment(*, run_every: float | None = None) -> Callable[[Callable[[Visit], None]], Callable[[Visit], None]]:
    """A part of a screen that can run alone, also every so many seconds; it looks first who is there then.

    One inside another goes by what that one has seen, when it runs with it.
    """

    def made(run: Callable[[Visit], None]) -> Callable[[Visit], None]:
        @st.fragment(run_every=run_every)
        def checked(seen: Visit) -> None:
            around = _around.get()
            visit = around or (come_in() if is_alone() else seen)
            token = _around.set(visit)
            try:
                run(visit)
            finally:
                _around.reset(token)

        return checked

    return made


def is_alone() -> bool:
    """Whether a fragment runs by itself, after the run of the screen that looked who is there."""
    context = get_script_run_ctx()
    return bool(context and context.fragment_ids_this_run)


def _in_a_workspace(person: Actor, shown: str) -> Visitor | None:
    """The same person in the workspace that they chose last, or in their first."""
    mine = [each.workspace_id for each in installation().desk.workspaces.list_mine(person)]
    if not mine:
        return None
    wanted = st.context.cookies.get(installation().visitors.names.workspace, "")
    st.session_state[_CHOSEN] = wanted if wanted in mine else mine[0]
    return installation().visitors.find(shown, source(), st.session_state[_CHOSEN])
