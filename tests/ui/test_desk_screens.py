"""The screens of the staffing desk: what people do there, from a vendor's e-mail to the interview sheet."""

from streamlit.testing.v1 import AppTest

from builders.requirements import a_vendor_mail
from builders.staffing import a_consultant, a_customized_resume, a_sending, an_opening
from builders.web import Web, with_part
from resume_customizer.core.figures import share_of
from resume_customizer.core.permissions import Role
from resume_customizer.ui.screens.figures import _told
from resume_customizer.ui.texts import speak


def press(test: AppTest, label: str) -> AppTest:
    return next(each for each in test.button if each.label == label).click().run()


def texts(test: AppTest) -> str:
    return " ".join(str(each.value) for each in (*test.markdown, *test.warning, *test.error, *test.success))


def opened(web: Web, path: str, key: str, record_id: str, name: str = "ann") -> AppTest:
    """A screen with one record opened."""
    test = web.screen(path, web.pass_of(name))
    test.session_state[key] = record_id
    return test.run()


def test_a_vendors_mail_becomes_a_requirement(web: Web) -> None:
    ann = web.desk.workspace("ann")
    an_opening(web.desk, ann, title="Java Developer", end_client="Harbor National Bank")
    test = web.screen("requirements", web.pass_of("ann"))
    test.segmented_control[0].set_value("New").run()
    test.text_area[0].set_value(a_vendor_mail())
    press(test, "Read it")

    assert not test.exception
    assert "seems to be there already" in texts(test)
    title = next(each for each in test.text_input if each.label == "Title")
    assert title.value == "Sr. Java Developer"
    title.set_value("Senior Java Developer")
    press(test, "Keep this requirement")

    assert not test.error
    (made,) = [
        each for each in web.desk.requirements.list_requirements(ann).records if each.title == "Senior Java Developer"
    ]
    assert (made.rate_cents, made.end_client, made.vendor_person) == (6000, "Harbor National Bank", "Priya Raman")
    assert made.posting.startswith("From: Priya Raman")


def test_a_requirement_is_moved_commented_and_changed(web: Web) -> None:
    ann = web.desk.workspace("ann")
    made = an_opening(web.desk, ann)
    test = opened(web, "requirements", "requirement-opened", made.id)
    next(each for each in test.selectbox if each.label == "Status").set_value("Working").run()
    next(each for each in test.text_area if each.label == "Say something").set_value("Called Priya.")
    press(test, "Add")
    with_part(test, "requirement-part", "Fields")
    next(each for each in test.text_input if each.label == "Client").set_value("Quillon")
    press(test, "Save")

    assert not test.exception
    found = web.desk.requirements.show(ann, made.id)
    assert (found.status, found.client, found.end_client) == ("Working", "Quillon", "Harbor Bank")
    timeline = [each.text for each in web.desk.timelines.list_timeline(ann, made.id).records]
    assert timeline == ["Called Priya.", "New → Working"]


def test_what_stops_a_submission_is_said_and_what_was_sent_has_its_sheet(web: Web) -> None:
    ann = web.desk.workspace("ann")
    petra, opening = a_consultant(web.desk, ann), an_opening(web.desk, ann, vendor_company="Westway")
    a_customized_resume(web.desk, ann, petra)
    test = with_part(web.screen("submissions", web.pass_of("ann")), "submissions-new", name=True)
    press(test, "Check first")
    assert "right to represent is missing" in texts(test)

    agreed = "Right to represent: what the consultant agreed to"
    next(each for each in test.text_input if each.label == agreed).set_value("75 USD")
    test.date_input[0].set_value(web.desk.now.date())
    press(test, "Write down that it is sent")

    assert not test.exception
    (sent,) = web.desk.submissions.list_submissions(ann).records
    assert sent.right_to_represent == "75 USD"
    assert web.desk.requirements.show(ann, opening.id).status == "Submitted"
    assert "how was it measured, and what was it before" in texts(test)
    test.segmented_control[0].set_value(True).run()
    (said,) = web.desk.interview_sheets.list_sign_offs(ann, petra.id)
    assert said.is_confirmed


