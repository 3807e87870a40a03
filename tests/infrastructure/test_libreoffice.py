"""PDFs through LibreOffice: the promises of resume_customizer.infrastructure.libreoffice."""

import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from builders import a_docx, line
from resume_customizer.core.errors import Unavailable, UnreadableInput
from resume_customizer.infrastructure import libreoffice as adapter
from resume_customizer.infrastructure.libreoffice import convert_to_pdf


def test_two_conversions_at_a_time_do_not_disturb_each_other(libreoffice: Callable[[bytes], bytes]) -> None:
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(libreoffice, [a_docx(line("One")), a_docx(line("Two"))]))

    assert [each[:5] for each in made] == [b"%PDF-", b"%PDF-"]


def test_without_libreoffice_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(adapter, "_PLACES", ())

    with pytest.raises(Unavailable, match="Install LibreOffice") as fault:
        convert_to_pdf(b"")

    assert fault.value.code == "no-libreoffice"


def test_what_it_can_not_convert_is_said(libreoffice: Callable[[bytes], bytes]) -> None:
    with pytest.raises(UnreadableInput, match="no PDF"):
        convert_to_pdf(b"PK\x03\x04 nothing")


def test_a_conversion_that_takes_too_long_is_stopped_with_all_it_started() -> None:
    child = "import subprocess, sys; print(subprocess.Popen(['sleep', '300']).pid, flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", f"{child}; import time; time.sleep(300)"]
    started = time.monotonic()

    with pytest.raises(Unavailable, match="took longer than 1 seconds"):
        adapter._run(command, 1.0)

    assert time.monotonic() - started < 10
    left = subprocess.run(["pgrep", "-f", "sleep 300"], capture_output=True, encoding="utf-8", check=False)
    assert left.stdout == ""
