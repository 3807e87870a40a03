"""The files of deploy/ fit the program that they run, and are read by the programs that they are for."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from resume_customizer.cli.commands import COMMANDS
from resume_customizer.infrastructure.encrypted_links import Addresses, find_open_links
from resume_customizer.settings import PREFIX, Settings
from services_of_tests import Services

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
KNOWN = {name for names in COMMANDS.values() for name in names}
SETTINGS = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
IGNORED_LINE = re.compile(r"\s*(#.*)?")


def compose() -> dict[str, Any]:
    values: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    return values


def instructions() -> Iterator[tuple[str, str]]:
    """The Dockerfile's instructions, with the rest of each."""
    lines = [line for line in (DEPLOY / "Dockerfile").read_text("utf-8").splitlines() if not line.startswith("#")]
    for instruction in "\n".join(lines).replace("\\\n", " ").splitlines():
        if instruction.strip():
            name, _, rest = instruction.partition(" ")
            yield name, " ".join(rest.split())


def ours() -> dict[str, Any]:
    """Services that run the program itself."""
    return {name: each for name, each in compose()["services"].items() if each["image"] == "resume-customizer"}


def test_every_service_runs_a_command_that_there_is_with_settings_that_there_are() -> None:
    assert set(ours()) == {"web-1", "web-2", "worker", "migrate"}
    for name, service in ours().items():
        assert service["command"][0] in KNOWN, name
        given = {key for key in service["environment"] if key.startswith(PREFIX)}
        assert given, name
        assert given <= SETTINGS, name


def test_no_secret_stands_in_the_files_and_no_image_moves_by_itself() -> None:
    for service in compose()["services"].values():
        assert ":" in service["image"] or service["image"] == "resume-customizer"
        assert not service["image"].endswith(":latest")
        for key, value in service.get("environment", {}).items():
            if "PASSWORD" in key or "SECRET" in key:
                assert str(value).startswith("${"), key
    example = (DEPLOY / "example.env").read_text("utf-8")
    assert "WRITE-YOUR-OWN" in example
    assert set(re.findall(r"^(RCP_\w+)=", example, re.MULTILINE)) <= SETTINGS


def test_every_part_asks_who_comes_for_a_password_and_hosts_in_clear_are_named() -> None:
    services, configs = compose()["services"], compose()["configs"]
    (config,) = services["redis"]["configs"]
    words = configs[config["source"]]["content"].splitlines()

    assert services["redis"]["command"] == ["redis-server", config["target"]]
    assert set(words) >= {"requirepass ${REDIS_PASSWORD:?}", 'save ""', "maxmemory-policy noeviction"}
    named = set[str]()
    for name, service in ours().items():
        said = {key: re.sub(r"\$\{(\w+).*?\}", "x", str(value)) for key, value in service["environment"].items()}
        plain = said["RCP_PLAIN_HOSTS"].split(",")
        addresses = Addresses(
            database=said["RCP_DATABASE_URL"],
            database_owner=said.get("RCP_DATABASE_OWNER_URL", ""),
            redis=said["RCP_REDIS_URL"],
            proxies=said["RCP_PROXIES"].split(","),
        )
        assert len(find_open_links(addresses, {})) >= 3, name
        assert find_open_links(replace(addresses, plain_hosts=plain), {}) == (), name
        assert urlsplit(said["RCP_REDIS_URL"]).password, name
        named |= set(plain)
    assert named <= {"172.30.0.10", *services}


def test_what_the_containers_are_told_from_outside_stands_in_the_example() -> None:
    asked = set(re.findall(r"\$\{(\w+)", (DEPLOY / "compose.yaml").read_text("utf-8")))
    given = set(re.findall(r"^(\w+)=", (DEPLOY / "example.env").read_text("utf-8"), re.MULTILINE))

    assert len(asked) > 4
    assert asked <= given


def test_each_part_that_is_waited_for_says_when_it_is_ready() -> None:
    services = compose()["services"]
    waited = {name for each in services.values() for name in (each.get("depends_on") or {})}

    assert waited >= {"database", "redis"}
    assert all("healthcheck" in services[name] for name in ("database", "redis"))
    assert waited <= set(services)


def test_the_image_is_made_from_files_that_there_are_and_runs_as_nobody_special() -> None:
    steps = list(instructions())
    copied = [rest.split()[:-1] for name, rest in steps if name == "COPY" and "--from" not in rest]

    assert [path for paths in copied for path in paths if not (ROOT / path).exists()] == []
    assert next(rest for name, rest in reversed(steps) if name == "USER") == "resume-customizer"
    installs = [rest for name, rest in steps if name == "RUN" and "pip install" in rest]
    assert installs
    assert all("--require-hashes" in each or "--no-deps" in each for each in installs)
    command = next(rest for name, rest in steps if name == "CMD")
    assert yaml.safe_load(command)[0] in KNOWN


