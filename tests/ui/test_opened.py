"""A record in the address of the page: the promises of resume_customizer.ui.desk.opened."""

from builders.staffing import an_opening
from builders.web import Web
from ui.test_desk_screens import opened, press

KEY = "requirement-opened"


def test_what_is_opened_stands_in_the_address_and_is_opened_by_it(web: Web) -> None:
    found = an_opening(web.desk, web.desk.workspace("ann"), title="Kafka Engineer")
    test = opened(web, "requirements", KEY, found.id)
    assert found.id in test.query_params["open"]

    anew = web.screen("requirements", web.pass_of("ann"))
    assert "Kafka Engineer" not in [each.value for each in anew.subheader]
    anew.query_params["open"] = found.id
    assert "Kafka Engineer" in [each.value for each in anew.run().subheader]


def test_going_back_closes_it(web: Web) -> None:
    found = an_opening(web.desk, web.desk.workspace("ann"), title="Kafka Engineer")
    test = opened(web, "requirements", KEY, found.id)
    del test.query_params["open"]

    assert "Kafka Engineer" not in [each.value for each in test.run().subheader]
    assert KEY not in test.session_state

    test = opened(web, "requirements", KEY, found.id)
    press(test, "Back to all")
    assert "open" not in test.query_params
    assert KEY not in test.session_state


def test_what_is_not_there_or_no_id_at_all_is_told_or_passed_over(web: Web) -> None:
    found = an_opening(web.desk, web.desk.workspace("eve"))
    web.desk.workspace("ann")
    test = web.screen("requirements", web.pass_of("ann"))
    test.query_params["open"] = found.id
    assert [each.value for each in test.run().error] != []

    test = web.screen("requirements", web.pass_of("ann"))
    test.query_params["open"] = "<b>"
    assert [each.value for each in test.run().error] == []
