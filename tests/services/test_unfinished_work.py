"""Drafts of a person's work: the promises of resume_customizer.services.library.drafts."""

from dataclasses import replace

import pytest

from builders.desk import Desk
from builders.stored import A_POSTING, RESUME_POINTS, a_stored_resume, newest_version
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound, QuotaExceeded
from resume_customizer.core.permissions import Role
from resume_customizer.services.library.drafts import LONGEST_TEXT, MOST_DRAFTS, Unfinished


def test_what_was_saved_last_is_what_is_shown(desk: Desk) -> None:
    ann = desk.workspace("ann")
    version = newest_version(desk, ann, a_stored_resume(desk, ann))
    work = Unfinished("Harbour", version.id, "", RESUME_POINTS, A_POSTING, {"rows": [1, 2]})

    draft = desk.drafts.save(ann, work)
    desk.drafts.save(ann, replace(work, name="Harbour, north"), draft.id, seen=draft.version)

    shown = desk.drafts.show_draft(ann, draft.id)
    assert (shown.name, shown.points, shown.posting) == ("Harbour, north", RESUME_POINTS, A_POSTING)
    assert (shown.resume_version_id, shown.plan) == (version.id, {"rows": [1, 2]})
    assert [each.id for each in desk.drafts.list_drafts(ann).records] == [draft.id]


def test_a_save_over_a_newer_one_is_refused(desk: Desk) -> None:
    ann = desk.workspace("ann")
    draft = desk.drafts.save(ann, Unfinished("first"))
    desk.drafts.save(ann, Unfinished("second tab"), draft.id, seen=draft.version)

    with pytest.raises(Conflict, match="changed"):
        desk.drafts.save(ann, Unfinished("first tab"), draft.id, seen=draft.version)

    assert desk.drafts.show_draft(ann, draft.id).name == "second tab"


def test_nobody_else_sees_a_draft(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bob = desk.member(ann, "bob", Role.ADMIN)
    draft = desk.drafts.save(ann, Unfinished("mine"))

    assert desk.drafts.list_drafts(bob).records == ()
    for tried in (
        lambda: desk.drafts.show_draft(bob, draft.id),
        lambda: desk.drafts.save(bob, Unfinished("his"), draft.id),
        lambda: desk.drafts.remove_draft(bob, draft.id),
    ):
        with pytest.raises(NotFound):
            tried()
    assert desk.drafts.show_draft(ann, draft.id).name == "mine"


def test_drafts_have_bounds(desk: Desk) -> None:
    ann = desk.workspace("ann")

    with pytest.raises(InvalidInput):
        desk.drafts.save(ann, Unfinished(points="x" * (LONGEST_TEXT + 1)))
    for number in range(MOST_DRAFTS):
        desk.drafts.save(ann, Unfinished(str(number)))
    with pytest.raises(QuotaExceeded):
        desk.drafts.save(ann, Unfinished("one more"))


def test_a_draft_outlives_its_resume(desk: Desk) -> None:
    ann = desk.workspace("ann")
    resume = a_stored_resume(desk, ann)
    draft = desk.drafts.save(ann, Unfinished("kept", newest_version(desk, ann, resume).id))

    desk.resumes.remove(ann, resume.id)

    assert desk.drafts.show_draft(ann, draft.id).resume_version_id is None
    desk.drafts.remove_draft(ann, draft.id)
    assert desk.drafts.list_drafts(ann).records == ()
