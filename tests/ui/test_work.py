"""What somebody is customizing: the promises of resume_customizer.ui.work."""

import json
from typing import Any

import pytest

from builders.desk import NOBODY
from builders.web import Web
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound
from resume_customizer.ui.customizing.inputs import sample
from resume_customizer.ui.guests import Guest
from resume_customizer.ui.session import Visit
from resume_customizer.ui.work import MOST_FILES, DraftKeeper, File, GuestKeeper, Work, parse_work, work_to_json

MARA = File("1", "mara.docx")
WORK = (
    Work()
    .with_files([MARA])
    .with_points("Kafka\n• Designed topics.")
    .with_posting("Must have: Kafka")
    .with_change("1", {"do": "lock", "row": 1})
)


def visit_of(web: Web, name: str) -> Visit:
    """Somebody in their workspace."""
    person = web.visitors.find(web.pass_of(name), NOBODY.source)
    assert isinstance(person, Actor)
    (mine,) = web.desk.workspaces.list_mine(person)
    return Visit(web.desk.signed_in(name, mine.workspace_id), web.desk.services, web.sandbox)


def test_undo_gives_back_what_was_before_and_redo_takes_it_away_again() -> None:
    back = WORK.undo().undo()

    assert back.now.posting == ""
    assert back.now.points
    assert back.redo().redo() == WORK
    assert WORK.undo().undo().undo().undo().undo() == WORK.undo().undo().undo().undo()


def test_a_new_step_forgets_what_was_undone() -> None:
    again = WORK.undo().with_change("1", {"do": "solve"})

    assert again.future == ()
    assert again.redo() == again


def test_a_step_that_changes_nothing_is_none() -> None:
    assert WORK.with_points(WORK.now.points) is WORK
    assert WORK.with_posting(WORK.now.posting) is WORK


def test_other_points_make_the_plan_anew() -> None:
    assert WORK.with_points("Go\n• Wrote it.").now.changes == {}


def test_what_is_kept_is_enough_to_go_on_from() -> None:
    for work in (Work(), WORK, WORK.undo(), WORK.with_points("Kafka\n• " + "x" * 5000)):
        assert parse_work(json.loads(json.dumps(work_to_json(work)))) == work


def test_long_texts_of_steps_gone_by_are_let_go_and_the_work_is_not() -> None:
    work = WORK
    for number in range(20):
        work = work.with_points(f"Kafka\n• {number} " + "x" * 20_000)
    kept = work_to_json(work)

    assert len(json.dumps(kept)) < 250_000
    assert parse_work(kept).now == work.now
    assert parse_work(kept).past


def test_there_are_so_many_files_and_no_more() -> None:
    with pytest.raises(InvalidInput, match="At most"):
        Work().with_files([File(str(number), "x.docx") for number in range(MOST_FILES + 1)])


def test_a_person_s_work_is_there_in_the_next_tab_and_nobody_else_s(web: Web) -> None:
    web.desk.workspace("ann")
    web.desk.workspace("eve")
    tab: dict[str, Any] = {}
    keeper = DraftKeeper(visit_of(web, "ann"), tab)
    file = keeper.add("mara.docx", sample("resume.docx"))
    work = Work().with_files([file]).with_points("Kafka\n• Designed topics.")
    keeper.load()
    keeper.keep(work)

    other_tab = DraftKeeper(visit_of(web, "ann"), {})
    assert other_tab.load() == work
    assert other_tab.read(file).resume == sample("resume.docx")
    eve = DraftKeeper(visit_of(web, "eve"), {})
    assert eve.load() == Work()
    with pytest.raises(NotFound):
        eve.read(file)


def test_a_step_over_one_of_another_tab_is_refused_and_loses_neither(web: Web) -> None:
    web.desk.workspace("ann")
    first, second = DraftKeeper(visit_of(web, "ann"), {}), DraftKeeper(visit_of(web, "ann"), {})
    first.load()
    first.keep(Work().with_points("Kafka\n• Designed topics."))
    second.load()
    first.keep(Work().with_points("Go\n• Wrote it."))

    with pytest.raises(Conflict, match="changed"):
        second.keep(Work().with_points("Rust\n• Read it."))
    assert second.load().now.points == "Go\n• Wrote it."


def test_beginning_anew_leaves_the_work_so_far_among_the_unfinished(web: Web) -> None:
    ann = web.desk.workspace("ann")
    keeper = DraftKeeper(visit_of(web, "ann"), {})
    keeper.load()
    keeper.keep(Work().with_points("Kafka\n• Designed topics."))
    keeper.begin_anew()
    keeper.keep(Work().with_points("Go\n• Wrote it."))

    assert len(web.desk.drafts.list_drafts(ann).records) == 2


def test_a_guest_s_work_is_theirs_and_ends_with_them(web: Web) -> None:
    ann, bob = (web.visitors.find(web.guest_pass(), NOBODY.source) for _ in range(2))
    assert isinstance(ann, Guest)
    assert isinstance(bob, Guest)
    keeper = GuestKeeper(ann)
    file = keeper.add("mara.docx", sample("resume.docx"))
    keeper.keep(Work().with_files([file]))

    assert GuestKeeper(ann).load().now.files == (file,)
    assert GuestKeeper(bob).load() == Work()
    with pytest.raises(InvalidInput, match="no longer here"):
        GuestKeeper(bob).read(file)
    keeper.begin_anew()
    assert ann.files == {}
