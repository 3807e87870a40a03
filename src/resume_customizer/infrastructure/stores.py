"""The store that an installation is set to.

    RCP_DATABASE_URL  ->  open_store()  ->  a store that is ready, or an error that says what to do

Promises (tests in tests/infrastructure/test_stores.py):

* SQLite and JSON files are made and brought up to date by themselves.
* PostgreSQL is never changed here, and refused when it is not prepared or not safe.
* An address that is wrong is not repeated: it can hold a password.
* The data folder is its owner's alone when it is made here; one that can't be made is told in a sentence.
"""

from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from sqlalchemy.engine import Engine, make_url

from resume_customizer.core.errors import InvalidInput, Unavailable
from resume_customizer.infrastructure.blobs.folder import FolderBlobs
from resume_customizer.infrastructure.fallback.store import FallbackStore
from resume_customizer.infrastructure.json_files.store import JsonStore
from resume_customizer.infrastructure.sql import migrating
from resume_customizer.infrastructure.sql.engines import make_engine
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.services.ports import Blobs
from resume_customizer.services.store import Store

_JSON: Final = "json:///"
USUAL_FILE: Final = "records.db"
_FALLBACK: Final = "without-database"
_FILES: Final = "files"
_FEW_TRIES: Final = 2


def open_store(address: str, data_dir: Path, *, fallback: bool = False) -> Store:
    """The store at an address; without one, a file of SQLite in the data folder.

    With `fallback`, work on PostgreSQL goes on while it is away, from a folder in the data folder.
    """
    if address.startswith(_JSON):
        return JsonStore(_folder_of(address))
    if fallback or not address:
        make_private(data_dir)
    engine = make_engine(address or f"sqlite:///{data_dir / USUAL_FILE}")
    if fallback and engine.dialect.name == "postgresql":
        return FallbackStore(SqlStore(engine, tries=_FEW_TRIES), data_dir / _FALLBACK)
    store = SqlStore(engine)
    try:
        if engine.dialect.name == "sqlite":
            _bring_up(engine)
        else:
            migrating.require_newest(engine)
            store.check_safety()
    except BaseException:
        store.close()
        raise
    return store


def open_blobs(address: str, data_dir: Path) -> Blobs:
    """The stored files at an address; without one, a folder in the data folder."""
    if not address:
        make_private(data_dir)
        return FolderBlobs(data_dir / _FILES)
    from resume_customizer.infrastructure.blobs.object_store import ObjectStoreBlobs

    return ObjectStoreBlobs(address)


def make_private(data_dir: Path) -> None:
    """Make the data folder, if it is not there, for its owner alone."""
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        why = (fault.strerror or str(fault)).lower()
        message = f"The data folder {data_dir} can't be made ({why}). Set RCP_DATA_DIR to a folder that can be."
        raise Unavailable("no-data-folder", message) from None


def prepare_database(owner_address: str, address: str) -> None:
    """Bring PostgreSQL up to this version, as the owner of its tables, and let the role of `address` work with it."""
    engine = make_engine(owner_address, limits=False)
    try:
        migrating.upgrade(engine, app_role=make_url(address).username or "")
    finally:
        engine.dispose()


def _bring_up(engine: Engine) -> None:
    """Take the steps that are missing; a file of a newer version is left alone."""
    try:
        migrating.require_newest(engine)
    except Unavailable as fault:
        if fault.code != "older-database":
            raise
        migrating.upgrade(engine)


def _folder_of(address: str) -> Path:
    found = urlsplit(address)
    folder = unquote(found.path)
    if found.netloc or found.query or found.fragment or not folder.strip("/"):
        raise InvalidInput("bad-setting", "RCP_DATABASE_URL names no folder; write json:////folder.")
    return Path(folder[1:])