@pytest.mark.parametrize("requirements", ["server", "build"])
def test_the_locked_versions_for_an_installation_are_those_that_the_tests_run_with(requirements: str) -> None:
    dry = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--no-index", "--require-hashes"]

    done = subprocess.run(
        [*dry, "--disable-pip-version-check", "--requirement", ROOT / "requirements" / f"{requirements}.txt"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "Would install" not in done.stdout


def test_the_step_that_installs_the_program_gives_a_command_that_runs(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]

    subprocess.run(
        [*pip, "--no-build-isolation", "--target", tmp_path / "site", tmp_path], check=True, capture_output=True
    )

    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    said = subprocess.run(
        [sys.executable, "-m", "resume_customizer", "--version"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env=environment,
    )
    assert said.stdout.startswith("resume-customizer ")


def test_logs_go_to_where_the_program_can_not_change_what_it_wrote() -> None:
    """To standard error, which systemd and the containers' engine keep as somebody else."""
    files = [*UNITS, DEPLOY / "compose.yaml", DEPLOY / "Dockerfile", DEPLOY / "example.env"]
    assert len(files) > 6

    assert [each.name for each in files if "RCP_LOG_FILE" in each.read_text("utf-8")] == []
    assert [each.name for each in UNITS if "StandardError" in values_of(each)] == []
    assert Settings.model_fields["log_file"].default is None


def values_of(unit: Path) -> dict[str, list[str]]:
    """What a unit of systemd says, by name; some names may be there several times."""
    found: dict[str, list[str]] = {}
    for line in unit.read_text("utf-8").splitlines():
        name, is_there, value = line.partition("=")
        if is_there and not line.startswith("#"):
            found.setdefault(name, []).append(value)
    return found


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_runs_commands_that_there_are_with_no_more_rights_than_they_need(unit: Path) -> None:
    said = values_of(unit)
    run = re.findall(r"/opt/resume-customizer/bin/resume-customizer ([\w-]+)", "\n".join(said["ExecStart"]))

    assert run
    assert set(run) <= KNOWN
    assert said["User"] == ["resume-customizer"]
    assert said["NoNewPrivileges"] == said["PrivateTmp"] == said["RestrictNamespaces"] == ["yes"]
    assert (said["ProtectSystem"], said["CapabilityBoundingSet"]) == (["strict"], [""])
    assert (said["StateDirectoryMode"], said["UMask"]) == (["0700"], ["0077"])


@pytest.mark.parametrize("unit", [each for each in UNITS if "Type=exec" in each.read_text("utf-8")], ids=str)
def test_what_runs_all_the_time_begins_with_the_machine_and_gets_time_to_end(unit: Path) -> None:
    said = values_of(unit)

    assert int(said["TimeoutStopSec"][0]) > 30
    assert (said["WantedBy"], said["Restart"]) == (["multi-user.target"], ["always"])


def test_the_backup_of_the_night_has_a_timer_and_a_folder_that_it_may_write() -> None:
    (timer,) = (DEPLOY / "systemd").glob("*.timer")
    unit = timer.with_suffix(".service")
    folder = values_of(unit)["ReadWritePaths"][0]
    backup, check = values_of(unit)["ExecStart"]

    assert values_of(timer)["WantedBy"] == ["timers.target"]
    assert f'backup "{folder}/' in backup
    assert check.endswith(" audit verify")
    assert f"install -d -m 700 -o resume-customizer {folder}" in (DEPLOY / "README.md").read_text("utf-8")


def test_every_unit_is_named_where_it_is_said_how_to_begin() -> None:
    told = (DEPLOY / "README.md").read_text("utf-8")

    assert [unit.stem for unit in UNITS if unit.stem.rstrip("@") not in told] == []


def test_nginx_takes_its_file(tmp_path: Path, services: Services) -> None:
    """As it is, but for the names of the other machines, and with a certificate of the test."""
    import trustme

    program = shutil.which("nginx") or "/usr/sbin/nginx"
    certificate = trustme.CA().issue_cert("resumes.example")
    certificate.private_key_pem.write_to_path(tmp_path / "privkey.pem")
    certificate.cert_chain_pems[0].write_to_path(tmp_path / "fullchain.pem")
    site, whole = tmp_path / "site.conf", tmp_path / "nginx.conf"
    text = (DEPLOY / "nginx" / "resume-customizer.conf").read_text("utf-8").replace("/etc/nginx/tls", str(tmp_path))
    text = text.replace("/var/log/nginx", str(tmp_path))
    site.write_text(text.replace("web-1:", "127.0.0.1:").replace("web-2:", "127.0.0.2:"), "utf-8")
    whole.write_text(f"pid {tmp_path}/pid; events {{}} http {{ access_log off; include {site}; }}", "utf-8")

    command = [program, "-t", "-q", "-p", tmp_path, "-e", "stderr", "-c", whole]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
