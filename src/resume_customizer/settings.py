"""Every setting of an installation, read from the environment once.

    RCP_… variables, files of RCP_SECRETS_DIR, a .env file in the working folder  ->  read_settings()  ->  Settings

docs/settings.md lists them all; a test compares that table with this class.

Promises (tests in tests/test_settings.py):

* A setting that makes no sense is refused by its name, and its value, which may be a secret, is not repeated.
* A secret can lie in a file of its own, as vaults, systemd and containers hand them over; the environment goes first.
* A name that begins with RCP_ and is no setting is refused, so that a slip of the pen is not passed over.
"""

import os
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Literal

from dotenv import dotenv_values
from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from resume_customizer.core.accounts import Registration
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.password_rules import SHORTEST

PREFIX = "RCP_"
ENV_FILE = ".env"
SECRETS_DIR = f"{PREFIX}SECRETS_DIR"
"""Names the folder of such files; read before any setting, because settings lie there."""


class Workers(StrEnum):
    """Who does background work."""

    EMBEDDED = "embedded"
    APART = "apart"
    CELERY = "celery"


class Settings(BaseSettings):
    """What one installation is set to; the usual values fit one person on a laptop."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=ENV_FILE, extra="ignore", frozen=True)

    secrets_dir: Path | None = Field(
        None,
        description="A folder with a file for each setting that is a secret, called as it is (`RCP_SECRET_KEYS`), as "
        "vaults, systemd and containers hand them over; named in the environment.",
    )
    data_dir: Path = Field(
        default_factory=lambda: user_data_path("resume-customizer", appauthor=False),
        description="Folder of everything that is kept.",
    )
    database_url: SecretStr = Field(
        SecretStr(""),
        description="Where records are kept: `sqlite:////folder/file.db`, `postgresql+psycopg://user@host/name` or "
        "`json:////folder`; empty: a file of SQLite in the data folder.",
    )
    database_owner_url: SecretStr = Field(
        SecretStr(""),
        description="The same PostgreSQL database for the owner of its tables, who prepares it; "
        "only `migrate` uses it.",
    )
    fallback: bool = Field(True, description="Go on without PostgreSQL while it can't be reached (docs/operations.md).")
    files_url: str = Field(
        "", description="Where stored files are kept, e.g. `s3://bucket/path`; empty: a folder in the data folder."
    )
    redis_url: SecretStr = Field(
        SecretStr(""), description="Redis, for what several processes share; empty: there is one process."
    )
    workers: Workers = Field(
        Workers.EMBEDDED,
        description="Who does background work: `embedded`, the server itself; `apart`, processes of the command "
        "`worker`; `celery`, Celery's workers with Redis.",
    )
    worker_count: int = Field(2, ge=1, le=16, description="How many pieces of work the server itself does at once.")
    secret_keys: SecretStr = Field(
        SecretStr(""), description="Keys that stored secrets are sealed with, `id:key`, the newest first."
    )
    secret_keys_file: Path | None = Field(
        None, description="A file with these keys instead, which only its owner can read."
    )
    production: bool = Field(False, description="Refuse to start without keys of its own for secrets.")
    site: str = Field("http://localhost:8501", description="Where people find it; links in e-mails begin with it.")
    hosts: str = Field("", description="Names besides the site's under which the server may be called, with commas.")
    proxies: str = Field(
        "", description="Addresses of reverse proxies, with commas, whose word on who calls is believed; empty: none."
    )
    plain_hosts: str = Field(
        "",
        description="Hosts, with commas, that may be spoken to without TLS in production, because the network to them "
        "is the installation's own (docs/operations.md); `*`: all.",
    )
    tls_certificate: Path | None = Field(
        None, description="A file with the certificate that `serve` shows, and those that it rests on; empty: no TLS."
    )
    tls_key: Path | None = Field(None, description="A file with its private key.")
    open_calls: bool | None = Field(
        None,
        description="Whether the API customizes documents for who is not signed in (nothing is kept); "
        "empty: only where this machine alone is served, and not in production.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="What is written to the log.")
    log_file: Path | None = Field(
        None, description="Where; several processes can share it, and it rotates. Empty: standard error."
    )
    log_json: bool = Field(True, description="One line of JSON for each event, rather than text for people.")
    registration: Registration = Field(
        Registration.INVITE_ONLY, description="Who may make an account: `open`, `invite-only` or `closed`."
    )
    guests: bool | None = Field(
        None,
        description="Whether people without an account may customize resumes in the web app (nothing is kept); "
        "empty: yes, but not in production.",
    )
    shortest_password: int = Field(SHORTEST, ge=SHORTEST, le=64, description="Characters that a password needs.")
    published_passwords_file: Path | None = Field(
        None,
        description="A list of passwords that were published after break-ins, by their SHA-1 in order, as Have I Been "
        "Pwned gives it: none of them is taken as a new password.",
    )
    second_factor_needed: bool = Field(
        False,
        description="Whether everybody with an account needs a second factor; else each workspace says it for itself.",
    )
    smtp_host: str = Field(
        "", description="Mail server of the program's own letters; empty: they wait, and the operator hands them on."
    )
    smtp_port: int = Field(587, ge=1, le=65535, description="Its port.")
    smtp_security: Literal["tls", "starttls", "none"] = Field(
        "starttls", description="`tls` from the first byte (port 465), `starttls` (587), or `none`, without sign-in."
    )
    smtp_user: str = Field("", description="Who signs in there; empty: nobody does.")
    smtp_password: SecretStr = Field(SecretStr(""), description="The password for it.")
    smtp_sender: str = Field("", description="The address that the letters come from.")
    smtp_seconds: float = Field(60.0, gt=0, le=120, description="Time for handing over one message, in seconds.")
    smtp_ca_file: Path | None = Field(
        None, description="Certificates of authorities that are trusted besides the usual ones, for all mail servers."
    )
    mail_private_hosts: str = Field(
        "", description="Mail servers inside the installation's network that users may name, with commas; `*`: all."
    )
    mail_token_command: Path | None = Field(
        None, description="A program that prints a fresh OAuth 2 access token for the user it is given."
    )
    webhook_private_hosts: str = Field(
        "",
        description="Hosts inside the installation's network that webhooks may name, also without TLS, with commas; "
        "`*`: all.",
    )
    outside_hosts: str = Field(
        "",
        description="Hosts that users may name for mail and webhooks at all, and ends of names like `.example.com`, "
        "with commas; empty: any public one.",
    )
    webhook_ca_file: Path | None = Field(
        None, description="Certificates of authorities that are trusted besides the usual ones, for webhooks."
    )
    clamd_url: str = Field(
        "",
        description="ClamAV's daemon, `unix:///run/clamav/clamd.ctl` or `tcp://host:3310`, asked before a file is "
        "kept; empty: nobody looks for viruses.",
    )
    llm_url: str = Field(
        "", description="Address of a language model in front of `/chat/completions`; empty: no model is asked."
    )
    llm_model: str = Field("", description="What that address calls the model.")
    llm_key: SecretStr = Field(SecretStr(""), description="Key for it, where one is needed.")
    llm_seconds: float = Field(30.0, gt=0, le=600, description="Time for a whole answer, in seconds.")


def listed(text: str) -> tuple[str, ...]:
    """What a setting names with commas."""
    return tuple(each for each in (part.strip() for part in text.split(",")) if each)


@lru_cache(maxsize=1)
def read_settings() -> Settings:
    """The settings of this process; raises InvalidInput `bad-setting` that names each wrong one."""
    folder = _secrets_folder()
    _check_names(folder)
    try:
        return Settings(_secrets_dir=folder)
    except ValidationError as fault:
        wrong = (f"{PREFIX}{str(each['loc'][0]).upper()}: {each['msg']}" for each in fault.errors(include_input=False))
        raise InvalidInput("bad-setting", f"Not a usable setting: {'; '.join(wrong)}. See docs/settings.md.") from None


def _secrets_folder() -> Path | None:
    named = os.environ.get(SECRETS_DIR)
    if named and not Path(named).is_dir():
        raise InvalidInput("bad-setting", f"{SECRETS_DIR} names no folder that can be read. See docs/settings.md.")
    return Path(named) if named else None


def _check_names(folder: Path | None) -> None:
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    files = (each.name for each in folder.iterdir()) if folder else ()
    for name in sorted({*os.environ, *dotenv_values(ENV_FILE), *files}):
        if name.startswith(PREFIX) and name not in known:
            near = get_close_matches(name, known, 1)
            hint = f" Is {near[0]} meant?" if near else ""
            raise InvalidInput("bad-setting", f"{name} is no setting.{hint} See docs/settings.md.")
