"""The fonts of this machine: which file stands in for a family.

    family, bold, italic  ->  fontconfig (fc-match)  ->  a font file  ->  Face

Without fontconfig, and for a file that can't be read, faces are made up (`resume/pages/faces.py`).
"""

import shutil
import subprocess
from functools import lru_cache
from pathlib import Path

from resume_customizer.resume.pages.faces import MADE_UP, Face, Faces
from resume_customizer.resume.pages.font_tables import read_face

_LARGEST = 40_000_000
_SECONDS = 10


class FontFiles:
    """Faces from the fonts that fontconfig finds."""

    exact = True

    def face(self, family: str, *, bold: bool, italic: bool) -> Face:
        """The face that shows this family here."""
        return _face(family, bold, italic)


def find_faces() -> Faces:
    """The best faces there are on this machine."""
    return FontFiles() if shutil.which("fc-match") else MADE_UP


@lru_cache(maxsize=256)
def _face(family: str, bold: bool, italic: bool) -> Face:
    pattern = "".join(f"\\{each}" if each in ":-,\\" else each for each in family if each.isprintable())[:200]
    pattern += (":bold" if bold else "") + (":italic" if italic else "")
    try:
        said = subprocess.run(
            ["fc-match", "--format", "%{file}\n%{index}", "--", pattern],  # noqa: S607 - by its name, as installed
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
        file, _, index = said.stdout.decode("utf-8", "replace").partition("\n")
        path = Path(file)
        if path.stat().st_size <= _LARGEST:
            return read_face(path.read_bytes(), int(index) & 0xFFFF)
    except (OSError, subprocess.SubprocessError, ValueError):
        pass
    return MADE_UP.face(family, bold=bold, italic=italic)
