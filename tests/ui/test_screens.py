"""Every screen, empty and filled, for everybody who may see it: none throws, and each says its name."""

import pytest
from streamlit.testing.v1 import AppTest

from builders.staffing import a_consultant, a_customized_resume, a_sending, an_opening
from builders.web import Web, with_part
from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.permissions import Role, Scope
from resume_customizer.core.records.banks import Approval
from resume_customizer.services.library.customizations import Order
from resume_customizer.services.library.drafts import Unfinished
from resume_customizer.ui.customizing.inputs import sample
from resume_customizer.ui.screens import SCREENS
from resume_customizer.ui.screens.profile import program_name

PATHS = [each.path for each in SCREENS]


def filled(web: Web) -> Actor:
    """A workspace with something of everything."""
    ann = web.desk.workspace("ann")
    web.desk.member(ann, "bob", Role.EDITOR)
    web.desk.workspaces.invite(ann, "carl@desk.example", Role.VIEWER)
    web.desk.api_keys.create(ann, "nightly", frozenset({Scope.READ}))
    resume = web.desk.resumes.upload(ann, "mara.docx", sample("resume.docx"))
    (version,) = web.desk.resumes.list_versions(ann, resume.id)
    bank = web.desk.banks.create(ann, "Ours")
    web.desk.banks.import_points(ann, bank.id, sample("points.txt"))
    web.desk.customizations.make(ann, Order(version.id, points=sample("points.txt").decode()))
    web.desk.drafts.save(ann, Unfinished("mara.docx", version.id, points="Kafka\n• Designed topics."))
    petra, opening = a_consultant(web.desk, ann), an_opening(web.desk, ann, deadline="2026-12-01")
    sending = a_sending(opening, petra, customization_id=a_customized_resume(web.desk, ann, petra).id)
    web.desk.submissions.submit(ann, sending)
    return ann


def operator(web: Web) -> str:
    from builders.desk import NOBODY, PASSWORD

    web.desk.first_account.make(NOBODY, "root@desk.example", "Root", PASSWORD)
    return web.pass_of("root")


@pytest.mark.parametrize("path", PATHS)
def test_a_screen_works_where_nothing_is_there_yet(web: Web, path: str) -> None:
    shown = operator(web)
    web.desk.workspaces.create(web.desk.signed_in("root"), "Empty")
    test = web.screen(path, shown)

    assert not test.exception
    assert not test.error
    assert len(test.title) == 1


@pytest.mark.parametrize("path", [path for path in PATHS if path not in {"admin", "system"}])
def test_a_screen_works_with_what_people_have(web: Web, path: str) -> None:
    filled(web)
    test = web.screen(path, web.pass_of("ann"))

    assert not test.exception
    assert not test.error
    assert len(test.title) == 1


@pytest.mark.parametrize(
    ("path", "key", "count"), [("points", "points-part", 4), ("profile", "profile-part", 6), ("team", "team-part", 4)]
)
def test_every_part_of_a_screen_works_when_it_is_opened_and_only_it_runs(
    web: Web, path: str, key: str, count: int
) -> None:
    filled(web)
    shown, alone = web.pass_of("ann"), set()
    names = [each.label for each in web.screen(path, shown).tabs]
    for name in names:
        test = with_part(web.screen(path, shown), key, name)
        assert not test.exception
        assert not test.error
        alone.add(tuple(each.label for each in test.tabs if each.children))

    assert alone == {(name,) for name in names}
    assert len(names) == count


@pytest.mark.parametrize("path", [each.path for each in SCREENS if each.for_guests])
def test_a_screen_for_guests_works_for_guests(web: Web, path: str) -> None:
    test = web.screen(path, web.guest_pass())

    assert not test.exception
    assert len(test.title) == 1


