"""An installation of its own for each test of the web app; one sandbox for all."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit import config

from builders.desk import Desk
from builders.web import Web
from resume_customizer.infrastructure.sandbox import Sandbox
from resume_customizer.ui import look


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """Where documents are worked on."""
    made = Sandbox(processes=1)
    yield made
    made.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty installation."""
    made = Desk(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def web(desk: Desk, tmp_path: Path, sandbox: Sandbox) -> Web:
    """The web app over it."""
    return Web(desk, tmp_path, sandbox)


@pytest.fixture
def configure() -> Iterator[Callable[[], None]]:
    """Sets Streamlit up as our server does, for one test: other tests see its usual errors."""
    yield lambda: look.configure(("127.0.0.1",), "0" * 64)
    config.get_config_options(force_reparse=True, options_from_flags={})
