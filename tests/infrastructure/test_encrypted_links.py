"""What would cross a network in clear: the promises of resume_customizer.infrastructure.encrypted_links."""

from dataclasses import replace
from pathlib import Path

import pytest

from resume_customizer.app_bootstrap import build_app, examine_server
from resume_customizer.core.errors import InvalidInput
from resume_customizer.infrastructure.encrypted_links import Addresses, find_open_links, require_encryption
from resume_customizer.settings import Settings

PG = "postgresql+psycopg://app:hunter2@"  # pragma: allowlist secret
CHECKED = "sslmode=verify-full&sslrootcert=/etc/ca.pem"
HERE = [
    Addresses(),
    Addresses(database="sqlite:////srv/records.db"),
    Addresses(database="json:////srv/records"),
    Addresses(database=f"{PG}127.0.0.1/resumes"),
    Addresses(database=f"{PG}localhost:5433/resumes"),
    Addresses(database=f"{PG}[::1]:5433/resumes"),
    Addresses(database=f"{PG}/resumes"),
    Addresses(database=f"{PG}/resumes?host=/run/postgresql"),
    Addresses(database=f"{PG}/resumes?host=127.0.0.1:5432&host=127.0.0.2:5432"),
    Addresses(files="file:///srv/files"),
    Addresses(redis="redis://127.0.0.1:6379/0"),
    Addresses(redis="unix:///run/redis/redis.sock"),
    Addresses(language_model="http://127.0.0.1:11434/v1"),
    Addresses(scanner="unix:///run/clamav/clamd.ctl"),
    Addresses(scanner="tcp://127.0.0.1:3310"),
    Addresses(mail_host="127.0.0.1", mail_security="none"),
    Addresses(proxies=("127.0.0.1", "::1", "127.0.0.0/8")),
]
CHECKED_ELSEWHERE = [
    Addresses(database=f"{PG}db.example/resumes?{CHECKED}"),
    Addresses(database=f"{PG}/resumes?host=db1.example:5432&host=db2.example:5432&{CHECKED}"),
    Addresses(database_owner=f"{PG}10.0.0.7/resumes?{CHECKED}"),
    Addresses(files="s3://bucket/files"),
    Addresses(redis="rediss://:hunter2@cache.example:6379/0"),  # pragma: allowlist secret
    Addresses(redis="rediss://cache.example/0?ssl_cert_reqs=required&ssl_ca_certs=/etc/ca.pem"),
    Addresses(language_model="https://models.example/v1"),
    Addresses(mail_host="mail.example", mail_security="starttls"),
    Addresses(proxies=("10.0.0.2",), serves_tls=True),
]
OPEN = {
    "db.example": Addresses(database=f"{PG}db.example/resumes"),
    "10.0.0.7": Addresses(database=f"{PG}10.0.0.7/resumes?sslmode=require"),
    "db1.example": Addresses(database=f"{PG}db1.example/resumes?sslmode=verify-ca&sslrootcert=/etc/ca.pem"),
    "db2.example": Addresses(database=f"{PG}/resumes?host=127.0.0.1:5432&host=db2.example:5432"),
    "db3.example": Addresses(database=f"{PG}/resumes?host=localhost,db3.example"),
    "10.0.0.8": Addresses(database=f"{PG}localhost/resumes?hostaddr=10.0.0.8"),
    "2001:db8::7": Addresses(database=f"{PG}[2001:db8::7]:5432/resumes"),
    "db4.example": Addresses(database_owner="postgres://owner@db4.example/resumes"),
    "db5.example": Addresses(database=f"{PG}db5.example/resumes?sslmode=verify-full&sslmode=disable"),
    "a service of libpq": Addresses(database=f"{PG}/resumes?service=main"),
    "files.example": Addresses(files="ftp://files:hunter2@files.example/srv"),  # pragma: allowlist secret
    "cache.example": Addresses(redis="redis://:hunter2@cache.example:6379/0"),  # pragma: allowlist secret
    "cache1.example": Addresses(redis="rediss://cache1.example/0?ssl_cert_reqs=none"),
    "cache2.example": Addresses(redis="rediss://cache2.example/0?ssl_cert_reqs=CERT_OPTIONAL"),
    "cache3.example": Addresses(redis="rediss://cache3.example/0?ssl_check_hostname=False"),
    "models.example": Addresses(language_model="http://models.example/v1"),
    "127.0.0.1.example": Addresses(language_model="http://127.0.0.1.example/v1"),
    "scanner.example": Addresses(scanner="tcp://scanner.example:3310"),
    "mail.example": Addresses(mail_host="mail.example", mail_security="none"),
    "172.30.0.10": Addresses(proxies=("127.0.0.1", "172.30.0.10")),
    "0.0.0.0/0": Addresses(proxies=("0.0.0.0/0",)),
    "*": Addresses(proxies=("*",)),
}


