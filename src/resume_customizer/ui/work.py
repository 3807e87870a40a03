"""What somebody is customizing: kept at each step, so that a refresh, a second tab or a restart loses nothing.

Work (files, points, posting, changes; and how it came about)  ->  a Keeper  ->  a draft in the store | a guest's memory

Promises (tests in tests/ui/test_work.py):

* Undo gives back what was before, redo takes it away again; a new step forgets what was undone.
* What is kept is enough to go on from: kept and read again it is the same work.
* One person's work, and one guest's, is nobody else's.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Final, Protocol, TypeAlias

from resume_customizer.core.errors import InvalidInput
from resume_customizer.services.library.drafts import Drafts, Unfinished
from resume_customizer.services.library.resumes import Resumes, corrections_of
from resume_customizer.ui.guests import Guest
from resume_customizer.ui.many.choices import of_customize
from resume_customizer.ui.session import Visit

Changes: TypeAlias = tuple[Mapping[str, Any], ...]
MOST_FILES: Final = 10
MOST_STEPS: Final = 40
"""Steps that can be undone."""
_MOST_KEPT: Final = 150_000
"""Characters of texts of steps gone by."""


@dataclass(frozen=True, slots=True)
class File:
    """A resume that is worked on."""

    file_id: str
    """A version of a stored resume, or what a guest's file is called."""
    name: str
    resume_id: str = ""
    """The stored resume; empty for a guest's."""


@dataclass(frozen=True, slots=True)
class Step:
    """Everything that decides what comes out."""

    files: tuple[File, ...] = ()
    points: str = ""
    posting: str = ""
    changes: Mapping[str, Changes] = field(default_factory=dict)
    """Of the plan of each file."""
    requirement: tuple[str, str] = ("", "")
    """Id and title of the stored opening that it is for."""

    def changes_of(self, file_id: str) -> Changes:
        """What was changed in the plan of a file."""
        return self.changes.get(file_id, ())


@dataclass(frozen=True, slots=True)
class Work:
    """A step, those before it, and those that were undone."""

    now: Step = Step()
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()

    def do(self, step: Step) -> "Work":
        """One step on."""
        if step == self.now:
            return self
        return Work(step, (*self.past, self.now)[-MOST_STEPS:])

    def undo(self) -> "Work":
        """One step back; the same where there is none."""
        return Work(self.past[-1], self.past[:-1], (self.now, *self.future)) if self.past else self

    def redo(self) -> "Work":
        """Forward again; the same where nothing was undone."""
        return Work(self.future[0], (*self.past, self.now), self.future[1:]) if self.future else self

    # -------------------------------------------------------------- steps

    def with_files(self, files: Sequence[File]) -> "Work":
        """Other files; their plans are made anew."""
        if len(files) > MOST_FILES:
            raise InvalidInput("too-many-files", f"At most {MOST_FILES} resumes are worked on at once.")
        kept = {each.file_id: self.now.changes_of(each.file_id) for each in files}
        return self.do(replace(self.now, files=tuple(files), changes={key: each for key, each in kept.items() if each}))

    def with_points(self, points: str) -> "Work":
        """Other points: rows of a plan are others then, so its changes go."""
        return self if points == self.now.points else self.do(replace(self.now, points=points, changes={}))

    def with_posting(self, posting: str) -> "Work":
        """Another posting: what is decided by it is decided anew; without any it is for no opening either."""
        if posting == self.now.posting:
            return self
        requirement = self.now.requirement if posting.strip() else ("", "")
        return self.do(replace(self.now, posting=posting, changes={}, requirement=requirement))

    def with_requirement(self, requirement_id: str, title: str, posting: str) -> "Work":
        """For a stored opening, with its posting."""
        changes = self.now.changes if posting == self.now.posting else {}
        return self.do(replace(self.now, posting=posting, changes=changes, requirement=(requirement_id, title)))

    def without_requirement(self) -> "Work":
        """For no stored opening; the posting stays."""
        return self.do(replace(self.now, requirement=("", "")))

    def with_change(self, file_id: str, change: Mapping[str, Any]) -> "Work":
        """One more change of a plan."""
        more = (*self.now.changes_of(file_id), dict(change))
        return self.do(replace(self.now, changes={**self.now.changes, file_id: more}))


def work_to_json(work: Work) -> dict[str, Any]:
    """The work as JSON values; a text that several steps have is written once."""
    texts: dict[str, str] = {}
    room = _MOST_KEPT

    def named(text: str) -> str:
        key = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
        texts.setdefault(key, text)
        return key

    def plain(step: Step) -> dict[str, Any]:
        return {
            "files": [asdict(each) for each in step.files],
            "points": named(step.points),
            "posting": named(step.posting),
            "changes": {file_id: list(each) for file_id, each in step.changes.items()},
            "requirement": list(step.requirement),
        }

    now, past = plain(work.now), []
    for step in reversed(work.past):
        room -= sum(len(text) for text in (step.points, step.posting) if text not in texts.values())
        if room < 0:
            break
        past.insert(0, plain(step))
    return {"now": now, "past": past, "future": [plain(each) for each in work.future], "texts": texts}


