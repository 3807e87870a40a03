"""How screens and records open: the promises of resume_customizer.ui.front.opening and of ui.desk.opened; a phone."""

from collections.abc import Callable

from playwright.sync_api import expect

from e2e.visiting import Visiting

SCREENS = ["customize", "resumes", "requirements", "profile"]


def test_a_screen_that_is_opened_by_its_address_asks_for_nothing_that_is_not_there(
    visit: Callable[..., Visiting],
) -> None:
    person = visit()
    person.sign_in("dan")
    missing: list[str] = []
    person.page.on("response", lambda answer: missing.append(answer.url) if answer.status == 404 else None)

    for screen in SCREENS:
        person.page.goto(f"{person.address}/{screen}")
        person.settled()

    assert missing == []
    assert person.complaints == []


def test_streamlit_s_own_words_are_in_the_language_of_the_page(visit: Callable[..., Visiting]) -> None:
    person = visit()
    person.try_it()
    person.page.get_by_label("Language").select_option("de")
    person.settled()
    drops = person.page.get_by_test_id("stFileUploaderDropzone")

    expect(person.page.locator("html")).to_have_attribute("lang", "de")
    expect(drops.get_by_role("button", name="Hochladen")).to_be_visible()
    expect(drops).to_contain_text("bis 10 MB je Datei • DOCX")
    expect(person.page.get_by_role("button", name="Menü")).to_be_visible()


def test_on_a_phone_nothing_shows_through_behind_the_menu(visit: Callable[..., Visiting]) -> None:
    for dark, paper in ((False, "rgb(255, 255, 255)"), (True, "rgb(20, 25, 27)")):
        person = visit(width=390, height=844, dark=dark)
        person.try_it()

        expect(person.page.get_by_test_id("stHeader")).to_have_css("background-color", paper)


def test_an_opened_record_has_an_address_that_refresh_back_and_forward_go_by(visit: Callable[..., Visiting]) -> None:
    person = visit()
    person.sign_in("dan")
    person.open("Requirements")
    title = person.page.get_by_role("heading", name="Kafka Engineer")
    expect(title).to_have_count(0)
    person.sees("Kafka Engineer").click()
    expect(title).to_be_visible()
    person.page.wait_for_url("**/requirements?open=*")

    person.page.reload()
    expect(title).to_be_visible()
    person.page.go_back()
    expect(title).to_have_count(0)
    person.page.go_forward()
    expect(title).to_be_visible()
    assert person.complaints == []