def test_a_viewer_changes_nothing_and_sees_no_contact(web: Web) -> None:
    ann = web.desk.workspace("ann")
    web.desk.member(ann, "bob", Role.VIEWER)
    petra = a_consultant(web.desk, ann, email="petra@people.example")
    made = an_opening(web.desk, ann)
    sent = web.desk.submissions.submit(
        ann, a_sending(made, petra, customization_id=a_customized_resume(web.desk, ann, petra).id)
    )
    for path, key, record_id in (
        ("requirements", "requirement-opened", made.id),
        ("consultants", "consultant-opened", petra.id),
        ("submissions", "submission-opened", sent.id),
    ):
        test = opened(web, path, key, record_id, "bob")
        assert not test.exception
        assert all(each.disabled for each in test.button if each.label == "Save")
        assert "Add" not in {each.label for each in test.button}
        assert "petra@people.example" not in str([each.value for each in test.text_input])


def test_a_requirement_is_removed_after_a_question_and_not_when_something_hangs_on_it(web: Web) -> None:
    ann = web.desk.workspace("ann")
    kept, gone = an_opening(web.desk, ann, title="Kept"), an_opening(web.desk, ann, title="Gone")
    petra = a_consultant(web.desk, ann)
    web.desk.interviews.plan_interview(ann, kept.id, petra.id, {"starts_at": "2026-12-01T15:00"})
    for made in (kept, gone):
        test = opened(web, "requirements", "requirement-opened", made.id)
        press(test, "Remove")
        assert "comments, timeline and who was on it go with it" in texts(test)
        assert len(web.desk.requirements.list_requirements(ann).records) == 2
        test.session_state[f"requirement-remove-{made.id}-yes"] = True  # as the dialog's button does
        test.run()
        assert not test.exception
        assert ("set it to Cancelled instead" in str([each.value for each in test.warning])) is (made == kept)

    assert [each.title for each in web.desk.requirements.list_requirements(ann).records] == ["Kept"]
    assert "requirement-opened" not in test.session_state


def test_a_viewer_is_offered_no_removal(web: Web) -> None:
    ann = web.desk.workspace("ann")
    made = an_opening(web.desk, ann)
    web.desk.member(ann, "bob", Role.VIEWER)
    test = opened(web, "requirements", "requirement-opened", made.id, "bob")

    assert "Remove" not in {each.label for each in test.button}


def test_where_a_point_of_the_bank_was_sent_is_one_press_away(web: Web) -> None:
    ann = web.desk.workspace("ann")
    petra, opening = a_consultant(web.desk, ann, name="Petra Vandersloot"), an_opening(web.desk, ann)
    made = a_customized_resume(web.desk, ann, petra)
    web.desk.submissions.submit(ann, a_sending(opening, petra, customization_id=made.id))
    [bank] = web.desk.banks.list_banks(ann).records
    used = next(each for each in web.desk.banks.list_points(ann, bank.id).records if each.uses)
    test = opened(web, "points", "bank-point", used.id)
    press(test, "Where it was sent")

    assert not test.exception
    assert "1 sent resume" in [each.value for each in test.caption]


def test_figures_are_shown(web: Web) -> None:
    ann = web.desk.workspace("ann")
    an_opening(web.desk, ann, technologies="Java")
    test = web.screen("figures", web.pass_of("ann"))
    for name in web.desk.analytics.list_figures(ann):
        test.selectbox[0].set_value(name).run()
        assert not test.exception, name
        assert not test.error
    test.selectbox[0].set_value("members").run()
    shown = str([each.proto for each in test.main])
    assert "Member" in shown
    assert ann.user_id not in shown


def test_what_can_be_said_of_a_share_is_said_in_the_readers_language() -> None:
    speak("de")
    try:
        told = [_told(share_of(2, 7).sentence), _told(share_of(20, 40).sentence), _told("Something else.")]
    finally:
        speak("en")

    assert told[0] == "2 von 7: zu wenige, um etwas zu sagen; 30 sind nötig"
    assert told[1] == "50% (20 von 40; 95-%-Intervall 35% bis 65%)"
    assert told[2] == "Something else."
    assert _told(share_of(20, 40).sentence) == share_of(20, 40).sentence


def test_what_seems_to_be_there_already_is_one_warning_with_its_reasons(web: Web) -> None:
    ann = web.desk.workspace("ann")
    made = [an_opening(web.desk, ann, title="Java Developer", vendor_company="Westway") for _ in range(3)]
    test = opened(web, "requirements", "requirement-opened", made[0].id)

    (warning,) = test.warning
    assert warning.value.count("- **Java Developer**") == 2
    assert "same vendor\\: Westway" in warning.value
