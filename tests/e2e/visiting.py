"""Somebody at a browser: what they do, and how many clicks it takes.

Visiting(page, address)  ->  .try_it(), .sign_in("ann"), .click("button", "Undo"), .paste("2 · Points", text), …
"""

from pathlib import Path
from typing import Any

from playwright.sync_api import FrameLocator, Locator, Page, expect

from builders.desk import PASSWORD

_PAUSE = 200
"""Milliseconds in which a run that follows has begun."""
READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'


class Visiting:
    """One window."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address, self.clicks = page, address, 0
        self.complaints: list[str] = []
        page.on("pageerror", lambda fault: self.complaints.append(str(fault)))
        page.on("console", lambda said: self._listen(said.type, said.text))

    def _listen(self, kind: str, text: str) -> None:
        if kind == "error" and "404" not in text and "401" not in text:
            self.complaints.append(text)

    # -------------------------------------------------------------- coming in

    def try_it(self) -> None:
        """Without an account."""
        self.page.goto(self.address)
        self.click("button", "Try it without an account")
        self.settled()

    def sign_in(self, name: str) -> None:
        """With an account."""
        self.page.goto(f"{self.address}/sign-in")
        self.page.get_by_label("E-mail address").fill(f"{name}@desk.example")
        self.page.get_by_label("Password", exact=True).fill(PASSWORD)
        self.click("button", "Sign in")
        self.settled()

    def open(self, screen: str) -> None:
        """A screen by its name, from the navigation."""
        self.page.get_by_test_id("stSidebarNav").get_by_role("link", name=screen, exact=True).click()
        self.clicks += 1
        expect(self.page.get_by_role("heading", level=1, name=screen, exact=True)).to_be_visible()
        self.settled()

    # -------------------------------------------------------------- doing

    def click(self, role: Any, name: str) -> None:  # noqa: ANN401 - a role's name
        """Once."""
        self.page.get_by_role(role, name=name, exact=True).first.click()
        self.clicks += 1

    def unfold(self, text: str, nth: int = 0) -> None:
        """An expander, until it is open: a run that ends in that moment may draw it anew, closed."""
        self.settled()
        folded = self.page.locator("details").filter(has_text=text).nth(nth)
        for _ in range(3):
            if folded.get_attribute("open") is None:
                folded.locator("summary").first.click()
                self.clicks += 1
            self.settled()
        expect(folded).to_have_attribute("open", "")

    def drop(self, file: Path) -> None:
        """A file into the field for files: one click opens the browser's own dialog."""
        self.page.locator('input[type="file"]').first.set_input_files(file)
        self.clicks += 1

    def paste(self, label: str, text: str) -> None:
        """Into a field: one click to get there."""
        self.page.get_by_label(label).fill(text)
        self.clicks += 1

    def download(self, button: str) -> Path:
        """What the browser saves."""
        with self.page.expect_download() as waiting:
            self.click("button", button)
        return Path(waiting.value.path())

    # -------------------------------------------------------------- seeing

    def settled(self) -> None:
        """Nothing runs any more, nor begins in the next moment: a run can be followed by another one."""
        for pause in (_PAUSE, 0):
            self.page.locator(READY).wait_for()
            self.page.wait_for_timeout(pause)

    def sees(self, text: str) -> Locator:
        """Waits for a text."""
        found = self.page.get_by_text(text).first
        expect(found).to_be_visible()
        return found

    def preview(self) -> FrameLocator:
        """The frame of the preview."""
        return self.page.frame_locator('iframe[sandbox=""]')