def parse_work(values: Mapping[str, Any]) -> Work:
    """Work from what `work_to_json` made; empty work from nothing."""
    if not values.get("now"):
        return Work()
    texts: Mapping[str, str] = values["texts"]

    def step(plain: Mapping[str, Any]) -> Step:
        files = tuple(File(each["file_id"], each["name"], each["resume_id"]) for each in plain["files"])
        changes = {file_id: tuple(each) for file_id, each in plain["changes"].items()}
        requirement_id, title = plain.get("requirement") or ("", "")
        return Step(files, texts[plain["points"]], texts[plain["posting"]], changes, (requirement_id, title))

    return Work(step(values["now"]), tuple(map(step, values["past"])), tuple(map(step, values["future"])))


# ------------------------------------------------------------------ keeping it


@dataclass(frozen=True, slots=True)
class Content:
    """A resume's bytes, and how its reading is corrected."""

    resume: bytes
    corrections: Sequence[object] = ()


class Keeper(Protocol):
    """Where somebody's work is kept."""

    def load(self) -> Work:
        """What was kept last."""
        ...

    def keep(self, work: Work) -> None:
        """Keep it; raises Conflict `changed-meanwhile` when another tab was quicker."""
        ...

    def begin_anew(self) -> None:
        """The next work is other work."""
        ...

    def add(self, name: str, content: bytes) -> File:
        """Keep a resume; raises the errors of reading it."""
        ...

    def read(self, file: File) -> Content:
        """A resume that was kept."""
        ...


class GuestKeeper:
    """In memory, as long as the guest is here."""

    def __init__(self, guest: Guest) -> None:
        self._guest = guest

    def load(self) -> Work:
        """What was kept last."""
        return parse_work(self._guest.work)

    def keep(self, work: Work) -> None:
        """Keep it."""
        self._guest.work = work_to_json(work)

    def begin_anew(self) -> None:
        """Forget it, and the files."""
        self._guest.work = {}
        self._guest.files.clear()

    def add(self, name: str, content: bytes) -> File:
        """Keep a resume."""
        return File(self._guest.keep(content), name)

    def read(self, file: File) -> Content:
        """A resume that was kept."""
        content = self._guest.files.get(file.file_id)
        if content is None:
            raise InvalidInput("no-file", "This file is no longer here; drop it once more.", file.name)
        return Content(content)


class DraftKeeper:
    """As a draft in the store; `place` remembers for one tab which draft it is and which state of it was seen."""

    def __init__(self, visit: Visit, place: dict[str, Any]) -> None:
        self._actor, self._place = visit.actor, place
        self._drafts: Drafts = visit.desk.drafts
        self._resumes: Resumes = visit.desk.resumes

    def load(self) -> Work:
        """What was kept last, in whichever tab."""
        if "draft" not in self._place:
            drafts = of_customize(self._drafts.list_drafts(self._actor, limit=5).records)
            self._place["draft"] = drafts[0].id if drafts else ""
        if not self._place["draft"]:
            return Work()
        draft = self._drafts.show_draft(self._actor, self._place["draft"])
        self._place["seen"] = draft.version
        return parse_work(draft.plan)

    def keep(self, work: Work) -> None:
        """Keep it as what this tab has opened; a new draft where there is none."""
        now = work.now
        if not self._place.get("draft") and now == Step():
            return
        held = Unfinished(
            name=now.files[0].name[:200] if now.files else "",
            version_id=now.files[0].file_id if now.files else "",
            points=now.points,
            posting=now.posting,
            plan=work_to_json(work),
        )
        draft = self._drafts.save(self._actor, held, self._place.get("draft", ""), self._place.get("seen", 0))
        self._place.update(draft=draft.id, seen=draft.version)

    def begin_anew(self) -> None:
        """The next step begins a new draft; the one so far stays among the unfinished ones."""
        self._place.update(draft="", seen=0)

    def add(self, name: str, content: bytes) -> File:
        """Keep a resume among the stored ones."""
        resume = self._resumes.upload(self._actor, name, content)
        newest = self._resumes.list_versions(self._actor, resume.id)[0]
        return File(newest.id, newest.file_name, resume.id)

    def read(self, file: File) -> Content:
        """A version of a stored resume."""
        stored = self._resumes.read_version(self._actor, file.file_id)
        return Content(stored.content, corrections_of(self._resumes.show_resume(self._actor, file.resume_id)))
