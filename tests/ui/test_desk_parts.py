"""Parts of the desk's screens: policy, import, views, many at once, files, people, interviews, client copies, cases."""

from datetime import datetime
from typing import Any

from streamlit.testing.v1 import AppTest

from builders.staffing import a_consultant, a_customized_resume, a_sending, an_opening
from builders.web import Web, with_part
from resume_customizer.core.permissions import Role
from ui.test_desk_screens import opened, press, texts


def labelled(widgets: Any, label: str) -> Any:  # noqa: ANN401 - a widget of Streamlit's tests
    return next(each for each in widgets if each.label == label)


def listed(web: Web, name: str = "ann") -> AppTest:
    """The list of requirements."""
    test = web.screen("requirements", web.pass_of(name))
    return test.segmented_control[0].set_value("List").run()


def titles(test: AppTest) -> str:
    """What the table of requirements shows, from the choices kept for it."""
    return str(test.session_state["requirements-wanted"])


def test_the_owner_changes_what_is_agreed_on_and_an_editor_only_reads_it(web: Web) -> None:
    ann = web.desk.workspace("ann")
    web.desk.member(ann, "bob", Role.EDITOR)
    test = with_part(web.screen("team", web.pass_of("ann")), "team-part", "What we agree on")
    labelled(test.selectbox, "A submission needs a right to represent").set_value("always")
    labelled(test.checkbox, "The consultant confirms each added point before it is sent").check()
    labelled(test.number_input, "Days for which a line that was sent to a client or vendor counts").set_value(30)
    [each for each in test.button if each.label == "Save"][-1].click().run()

    assert not test.exception
    policy = web.desk.desk_policies.show_policy(ann)
    assert (policy.right_to_represent, policy.needs_sign_off, policy.similarity_days) == ("always", True, 30)
    seen = with_part(web.screen("team", web.pass_of("bob")), "team-part", "What we agree on")
    assert labelled(seen.selectbox, "A submission needs a right to represent").disabled
    assert next(each for each in seen.button if each.label == "Save").disabled


def test_a_table_is_tried_first_and_kept_after_a_yes(web: Web) -> None:
    ann = web.desk.workspace("ann")
    an_opening(web.desk, ann)
    test = web.screen("requirements", web.pass_of("ann"))
    test.segmented_control[0].set_value("Import").run()
    table = b"title,client,rate\nGo Developer,Harrow,80 USD per hour\nJava Developer,Harbor Bank,\n,Nobody,\n"
    test.file_uploader[0].set_value(("openings.csv", table, "text/csv")).run()

    assert "**1** new" in texts(test)
    assert labelled(test.button, "Keep 1 requirement").disabled
    assert len(web.desk.requirements.list_requirements(ann).records) == 1
    test.checkbox[0].check().run()
    press(test, "Keep 1 requirement")

    assert not test.exception
    assert {each.title for each in web.desk.requirements.list_requirements(ann).records} == {
        "Go Developer",
        "Java Developer",
    }


def test_what_is_chosen_is_kept_as_a_view_and_taken_again(web: Web) -> None:
    ann = web.desk.workspace("ann")
    an_opening(web.desk, ann)
    test = listed(web)
    labelled(test.selectbox, "Status").set_value("Working").run()
    labelled(test.text_input, "Client").set_value("Orchard").run()
    labelled(test.text_input, "Name of the view").set_value("Orchard, in work").run()
    press(test, "Keep")

    (view,) = web.desk.saved_views.list_views(ann, "requirements")
    assert view.choice == {"status": "Working", "client": "Orchard", "order": "-id"}
    again = listed(web)
    again.session_state["requirements-views"] = view.id
    again.run()
    assert not again.exception
    assert (labelled(again.selectbox, "Status").value, labelled(again.text_input, "Client").value) == (
        "Working",
        "Orchard",
    )
    press(again, "Forget “Orchard, in work”")
    assert web.desk.saved_views.list_views(ann, "requirements") == ()


def test_ticked_requirements_are_changed_together(web: Web) -> None:
    ann = web.desk.workspace("ann")
    made = [an_opening(web.desk, ann, title=title) for title in ("Tester", "Writer", "Reader")]
    test = listed(web)
    test.toggle[0].set_value(True).run()
    assert "Tick requirements" in str([each.value for each in test.caption])
    test.session_state["requirements-picked"] = [each.id for each in made[:2]]
    test.run()
    test.multiselect[0].set_value(["source"]).run()
    labelled(test.selectbox, "New status").set_value("Working")
    labelled([each for each in test.text_input if "many" in str(each.key)], "Source").set_value("fair")
    press(test, "Change them all")

    assert not test.exception
    found = [web.desk.requirements.show(ann, each.id) for each in made]
    assert [(each.status, each.source) for each in found] == [("Working", "fair"), ("Working", "fair"), ("New", "")]
    assert "requirements-picked" not in test.session_state or test.session_state["requirements-picked"] == []


