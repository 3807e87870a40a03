"""That everybody can use it: judged by axe-core on every screen, by keyboard, and on a phone."""

from collections.abc import Callable
from importlib.resources import files

import pytest
from playwright.sync_api import Page, expect

from e2e.visiting import Visiting
from resume_customizer.ui.screens import SCREENS as ALL_SCREENS

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
SCREENS = [each.title for each in ALL_SCREENS]
DIFFERENT = ["Home", "Point bank", "Bulk", "Requirements", "Figures", "System"]
"""Together they have every component; colours are the same everywhere."""
MAIL = {
    "mail": ["Outbox", "Write", "Mailings", "Due"],
    "mail-setup": ["Accounts", "Texts", "Follow-ups", "Business hours", "No more mail"],
}

Visit = Callable[..., Visiting]


def findings(page: Page) -> list[str]:
    """What axe finds serious or critical."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, rules)", RULES)
    assert len(found["passes"]) > 5
    bad = [each for each in found["violations"] if each["impact"] in {"serious", "critical"}]
    return [f"{each['id']}: {node['html'][:160]}" for each in bad for node in each["nodes"]]


@pytest.mark.parametrize("path", ["/sign-in", "/register", "/forgot"])
@pytest.mark.parametrize("dark", [False, True])
def test_pages_of_the_front_are_for_everybody(visit: Visit, path: str, dark: bool) -> None:
    window = visit(dark=dark)
    window.page.goto(window.address + path)

    assert findings(window.page) == []


@pytest.mark.parametrize(("dark", "screens"), [(False, SCREENS), (True, DIFFERENT)])
def test_every_screen_with_what_people_have_is_for_everybody(visit: Visit, dark: bool, screens: list[str]) -> None:
    window = visit(dark=dark)
    window.sign_in("dan")
    found = {}
    for screen in screens:
        window.open(screen)
        found[screen] = findings(window.page)
    window.open("Bulk")
    window.click("button", "Monday")
    window.sees("Kafka desk")
    found["a batch"] = findings(window.page)

    assert found == {screen: [] for screen in [*screens, "a batch"]}
    assert window.complaints == []


def test_every_part_of_mail_is_for_everybody_and_no_wider_than_a_phone(visit: Visit) -> None:
    window = visit(width=390, height=844)
    window.sign_in("dan")
    found, widths = {}, {}
    for screen, parts in MAIL.items():
        window.page.goto(f"{window.address}/{screen}")
        for part in parts:
            window.page.get_by_role("radio", name=part, exact=True).click()
            window.settled()
            found[part] = findings(window.page)
            widths[part] = window.page.evaluate("document.scrollingElement.scrollWidth")
    window.page.goto(f"{window.address}/mail")
    window.page.get_by_role("button", name="Hello").first.click()
    window.sees("Download the message")
    window.settled()
    found["one mail"] = findings(window.page)

    assert [part for part, faults in found.items() if faults] == []
    assert max(widths.values()) <= 390


@pytest.mark.parametrize("dark", [False, True])
def test_customize_with_all_of_it_is_for_everybody(visit: Visit, dark: bool) -> None:
    window = visit(dark=dark)
    window.try_it()
    window.click("button", "Use the sample")
    window.sees("7 points placed")
    expect(window.preview().locator("mark").first).to_be_visible()
    window.settled()

    assert findings(window.page) == []


def test_the_palette_opens_by_keyboard_and_leads_to_a_screen(visit: Visit) -> None:
    window = visit()
    window.sign_in("ann")
    palette = window.page.get_by_role("dialog", name="Go to a screen")
    for _ in range(50):  # until the page listens to keys
        if palette.is_visible():
            break
        window.page.keyboard.press("Control+k")
        window.page.wait_for_timeout(200)
    window.page.keyboard.type("aud")
    window.page.keyboard.press("Enter")
    expect(window.page.get_by_role("heading", level=1, name="Audit trail")).to_be_visible()
    window.page.locator("h1").click()
    window.page.keyboard.press("?")

    expect(window.page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()


def test_on_a_phone_nothing_is_wider_than_the_screen(visit: Visit) -> None:
    window = visit(width=390, height=844)
    window.try_it()
    window.click("button", "Use the sample")
    window.sees("7 points placed")
    width = window.page.evaluate("document.scrollingElement.scrollWidth")

    assert width <= 390
