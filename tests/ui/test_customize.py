"""The screen Customize, run without a browser: what goes in, the plan, what comes out."""

import io
import json
import zipfile
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from builders.desk import NOBODY
from builders.staffing import an_opening
from builders.web import Web
from resume_customizer.core.actor import Actor
from resume_customizer.core.records.banks import Approval
from resume_customizer.services.documents import one_call
from resume_customizer.ui.customizing import results
from resume_customizer.ui.customizing.bench import Bench
from resume_customizer.ui.customizing.inputs import sample
from resume_customizer.ui.guests import Guest
from resume_customizer.ui.session import Visit
from resume_customizer.ui.work import DraftKeeper, GuestKeeper, Work


def headings(test: AppTest) -> list[str]:
    return [each.value for each in test.subheader]


def with_the_sample(web: Web, shown: str) -> AppTest:
    """The screen after one click."""
    test = web.screen("customize", shown)
    next(each for each in test.button if each.label == "Use the sample").click().run()
    assert not test.exception
    return test


def bench_of(web: Web, who: str) -> Bench:
    """The sample, on the bench of a guest or a person."""
    if who == "guest":
        guest = web.visitors.find(web.guest_pass(), NOBODY.source)
        assert isinstance(guest, Guest)
        visit = Visit(guest, web.desk.services, web.sandbox)
        keeper: GuestKeeper | DraftKeeper = GuestKeeper(guest)
    else:
        visit = Visit(web.desk.workspace(who), web.desk.services, web.sandbox)
        keeper = DraftKeeper(visit, {"draft": ""})
    file = keeper.add("Mara Lindqvist.docx", sample("resume.docx"))
    work = Work().with_files([file]).with_points(sample("points.txt").decode())
    return Bench(visit, keeper, work.with_posting(sample("posting.txt").decode()))


def plan_of(web: Web, bench: Bench) -> dict[str, Any]:
    from resume_customizer.services.documents import plan_board

    file = bench.files[0]
    board = web.sandbox.call(plan_board.draw, bench.request(file), bench.work.now.changes_of(file.file_id))
    plan: dict[str, Any] = board["plan"]
    return plan


def test_an_empty_screen_says_what_to_do(web: Web) -> None:
    test = web.screen("customize", web.guest_pass())

    assert not test.exception
    assert headings(test) == []
    assert "Drop a resume" in test.info[0].value


def test_only_changes_names_each_experience_once_and_shows_every_new_point(web: Web) -> None:
    test = with_the_sample(web, web.guest_pass())

    test.button_group[0].set_value("changes").run()

    told = next(each.proto.body for each in test.get("html") if "rcp-changes" in each.proto.body)
    assert told.count("<h4>") == 3
    assert told.count("<ins>") == 7


@pytest.mark.parametrize("who", ["guest", "ann"])
def test_one_click_shows_the_whole_of_it_on_a_sample(web: Web, who: str) -> None:
    if who == "ann":
        web.desk.workspace("ann")
    test = with_the_sample(web, web.guest_pass() if who == "guest" else web.pass_of("ann"))

    assert headings(test) == ["The result", "The plan", "Preview"]
    assert not test.error


def test_a_new_tab_and_a_refresh_go_on_where_the_last_step_was(web: Web) -> None:
    web.desk.workspace("ann")
    for shown in (web.guest_pass(), web.pass_of("ann")):
        with_the_sample(web, shown)
        assert headings(web.screen("customize", shown)) == ["The result", "The plan", "Preview"]


def test_undo_takes_the_sample_away_again_step_by_step(web: Web) -> None:
    test = with_the_sample(web, web.guest_pass())
    for _ in range(3):
        next(each for each in test.button if each.label == "Undo").click().run()

    assert headings(test) == []
    next(each for each in test.button if each.label == "Redo").click().run()
    next(each for each in test.button if each.label == "Redo").click().run()
    assert headings(test) == ["The result", "The plan", "Preview"]


def test_a_person_of_another_workspace_sees_none_of_it(web: Web) -> None:
    web.desk.workspace("ann")
    web.desk.workspace("eve")
    with_the_sample(web, web.pass_of("ann"))

    assert headings(web.screen("customize", web.pass_of("eve"))) == []


@pytest.mark.parametrize("who", ["guest", "ann"])
def test_what_comes_out_is_what_was_planned_and_verifies(web: Web, who: str) -> None:
    bench = bench_of(web, who)
    plan, file = plan_of(web, bench), bench.files[0]
    document, certificate = results.made(bench, file, plan)

    assert one_call.verify(sample("resume.docx"), document, certificate)["holds"]
    assert len(json.loads(certificate)["points"]) == len(plan["placements"]) == 7
    assert one_call.undo(document, certificate) == sample("resume.docx")


def test_a_person_s_result_is_stored_and_counted_once_however_often_it_is_downloaded(web: Web) -> None:
    bench = bench_of(web, "ann")
    plan, file, actor = plan_of(web, bench), bench.files[0], bench.visit.actor
    assert isinstance(actor, Actor)
    assert results.made(bench, file, plan) == results.made(bench, file, plan)

    assert len(web.desk.customizations.list_customizations(actor).records) == 1


