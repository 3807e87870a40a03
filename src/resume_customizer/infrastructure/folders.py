"""Which resumes a person means by the files and folders that they name.

names  ->  find_resumes()  ->  (path, name inside an output folder), …  in a steady order
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from resume_customizer.core.errors import UnreadableInput


def find_resumes(
    named: Iterable[Path], suffixes: tuple[str, ...], *, recursive: bool, leave_out: Iterable[Path] = ()
) -> Iterator[tuple[Path, Path]]:
    """Each resume with its name relative to what was named; files that are named come whatever they are called.

    In folders, hidden files, lock files of Word (`~$…`) and the folders in `leave_out` are passed over.
    """
    passed_over = [folder for folder in leave_out if folder.is_dir()]
    for path in named:
        if path.is_dir():
            yield from ((found, found.relative_to(path)) for found in _inside(path, suffixes, passed_over, recursive))
        else:
            yield path, Path(path.name)


def _inside(folder: Path, suffixes: tuple[str, ...], leave_out: list[Path], recursive: bool) -> Iterator[Path]:
    waiting = [folder]
    while waiting:
        here = waiting.pop(0)
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError as fault:
            message = f"The folder can't be read: {(fault.strerror or str(fault)).lower()}."
            raise UnreadableInput("not-readable", message, str(here)) from None
        for entry in entries:
            if entry.name.startswith((".", "~$")):
                continue
            if entry.is_dir(follow_symlinks=False):
                if recursive and not any(Path(entry).samefile(each) for each in leave_out):
                    waiting.append(Path(entry))
            elif entry.name.lower().endswith(suffixes):
                yield Path(entry)
