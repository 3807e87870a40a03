"""A process that keeps one thing for each line that it reads, in one of the ways in which things are kept here.

python keeper.py KIND FOLDER  ->  "ready"  ->  a line that it reads  ->  "kept", or the code of the error
"""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.records.resumes import Resume
from resume_customizer.infrastructure.blobs.folder import FolderBlobs
from resume_customizer.infrastructure.spool import Spool
from resume_customizer.infrastructure.stores import open_store
from resume_customizer.services.store import InWorkspace, Store

HOME = "01890000-0000-7000-8000-000000000001"
KINDS = ("sqlite", "json", "spool", "files")


def _store(kind: str, folder: Path) -> Store:
    return open_store(f"sqlite:///{folder / 'kept.db'}" if kind == "sqlite" else f"json:///{folder / 'kept'}", folder)


def keeping(kind: str, folder: Path) -> Callable[[str], object]:
    """What keeps one thing, by its name."""
    if kind == "spool":
        spool = Spool(folder)
        return lambda name: spool.accept("test", name)
    if kind == "files":
        blobs = FolderBlobs(folder)
        return lambda name: blobs.put(HOME, name.encode())
    store = _store(kind, folder)
    return lambda name: store.run(InWorkspace(HOME), lambda tx: tx.add(Resume(name=name)))


def kept(kind: str, folder: Path) -> list[str]:
    """The names of all that was kept, sorted."""
    found: Iterable[str]
    if kind == "spool":
        found = [str(each.data) for each in Spool(folder).waiting()]
    elif kind == "files":
        blobs = FolderBlobs(folder)
        found = [blobs.get(HOME, digest).decode() for digest in blobs.list_digests(HOME)]
    else:
        store = _store(kind, folder)
        with store.reading(InWorkspace(HOME)) as tx:
            found = [each.name for each in tx.every(Resume)]
        store.close()
    return sorted(found)


def main(kind: str, folder: str) -> None:
    """Keep what is asked for."""
    keep = keeping(kind, Path(folder))
    _say("ready")
    for line in sys.stdin:
        try:
            keep(line.strip())
        except ResumeCustomizerError as fault:
            _say(fault.code)
        else:
            _say("kept")


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
