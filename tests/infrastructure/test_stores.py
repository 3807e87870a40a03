"""Which store an installation gets: the promises of infrastructure/stores.py."""

import stat
from pathlib import Path

import pytest
import sqlalchemy as sa

from contracts import stores
from resume_customizer.app_bootstrap import build_app
from resume_customizer.core.errors import InvalidInput, Unavailable
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.resumes import Resume
from resume_customizer.infrastructure.sql import engines, migrating
from resume_customizer.infrastructure.stores import open_store, prepare_database
from resume_customizer.services.store import InWorkspace
from resume_customizer.settings import Settings
from services_of_tests import Services

HOME = InWorkspace(new_id())


@pytest.mark.parametrize("address", ["", "json:///{}/records", "sqlite:///{}/other.db"])
def test_an_installation_on_one_machine_needs_no_set_up(tmp_path: Path, address: str) -> None:
    settings = Settings.model_validate({"data_dir": tmp_path / "data", "database_url": address.format(tmp_path)})
    with build_app(settings) as app, app.store.transaction(HOME) as tx:
        resume = tx.add(Resume(name="kept"))
    with build_app(settings) as app, app.store.reading(HOME) as tx:
        assert tx.list(Resume).records == (resume,)
        assert app.blobs.get(HOME.workspace_id, app.blobs.put(HOME.workspace_id, b"a file")) == b"a file"


@pytest.mark.parametrize(
    "address",
    [
        "mysql://u:hunter2@h/d",  # pragma: allowlist secret
        "json:///",
        "json:////",
        "json://hunter2/x",
        "hunter2",
        "sqlite://",
        "sqlite:///:memory:",
    ],
)
def test_a_wrong_address_is_refused_and_not_repeated(tmp_path: Path, address: str) -> None:
    with pytest.raises(InvalidInput, match="RCP_DATABASE_URL") as caught:
        open_store(address, tmp_path)
    assert "hunter2" not in str(caught.value)


def test_a_database_that_does_not_answer_is_said_without_its_password(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="can't be reached") as caught:
        open_store("postgresql://me:hunter2@127.0.0.1:1/none", tmp_path)  # pragma: allowlist secret
    assert "hunter2" not in str(caught.value)


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_bytes(b"Dear Sir or Madam, " * 300)
    with pytest.raises(Unavailable, match="damaged"):
        open_store(f"sqlite:///{path}", tmp_path)
    assert path.read_bytes() == b"Dear Sir or Madam, " * 300


def test_a_file_of_a_newer_version_is_left_as_it_is(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'store.db'}"
    open_store(address, tmp_path).close()
    engine = engines.make_engine(address)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(Unavailable, match="newer version"):
        open_store(address, tmp_path)


def test_the_data_folder_is_made_for_its_owner_alone_and_left_as_it_is_when_it_is_there(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir(mode=0o750)
    for name in ("new", "shared"):
        with build_app(Settings(data_dir=tmp_path / name)):
            pass

    assert [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("new", "shared")] == [0o700, 0o750]


@pytest.mark.parametrize("database", ["", "postgresql+psycopg://app@127.0.0.1:1/none"])
def test_a_data_folder_that_can_not_be_made_is_told_in_a_sentence(tmp_path: Path, database: str) -> None:
    (tmp_path / "file").write_text("no folder")
    settings = Settings.model_validate({"data_dir": tmp_path / "file" / "data", "database_url": database})

    with pytest.raises(Unavailable, match="Set RCP_DATA_DIR to a folder that can be") as told, build_app(settings):
        pass

    assert told.value.code == "no-data-folder"


def test_a_file_of_the_database_that_can_not_be_opened_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "records.db").mkdir()

    with pytest.raises(Unavailable, match="this user may write its folder"):
        open_store(f"sqlite:///{tmp_path / 'records.db'}", tmp_path)


def test_files_are_kept_at_the_address_that_is_set(tmp_path: Path) -> None:
    settings = Settings.model_validate({"data_dir": tmp_path, "files_url": "memory://bucket/files"})
    with build_app(settings) as app:
        digest = app.blobs.put(HOME.workspace_id, b"a file")
    with build_app(settings) as app:
        assert app.blobs.get(HOME.workspace_id, digest) == b"a file"
    assert not (tmp_path / "files").exists()


def test_opening_waits_for_nobody_who_writes(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'store.db'}"
    first = open_store(address, tmp_path)
    with first.transaction(HOME) as tx:
        tx.add(Resume(name="held"))
        second = open_store(address, tmp_path)
        with second.reading(HOME) as reading:
            assert reading.count(Resume) == 0
        second.close()
    first.close()


def test_postgresql_is_prepared_by_its_owner_only(services: Services, tmp_path: Path) -> None:
    worker = stores.make_database(services.postgres)
    database = sa.make_url(worker).database or ""
    owner = stores.as_owner(services.postgres, database)
    engine = engines.make_engine(owner, limits=False)
    migrating.downgrade(engine)
    engine.dispose()
    with pytest.raises(Unavailable, match="run `migrate` once"):
        open_store(worker, tmp_path)

    prepare_database(owner, worker)
    store = open_store(worker, tmp_path)
    with store.transaction(HOME) as tx:
        tx.add(Resume(name="kept"))
    store.close()
    with pytest.raises(Unavailable, match="not safe"):
        open_store(owner, tmp_path)
