"""What is picked rather than typed: the promises of resume_customizer.ui.components.pickers."""

from datetime import UTC, datetime

import pytest

from builders.staffing import a_consultant, an_opening
from builders.web import Web, with_part
from ui.test_desk_parts import labelled
from ui.test_desk_screens import opened, press
from ui.test_moments import names

LAST_SECOND = datetime(2026, 12, 18, 23, 59, 59, tzinfo=UTC)


def test_a_moment_is_picked_by_the_persons_clock_and_one_that_nobody_touches_stays(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    names(monkeypatch, "America/New_York")
    ann = web.desk.workspace("ann")
    found = an_opening(web.desk, ann, deadline="2026-12-18")
    test = with_part(opened(web, "requirements", "requirement-opened", found.id), "requirement-part", "Fields")
    deadline, due = labelled(test.datetime_input, "Deadline"), labelled(test.datetime_input, "Next step due")
    assert f"{deadline.value:%Y-%m-%d %H:%M}" == "2026-12-18 18:59"
    assert deadline.help == "By the clock of America/New_York."
    assert due.value is None
    due.set_value(datetime(2026, 12, 1, 9, 0))  # noqa: DTZ001 - by a clock
    press(test, "Save")

    kept = web.desk.requirements.show(ann, found.id)
    assert (kept.deadline, kept.next_step_due) == (LAST_SECOND, datetime(2026, 12, 1, 14, 0, tzinfo=UTC))
    labelled(test.datetime_input, "Deadline").set_value(None)
    press(test, "Save")
    assert web.desk.requirements.show(ann, found.id).deadline is None


def test_money_is_typed_as_it_is_said_and_can_be_taken_out_again(web: Web) -> None:
    ann = web.desk.workspace("ann")
    found = an_opening(web.desk, ann, rate_cents=6050)
    test = with_part(opened(web, "requirements", "requirement-opened", found.id), "requirement-part", "Fields")
    assert labelled(test.number_input, "Rate").value == 60.5
    labelled(test.number_input, "Rate").set_value(72.35)
    press(test, "Save")
    assert web.desk.requirements.show(ann, found.id).rate_cents == 7235

    labelled(test.number_input, "Rate").set_value(None)
    press(test, "Save")
    assert web.desk.requirements.show(ann, found.id).rate_cents is None


def test_a_whole_number_stays_between_its_least_and_its_most_and_can_be_taken_out_again(web: Web) -> None:
    ann = web.desk.workspace("ann")
    found = an_opening(web.desk, ann, years=8)
    test = with_part(opened(web, "requirements", "requirement-opened", found.id), "requirement-part", "Fields")
    years, priority = labelled(test.number_input, "Years of experience"), labelled(test.number_input, "Priority")
    assert (years.value, years.min, years.max, years.step) == (8, 0, 60, 1)
    assert (priority.value, priority.min, priority.max) == (0, 0, 9)
    assert [each.proto.HasField("default") for each in (years, priority)] == [False, True]  # the browser empties none
    years.set_value(None)
    priority.set_value(3)
    press(test, "Save")

    kept = web.desk.requirements.show(ann, found.id)
    assert (kept.years, kept.priority) == (None, 3)


def test_an_interview_planned_without_its_minutes_takes_the_usual_ones(web: Web) -> None:
    ann = web.desk.workspace("ann")
    a_consultant(web.desk, ann, time_zone="America/New_York")
    an_opening(web.desk, ann)
    test = with_part(web.screen("interviews", web.pass_of("ann")), "interviews-new", name=True)
    labelled(test.datetime_input, "Begins").set_value(datetime(2026, 12, 3, 15, 0))  # noqa: DTZ001 - by a clock
    labelled(test.number_input, "Round").set_value(2)
    labelled(test.number_input, "Minutes").set_value(None)
    press(test, "Plan it")

    (talk,) = web.desk.interviews.list_interviews(ann).records
    assert (talk.round, talk.minutes) == (2, 60)


def test_a_day_reads_as_days_do_everywhere_else(web: Web) -> None:
    web.desk.workspace("ann")
    test = web.screen("figures", web.pass_of("ann"))
    days = [labelled(test.date_input, label) for label in ("From", "Until")]
    assert [day.proto.format for day in days] == ["YYYY-MM-DD", "YYYY-MM-DD"]


def test_a_time_zone_is_one_of_those_that_there_are(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, "Europe/Berlin")
    web.desk.workspace("ann")
    test = web.screen("profile", web.pass_of("ann"))
    zone = labelled(test.selectbox, "Time zone")
    assert zone.value == "UTC"
    assert {"Europe/Berlin", "America/New_York"} <= set(zone.options)
    assert "" not in zone.options
    zone.set_value("Asia/Kolkata")
    press(test, "Save")

    assert labelled(test.selectbox, "Time zone").value == "Asia/Kolkata"