def test_somebody_without_a_workspace_is_asked_to_make_one(web: Web) -> None:
    web.desk.person("ann")
    test = web.screen("home", web.pass_of("ann"))
    test.text_input[0].set_value("Ann's desk")
    test.button[0].click().run()

    assert [each.name for each in web.desk.workspaces.list_mine(web.desk.signed_in("ann"))] == ["Ann's desk"]


def test_inviting_and_taking_back_work_on_the_screen(web: Web) -> None:
    ann = web.desk.workspace("ann")
    test = web.screen("team", web.pass_of("ann"))
    test.text_input[0].set_value("dora@desk.example")
    next(each for each in test.button if each.label == "Send an invitation").click().run()
    assert [each.address for each in web.desk.workspaces.list_invitations(ann)] == ["dora@desk.example"]

    next(each for each in test.button if each.label == "Take back").click().run()
    assert web.desk.workspaces.list_invitations(ann) == ()


def test_an_error_of_a_service_is_shown_in_its_own_words(web: Web) -> None:
    web.desk.workspace("ann")
    test = web.screen("team", web.pass_of("ann"))
    test.text_input[0].set_value("no address")
    next(each for each in test.button if each.label == "Send an invitation").click().run()

    assert not test.exception
    assert "bad\\-address" in test.error[0].value


def click(test: AppTest, label: str) -> None:
    next(each for each in test.button if each.label == label).click().run()
    assert not test.exception


def test_a_resume_shows_its_structure_and_what_a_person_corrects_holds(web: Web) -> None:
    ann = filled(web)
    (resume,) = web.desk.resumes.search_resumes(ann, "mara").records
    test = web.screen("resumes", web.pass_of("ann"))
    test.session_state["resume"] = resume.id
    test.run()
    assert [each.value for each in test.tabs[0].caption if "New points go behind" in each.value]

    click(test, "This is no experience")
    (version,) = web.desk.resumes.list_versions(ann, resume.id)
    assert len(web.desk.resumes.inspect_version(ann, version.id)["experiences"]) == 2
    click(test, "Take back the last of 1 correction")
    assert len(web.desk.resumes.inspect_version(ann, version.id)["experiences"]) == 3


def test_a_resume_of_another_workspace_is_not_found(web: Web) -> None:
    ann = filled(web)
    web.desk.workspace("eve")
    (resume,) = web.desk.resumes.search_resumes(ann, "mara").records
    test = web.screen("resumes", web.pass_of("eve"))
    test.session_state["resume"] = resume.id
    test.run()

    assert not test.exception
    assert "mara" not in str(test.main)
    assert len(test.error) == 1


def test_points_are_imported_and_wait_where_that_is_wanted(web: Web) -> None:
    ann = filled(web)
    bank = next(each for each in web.desk.banks.list_banks(ann).records if each.name == "Ours")
    test = web.screen("points", web.pass_of("ann"))
    test.session_state["bank"] = bank.id
    with_part(test, "points-part", "Import")
    next(each for each in test.text_area if each.label == "Points").set_value("Rust\n• Read it.\n• Wrote it.")
    next(each for each in test.checkbox if "approval" in each.label).check()
    click(test, "Add them")

    waiting = web.desk.banks.list_points(ann, bank.id, approval=Approval.PROPOSED).records
    assert sorted(each.text for each in waiting) == ["Read it.", "Wrote it."]


def test_somebody_who_may_only_look_is_offered_nothing_else(web: Web) -> None:
    ann = filled(web)
    for waiting in web.desk.workspaces.list_invitations(ann):
        web.desk.workspaces.take_back(ann, waiting.invitation_id)
    web.desk.member(ann, "vera", Role.VIEWER)
    labels = [each.label for path in ("resumes", "points") for each in web.screen(path, web.pass_of("vera")).button]

    assert not {"Make it", "Add them", "Remove", "Approve"} & set(labels)


