"""Bad and odd inputs: what each is, whether it must be refused, and the stable code of the refusal.

    ARCHIVE_FILES + MARKUP_FILES + PACKAGE_FILES  ->  ALL_HOSTILE

`HostileFile.data` makes the bytes anew each time; a few take up to a second. Nothing here can do harm by being
made: bombs are written packed, addresses point to a closed port of the own machine.
"""

from builders.hostile_archives import ARCHIVE_FILES
from builders.hostile_file import HostileFile
from builders.hostile_markup import MARKUP_FILES
from builders.hostile_packages import PACKAGE_FILES

__all__ = ["ALL_HOSTILE", "HostileFile", "hostile_named"]

ALL_HOSTILE: tuple[HostileFile, ...] = (*ARCHIVE_FILES, *MARKUP_FILES, *PACKAGE_FILES)


def hostile_named(name: str) -> HostileFile:
    """One of them by its name; KeyError when there is none."""
    return {each.name: each for each in ALL_HOSTILE}[name]
