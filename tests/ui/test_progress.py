"""What is under way, as pages show it: the promises of resume_customizer.ui.components.progress."""

import json
from datetime import timedelta
from typing import Any

from streamlit.testing.v1 import AppTest

from builders.batches import next_task, several_resumes, wanted, work_off
from builders.desk import PASSWORD
from builders.web import Web
from resume_customizer.ui.components.progress import MOST_LOOKS


def items(test: AppTest) -> list[dict[str, Any]]:
    """What is shown under way."""
    protos = [each.proto for each in test.get("bidi_component")]
    found = [json.loads(each.json)[0]["items"] for each in protos if each.component_name == "rcp_progress"]
    return found[0] if found else []


def a_running_batch(web: Web) -> None:
    ann = web.desk.workspace("ann")
    web.desk.batches.run(ann, web.desk.batches.prepare(ann, wanted(several_resumes(web.desk, ann, 2))).batch_id)


def test_a_page_that_is_opened_later_shows_what_the_rows_say(web: Web) -> None:
    a_running_batch(web)
    for path in ("home", "jobs"):
        (waiting,) = items(web.screen(path, web.pass_of("ann")))
        assert (waiting["status"], waiting["elapsed"], waiting["left"]) == ("waits in line", None, None)
    next_task(web.desk)
    web.desk.now += timedelta(seconds=5)
    for path in ("home", "jobs"):
        (running,) = items(web.screen(path, web.pass_of("ann")))
        assert running["status"] == "running"
        assert running["elapsed"] is not None


def test_what_has_ended_is_shown_no_more_and_not_looked_at_again(web: Web) -> None:
    a_running_batch(web)
    test = web.screen("jobs", web.pass_of("ann"))
    assert items(test)[0]["moves"]
    work_off(web.desk)
    test.run()

    assert not test.exception
    assert items(test) == []
    assert test.session_state["jobs-now-looks"] == 1


def test_a_page_that_nobody_sees_stops_asking_until_somebody_wants_to_know(web: Web) -> None:
    a_running_batch(web)
    test = web.screen("jobs", web.pass_of("ann"))
    test.session_state["jobs-now-looks"] = MOST_LOOKS
    test.run()
    again = [each for each in test.button if each.label == "Look again"]
    assert len(again) == 1

    again[0].click().run()
    assert [each for each in test.button if each.label == "Look again"] == []


def test_who_was_signed_out_meanwhile_is_shown_nothing_more(web: Web) -> None:
    a_running_batch(web)
    test = web.screen("jobs", web.pass_of("ann"))
    web.desk.devices.sign_out_everywhere(web.desk.signed_in("ann"), PASSWORD)
    test.run()

    assert items(test) == []
    assert "session has ended" in test.markdown[0].value
