"""Whole journeys at the desk: somebody is invited, a resume is corrected, many are made at once, a session ends."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import expect

from builders.staffing import a_resume_file
from e2e.visiting import Visiting
from resume_customizer.app_bootstrap import build_app, build_desk
from resume_customizer.core.records.accounts import Session, User
from resume_customizer.core.records.mail import OutboxMail
from resume_customizer.core.records.record import INSTALLATION
from resume_customizer.core.records.workspaces import Workspace
from resume_customizer.services.desk import Desk
from resume_customizer.services.ground import place_of_letter
from resume_customizer.settings import Settings

Visit = Callable[..., Visiting]
PEOPLE = ("Petra Vandersloot", "Jonas Okonkwo-Reyes")


def link_of(data: Path, subject: str) -> str:
    """The link in the newest letter whose subject has these words."""
    letters = []
    with build_app(Settings(data_dir=data)) as app:
        ground = build_desk(app).ground
        with ground.outside() as tx:
            homes = [INSTALLATION, *(each.id for each in tx.every(Workspace))]
        for home in homes:
            with ground.within(home) as tx:
                letters += [each for each in tx.every(OutboxMail) if subject in each.subject]
        newest = max(letters, key=lambda each: each.id)
        text = ground.seals.open(newest.body, place_of_letter(newest.id)).reveal()
    found = re.search(r"https?://\S+", text)
    assert found
    return found[0]


def test_who_is_invited_joins_by_the_link_and_is_there_at_once(visit: Visit, data: Path) -> None:
    ann, fay = visit(), visit()
    ann.sign_in("ann")
    ann.open("Team")
    ann.page.get_by_label("E-mail address").fill("fay@desk.example")
    ann.click("button", "Send an invitation")
    ann.sees("fay@desk.example")

    fay.sign_in("fay")
    fay.page.goto(link_of(data, "Join"))
    fay.click("button", "Join")
    fay.settled()
    fay.open("Team")
    fay.sees("2 members")
    ann.page.reload()
    ann.sees("2 members")
    assert ann.page.get_by_role("button", name="Take back").count() == 0


def stored(window: Visiting, folder: Path) -> None:
    """Two resumes that are stored on the screen Resumes."""
    window.open("Resumes")
    files = []
    for name in PEOPLE:
        file = folder / f"{name}.docx"
        file.write_bytes(a_resume_file(name))
        files.append(file)
    window.page.locator('input[type="file"]').first.set_input_files(files)
    window.sees(PEOPLE[1])


def test_what_was_understood_wrong_is_corrected_and_holds_after_a_refresh(visit: Visit, tmp_path: Path) -> None:
    window = visit()
    window.sign_in("eve")
    stored(window, tmp_path)
    window.click("button", PEOPLE[0])
    page = window.page
    window.sees("New points go behind: “Led a team of three")
    window.unfold("Bullets and corrections")
    page.get_by_label("Company").first.fill("Harrow Shipping")
    page.get_by_role("button", name="It is called like this").first.click()
    window.sees("Take back the last of 1 correction")
    window.sees("Harrow Shipping")
    window.unfold("Bullets and corrections", 1)
    page.get_by_role("button", name="It belongs to the one before").click()
    window.sees("Take back the last of 2 corrections")
    expect(page.get_by_text("Bullets and corrections")).to_have_count(1)
    window.click("button", "Take back the last of 2 corrections")
    expect(page.get_by_text("Bullets and corrections")).to_have_count(2)
    page.reload()
    window.click("button", PEOPLE[0])
    window.sees("Harrow Shipping")
    assert window.complaints == []


def test_many_are_looked_at_chosen_made_and_taken_away_through_refreshes(visit: Visit, tmp_path: Path) -> None:
    window = visit()
    window.sign_in("ann")
    stored(window, tmp_path)
    window.open("Bulk")
    page = window.page
    page.get_by_role("button", name=re.compile("^Take all")).click()
    expect(page.get_by_role("button", name="Take none")).to_be_visible()
    page.get_by_label("What they are called").fill("Gateway")
    page.get_by_role("textbox", name="Points", exact=True).fill("Go\n• Wrote the gateway in Go.\n• Built its metrics.")
    window.click("button", "Add them")
    window.sees("Gateway")
    page.reload()
    page.get_by_role("button", name=re.compile(r"^Look at \d+ pairs$")).click()
    cell = page.get_by_role("button", name=f"{PEOPLE[0]}, Gateway: not made, 2 points placed")
    expect(cell).to_be_visible()
    page.get_by_role("checkbox", name=f"Choose all of {PEOPLE[0]}").uncheck()
    expect(page.get_by_role("checkbox", name=f"Choose: {PEOPLE[0]}")).not_to_be_checked()
    page.reload()
    expect(page.get_by_role("checkbox", name=f"Choose: {PEOPLE[0]}")).not_to_be_checked()
    page.get_by_role("button", name=re.compile(r"^Make \d+ resume")).click()
    page.reload()
    window.sees("finished")
    made = page.get_by_role("link", name=re.compile(r"^Download \d+ resume"))
    with page.expect_download() as waiting:
        made.click()
    with zipfile.ZipFile(waiting.value.path()) as pack:
        names = pack.namelist()

    assert f"{PEOPLE[1]}.docx" in names
    assert f"{PEOPLE[0]}.docx" not in names
    assert "manifest.csv" in names
    assert window.complaints == []


def test_a_session_that_has_expired_shows_nothing_with_the_next_click_and_the_work_is_there_again(
    visit: Visit, data: Path, tmp_path: Path
) -> None:
    window = visit()
    window.sign_in("ann")
    window.open("Customize")
    window.paste("2 · Points", "Kafka\n• Designed topics for 40 services.")
    window.sees("Read: 1 point in 1 technology")
    with build_app(Settings(data_dir=data)) as app:
        expire(build_desk(app), "ann@desk.example")
    window.page.get_by_test_id("stSidebarNav").get_by_role("link", name="Team").click()
    expect(window.page).to_have_url(f"{window.address}/sign-in")
    assert window.page.get_by_text("ann@desk.example").count() == 0

    window.sign_in("ann")
    window.open("Customize")
    expect(window.page.get_by_label("2 · Points")).to_have_value("Kafka\n• Designed topics for 40 services.")


def expire(desk: Desk, address: str) -> None:
    """Let all sessions of somebody be unused for an hour."""
    with desk.ground.outside() as tx:
        user = tx.find(User, email_key=address)
        assert user
        for session in list(tx.every(Session, user_id=user.id)):
            tx.update(replace(session, used_at=session.used_at - timedelta(hours=1)))
