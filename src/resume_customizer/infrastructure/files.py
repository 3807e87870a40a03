"""Files on disk: read with a limit, written whole or not at all, never over an input.

    path  ->  read_file()  ->  bytes
    {path: bytes}  ->  write_files()  ->  all of them there, or none changed

Promises:

* A reader of the target sees the old file or the new one, never a part of one.
* An input is never written over, whatever name it is called by (another spelling, a link).
* A device, a pipe or a folder is never replaced by a file.
"""

import errno
import os
import stat
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from resume_customizer.core.errors import Conflict, NotWritable, RefusedInput, Unavailable, UnreadableInput

MAX_BYTES = 64_000_000
_EVERYBODY = 0o666
_THREADS = 16
"""They wait for the disk."""
_OPEN = 48
"""Files that are open at the same time."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_FAILED = {errno.EIO, errno.ENOSPC, errno.EDQUOT}
"""What a disk says that failed; other errors say that folders can't be settled there at all."""
_WAY_OUT = "Name another place for it, or look at its name, its folder's permissions and the space on the disk."
Item = TypeVar("Item")


def read_file(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The file's bytes; raises UnreadableInput when it can't be read, RefusedInput when it is larger than `limit`."""
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size  # a pipe has none
            content = file.read(limit + 1 if size == 0 or size > limit else size)
    except (FileNotFoundError, NotADirectoryError):
        message = "There is no such file. Check the name and the folder."
        if path == Path("-"):
            message = "This is read from a file, not from standard input. Name the file."
        raise UnreadableInput("no-such-file", message, str(path)) from None
    except IsADirectoryError:
        raise UnreadableInput("is-a-folder", "This is a folder, not a file.", str(path)) from None
    except PermissionError:
        if path.is_dir():  # what Windows says of a folder
            raise UnreadableInput("is-a-folder", "This is a folder, not a file.", str(path)) from None
        raise UnreadableInput("not-readable", "You may not read this file. Check its permissions.", str(path)) from None
    except (OSError, ValueError) as fault:
        raise UnreadableInput("not-readable", f"The file can't be read: {_said(fault)}.", str(path)) from None
    if len(content) > limit:
        raise RefusedInput("file-too-large", f"The file is larger than {limit // 1_000_000} MB.", str(path))
    return content


def write_files(
    contents: Mapping[Path, bytes], inputs: Iterable[Path] = (), like: Path | None = None, *, settled: bool = True
) -> None:
    """Write all files, each atomically; folders are made. Raises Conflict for an input, NotWritable when writing fails.

    Everything is on disk under another name before the first file gets its own. New files get the permissions
    of `like`, so that the copy of a private file is private too. When `settled`, contents are on the disk itself
    before this returns, safe from a power failure too; that takes the disk a few milliseconds for each file.
    """
    known = tuple(inputs)
    for path in contents:
        check_target(path, known)
    mode = _mode(like)
    waiting: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            waiting.append((_written_beside(path, content, mode, settled=settled), path))
        while waiting:
            temporary, path = waiting[0]
            temporary.replace(path)
            del waiting[0]
    except OSError as fault:
        raise _not_writable(path, fault) from None
    finally:
        for temporary, _ in waiting:
            with suppress(OSError):
                temporary.unlink()


def write_many(contents: Mapping[Path, bytes]) -> None:
    """Write new files, each atomically, their contents on the disk itself; folders are made. Raises Unavailable.

    The disk is told of all of them together, which costs it little more than one. Their names: settle_names().
    """
    paths = tuple(contents)
    for begin in range(0, len(paths), _OPEN):
        _write_together({path: contents[path] for path in paths[begin : begin + _OPEN]})


def _write_together(contents: Mapping[Path, bytes]) -> None:
    waiting: dict[Path, Path] = {}
    handles: list[int] = []
    try:
        for folder in {path.parent for path in contents}:
            folder.mkdir(parents=True, exist_ok=True)
        for path, content in contents.items():
            waiting[path] = temporary = _name_beside(path)
            handles.append(os.open(temporary, _NEW, _EVERYBODY))
            with open(handles[-1], "wb", closefd=False) as file:
                file.write(content)
        _at_once(os.fsync, handles)
        while handles:
            os.close(handles.pop())
        for path in tuple(waiting):
            os.replace(waiting[path], path)  # noqa: PTH105 - a third of the time for many
            del waiting[path]
    except OSError as fault:
        raise Unavailable("not-writable", f"The files can't be written: {_said(fault)}.") from None
    finally:
        for handle in handles:
            os.close(handle)
        for temporary in waiting.values():
            with suppress(OSError):
                temporary.unlink()


def settle_folders(folders: Iterable[Path]) -> None:
    """Put the names in folders on the disk, all together, where the system can; raises Unavailable."""
    _at_once(_settle, set(folders))


def settle_names(folder: Path, root: Path | None = None) -> None:
    """Put the names in a folder on the disk, and those of the folders above it up to `root`; raises Unavailable."""
    for each in (folder, *(folder.parents if root and folder != root else ())):
        _settle(each)
        if each == root:
            return


def check_target(path: Path, inputs: Iterable[Path]) -> None:
    """Raises Conflict for an input, by any name, and for a folder, pipe or device; NotWritable for no possible name."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return
    except (OSError, ValueError) as fault:
        raise _not_writable(path, fault) from None
    if not stat.S_ISREG(found.st_mode):
        kind = "a folder" if stat.S_ISDIR(found.st_mode) else "not a regular file"
        raise Conflict(
            "target-not-a-file", f"The output would replace this, which is {kind}. Name another file.", str(path)
        )
    for each in inputs:
        with suppress(OSError, ValueError):
            if os.path.samestat(found, each.stat()):
                raise Conflict("target-is-input", "The output would overwrite an input. Name another file.", str(path))


def find_overwritten(outputs: Iterable[Path], inputs: Iterable[Path]) -> Path | None:
    """The first output that is one of the inputs, by any name."""
    known = {identity for path in inputs if (identity := _identity(path))}
    return next((path for path in outputs if _identity(path) in known), None)


def is_writable(folder: Path) -> bool:
    """Whether a file can be made in this folder, by making one."""
    try:
        _written_beside(folder / "probe", b"", _EVERYBODY, settled=False).unlink()
    except OSError:
        return False
    return True


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def _written_beside(path: Path, content: bytes, mode: int, *, settled: bool) -> Path:
    """A new file with this content in the folder of `path`, under another name."""
    temporary = _name_beside(path)
    handle = os.open(temporary, _NEW, mode)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - it is a descriptor
            file.write(content)
            if settled:
                file.flush()
                os.fsync(handle)
    except BaseException:
        temporary.unlink()
        raise
    return temporary


def _name_beside(path: Path) -> Path:
    return path.with_name(f".{os.urandom(8).hex()}.part")


def _at_once(work: Callable[[Item], None], items: Iterable[Item]) -> None:
    """For all at the same time: a file system settles in one go what it is asked for together."""
    with ThreadPoolExecutor(_THREADS) as pool:
        deque(pool.map(work, items), maxlen=0)


def _settle(folder: Path) -> None:
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # not every system can
        return
    try:
        os.fsync(handle)
    except OSError as fault:
        if fault.errno in _FAILED:
            raise Unavailable("not-writable", f"The disk failed: {_said(fault)}.", str(folder)) from None
    finally:
        os.close(handle)


def _not_writable(path: Path, fault: OSError | ValueError) -> NotWritable:
    is_in_the_way = isinstance(fault, FileExistsError | NotADirectoryError)
    said = "a file stands where its folder should be" if is_in_the_way else _said(fault)
    return NotWritable("not-writable", f"The file can't be written: {said}. {_WAY_OUT}", str(path))


def _mode(like: Path | None) -> int:
    """Permission bits for a new file; the process's umask is taken off by the system."""
    if like is not None:
        with suppress(OSError):
            return stat.S_IMODE(like.stat().st_mode) & _EVERYBODY | stat.S_IWUSR
    return _EVERYBODY


def _said(fault: OSError | ValueError) -> str:
    """The system's own words, without the file name."""
    return (getattr(fault, "strerror", None) or str(fault)).lower()


@dataclass(frozen=True, slots=True)
class Disk:
    """The files of this machine, as services ask for them."""

    settled: bool = True
    """See `write_files`."""

    def read_file(self, path: Path) -> bytes:
        """See `read_file`."""
        return read_file(path)

    def write_files(
        self, contents: Mapping[Path, bytes], inputs: Iterable[Path] = (), like: Path | None = None
    ) -> None:
        """See `write_files`."""
        write_files(contents, inputs, like, settled=self.settled)
