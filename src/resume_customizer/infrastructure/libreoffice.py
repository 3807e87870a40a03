"""PDF or text of a DOCX through LibreOffice, when it is installed.

    bytes of a DOCX  ->  convert_to_pdf() | convert()  ->  bytes of a PDF or another kind of file
    bytes of a DOCX  ->  set_pages()  ->  how many pages it has

Each conversion has a profile folder of its own, so that it neither waits for nor disturbs an open LibreOffice.
Macros do not run, and content that the document links to is not fetched.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from resume_customizer.core.errors import Unavailable, UnreadableInput

_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
)
HOW_TO_INSTALL = (
    "Install LibreOffice: `sudo apt install libreoffice-writer` on Debian and Ubuntu, "
    "`sudo dnf install libreoffice-writer` on Fedora, `brew install --cask libreoffice` on macOS, "
    "or the installer from libreoffice.org on Windows."
)
_SETTING = (
    '<item oor:path="/org.openoffice.Office.Common/Security/Scripting">'
    '<prop oor:name="{}" oor:op="fuse"><value>true</value></prop></item>'
)
_SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(_SETTING.format(name) for name in ("DisableMacrosExecution", "BlockUntrustedRefererLinks"))
    + "</oor:items>"
)


def find_libreoffice() -> str | None:
    """The program's path; None when LibreOffice is not installed. Looked for once a minute: screens ask each time."""
    return _find_in(os.environ.get("PATH", ""), _PLACES, int(time.monotonic() // 60))


@lru_cache(1)
def _find_in(path: str, places: tuple[str, ...], _minute: int) -> str | None:
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name, path=path):
            return found
    return next((place for place in places if Path(place).exists()), None)


def convert_to_pdf(content: bytes, suffix: str = ".docx", seconds: float = 120.0) -> bytes:
    """The pages as LibreOffice sets them; raises Unavailable without LibreOffice, UnreadableInput when it fails."""
    return convert(content, suffix, "pdf", seconds)


def convert(content: bytes, suffix: str, target: str, seconds: float = 120.0) -> bytes:
    """The document as another kind of file, which is named as `soffice --convert-to` names it, e.g. `pdf`."""
    ending = target.partition(":")[0]
    program = find_libreoffice()
    if program is None:
        raise Unavailable(
            "no-libreoffice",
            f"LibreOffice makes the {ending.upper()}, and it is not installed here. {HOW_TO_INSTALL}",
        )
    with TemporaryDirectory(prefix="resume-customizer-") as name:
        folder = Path(name)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        source = folder / f"resume{suffix}"
        source.write_bytes(content)
        into = ["--convert-to", target, "--outdir", str(folder), str(source)]
        said = _run([program, *_options(profile), *into], seconds)
        with suppress(FileNotFoundError):
            return (folder / f"resume.{ending}").read_bytes()
    raise UnreadableInput(f"no-{ending}", f"LibreOffice made no {ending.upper()} of it. {said}".strip())


def set_pages(content: bytes) -> int:
    """How many pages LibreOffice makes of a DOCX; raises as `convert_to_pdf` does."""
    from resume_customizer.resume.pdf import count_pdf_pages

    return count_pdf_pages(convert_to_pdf(content))


def _options(profile: Path) -> list[str]:
    return [
        "--headless",
        "--norestore",
        "--nologo",
        "--nodefault",
        "--nolockcheck",
        f"-env:UserInstallation={profile.as_uri()}",
    ]


def _run(command: list[str], seconds: float) -> str:
    """Run it to its end or until the time is up, with every process that it starts; returns its last words."""
    own_group = sys.platform != "win32"
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=own_group,
    ) as process:
        try:
            said, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            raise Unavailable("timeout", f"LibreOffice took longer than {seconds:g} seconds and was stopped.") from None
        finally:
            _end(process, own_group)
    return said.decode("utf-8", "replace").strip()[-300:]


def _end(process: "subprocess.Popen[bytes]", own_group: bool) -> None:
    """End it and what it started, also when this is left by Ctrl-C."""
    if own_group:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
