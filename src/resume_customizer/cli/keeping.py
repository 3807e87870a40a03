"""`migrate`, `backup`, `restore` and `files`: where an installation keeps things, copies of it, and what nobody needs.

settings  ->  the store itself, without what goes on while it is away  ->  infrastructure/sql/moving | backups
"""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.desk import Commands, add_group, open_desk, operator, require_server
from resume_customizer.cli.exits import BROKEN
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import clean, count, print_json, say, tell
from resume_customizer.core.errors import InvalidInput, Unavailable

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.infrastructure.backups import Backup
    from resume_customizer.infrastructure.sql.store import SqlStore
    from resume_customizer.services.ports import Blobs
    from resume_customizer.settings import Settings

DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be done; write nothing.")]


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    app.command("migrate", cls=kind)(migrate)
    app.command("backup", cls=kind)(backup)
    app.command("restore", cls=kind)(restore)
    commands: Commands = {"sweep": sweep}
    add_group(app, kind, "files", "Stored files, and whether they are all there.", commands)


def migrate(
    to: Annotated[
        str, typer.Option("--to", metavar="ADDRESS", help="Move all records there, too.", show_default=False)
    ] = "",
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Prepare the database for this version, or move all records to another one.

        resume-customizer migrate
        resume-customizer migrate --to postgresql://app@db.example/resumes --dry-run

    Records move between PostgreSQL, SQLite and JSON files, in any direction. What was interrupted goes on where it
    stopped when it is begun again. Stop the installation first.
    """
    require_server()
    from resume_customizer.infrastructure.sql.moving import move
    from resume_customizer.settings import read_settings

    settings = read_settings()
    if not to:
        _prepare(settings, dry_run=dry_run, as_json=as_json)
        return
    with _store(settings) as source, _store(settings, to) as target:
        moved = [each for each in move(source, target, only_look=dry_run) if each.state.rows]
    if as_json:
        tables = {each.table: each.state._asdict() | {"written": each.written} for each in moved}
        print_json({"tables": tables, "dry_run": dry_run})
        return
    for each in moved:
        say(f"{each.table:<28}{each.state.rows:>10,}  {each.state.sha256[:12]}  {each.written:,} written", indent=2)
    rows = count(sum(each.state.rows for each in moved), "row")
    if dry_run:
        say(f"{rows} would be moved; nothing was written.")
    else:
        say(f"{rows}, compared: the same on both sides. Set RCP_DATABASE_URL to the new address now.", "green")


def backup(
    output: Annotated[Path, typer.Argument(metavar="FILE", help="A new file.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Write all records and stored files into one new file, sealed.

        resume-customizer backup /backups/2026-11-30.rcpb

    Everything may go on meanwhile, except with JSON files. The seal is made with the key of RCP_SECRET_KEYS.
    """
    require_server()
    from resume_customizer.infrastructure.backups import write_backup
    from resume_customizer.settings import read_settings

    settings = read_settings()
    keys = _keys(settings)
    with _store(settings) as store:
        made = write_backup(store, _blobs(settings), output, next(iter(keys.items())))
    with open_desk() as desk:
        desk.operating.note_upkeep(operator(), "backed-up", made.row_count, made.file_count)
    _tell_backup(made, f"{output} holds {_size(made)}.", as_json=as_json)
    if made.missing:
        tell(f"{count(len(made.missing), 'stored file')} are missing or damaged; `files sweep` lists them.", "red")
        raise typer.Exit(BROKEN)


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup.", show_default=False)],
    dry_run: DryRun = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Remove what this installation holds, and have the backup instead.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Bring everything of a backup back, all of it or nothing.

        resume-customizer restore /backups/2026-11-30.rcpb

    It is read from end to end before anything is touched. Stop the installation first.
    """
    require_server()
    from resume_customizer.infrastructure import backups
    from resume_customizer.settings import read_settings

    settings = read_settings()
    opened = backups.open_backup(file, _keys(settings))
    if dry_run:
        with backups.staged(opened):
            _tell_backup(opened, f"{file} is whole: {_size(opened)}. Nothing was written.", as_json=as_json)
        return
    with _store(settings) as store:
        backups.restore(opened, store, _blobs(settings), replace=replace)
    with open_desk() as desk:
        desk.operating.note_upkeep(operator(), "restored", opened.row_count, opened.file_count)
    _tell_backup(opened, f"{_size(opened)} are there again.", as_json=as_json)
    if not as_json:
        tell("Mail and work that waited when the backup was made wait again: look at them before the workers start.")


def sweep(as_json: AsJson = False) -> None:
    """Remove stored files that no record names, and tell which of the others are missing or damaged.

    resume-customizer files sweep
    """
    with open_desk() as desk:
        swept = desk.files.sweep(operator())
    if as_json:
        print_json({"kept": swept.kept, "removed": swept.removed, "missing": [list(each) for each in swept.missing]})
    else:
        for workspace, digest in swept.missing:
            say(f"missing or damaged: {digest} of the workspace {workspace}", "red", indent=2)
        say(f"{count(swept.kept, 'file')} kept, {swept.removed:,} removed, {len(swept.missing):,} missing or damaged.")
    if swept.missing:
        raise typer.Exit(BROKEN)


def _prepare(settings: "Settings", *, dry_run: bool, as_json: bool) -> None:
    """Bring the schema up to this version."""
    from resume_customizer.app_bootstrap import require_safe_links
    from resume_customizer.infrastructure.sql.migrating import NEWEST
    from resume_customizer.infrastructure.stores import prepare_database

    require_safe_links(settings)
    address, owner = settings.database_url.get_secret_value(), settings.database_owner_url.get_secret_value()
    if address.startswith("postgres"):
        if not owner:
            message = "Set RCP_DATABASE_OWNER_URL to the same database, for the role that owns its tables."
            raise InvalidInput("bad-setting", message)
        if not dry_run:
            prepare_database(owner, address)
    elif not dry_run:
        with _store(settings):  # it brings itself up to this version
            pass
    if as_json:
        print_json({"revision": NEWEST, "dry_run": dry_run})
    elif dry_run:
        say(f"The database would be brought to revision {NEWEST}; nothing was written.")
    else:
        say(f"The database is ready for this version (revision {NEWEST}).", "green")


@contextmanager
def _store(settings: "Settings", address: str = "") -> "Generator[SqlStore]":
    """The store itself, or the one at another address."""
    from resume_customizer.infrastructure.sql.store import SqlStore
    from resume_customizer.infrastructure.stores import open_store

    store = open_store(address or settings.database_url.get_secret_value(), settings.data_dir)
    try:
        if not isinstance(store, SqlStore):
            raise Unavailable("no-store", "This store can't be copied.")
        yield store
    finally:
        store.close()


def _blobs(settings: "Settings") -> "Blobs":
    from resume_customizer.infrastructure.stores import open_blobs

    return open_blobs(settings.files_url, settings.data_dir)


def _keys(settings: "Settings") -> dict[str, bytes]:
    from resume_customizer.infrastructure.secrets import read_key_ring

    keys, file = settings.secret_keys.get_secret_value(), settings.secret_keys_file
    return read_key_ring(keys, file, production=settings.production).derived("backups")


def _tell_backup(made: "Backup", sentence: str, *, as_json: bool) -> None:
    if not as_json:
        say(clean(sentence), "green")
        return
    tables = {name: state._asdict() for name, state in made.tables.items() if state.rows}
    said = {"file": str(made.path), "made_at": made.made_at, "revision": made.revision}
    print_json({**said, "tables": tables, "files": made.file_count, "missing": [list(each) for each in made.missing]})


def _size(made: "Backup") -> str:
    return f"{count(made.row_count, 'row')} and {count(made.file_count, 'file')}"