@pytest.mark.parametrize("addresses", [*HERE, *CHECKED_ELSEWHERE], ids=str)
def test_what_stays_on_this_machine_or_looks_at_certificates_is_fine(addresses: Addresses) -> None:
    assert find_open_links(addresses, {}) == ()


@pytest.mark.parametrize("host", OPEN)
def test_what_would_go_in_clear_or_to_whoever_answers_is_refused_with_what_to_set(host: str) -> None:
    (found,) = find_open_links(OPEN[host], {})

    assert f" leads to {host}: " in found
    assert found.startswith("RCP_")
    assert "hunter2" not in found
    with pytest.raises(InvalidInput, match="RCP_PLAIN_HOSTS") as refused:
        require_encryption(OPEN[host])
    assert refused.value.code == "open-connection"


@pytest.mark.parametrize("host", [each for each in OPEN if each != "*"])
def test_the_operator_can_name_a_host_of_a_network_of_their_own(host: str) -> None:
    for plain in (host.upper(), "*"):
        assert find_open_links(replace(OPEN[host], plain_hosts=("other.example", plain)), {}) == ()
    assert find_open_links(replace(OPEN[host], plain_hosts=("other.example", host[:-1])), {})


def test_what_the_client_library_reads_from_its_own_variables_counts_too() -> None:
    unnamed = Addresses(database="postgresql:///resumes")

    assert find_open_links(unnamed, {"PGHOST": "/run/postgresql"}) == ()
    assert "db.example" in find_open_links(unnamed, {"PGHOST": "db.example"})[0]
    assert "10.0.0.9" in find_open_links(unnamed, {"PGHOSTADDR": "10.0.0.9"})[0]
    assert find_open_links(unnamed, {"PGHOST": "db.example", "PGSSLMODE": "verify-full"}) == ()
    assert find_open_links(Addresses(database="postgresql://db.example/x"), {"PGSSLMODE": "verify-full"}) == ()


def settings(folder: Path, **more: object) -> Settings:
    """Production, behind a proxy elsewhere."""
    values: dict[str, object] = {"data_dir": folder, "production": True, "proxies": "172.30.0.10"}
    return Settings(**(values | more))  # ty: ignore[invalid-argument-type]


def test_production_does_not_start_with_an_open_connection_and_doctor_tells_why(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"RCP_PROXIES leads to 172\.30\.0\.10"), build_app(settings(tmp_path)):
        pass
    with build_app(settings(tmp_path, production=False)), build_app(settings(tmp_path, plain_hosts="172.30.0.10")):
        pass

    told = {each.name: each for each in examine_server(settings(tmp_path))}["connections"]
    assert (told.good, told.needed) == (False, True)
    assert "RCP_TLS_CERTIFICATE" in told.message
    mild = {each.name: each for each in examine_server(settings(tmp_path, production=False))}["connections"]
    assert (mild.good, mild.needed) == (False, False)
    fine = {each.name: each for each in examine_server(settings(tmp_path, plain_hosts="172.30.0.10"))}["connections"]
    assert (fine.good, "named as a network of its own: 172.30.0.10" in fine.message) == (True, True)
