"""TLS to PostgreSQL and Redis as it really is: the right certificate opens, every other ends the talk.

the tests' own servers  ->  behind TLS  ->  each part of the program that connects to them
"""

import logging
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from celery.exceptions import OperationalError

from contracts import stores
from loopback.tls import Door, behind_tls
from resume_customizer.core.call_limits import Pace, limits_of
from resume_customizer.infrastructure import server_checks as look
from resume_customizer.infrastructure.call_counts import CallCounts
from resume_customizer.infrastructure.celery import make_celery
from services_of_tests import Services


def database(services: Services, door: Door, ca_file: Path) -> str:
    """The address of a prepared database through a door."""
    url = sa.make_url(stores.make_database(services.postgres))
    asked = {"sslmode": "verify-full", "sslrootcert": str(ca_file)}
    made = url.set(host="localhost", port=door.port, query=asked)
    return made.render_as_string(hide_password=False)


def port_of(address: str) -> int:
    return sa.make_url(address).port or 0


def test_postgresql_is_spoken_to_over_tls_only_with_the_right_certificate(services: Services, tmp_path: Path) -> None:
    port = port_of(services.postgres)
    with (
        behind_tls(port, tmp_path, is_postgres=True) as right,
        behind_tls(port, tmp_path, "elsewhere.example", is_postgres=True) as wrong,
    ):
        good = look.check_database(database(services, right, right.ca_file), Path("nowhere"))
        other_name = look.check_database(database(services, wrong, wrong.ca_file), Path("nowhere"))
        stranger = look.check_database(database(services, right, wrong.ca_file), Path("nowhere"))

    assert good.good, good.message
    assert not other_name.good
    assert not stranger.good


def by_doctor(address: str) -> None:
    """Raises when it finds that nobody answers."""
    found = look.check_redis(address, is_needed=True)
    if not found.good:
        raise ConnectionError(found.message)


def by_celery(address: str) -> None:
    """As a nudge is sent."""
    with make_celery(address).connection_for_write() as connection:
        connection.ensure_connection(max_retries=1, interval_start=0)
        connection.default_channel.client.ping()


def by_counts(address: str) -> None:
    """Raises when it counts alone, which is all that it does about a Redis that it does not trust."""
    (counter, *_) = limits_of(Pace.SIGNING_IN, "203.0.113.7")
    told = list[str]()
    handler = logging.Handler()
    handler.emit = lambda record: told.append(record.getMessage())
    log = logging.getLogger("resume_customizer.infrastructure.call_counts")
    log.addHandler(handler)
    try:
        CallCounts(address).count(counter)
    finally:
        log.removeHandler(handler)
    if told:
        raise ConnectionError(told[0])


@pytest.mark.parametrize("connect", [by_doctor, by_celery, by_counts])
def test_redis_is_spoken_to_over_tls_only_with_the_right_certificate(
    services: Services, tmp_path: Path, connect: Callable[[str], None]
) -> None:
    port = port_of(services.redis)
    with behind_tls(port, tmp_path) as right, behind_tls(port, tmp_path, "elsewhere.example") as wrong:
        connect(f"rediss://localhost:{right.port}/0?ssl_ca_certs={right.ca_file}")
        for address in (
            f"rediss://localhost:{wrong.port}/0?ssl_ca_certs={wrong.ca_file}",
            f"rediss://localhost:{right.port}/0?ssl_ca_certs={wrong.ca_file}",
            f"rediss://localhost:{right.port}/0",
        ):
            with pytest.raises((OSError, OperationalError), match=r"certificate verify failed|not answer"):
                connect(address)
