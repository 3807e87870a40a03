"""What the tests of the API begin with: the app behind its guard, as a client calls it."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from resume_customizer.api.application import make_api
from resume_customizer.api.guard import Guard
from resume_customizer.infrastructure.sandbox import Sandbox


@pytest.fixture(scope="session")
def app() -> FastAPI:
    """The whole API."""
    return make_api(Sandbox(processes=1))


@pytest.fixture(scope="session")
def client(app: FastAPI) -> Iterator[TestClient]:
    """A program on this machine."""
    with TestClient(Guard(app), base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        yield client
