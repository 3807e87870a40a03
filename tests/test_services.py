"""The servers of the tests: what tools/services.sh promises."""

import socket
from urllib.parse import urlsplit

import psycopg
import pytest

from services_of_tests import Services, running_services


def _ping_redis(url: str) -> bytes:
    found = urlsplit(url)
    assert found.hostname
    assert found.port
    with socket.create_connection((found.hostname, found.port), timeout=5) as connection:
        connection.sendall(b"PING\r\n")
        return connection.recv(16)


def _ask_postgres(url: str) -> int:
    with psycopg.connect(url.replace("+psycopg", ""), connect_timeout=5) as connection:
        row = connection.execute("SELECT 6 * 7").fetchone()
    assert row
    return row[0]


def test_both_answer_and_only_what_was_started_is_stopped(services: Services) -> None:
    with running_services() as others:
        assert _ask_postgres(others.postgres) == 42
        assert _ping_redis(others.redis).startswith(b"+PONG")

    with pytest.raises(psycopg.OperationalError):
        _ask_postgres(others.postgres)
    with pytest.raises(ConnectionRefusedError):
        _ping_redis(others.redis)
    assert _ask_postgres(services.postgres) == 42
    assert _ping_redis(services.redis).startswith(b"+PONG")
