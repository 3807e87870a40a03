"""The main job in a browser, from the first visit to the file, and what may come between."""

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import FilePayload, expect

from builders import a_docx, bullets, heading, line
from e2e.visiting import Visiting
from resume_customizer.services.documents import one_call

RESUME = a_docx(
    heading("Experience"),
    line("Engineer | Northwind Orchards | Jan 2022 - Present"),
    bullets("Led the move of the order service.", "Kept it running."),
    line("Developer | Bluebell Health | Jun 2018 - Dec 2021"),
    bullets("Built the appointment module.", "Tested it."),
)
POINTS = "Kafka\n• Designed topics for 40 services.\n• Moved nightly files to Kafka.\nGo\n• Wrote the gateway in Go."
POSTING = "Must have: Kafka, Go and Rust."

Visit = Callable[..., Visiting]


def begun(window: Visiting, folder: Path) -> None:
    """A resume dropped, points pasted, the plan there."""
    file = folder / "mara.docx"
    file.write_bytes(RESUME)
    window.drop(file)
    window.sees("2 experiences")
    window.paste("2 · Points", POINTS)
    window.sees("3 points placed")


def test_from_the_first_visit_to_the_file_in_six_clicks(visit: Visit, tmp_path: Path) -> None:
    window = visit()
    window.try_it()
    begun(window, tmp_path)
    window.paste("3 · Posting, if there is one", POSTING)
    window.sees("0 → 2 / 3")
    downloaded = window.download("Download the resume").read_bytes()

    assert window.clicks <= 6
    checked = one_call.verify(RESUME, downloaded)
    assert checked["holds"]
    assert len(checked["inserted"]) == 3
    assert window.complaints == []


def test_a_refresh_in_the_middle_loses_nothing(visit: Visit, tmp_path: Path) -> None:
    for come_in in (Visiting.try_it, lambda window: window.sign_in("ann")):
        window = visit()
        come_in(window)
        if not window.page.get_by_role("heading", level=1, name="Customize").is_visible():
            window.open("Customize")
            if window.page.get_by_role("button", name="Begin anew", exact=True).is_visible():
                window.click("button", "Begin anew")
                window.page.get_by_role("dialog").get_by_role("button", name="Begin anew").click()
                window.sees("Drop a resume to begin")
        begun(window, tmp_path)
        window.page.get_by_role("checkbox", name="In the resume: Designed topics for 40 services.").uncheck()
        window.sees("2 points placed")
        window.page.reload()
        window.sees("2 points placed")
        expect(window.page.get_by_label("2 · Points")).to_have_value(POINTS)
        window.click("button", "Undo")
        window.sees("3 points placed")


def test_a_point_can_be_left_out_moved_reworded_and_all_of_it_undone(visit: Visit, tmp_path: Path) -> None:
    window = visit()
    window.try_it()
    begun(window, tmp_path)
    page = window.page
    under = page.get_by_role("combobox", name="Under: Moved nightly files to Kafka.")
    under.select_option(label="Developer, Bluebell Health")
    older = page.get_by_role("region", name="Developer, Bluebell Health")
    expect(older.get_by_text("Moved nightly files to Kafka.")).to_be_visible()
    window.sees("Moved here by hand.")
    older.get_by_role("button", name="Change the words").click()
    older.get_by_role("textbox", name="Change the words").fill("Moved 30 nightly files to Kafka.")
    older.get_by_role("button", name="Save").click()
    expect(window.preview().locator("mark", has_text="Moved 30 nightly files to Kafka.")).to_be_visible()
    for _ in range(2):
        window.click("button", "Undo")
        window.settled()
    expect(window.preview().locator("mark", has_text="Moved 30 nightly")).to_have_count(0)
    assert window.complaints == []


def test_the_zip_holds_the_file_and_its_certificate(visit: Visit) -> None:
    window = visit()
    window.try_it()
    window.click("button", "Use the sample")
    window.sees("7 points placed")
    window.settled()
    window.click("button", "Other files")
    with zipfile.ZipFile(window.download("All as ZIP")) as pack:
        names = pack.namelist()
        certificate = json.loads(pack.read(names[1]))

    assert names == ["Mara Lindqvist customized.docx", "Mara Lindqvist.certificate.json"]
    assert len(certificate["points"]) == 7


def test_a_file_that_is_no_resume_is_refused_in_words(visit: Visit) -> None:
    window = visit()
    window.try_it()
    photo = FilePayload(name="<i>photo.docx", mimeType="image/png", buffer=b"no document")
    window.page.locator('input[type="file"]').first.set_input_files(photo)
    window.sees("Code: not-a-zip")

    window.sees("photo.docx")
    assert window.page.locator("i", has_text=re.compile("^photo")).count() == 0


def test_two_at_the_same_time_never_see_each_other_s(visit: Visit, tmp_path: Path) -> None:
    ann, eve = visit(), visit()
    for window, name in ((ann, "ann"), (eve, "eve")):
        window.sign_in(name)
        window.open("Customize")
    if ann.page.get_by_role("button", name="Begin anew", exact=True).is_visible():
        ann.click("button", "Begin anew")
        ann.page.get_by_role("dialog").get_by_role("button", name="Begin anew").click()
        ann.sees("Drop a resume to begin")
    begun(ann, tmp_path)
    eve.page.reload()
    eve.sees("Drop a resume to begin")

    assert eve.page.get_by_text("mara.docx").count() == 0
    assert eve.page.get_by_label("2 · Points").input_value() == ""
