"""The whole web app as a process of its own, people with accounts in it, and browsers that look at it.

Ann and eve have workspaces of their own, where tests do what they like; dan's desk has something of everything, and he
runs the installation: his is to be looked at. Fay has an account and no workspace.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from builders.desk import NOBODY, PASSWORD
from builders.everyday import an_everyday_desk
from e2e.visiting import Visiting
from resume_customizer.app_bootstrap import build_app, build_desk
from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.settings import Settings

OPERATOR = Actor("tests", Source(Door.CLI), is_operator=True)


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the installation."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="session")
def address(data: Path) -> Iterator[str]:
    """Where it is served."""
    with build_app(Settings(data_dir=data)) as app:
        desk = build_desk(app)
        desk.operating.add_user(OPERATOR, "fay@desk.example", "Fay", PASSWORD)
        for name in ("ann", "eve", "dan"):
            address, is_dan = f"{name}@desk.example", name == "dan"
            user_id = desk.operating.add_user(OPERATOR, address, name.title(), PASSWORD, is_operator=is_dan)
            home = desk.workspaces.create(Actor(user_id, OPERATOR.source), f"{name.title()}'s desk")
        signed_in = desk.signing_in.sign_in(NOBODY, "dan@desk.example", PASSWORD)
        an_everyday_desk(desk, desk.signing_in.actor_of(NOBODY, signed_in.session_token.reveal(), home))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "resume_customizer", "serve", "--port", str(port)]
    environment = {**os.environ, "RCP_DATA_DIR": str(data), "RCP_SITE": f"http://127.0.0.1:{port}"}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    url = f"http://127.0.0.1:{port}"
    _wait_for(f"{url}/sign-in")
    yield url
    process.terminate()
    said, _ = process.communicate(timeout=60)
    assert "Traceback" not in said, said


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Visiting]]:
    """A new browser window, of nobody yet."""
    with ExitStack() as open_windows:

        def opened(*, width: int = 1280, height: int = 900, dark: bool = False) -> Visiting:
            context = browser.new_context(
                viewport={"width": width, "height": height},
                accept_downloads=True,
                color_scheme="dark" if dark else "light",
                reduced_motion="reduce",
            )
            open_windows.callback(context.close)
            context.set_default_timeout(30_000)
            expect.set_options(timeout=30_000)
            return Visiting(context.new_page(), address)

        yield opened


def _wait_for(url: str) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(url, timeout=2)
        except (OSError, urllib.error.URLError):
            time.sleep(0.1)
        else:
            return
    message = "the server did not begin to answer"
    raise TimeoutError(message)