def test_all_of_it_comes_as_one_zip(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    bench = bench_of(web, "guest")
    plan = plan_of(web, bench)
    names = zipfile.ZipFile(io.BytesIO(results.packed(bench, {bench.files[0].file_id: plan}))).namelist()

    assert names == ["Mara Lindqvist customized.docx", "Mara Lindqvist.certificate.json"]


def test_tracked_changes_carry_the_person_s_name(web: Web) -> None:
    bench = bench_of(web, "ann")
    tracked = results.tracked(bench, bench.files[0], plan_of(web, bench))

    story = zipfile.ZipFile(io.BytesIO(tracked)).read("word/document.xml").decode()
    assert 'w:author="Ann"' in story


def element(test: AppTest, name: str) -> dict[str, Any]:
    """What an element of our own was given."""
    protos = [each.proto for each in test.get("bidi_component")]
    return next(json.loads(each.json)[0] for each in protos if each.component_name == f"rcp_{name}")


def test_pages_are_foreseen_and_a_cap_of_an_experience_is_shown(web: Web) -> None:
    web.desk.workspace("ann")
    test = with_the_sample(web, web.pass_of("ann"))
    assert [each.value for each in test.caption if "with these points" in each.value]
    assert {each["most"] for each in element(test, "board")["experiences"]} == {None}

    test.session_state["customize-rules"] = {"do": "cap", "experience": 0, "most": 1}
    test.run()
    board = element(test, "board")
    assert board["experiences"][0]["most"] == 1
    assert sum(each["experience"] == 0 for each in board["placed"]) == 1


def test_approved_points_of_a_bank_are_taken_and_can_be_undone(web: Web) -> None:
    ann = web.desk.workspace("ann")
    bank = web.desk.banks.create(ann, "Ours")
    web.desk.banks.import_points(ann, bank.id, "Kafka\n• Designed topics.\nGo\n• Wrote the gateway.")
    web.desk.banks.import_points(ann, bank.id, "Kafka\n• Dreamt of topics.", approval=Approval.PROPOSED)
    test = web.screen("customize", web.pass_of("ann"))
    test.session_state["customize-source"] = {"do": "points", "bank": bank.id, "technologies": ["Kafka"]}
    test.run()
    assert not test.exception
    assert test.session_state["customize-work"].now.points == "Kafka\n• Designed topics."

    next(each for each in test.button if each.label == "Undo").click().run()
    assert test.session_state["customize-work"].now.points == ""


def test_a_stored_opening_gives_its_posting_and_what_is_made_and_sent_belongs_to_it(web: Web) -> None:
    ann = web.desk.workspace("ann")
    posting = "Must have: Kafka and Go."
    opening = an_opening(web.desk, ann, vendor_email="priya@vendor.example", posting=posting)
    test = with_the_sample(web, web.pass_of("ann"))
    test.session_state["customize-source"] = {"do": "opening", "id": opening.id}
    test.run()
    work = web.screen("customize", web.pass_of("ann")).session_state["customize-work"]
    assert (work.now.posting, work.now.requirement) == (posting, (opening.id, "Java Developer"))
    assert work.with_posting("").now.requirement == ("", "")

    keeper = DraftKeeper(Visit(ann, web.desk.services, web.sandbox), {})
    bench = Bench(Visit(ann, web.desk.services, web.sandbox), keeper, keeper.load())
    made = results.kept(bench, bench.files[0], plan_of(web, bench))
    assert made.requirement_id == opening.id

    mail = web.screen("mail", web.pass_of("ann"))
    mail.session_state["mail-part"] = "write"
    mail.query_params["with"], mail.query_params["for"] = made.id, opening.id
    mail.run()
    assert any("attach_file" in each.value for each in mail.markdown)
    next(each for each in mail.text_input if each.label == "Subject").set_value("A resume")
    next(each for each in mail.text_area if each.label == "Message").set_value("It is attached.")
    next(each for each in mail.button if each.label == "Send").click().run()
    assert not mail.exception
    (line,) = web.desk.outbox.list_mails(ann).lines
    sent = web.desk.outbox.show(ann, line.mail_id)
    assert [each.address for each in sent.receivers] == ["priya@vendor.example"]
    assert b".docx" in web.desk.outbox.read_message(ann, line.mail_id)
    assert "with" not in mail.query_params


def test_a_change_of_the_plan_runs_the_result_alone_and_what_can_be_undone_is_shown(web: Web) -> None:
    web.desk.workspace("ann")
    test = with_the_sample(web, web.pass_of("ann"))
    for _ in range(3):
        next(each for each in test.button if each.label == "Undo").click().run()
    for _ in range(3):
        next(each for each in test.button if each.label == "Redo").click().run()
    state = {each.label: each.disabled for each in test.button}
    assert (state["Undo"], state["Redo"]) == (False, True)

    next(each for each in test.button if each.label == "Decide anew").click().run()
    assert not test.exception
    state = {each.label: each.disabled for each in test.button}
    assert (state["Undo"], state["Redo"]) == (False, True)
