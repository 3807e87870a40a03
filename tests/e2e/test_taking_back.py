"""What a person corrects or removes can be taken back, or is asked about first."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from builders.staffing import a_resume_file
from e2e.visiting import Visiting

Visit = Callable[..., Visiting]
OWNER = "Ines Marlow"
FIRST, LAST = "Built booking services for the whole fleet in Java.", f"Led a team of three, says {OWNER}."


def choose_bullet(window: Visiting, text: str) -> None:
    """In the form of the first experience, which is opened."""
    window.unfold("Bullets and corrections")
    window.page.get_by_role("combobox", name="A bullet").first.click()
    window.page.get_by_role("option", name=text).click()
    window.settled()


def test_a_split_and_another_place_for_points_hold_and_are_taken_back_and_removing_asks_first(
    visit: Visit, tmp_path: Path
) -> None:
    window = visit()
    page = window.page
    window.sign_in("eve")
    window.open("Resumes")
    file = tmp_path / f"{OWNER}.docx"
    file.write_bytes(a_resume_file(OWNER))
    window.drop(file)
    window.click("button", OWNER)
    window.sees(f"New points go behind: “{LAST}")

    choose_bullet(window, FIRST)
    page.get_by_role("button", name="New points go behind it").first.click()
    window.sees("Take back the last of 1 correction")
    window.sees(f"New points go behind: “{FIRST}")
    choose_bullet(window, LAST)
    page.get_by_role("button", name="It is the header of another experience").first.click()
    window.sees("Take back the last of 2 corrections")
    window.settled()
    page.reload()
    window.click("button", OWNER)
    expect(page.get_by_text("Bullets and corrections")).to_have_count(3)
    window.sees(f"New points go behind: “{FIRST}")

    for left in (2, 1):
        window.settled()
        told = "1 correction" if left == 1 else "2 corrections"
        window.click("button", f"Take back the last of {told}")
        expect(page.get_by_role("button", name=f"Take back the last of {told}")).to_have_count(0)
    expect(page.get_by_text("Bullets and corrections")).to_have_count(2)
    window.sees(f"New points go behind: “{LAST}")

    window.settled()
    page.get_by_role("tab", name="Settings").click()
    asked = page.get_by_role("dialog")
    for answer in ("Cancel", "Remove"):
        window.settled()
        window.click("button", "Remove")
        expect(asked.get_by_text("This can't be taken back.")).to_be_visible()
        asked.get_by_role("button", name=answer, exact=True).click()
        expect(asked).to_have_count(0)
    window.settled()
    expect(page.get_by_role("heading", level=1, name="Resumes", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name=OWNER)).to_have_count(0)
    assert window.complaints == []


def test_a_requirement_is_removed_after_a_question_that_says_what_goes_with_it(visit: Visit) -> None:
    window = visit()
    page = window.page
    window.sign_in("ann")
    window.open("Requirements")
    page.get_by_role("radio", name="New", exact=True).click()
    page.get_by_label("Title").fill("Ledger Engineer")
    window.click("button", "Keep this requirement")
    window.sees("Back to all")
    window.settled()

    window.click("button", "Remove")
    question = page.get_by_role("dialog")
    expect(question).to_contain_text("timeline and who was on it go with it")
    question.get_by_role("button", name="Cancel").click()
    expect(question).to_be_hidden()
    expect(page.get_by_role("heading", name="Ledger Engineer")).to_be_visible()

    window.click("button", "Remove")
    question.get_by_role("button", name="Remove").click()
    window.sees("Ledger Engineer is removed.")
    window.sees("No requirement yet")
    assert window.complaints == []
