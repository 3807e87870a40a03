"""A record that two people change at the same time: the promises of resume_customizer.ui.desk.editing."""

import pytest
from streamlit.testing.v1 import AppTest

from builders.staffing import a_consultant, an_opening
from builders.web import Web, with_part
from resume_customizer.core.actor import Actor
from resume_customizer.core.records.desk import Requirement
from ui.test_desk_parts import labelled
from ui.test_desk_screens import opened, press


@pytest.fixture
def ann(web: Web) -> Actor:
    return web.desk.workspace("ann")


@pytest.fixture
def found(web: Web, ann: Actor) -> Requirement:
    return an_opening(web.desk, ann, location="Berlin", duration="6 months")


@pytest.fixture
def test(web: Web, found: Requirement) -> AppTest:
    """Its fields, as somebody has them before them."""
    return with_part(opened(web, "requirements", "requirement-opened", found.id), "requirement-part", "Fields")


def warned(test: AppTest) -> str:
    return " ".join(each.value for each in test.warning if "meanwhile" in each.value)


def test_what_was_typed_is_saved_beside_what_somebody_else_changed_meanwhile(
    web: Web, ann: Actor, found: Requirement, test: AppTest
) -> None:
    labelled(test.text_input, "Location").set_value("Paris")
    web.desk.requirements.edit(ann, found.id, {"duration": "3 months"})
    press(test, "Save")

    kept = web.desk.requirements.show(ann, found.id)
    assert (kept.location, kept.duration) == ("Paris", "3 months")
    assert labelled(test.text_input, "Duration").value == "3 months"  # it shows what is there now
    assert not warned(test)


def test_one_field_that_two_have_changed_is_told_before_it_is_written_over(
    web: Web, ann: Actor, found: Requirement, test: AppTest
) -> None:
    labelled(test.text_input, "Location").set_value("Paris")
    web.desk.requirements.edit(ann, found.id, {"location": "Rome", "duration": "3 months"})
    press(test, "Save")

    assert "Location\\: Rome" in warned(test)
    assert labelled(test.text_input, "Location").value == "Paris"  # nothing that was typed is lost
    assert web.desk.requirements.show(ann, found.id).location == "Rome"

    press(test, "Save")
    kept = web.desk.requirements.show(ann, found.id)
    assert (kept.location, kept.duration) == ("Paris", "3 months")
    assert not warned(test)


def test_saving_without_a_change_changes_nothing(web: Web, ann: Actor, found: Requirement, test: AppTest) -> None:
    press(test, "Save")

    assert web.desk.requirements.show(ann, found.id).version == found.version


def test_opened_anew_it_shows_what_is_there_now(web: Web, ann: Actor, found: Requirement, test: AppTest) -> None:
    with_part(test, "requirement-part", "Timeline")
    web.desk.requirements.edit(ann, found.id, {"location": "Rome"})
    with_part(test, "requirement-part", "Fields")

    assert labelled(test.text_input, "Location").value == "Rome"


def test_consultants_are_kept_in_the_same_way(web: Web, ann: Actor) -> None:
    who = a_consultant(web.desk, ann, location="Berlin", phone="+1 555 0100")
    test = with_part(opened(web, "consultants", "consultant-opened", who.id), "consultant-part", "Fields")
    labelled(test.text_input, "Location").set_value("Paris")
    web.desk.consultants.edit(ann, who.id, {"phone": "+1 555 0199"})
    press(test, "Save")

    assert web.desk.consultants.show(ann, who.id).location == "Paris"
    assert web.desk.consultants.show_contact(ann, who.id)["phone"] == "+1 555 0199"
