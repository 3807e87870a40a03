"""A second factor that a workspace needs, in a browser: from the screen that was wanted to the code, and back to it."""

import base64
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from PIL import Image
from playwright.sync_api import Page, expect

from builders.desk import PASSWORD
from e2e.conftest import OPERATOR
from e2e.visiting import Visiting
from resume_customizer.app_bootstrap import build_app, build_desk
from resume_customizer.core.actor import Actor
from resume_customizer.core.records.workspaces import Workspace
from resume_customizer.settings import Settings

Visit = Callable[..., Visiting]


def in_a_strict_workspace(data: Path, name: str) -> None:
    """Somebody whose workspace needs a second factor that they do not have."""
    with build_app(Settings(data_dir=data)) as app:
        desk = build_desk(app)
        user_id = desk.operating.add_user(OPERATOR, f"{name}@desk.example", name.title(), PASSWORD)
        workspace_id = desk.workspaces.create(Actor(user_id, OPERATOR.source), "Harbor Staffing")
        with desk.ground.within(workspace_id) as tx:
            tx.update(replace(tx.get(Workspace, workspace_id), needs_second_factor=True))


def code(seed: str) -> str:
    """What an app shows now."""
    return TOTP(base64.b32decode(seed), 6, SHA1(), 30).generate(int(datetime.now(UTC).timestamp())).decode()


def seen_by_a_phone(page: Page) -> str:
    """What it reads from the screen."""
    expect(page.get_by_alt_text("QR code for your app")).to_be_visible()
    page.wait_for_function("[...document.images].every(each => each.complete && each.naturalWidth)")
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(page.screenshot())))
    return found.text


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.usefixtures("address")
def test_setting_it_up_leads_on_to_the_screen_that_was_wanted(visit: Visit, data: Path, *, dark: bool) -> None:
    name = "hal" if dark else "gil"
    in_a_strict_workspace(data, name)
    window = visit(dark=dark)
    page = window.page
    page.goto(f"{window.address}/team")
    page.get_by_label("E-mail address").fill(f"{name}@desk.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    window.click("button", "Sign in")
    expect(page.get_by_role("heading", level=1, name="A second factor is needed here")).to_be_visible()
    expect(page.get_by_text("Harbor Staffing").first).to_be_visible()
    expect(page.get_by_test_id("stSidebarNav")).to_have_count(0)

    page.get_by_label("Password", exact=True).fill(PASSWORD)
    window.click("button", "Set it up")
    seed = page.get_by_test_id("stCode").inner_text().strip()
    read = urlsplit(seen_by_a_phone(page))
    assert (read.scheme, read.path) == ("otpauth", f"/Resume%20Customizer%20Pro:{name}@desk.example")
    assert parse_qs(read.query) == {"secret": [seed], "issuer": ["Resume Customizer Pro"]}
    page.get_by_label("Code", exact=True).fill(code(seed))
    window.click("button", "Switch it on")
    expect(page.get_by_role("heading", level=1, name="Your second factor is on")).to_be_visible()
    window.click("button", "I have kept them: go on")

    expect(page.get_by_role("heading", level=1, name="Team", exact=True)).to_be_visible()
    expect(page.get_by_test_id("stSidebarNav")).to_be_visible()
    assert page.url.endswith("/team")
    assert window.complaints == []
