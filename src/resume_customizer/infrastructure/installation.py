"""Whether this installation is whole: what is there, what is missing, and what that means.

examine()  ->  Finding, Finding, …
"""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from resume_customizer.infrastructure.files import is_writable
from resume_customizer.infrastructure.libreoffice import HOW_TO_INSTALL, find_libreoffice

_OLDEST_PYTHON = (3, 11)
_SECONDS = 30
_FONTS = {
    "Calibri": ("Calibri", "Carlito"),
    "Cambria": ("Cambria", "Caladea"),
    "Arial": ("Arial", "Liberation Sans"),
    "Times New Roman": ("Times New Roman", "Liberation Serif"),
}
"""What resumes are set in, and fonts of the same widths."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    name: str
    good: bool
    message: str
    needed: bool = True


def examine() -> tuple[Finding, ...]:
    """Look at everything that the program uses."""
    return (
        _python(),
        *_libraries(),
        _deflate(),
        _folder("this folder", Path.cwd()),
        _temporary(),
        _libreoffice(),
        _fonts(),
    )


def _python() -> Finding:
    version = platform.python_version()
    good = sys.version_info >= _OLDEST_PYTHON
    return Finding("Python", good, version if good else f"{version}; 3.11 or newer is needed")


def _libraries() -> list[Finding]:
    """The libraries that the package itself says it needs."""
    try:
        needed = metadata.requires("resume-customizer") or []
    except metadata.PackageNotFoundError:
        return [
            Finding("installation", good=False, needed=False, message="runs from source, not installed as a package")
        ]
    names = [line.split(";")[0].split(">")[0].split("=")[0].strip() for line in needed if "extra ==" not in line]
    return [_library(name) for name in names if name != "isal"]


def _library(name: str) -> Finding:
    try:
        return Finding(name, good=True, message=metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(name, good=False, message=f"not installed: python -m pip install {name}")


def _deflate() -> Finding:
    from resume_customizer.resume.deflate import COMPRESSOR

    slow = COMPRESSOR.startswith("zlib")
    return Finding("compressor", not slow, f"{COMPRESSOR}{' (works; isal is faster)' if slow else ''}", needed=False)


def _folder(name: str, path: Path) -> Finding:
    good = is_writable(path)
    return Finding(
        name,
        good,
        f"{path} {'can be written' if good else 'can not be written: name an output elsewhere with -o'}",
        needed=False,
    )


def _temporary() -> Finding:
    try:
        path = Path(tempfile.gettempdir())
    except FileNotFoundError:
        return Finding(
            "temporary files", good=False, message="no folder for them can be written; PDFs need one", needed=False
        )
    return Finding("temporary files", good=True, message=str(path), needed=False)


def _libreoffice() -> Finding:
    program = find_libreoffice()
    if program is None:
        return Finding(
            "LibreOffice", good=False, needed=False, message=f"not installed; only `pdf` needs it. {HOW_TO_INSTALL}"
        )
    said = _output([program, "--version"])
    return Finding("LibreOffice", bool(said), said or f"{program} does not start", needed=False)


def _fonts() -> Finding:
    """Whether PDFs keep their line breaks: the usual fonts, or others of the same widths."""
    if sys.platform in ("win32", "darwin"):
        return Finding("fonts", good=True, message="the system's own", needed=False)
    if shutil.which("fc-list") is None:
        return Finding("fonts", good=False, message="can't be listed (fontconfig is not installed)", needed=False)
    families = _output(["fc-list", ":", "family"])
    missing = [name for name, alike in _FONTS.items() if not any(each in families for each in alike)]
    if missing:
        packages = "fonts-crosextra-carlito fonts-crosextra-caladea fonts-liberation"
        message = f"none like {', '.join(missing)}: lines of PDFs may break elsewhere. `sudo apt install {packages}`"
        return Finding("fonts", good=False, message=message, needed=False)
    return Finding("fonts", good=True, message="fonts for the usual resumes are there", needed=False)


def _output(command: list[str]) -> str:
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False, env=environment)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace").strip()