def test_people_and_files_of_a_requirement_come_and_go(web: Web) -> None:
    ann = web.desk.workspace("ann")
    petra, made = a_consultant(web.desk, ann), an_opening(web.desk, ann)
    test = with_part(opened(web, "requirements", "requirement-opened", made.id), "requirement-part", "On it")
    labelled(test.selectbox, "Member").set_value(ann.user_id)
    press(test, "Put member on it")
    next(each for each in test.selectbox if each.label == "Consultant").set_value(petra.id)
    press(test, "Put consultant on it")
    with_part(test, "requirement-part", "Files")
    labelled(test.file_uploader, "Attach a file").set_value(("notes.txt", b"of the call", "text/plain"))
    press(test, "Attach")

    assert not test.exception
    assert {each.name for each in web.desk.timelines.list_assignments(ann, made.id)} == {"", petra.name}
    (file,) = web.desk.attachments.list_attachments(ann, "requirement", made.id)
    assert web.desk.attachments.read_attachment(ann, file.id).content == b"of the call"
    with_part(test, "requirement-part", "On it")
    press(test, "Take off")
    assert len(web.desk.timelines.list_assignments(ann, made.id)) == 1


def test_an_interview_is_planned_in_the_consultants_zone_and_gets_its_result(web: Web) -> None:
    ann = web.desk.workspace("ann")
    a_consultant(web.desk, ann, time_zone="America/New_York")
    an_opening(web.desk, ann)
    test = with_part(web.screen("interviews", web.pass_of("ann")), "interviews-new", name=True)
    labelled(test.datetime_input, "Begins").set_value(datetime(2026, 12, 3, 15, 0))  # noqa: DTZ001 - by a clock
    press(test, "Plan it")

    assert "2026\\-12\\-03 15:00 EST" in texts(test).replace("\\:", ":")
    assert f"{labelled(test.datetime_input, 'Begins').value:%Y-%m-%dT%H:%M}" == "2026-12-03T15:00"
    assert labelled(test.selectbox, "Time zone").value == "America/New_York"
    labelled(test.selectbox, "Result").set_value("next round")
    labelled(test.text_area, "Feedback").set_value("They liked the ledger.")
    press(test, "Save")

    assert not test.exception
    (talk,) = web.desk.interviews.list_interviews(ann).records
    assert (talk.result, talk.feedback, talk.starts_at.hour) == ("next round", "They liked the ledger.", 20)
    press(test, "Back to all")
    assert not test.exception


def test_before_a_file_goes_out_its_metadata_is_told_and_a_copy_is_made(web: Web) -> None:
    ann = web.desk.workspace("ann")
    petra, opening = a_consultant(web.desk, ann), an_opening(web.desk, ann)
    made = a_customized_resume(web.desk, ann, petra)
    sent = web.desk.submissions.submit(ann, a_sending(opening, petra, customization_id=made.id))
    test = with_part(opened(web, "submissions", "submission-opened", sent.id), f"copy-{sent.id}", name=True)
    press(test, "What does the file say besides its text?")
    assert not test.exception
    press(test, "Make a copy")

    assert not test.exception
    assert "no certificate holds for it" in texts(test)
    assert web.desk.audit.list_entries(ann)[0].event.action == "client-copy.made"


def test_where_a_line_was_sent_and_where_it_comes_from_is_told(web: Web) -> None:
    ann = web.desk.workspace("ann")
    petra, opening = a_consultant(web.desk, ann), an_opening(web.desk, ann)
    made = a_customized_resume(web.desk, ann, petra)
    sent = web.desk.submissions.submit(ann, a_sending(opening, petra, customization_id=made.id))
    test = with_part(web.screen("submissions", web.pass_of("ann")), "submissions-search", name=True)
    labelled(test.text_input, "A line, or nearly it").set_value("moved forty batch jobs to Java")
    press(test, "Find where it was sent")

    assert not test.exception
    assert "1 sent resume" in str([each.value for each in test.caption])
    shown = opened(web, "submissions", "submission-opened", sent.id)
    assert not shown.exception
    assert "What was added, and where it comes from" in str([each.label for each in shown.expander])


def test_a_career_service_sees_its_caseload_and_assigns_advisers(web: Web) -> None:
    ann = web.desk.workspace("ann")
    bob = web.desk.member(ann, "bob", Role.EDITOR)
    petra = a_consultant(web.desk, ann, cohort="Spring", progress="applying")
    assert "Caseload" not in texts(web.screen("consultants", web.pass_of("ann")))
    web.desk.desk_policies.change_policy(ann, {"is_career_service": True})
    assert "Caseload" in texts(web.screen("consultants", web.pass_of("ann")))
    test = opened(web, "consultants", "consultant-opened", petra.id)
    labelled(test.selectbox, "Adviser").set_value(bob.user_id).run()

    assert not test.exception
    assert web.desk.consultants.show(ann, petra.id).adviser_id == bob.user_id
