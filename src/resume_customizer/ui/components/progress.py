"""What is under way in the background: its step, how far it is, how long it takes, and the way to stop it.

rows of jobs or batches  ->  look(visit)  ->  Moving, …  ->  show_progress()  ->  looked at again every two seconds

Nothing of it lives in the page: what is shown is what the rows say, so a refresh, a second tab or a restart shows the
same. It runs as a fragment, which looks alone and who is there first; when all has ended the whole screen runs again.

Promises (tests in tests/ui/test_progress.py):

* What is shown is what the rows say, also in a page that was opened later.
* What has ended is not looked at again, and a page that nobody sees stops asking after half an hour.
* Who was signed out meanwhile is shown nothing more.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import streamlit as st

from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.jobs import Progress
from resume_customizer.ui.components.element import did, mount
from resume_customizer.ui.components.faults import show_fault
from resume_customizer.ui.session import Visit, fragment
from resume_customizer.ui.texts import _

EVERY: Final = 2.0
"""Seconds between two looks."""
MOST_LOOKS: Final = 900
"""Half an hour; then somebody has to ask, so that an open page alone keeps no session alive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """One piece of work as its row says it is now."""

    key: str
    title: str
    status: str
    """As people read it."""
    progress: Progress
    step: str = ""
    began: datetime | None = None
    ended: datetime | None = None
    is_moving: bool = True
    """It may still go on by itself."""
    is_bad: bool = False
    actions: tuple[tuple[str, str, str], ...] = ()
    """What can be done: its name, what the button says, its icon."""


Look = Callable[[Visit], Sequence[Moving]]
Do = Callable[[Visit, str, str], None]
"""Is told the key of what it is about, and the name of the action."""


def show_progress(key: str, visit: Visit, look: Look, do: Do) -> None:
    """Show all of it, and look again as long as any of it moves."""
    first = [tuple(look(visit))]
    looks: int = st.session_state.get(f"{key}-looks", 0)
    is_followed = any(each.is_moving for each in first[0]) and looks < MOST_LOOKS

    @fragment(run_every=EVERY if is_followed else None)
    def shown(visit: Visit) -> None:
        st.session_state[f"{key}-looks"] = st.session_state.get(f"{key}-looks", 0) + 1
        done = did(key) or {}
        if done.get("do") and _carried_out(visit, do, done):
            st.session_state.pop(f"{key}-looks", None)
            st.rerun()
        now = first.pop() if first else tuple(look(visit))
        ended = is_followed and not any(each.is_moving for each in now)
        if ended or st.session_state[f"{key}-looks"] == MOST_LOOKS:
            st.rerun()
        _mount(key, now)

    shown(visit)
    if looks >= MOST_LOOKS and st.button(_("Look again"), key=f"{key}-again", icon=":material/refresh:"):
        st.session_state.pop(f"{key}-looks", None)
        st.rerun()


def _carried_out(visit: Visit, do: Do, done: dict[str, Any]) -> bool:
    """Whether it could be done; else the reason is shown."""
    try:
        do(visit, str(done.get("key", "")), str(done["do"]))
    except ResumeCustomizerError as fault:
        show_fault(fault)
        return False
    return True


def _mount(key: str, moving: Sequence[Moving]) -> None:
    now = datetime.now(UTC)
    items = [
        {
            "key": each.key,
            "title": each.title,
            "status": each.status,
            "step": each.step,
            "done": each.progress.done,
            "total": each.progress.total,
            "elapsed": round(((each.ended or now) - each.began).total_seconds()) if each.began else None,
            "left": each.progress.seconds_left if each.is_moving else None,
            "moves": each.is_moving,
            "bad": each.is_bad,
            "actions": [list(action) for action in each.actions],
        }
        for each in moving
    ]
    texts = {
        "of": _("{done} of {total}"),
        "elapsed": _("{time} so far"),
        "took": _("took {time}"),
        "left": _("about {time} left"),
    }
    mount("progress", key, {"items": items, "texts": texts})
