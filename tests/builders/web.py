"""The web app over a test's own installation, and what a browser would do with it.

Web(desk)  ->  .client()  ->  cookies, pages;  .screen("team", pass)  ->  AppTest
"""

from contextlib import AbstractContextManager
from pathlib import Path

from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from builders.desk import PASSWORD, Desk
from resume_customizer.api.guard import Guard
from resume_customizer.core.accounts import Registration
from resume_customizer.infrastructure.sandbox import Sandbox
from resume_customizer.settings import Settings
from resume_customizer.ui.door import with_front
from resume_customizer.ui.guests import Guests
from resume_customizer.ui.installation import Installation, install
from resume_customizer.ui.visitors import CookieNames, Visitors

ADDRESS = "http://127.0.0.1:8501"
HTML = {"accept": "text/html"}
OURS = {"origin": ADDRESS}
ONE_SCREEN = Path(__file__).parent / "one_screen.py"


class Web:
    """One web app; the desk's clock is its clock."""

    def __init__(
        self,
        desk: Desk,
        folder: Path,
        sandbox: Sandbox | None = None,
        *,
        guests: bool = True,
        production: bool = False,
        secure: bool = False,
        second_factor_needed: bool = False,
    ) -> None:
        """`secure` is as it is behind TLS."""
        self.desk = desk
        site = "https://127.0.0.1:8501" if secure else ADDRESS
        settings = Settings(
            data_dir=folder,
            production=production,
            site=site,
            registration=Registration.OPEN,
            guests=guests,
            second_factor_needed=second_factor_needed,
        )
        self.guests = Guests(lambda: desk.now) if guests else None
        self.visitors = Visitors(desk.services, self.guests, CookieNames(secure))
        self.sandbox = sandbox or Sandbox(processes=1)
        self.installation = Installation(settings, desk.services, self.sandbox, self.visitors)
        install(self.installation)

    def client(self) -> AbstractContextManager[TestClient]:
        """A browser on this machine, with a page that says "screens" for Streamlit; it sends no Origin but `OURS`."""
        app = Guard(with_front(self.installation, PlainTextResponse("screens")))
        return TestClient(app, base_url=ADDRESS, follow_redirects=False, client=("127.0.0.1", 40_000))

    def pass_of(self, name: str) -> str:
        """The pass of somebody with an account, in a new session."""
        return f"p.{self.desk.sign_in(name).session_token.reveal()}"

    def guest_pass(self) -> str:
        """The pass of a new guest."""
        assert self.guests is not None
        return f"g.{self.guests.admit()}"

    def screen(self, path: str, shown: str) -> AppTest:
        """One screen, run once for who shows this pass."""
        test = AppTest.from_file(ONE_SCREEN, default_timeout=30)
        test.user = {"visitor": shown}
        test.session_state["screen"] = path
        return test.run()


def with_part(test: AppTest, key: str, name: str | bool) -> AppTest:
    """The screen with this of its tabs open, or what is folded away; what is not open is not run."""
    test.session_state[key] = name
    return test.run()


def sign_in(client: TestClient, name: str, password: str = PASSWORD) -> int:
    """Sign in through the page; gives the status of the answer."""
    typed = {"address": f"{name}@desk.example", "password": password}
    return client.post("/sign-in", data=typed, headers=OURS).status_code
