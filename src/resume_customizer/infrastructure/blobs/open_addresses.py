"""Whether stored files would cross a network without TLS, or go to whoever answers.

    RCP_FILES_URL, the libraries' own variables and files  ->  list_open_stores()  ->  setting, host, what to write

An address names the kind of store; where it is can be said in five other places: in the variables `FSSPEC_…`, in the
files of fsspec, in the variables of AWS and in its file, and for Google's in `STORAGE_EMULATOR_HOST`. Each of them has
to be good: which one a library prefers is its own affair.

Promises (tests in tests/infrastructure/test_open_addresses.py):

* A store on another machine that is reached in clear is named, wherever its address is written.
* So is one whose certificate is not looked at, and one of a kind that is not known to look.
* No key and no password is repeated.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

_SETTING: Final = "RCP_FILES_URL"
_NEAR: Final = {"", "file", "local", "memory"}
_WRAPPERS: Final = {"simplecache", "filecache", "blockcache", "cached", "dir"}
"""They stand in front of another address and have none of their own."""
_AMAZON: Final = {"s3", "s3a"}
_GOOGLE: Final = {"gs", "gcs"}
_AZURE: Final = {"abfs", "abfss", "az", "adl"}
_WITH_TLS: Final = {*_AMAZON, *_GOOGLE, *_AZURE, "https"}
"""Those that ask for TLS and look at certificates, if nobody says otherwise."""
_OFF: Final = {"false", "0", "no", "off"}
_CARELESS: Final = {"use_ssl", "verify", "session_verify", "check_hostname"}
_NAMES_A_PLACE: Final = re.compile(r"endpoint|url|host|connection_string", re.IGNORECASE)
_VARIABLES: Final = ("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL")
_ANY_URL: Final = re.compile(r"\bhttp://[^\s\"';,]+", re.IGNORECASE)
_ENDPOINT_LINE: Final = re.compile(r"^[ \t]*endpoint_url[ \t]*=[ \t]*(\S+)", re.MULTILINE | re.IGNORECASE)
_OF_FSSPEC: Final = re.compile(r"FSSPEC_[^_]")
_WRITE_HTTPS: Final = "write https:// there"


def list_open_stores(address: str, environment: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Where it is written, the host, and what to do, of each that is open to who sits between."""
    links = [_Link(each) for each in address.split("::")]
    for link in links:
        if link.kind in _NEAR or (link.kind in _WRAPPERS and len(links) > 1):
            continue
        if link.kind not in _WITH_TLS:
            yield _SETTING, link.host, "take a store that is known to look at certificates (s3://bucket/path)"
            continue
        for found in _ANY_URL.findall(link.address):
            yield from _in_clear(_SETTING, found)
        yield from _written_in_fsspec(link, environment)
        if link.kind in _AMAZON:
            yield from _written_for_amazon(environment)
        if link.kind in _GOOGLE and (emulator := environment.get("STORAGE_EMULATOR_HOST")):
            yield from _in_clear("STORAGE_EMULATOR_HOST", emulator if "://" in emulator else f"http://{emulator}")


class _Link:
    """One of the addresses of a chain."""

    def __init__(self, address: str) -> None:
        self.address = address
        parts = urlsplit(address)
        self.kind = parts.scheme.lower() if "://" in address else address.lower() if address in _WRAPPERS else ""
        self.host = parts.hostname or f"a store of the kind {self.kind}"


def _written_in_fsspec(link: _Link, environment: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for kind, options in _fsspec_options(environment).items():
        if kind not in _kinds_like(link.kind):
            continue
        where = f"fsspec's setting for {kind} (FSSPEC_{kind.upper()}_…)"
        for name, value in _flat(options):
            if name in _CARELESS and str(value).strip().lower() in _OFF:
                yield where, link.host, f"leave {name} as it is without a word"
            for found in _ANY_URL.findall(str(value)) if _NAMES_A_PLACE.search(name) else ():
                yield from _in_clear(where, found)
            if "defaultendpointsprotocol=http;" in f"{value};".replace(" ", "").lower():
                yield where, link.host, "write DefaultEndpointsProtocol=https"


def _written_for_amazon(environment: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for name in _VARIABLES:
        yield from _in_clear(name, environment.get(name, ""))
    for name, usual in (("AWS_CONFIG_FILE", "config"), ("AWS_SHARED_CREDENTIALS_FILE", "credentials")):
        file = Path(environment.get(name) or _home(environment) / ".aws" / usual).expanduser()
        for found in dict.fromkeys(_ENDPOINT_LINE.findall(_text_of(file))):
            yield from _in_clear(f"{file} (endpoint_url)", found)


def _in_clear(where: str, address: str) -> Iterator[tuple[str, str, str]]:
    parts = urlsplit(address.strip())
    if parts.scheme.lower() == "http":
        yield where, parts.hostname or "", _WRITE_HTTPS


def _kinds_like(kind: str) -> set[str]:
    """The names of one library, since its options can stand under each of them."""
    return next((each for each in (_AMAZON, _GOOGLE, _AZURE) if kind in each), {kind, "http"})


def _fsspec_options(environment: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """What fsspec would read for itself; nothing without it, since then no store is opened either."""
    try:
        from fsspec.config import set_conf_env, set_conf_files
    except ImportError:
        return {}
    options: dict[str, dict[str, Any]] = {}
    folder = environment.get("FSSPEC_CONFIG_DIR") or str(_home(environment) / ".config" / "fsspec")
    set_conf_files(folder, options)
    set_conf_env(options, {name: value for name, value in environment.items() if _OF_FSSPEC.match(name)})
    return options


def _flat(options: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    """Each option, also of those that hold others (`client_kwargs`)."""
    for name, value in options.items():
        if isinstance(value, Mapping):
            yield from _flat(value)
        else:
            yield name, value


def _home(environment: Mapping[str, str]) -> Path:
    return Path(environment["HOME"]) if environment.get("HOME") else Path("/nonexistent")


def _text_of(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace")
    except OSError:
        return ""
