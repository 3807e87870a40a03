"""A text that must not be seen: the promises of resume_customizer.core.secret_text."""

import copy
import json
import logging
import pickle
from dataclasses import dataclass

import pytest

from resume_customizer.core.secret_text import Secret

CANARY = "canary-5a1f"


@dataclass(frozen=True)
class Server:
    host: str
    password: Secret


def test_no_way_of_showing_it_shows_it(caplog: pytest.LogCaptureFixture) -> None:
    secret = Secret(CANARY)
    server = Server("mail.example", secret)
    logging.getLogger("test").error("%s %r %s", secret, secret, server, extra={"server": server})
    shown = [
        str(secret),
        repr(secret),
        f"{secret}",
        f"{secret:>40}",
        f"{secret!r}",
        "%s" % secret,  # noqa: UP031 - an old way of showing
        repr(server),
        repr([secret]),
        repr({"a": secret}),
        caplog.text,
        str(ValueError(secret)),
        json.dumps(server, default=str),
        " ".join(
            map(str, (getattr(secret, name, "") for name in dir(secret) if name != "reveal" and "__text" not in name))
        ),
    ]

    assert all(CANARY not in text for text in shown)
    assert secret.reveal() == CANARY


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_it_can_not_be_pickled(protocol: int) -> None:
    with pytest.raises(TypeError, match="not written anywhere"):
        pickle.dumps(Secret(CANARY), protocol)


def test_it_can_not_be_copied_or_serialised() -> None:
    with pytest.raises(TypeError):
        copy.deepcopy(Secret(CANARY))
    with pytest.raises(TypeError):
        json.dumps({"secret": Secret(CANARY)})


def test_equal_secrets_are_equal() -> None:
    assert Secret(CANARY) == Secret(CANARY)
    assert Secret(CANARY) != Secret("other")
    assert Secret(CANARY) != CANARY
    assert Secret("") == Secret("")
    assert len({Secret(CANARY), Secret(CANARY)}) == 1
    assert not Secret("")
    assert Secret(" ")
