"""What a shell is told on Tab."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from doors.conftest import Run


def _asked(*words: str) -> list[str]:
    """What bash would be told when the last word is incomplete."""
    asking = {"COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1)}
    environment = {**os.environ, **asking, "_RESUME_CUSTOMIZER_COMPLETE": "complete_bash"}
    command = [sys.executable, "-m", "resume_customizer"]
    ran = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=60, check=True)
    assert ran.stderr == ""
    return ran.stdout.split()


def test_commands_options_and_choices_are_completed() -> None:
    assert _asked("resume-customizer", "c") == ["customize", "completion", "compare", "consultant", "client-copy"]
    assert "--posting" in _asked("resume-customizer", "plan", "--po")
    assert _asked("resume-customizer", "--ver") == ["--version"]
    assert _asked("resume-customizer", "batch", "prev") == ["preview"]
    assert _asked("resume-customizer", "completion", "f") == ["fish"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_the_script_of_a_shell_asks_this_program(run: Run, shell: str) -> None:
    ran = run("completion", shell)

    assert (ran.code, ran.err) == (0, "")
    assert "_RESUME_CUSTOMIZER_COMPLETE" in ran.out
    assert run("completion", shell, "--json").json == {"shell": shell, "script": ran.out.rstrip("\n")}


def test_bash_takes_the_script_and_completes(run: Run, tmp_path: Path) -> None:
    bash = shutil.which("bash")
    assert bash
    script = run("completion", "bash").out
    command = tmp_path / "resume-customizer"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m resume_customizer "$@"\n', "utf-8")
    command.chmod(0o755)
    asked = (
        "COMP_WORDS=(resume-customizer veri); COMP_CWORD=1; "
        '_resume_customizer_completion resume-customizer; echo "${COMPREPLY[*]}"'
    )
    path = f"{tmp_path}:{os.environ['PATH']}"
    ran = subprocess.run(
        [bash, "-c", f"{script}\n{asked}"],
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (ran.stdout, ran.stderr) == ("verify\n", "")


def test_an_unknown_shell_is_wrong_usage(run: Run) -> None:
    ran = run("completion", "csh")

    assert ran.code == 2
    assert "'csh' is not one of bash, zsh, fish, powershell." in ran.err
