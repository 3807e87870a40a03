"""What every test stands on: no network, the same random inputs, other programs for those that ask for them."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy.engine import Engine

from contracts import stores
from resume_customizer.infrastructure.libreoffice import HOW_TO_INSTALL, convert_to_pdf, find_libreoffice
from resume_customizer.infrastructure.sql.engines import make_engine
from services_of_tests import Services, running_scanner, running_services

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
_HERE = {"127.0.0.1", "::1", "localhost", ""}

# The same inputs on every machine, so that a test is red or green for everybody; `make faults` searches further.
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=60)
settings.register_profile(
    "faults", deadline=None, max_examples=20_000, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def _refuse_the_network(event: str, arguments: tuple[object, ...]) -> None:
    """The product works alone (promise 7): a test that would leave this machine fails."""
    if event == "socket.connect":
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else ""
    elif event == "socket.getaddrinfo":
        host = arguments[0] or ""
    else:
        return
    if (host.decode() if isinstance(host, bytes) else host) not in _HERE:
        message = f"A test tried to reach {host} over the network."
        raise RuntimeError(message)


sys.addaudithook(_refuse_the_network)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs LibreOffice, servers or a browser, so that `make quick` can leave it out by name."""
    for item in items:
        for name in {"browser", "libreoffice", "services"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(name)
        if "scanner" in getattr(item, "fixturenames", ()):
            item.add_marker("services")


def pytest_make_parametrize_id(val: object) -> str | None:
    """A function among parameters goes by its name, which is the same in every process."""
    return getattr(val, "__name__", None)


@pytest.fixture(autouse=True)
def main_module() -> Iterator[None]:
    """Streamlit's tests put a page in the place of the main module, which new processes would then run first."""
    before = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = before


@pytest.fixture(scope="session")
def libreoffice() -> Callable[[bytes], bytes]:
    """The bytes of a DOCX to the bytes of its PDF. Without LibreOffice the test fails: it never counts as passed."""
    if find_libreoffice() is None:
        pytest.fail(f"This test opens documents with LibreOffice. {HOW_TO_INSTALL} Or run: make quick")
    return convert_to_pdf


@pytest.fixture(scope="session")
def services() -> Iterator[Services]:
    """Real PostgreSQL and Redis, one of each for all tests."""
    with running_services() as found:
        yield found


@pytest.fixture(scope="session")
def scanner() -> Iterator[str]:
    """The address of a real ClamAV daemon that says what it did not look into, one for all tests."""
    with running_scanner("AlertExceedsMax yes", "MaxFileSize 2M", "StreamMaxLength 4M") as found:
        yield found


@pytest.fixture
def engine(services: Services) -> Iterator[Engine]:
    """A new database of PostgreSQL with the schema, as the product works with it."""
    made = make_engine(stores.make_database(services.postgres))
    yield made
    made.dispose()


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """Chromium, without a window. Where there is none the test fails: it never counts as passed.

    It ends with its module: as long as it is there, no other test may run an event loop.
    """
    from playwright.sync_api import sync_playwright

    found = subprocess.run([ROOT / "tools" / "browser.sh", "--path"], capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.fail(found.stderr)
    options = ["--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage", "--disable-gpu"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found.stdout.strip(), args=options)
        yield started
        started.close()
