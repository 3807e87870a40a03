"""What is under way on the screen Customize, in one run of it.

Visit  ->  open_bench()  ->  Bench: the work, and what follows from it (read once, remembered by what it is made of)
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final, TypeVar

import streamlit as st

from resume_customizer.core.errors import Conflict
from resume_customizer.infrastructure.font_files import find_faces
from resume_customizer.resume.package import Permissions
from resume_customizer.resume.pages.means import PageMeans
from resume_customizer.services.documents import plan_board
from resume_customizer.services.documents.one_call import Request
from resume_customizer.ui.session import Visit
from resume_customizer.ui.work import Content, DraftKeeper, File, GuestKeeper, Keeper, Work

Result = TypeVar("Result")
_WORK: Final = "customize-work"
_PLACE: Final = "customize-place"
_KNOWN: Final = "customize-known"
_SERIAL: Final = "customize-serial"
_SHOWN: Final = "customize-shown"
_MOST_KNOWN: Final = 12
ACCEPTED: Final = Permissions(macros=True, signature=True)
"""What came in was looked at when it came in."""


@dataclass(slots=True)
class Bench:
    """The work of a visitor, and where it is kept."""

    visit: Visit
    keeper: Keeper
    work: Work
    contents: dict[str, Content] = field(default_factory=dict[str, Content])
    """Resumes that were read in this run."""

    @property
    def files(self) -> tuple[File, ...]:
        """The resumes that are worked on."""
        return self.work.now.files

    @property
    def shown(self) -> File | None:
        """The one whose plan is shown."""
        chosen = st.session_state.get(_SHOWN)
        return next((each for each in self.files if each.file_id == chosen), self.files[0] if self.files else None)

    @property
    def serial(self) -> int:
        """Counts what changes fields from outside, so that they are made anew."""
        return st.session_state.setdefault(_SERIAL, 0)

    def show_file(self, file_id: str) -> None:
        """From now on this one's plan is shown."""
        st.session_state[_SHOWN] = file_id

    def go(self, work: Work) -> None:
        """The work is this from now on, and kept; raises Conflict when another tab was quicker."""
        if work == self.work:
            return
        self.keeper.keep(work)
        self.work = st.session_state[_WORK] = work

    def begin_anew(self) -> None:
        """Nothing is under way."""
        self.keeper.begin_anew()
        self.work = st.session_state[_WORK] = Work()
        self.fields_anew()

    def reload(self) -> None:
        """What was kept last, in whichever tab."""
        self.work = st.session_state[_WORK] = self.keeper.load()
        self.fields_anew()

    def fields_anew(self) -> None:
        """Fields show what the work says, not what was typed into them."""
        st.session_state[_SERIAL] = self.serial + 1

    # -------------------------------------------------------------- what follows

    def request(self, file: File, *, author: str = "") -> Request:
        """What is asked for one resume, but for the changes of its plan."""
        now, content = self.work.now, self.content(file)
        return Request(
            content.resume,
            points=now.points.encode("utf-8", "replace") or None,
            source="points",
            posting=now.posting.encode("utf-8", "replace") or None,
            author=author,
            permissions=ACCEPTED,
            corrections=content.corrections,
        )

    def content(self, file: File) -> Content:
        """A resume's bytes, read once in a run."""
        if file.file_id not in self.contents:
            self.contents[file.file_id] = self.keeper.read(file)
        return self.contents[file.file_id]

    def board(self, file: File) -> dict[str, Any]:
        """The plan of a resume; raises the errors of reading, planning and changing."""
        now = self.work.now
        changes = now.changes_of(file.file_id)
        made_of = ("board", file.file_id, now.points, now.posting, changes)
        return self.known(made_of, lambda: self._call(plan_board.draw, self.request(file), changes))

    def pages(self, file: File) -> dict[str, Any] | None:
        """How many pages a resume has, and will have; None for one too long to be counted."""
        now = self.work.now
        changes = now.changes_of(file.file_id)

        def foresee() -> dict[str, Any]:
            means = PageMeans(find_faces())
            return {"pages": self._call(plan_board.foresee_pages, self.request(file), changes, means)}

        return self.known(("pages", file.file_id, now.points, now.posting, changes), foresee)["pages"]

    def read_points(self) -> dict[str, Any]:
        """What the points are read as."""
        points = self.work.now.points
        return self.known(("points", points), lambda: self._call(plan_board.read_points, points))

    def read_posting(self) -> dict[str, Any]:
        """What the posting asks for, and what of it the shown resume has."""
        posting, file = self.work.now.posting, self.shown

        def read() -> dict[str, Any]:
            resume = self.content(file).resume if file else None
            return self._call(plan_board.read_posting, posting, resume)

        return self.known(("posting", posting, file), read)

    def known(self, made_of: tuple[object, ...], make: Callable[[], Result]) -> Result:
        """What was made of these values before in this tab, else made now; the last few are remembered."""
        known: dict[str, Any] = st.session_state.setdefault(_KNOWN, {})
        key = sha256(json.dumps(made_of, default=repr, sort_keys=True).encode("utf-8", "replace")).hexdigest()
        found = known.pop(key, None)
        known[key] = found = make() if found is None else found
        for old in list(known)[:-_MOST_KNOWN]:
            del known[old]
        return found

    def _call(self, work: Callable[..., Result], *given: object) -> Result:
        return self.visit.documents.call(work, *given)


def open_bench(visit: Visit) -> Bench:
    """What is under way, from this tab or from where it is kept."""
    place = st.session_state.setdefault(_PLACE, {})
    keeper: Keeper = GuestKeeper(visit.guest) if visit.is_guest else DraftKeeper(visit, place)
    bench = Bench(visit, keeper, st.session_state.get(_WORK) or Work())
    if _WORK not in st.session_state or st.session_state.get("customize-workspace") != visit.actor.workspace_id:
        if st.session_state.get("customize-workspace") not in {None, visit.actor.workspace_id}:
            place.clear()
        st.session_state["customize-workspace"] = visit.actor.workspace_id
        bench.reload()
    return bench


def open_draft(draft_id: str) -> None:
    """The next time that the screen is shown, it goes on with this draft."""
    st.session_state[_PLACE] = {"draft": draft_id}
    st.session_state.pop(_WORK, None)


def is_elsewhere(fault: Conflict) -> bool:
    """Whether another tab has changed the same work."""
    return fault.code == "changed-meanwhile"
