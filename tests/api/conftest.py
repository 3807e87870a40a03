"""What the tests of the API begin with: an installation behind its door, as a client calls it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from builders.api import ApiOfTest
from builders.contract import Contract
from resume_customizer.api.application import make_api


@pytest.fixture(scope="session")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ApiOfTest]:
    """One installation for tests that leave nothing behind that others could stumble over."""
    made = ApiOfTest(tmp_path_factory.mktemp("api"))
    made.client.event_hooks["response"].append(Contract(made).check)
    with made.client:
        yield made
    made.close()


@pytest.fixture
def own_api(tmp_path: Path) -> Iterator[ApiOfTest]:
    """An installation of a test's own."""
    made = ApiOfTest(tmp_path)
    made.client.event_hooks["response"].append(Contract(made).check)
    yield made
    made.close()


@pytest.fixture(scope="session")
def app(api: ApiOfTest) -> FastAPI:
    """The whole API, without its guard."""
    return make_api(api.entrance)


@pytest.fixture(scope="session")
def client(api: ApiOfTest) -> TestClient:
    """A program on this machine."""
    return api.client
