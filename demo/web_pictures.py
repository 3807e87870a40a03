"""Take the pictures of the web app anew: its own sample in a browser, light and dark, wide and on a phone.

    PYTHONPATH=src:tests python demo/web_pictures.py

an installation in a temporary folder  ->  serve  ->  a browser  ->  docs/pictures/web-*.png
"""

import io
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, ViewportSize, expect, sync_playwright

from builders.desk import PASSWORD
from builders.sockets import free_port, served
from e2e.visiting import Visiting
from resume_customizer.app_bootstrap import build_app, build_desk
from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.settings import Settings

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
COLOURS = 96
"""Of a picture: enough for letters and lines, a third of the size."""


def main() -> None:
    """Make them all."""
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        data, port = Path(name), free_port()
        with build_app(Settings(data_dir=data)) as app:
            desk, operator = build_desk(app), Actor("pictures", Source(Door.CLI), is_operator=True)
            user_id = desk.operating.add_user(operator, "ann@desk.example", "Ann", PASSWORD, is_operator=False)
            desk.workspaces.create(Actor(user_id, operator.source), "My desk")
        address = f"http://127.0.0.1:{port}"
        command = [sys.executable, "-m", "resume_customizer", "serve", "--port", str(port)]
        server = served(command, port, {**os.environ, "RCP_DATA_DIR": name, "RCP_SITE": address})
        try:
            path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            take_all(browser, address)
            browser.close()
        finally:
            server.terminate()
            try:
                server.wait(timeout=60)
            except subprocess.TimeoutExpired:
                server.kill()


def take_all(browser: Browser, address: str) -> None:
    """The sample on Customize, and how it was understood."""
    window = opened(browser, address, 1280, 1480)
    window.open("Customize")
    window.click("button", "Use the sample")
    window.sees("7 points placed")
    take(window, "web-customize", 960)
    window = opened(browser, address, 1280, 830)
    window.open("Resumes")
    window.click("button", "Mara Lindqvist")
    window.sees("New points go behind")
    take(window, "web-structure", 720)
    for name, width, height, shown in (("web-dark", 1280, 1250, 720), ("web-phone", 390, 1260, 300)):
        window = opened(browser, address, width, height, dark=name == "web-dark")
        window.page.goto(f"{address}/customize")
        window.sees("7 points placed")
        take(window, name, shown)


def opened(browser: Browser, address: str, width: int, height: int, *, dark: bool = False) -> Visiting:
    """A new window of somebody with an account."""
    size = ViewportSize(width=width, height=height)
    context = browser.new_context(viewport=size, color_scheme="dark" if dark else "light", reduced_motion="reduce")
    context.set_default_timeout(60_000)
    expect.set_options(timeout=60_000)
    window = Visiting(context.new_page(), address)
    window.sign_in("ann")
    return window


def take(window: Visiting, name: str, width: int) -> None:
    """One picture, as wide as it is shown."""
    window.settled()
    window.page.mouse.move(5, 5)
    window.page.wait_for_timeout(1_500)  # until letters and icons are drawn
    shot = Image.open(io.BytesIO(window.page.screenshot())).convert("RGB")
    small = shot.resize((width, round(shot.height * width / shot.width)), Image.Resampling.LANCZOS)
    small.quantize(COLOURS).save(PICTURES / f"{name}.png", optimize=True)
    print(f"{PICTURES / name}.png")


if __name__ == "__main__":
    main()