def test_removing_a_point_asks_first(web: Web) -> None:
    ann = filled(web)
    bank = next(each for each in web.desk.banks.list_banks(ann).records if each.name == "Ours")
    point = web.desk.banks.list_points(ann, bank.id).records[0]
    test = web.screen("points", web.pass_of("ann"))
    test.session_state["bank"], test.session_state["bank-point"] = bank.id, point.id
    test.run()
    click(test, "Remove")
    assert point.id in {each.id for each in web.desk.banks.list_points(ann, bank.id).records}

    test.session_state[f"remove-point-{point.id}-yes"] = True
    test.run()
    assert point.id not in {each.id for each in web.desk.banks.list_points(ann, bank.id).records}


def test_what_is_folded_away_is_made_when_it_is_opened(web: Web) -> None:
    ann = filled(web)
    test = web.screen("consultants", web.pass_of("ann"))
    assert "Add" not in {each.label for each in test.button}
    with_part(test, "consultants-add", True)
    next(each for each in test.text_input if each.label == "Name").set_value("Ines Marlow")
    click(test, "Add")
    assert "Ines Marlow" in {each.name for each in web.desk.consultants.list_consultants(ann).records}

    test = web.screen("points", web.pass_of("ann"))
    assert "Make it" not in {each.label for each in test.button}
    with_part(test, "banks-add", True)
    next(each for each in test.text_input if each.label == "Name").set_value("Others")
    click(test, "Make it")
    assert "Others" in {each.name for each in web.desk.banks.list_banks(ann).records}


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36", "Chrome on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0", "Edge on Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1", "Safari on iPhone"),
        ("curl/8.5", "curl/8.5"),
    ],
)
def test_where_somebody_is_signed_in_is_said_by_browser_and_system(said: str, shown: str) -> None:
    assert program_name(said) == shown


def test_passwords_are_hidden_while_they_are_typed_on_every_screen(web: Web) -> None:
    filled(web)
    shown, seen = web.pass_of("ann"), list[str]()
    web.pass_of("ann")
    for part in ("Password", "Second factor", "Signed in", "My data"):
        test = with_part(web.screen("profile", shown), "profile-part", part)
        typed = [each for each in test.text_input if "assword" in each.label]
        assert typed
        assert {each.proto.type for each in typed} == {each.proto.PASSWORD for each in typed}
        seen += [each.label for each in typed]
    test = with_part(web.screen("admin", operator_beside(web)), "users-add", True)
    (first,) = [each for each in test.text_input if "assword" in each.label]
    assert first.proto.type == first.proto.PASSWORD
    assert len(seen) == 6


def operator_beside(web: Web) -> str:
    """An operator where there are people already."""
    from builders.desk import PASSWORD

    root = Actor("tests", Source(Door.CLI), is_operator=True)
    web.desk.operating.add_user(root, "op@desk.example", "Op", PASSWORD, is_operator=True)
    return web.pass_of("op")


def test_a_session_is_ended_with_the_password_only(web: Web) -> None:
    from builders.desk import PASSWORD

    filled(web)
    shown = web.pass_of("ann")
    web.pass_of("ann")
    test = with_part(web.screen("profile", shown), "profile-part", "Signed in")
    next(each for each in test.button if each.label == "Sign out everywhere else").click().run()
    assert "not right" in test.error[0].value
    test.text_input(key="devices-password").input(PASSWORD)
    next(each for each in test.button if each.label == "Sign out everywhere else").click().run()

    assert not test.error
    assert web.visitors.find(shown, web.desk.signed_in("ann").source) is not None
    assert len(web.desk.devices.list_devices(web.desk.signed_in("ann"))) == 3


def test_who_has_a_password_of_an_operator_s_choice_is_told_until_when_it_counts(web: Web) -> None:
    shown = operator_beside(web)
    told = with_part(web.screen("profile", shown), "profile-part", "Password")
    web.desk.workspace("ann")
    own = with_part(web.screen("profile", web.pass_of("ann")), "profile-part", "Password")

    assert "2026-11-30" in told.warning[0].value
    assert not own.warning
