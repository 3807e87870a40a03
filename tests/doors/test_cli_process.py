"""The program as a whole process: start-up, exit codes, broken pipes, unexpected faults, narrow terminals."""

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from doors.conftest import Run, resume_bytes
from resume_customizer import __version__
from resume_customizer.cli import program, screen
from resume_customizer.cli.commands import COMMANDS
from resume_customizer.core.errors import Unavailable

ON_FILES = (
    "customize", "plan", "inspect", "parse-points", "verify", "undo", "diff", "doctor", "preview", "pdf",
)  # fmt: skip


def _process(*arguments: str, **how: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "resume_customizer", *arguments]
    return subprocess.run(command, capture_output=True, timeout=60, check=False, **how)  # ty: ignore[no-matching-overload]


def test_the_main_job_works_as_a_process(folder: Path) -> None:
    customized = _process("customize", "resume.docx", "--points", "points.txt", "-o", "out.docx")
    verified = _process("verify", "resume.docx", "out.docx")
    again = _process("customize", "out.docx", "--points", "points.txt")

    assert (customized.returncode, verified.returncode, again.returncode) == (0, 0, 4)
    assert customized.stderr == verified.stderr == again.stderr == b""


def test_help_names_every_command_and_every_command_has_an_example(run: Run) -> None:
    said = run("--help").out

    assert "Exit codes: 0 done, 1 " in said
    for command in ON_FILES:
        assert f"  {command} " in said
        assert f"resume-customizer {command}" in run(command, "--help").out or command == "doctor"


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"resume-customizer {__version__}\n"


def test_a_command_that_is_misspelled_is_wrong_usage_with_a_hint(run: Run) -> None:
    ran = run("custmize", "resume.docx")

    assert ran.code == 2
    assert "customize" in ran.err


@pytest.mark.parametrize("library", ["rich", "mammoth", "docx", "pydantic", "multiprocessing", "lxml"])
def test_customizing_one_resume_loads_no_library_that_it_does_not_need(folder: Path, library: str) -> None:
    code = (
        f"import sys; sys.argv = ['rc', 'customize', 'resume.docx', '-p', 'points.txt', '--json']\n"
        f"from resume_customizer.cli import main\n"
        f"try:\n    main()\nexcept SystemExit as left:\n    assert left.code == 0\n"
        f"assert '{library}' not in sys.modules\n"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=60, check=False)

    assert ran.stderr == ""
    assert ran.returncode == 0


@pytest.mark.parametrize(
    "command", [["--help"], ["inspect", "resume.docx", "--json"], ["diff", "resume.docx", "big.docx"]]
)
def test_a_reader_that_goes_away_is_no_fault(folder: Path, command: list[str]) -> None:
    (folder / "big.docx").write_bytes(resume_bytes("x" * 2_000_000))
    with subprocess.Popen(
        [sys.executable, "-m", "resume_customizer", *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()

    assert said == b""


def test_an_unexpected_fault_is_one_sentence_and_debug_shows_the_rest(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from resume_customizer.resume import reader

    def fail(*_: object) -> None:
        message = "the sky\nfell"
        raise LookupError(message)

    monkeypatch.setattr(reader, "read_resume", fail)
    monkeypatch.delenv(program.DEBUG, raising=False)

    ran = run("inspect", "resume.docx")

    assert ran.code == 1
    assert "LookupError: the sky" in ran.err
    assert "--debug" in ran.err
    assert "Traceback" not in ran.err
    assert ran.out == ""
    with pytest.raises(LookupError, match="fell"):
        run("--debug", "inspect", "resume.docx")
    monkeypatch.delenv(program.DEBUG)


def test_debug_works_wherever_it_stands() -> None:
    assert program._with_debug_first(["inspect", "x", "--debug"]) == ["--debug", "inspect", "x"]
    assert program._with_debug_first(["inspect", "--", "--debug"]) == ["inspect", "--", "--debug"]
    assert program._with_debug_first(["inspect", "x"]) == ["inspect", "x"]


def test_a_missing_part_of_the_installation_is_exit_code_1(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from resume_customizer.infrastructure import libreoffice

    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: None)

    ran = run("pdf", "resume.docx")

    assert ran.code == 1
    assert "sudo apt install libreoffice-writer" in ran.err
    assert issubclass(Unavailable, Exception)


def test_json_is_readable_where_the_terminal_knows_ascii_only(folder: Path) -> None:
    (folder / "points.txt").write_text("Café ☕\n• Built “it” – well\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}

    as_json = _process("parse-points", "points.txt", "--json", env=environment)
    as_text = _process("parse-points", "points.txt", env=environment)

    assert as_json.returncode == as_text.returncode == 0
    assert b"Caf\\u00e9" in as_json.stdout
    assert b"Caf?" in as_text.stdout


def test_a_file_name_that_is_no_text_works(folder: Path) -> None:
    name = b"r\xff.docx"
    Path(os.fsdecode(name)).write_bytes((folder / "resume.docx").read_bytes())

    one = _process("customize", os.fsdecode(name), "-p", "points.txt", "--json")
    two = _process("customize", os.fsdecode(name), "resume.docx", "-p", "points.txt", "-o", "out")

    assert one.returncode == two.returncode == 0
    assert os.path.exists(b"customized/" + name)  # noqa: PTH110 - Path takes no bytes


def test_what_a_file_says_can_not_steer_the_terminal() -> None:
    assert screen.clean("a\x1b[31mb\x9b1mc\u202ed\re") == "a�[31mb�1mc�d�e"


def test_colours_are_for_terminals_that_want_them(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    terminal = Terminal()

    assert screen.painted("x", "red", stream=terminal) == "\x1b[31mx\x1b[0m"  # ty: ignore[invalid-argument-type]
    monkeypatch.setenv("NO_COLOR", "1")
    assert screen.painted("x", "red", stream=terminal) == "x"  # ty: ignore[invalid-argument-type]
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert screen.painted("x", "red", stream=terminal) == "x"  # ty: ignore[invalid-argument-type]


def test_options_are_read_without_a_library_for_it() -> None:
    from resume_customizer.cli.values import read_plainly

    command = typer.main.get_command(program.app)
    parameters = [each for name in ON_FILES for each in command.commands[name].params]  # ty: ignore[missing-attribute]
    read_plainly(parameters)

    assert len(parameters) > 40
    assert [each.name for each in parameters if type(each._runtime_param).__name__ != "_Plainly"] == []


def test_every_module_of_commands_adds_what_the_program_says_and_no_other() -> None:
    added = {module: _added_by(module) for module in COMMANDS}

    assert len(added) >= 10
    assert added == COMMANDS


def _added_by(module: str) -> dict[str, str]:
    """The names of the commands with a line on each."""
    part = typer.Typer()
    importlib.import_module(f"resume_customizer.cli.{module}").add_commands(part, program.Command)
    return {name: each.get_short_help_str(500) for name, each in typer.main.get_group(part).commands.items()}


def test_help_is_shown_without_loading_a_command() -> None:
    assert _loaded_by("--help") == []


def test_a_command_loads_no_other() -> None:
    assert _loaded_by("inspect", "--help") == ["reading"]


def _loaded_by(*arguments: str) -> list[str]:
    """The modules of commands that a process has loaded at its end."""
    code = (
        "import atexit, json, sys; from resume_customizer.cli import commands, main\n"
        "loaded = lambda: [name for name in commands.COMMANDS if f'resume_customizer.cli.{name}' in sys.modules]\n"
        "atexit.register(lambda: print(json.dumps(loaded())))\n"
        "main()"
    )
    command = [sys.executable, "-c", code, *arguments]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    loaded: list[str] = json.loads(ran.stdout.splitlines()[-1])
    return loaded


def test_ctrl_c_while_the_program_is_still_being_loaded_says_nothing() -> None:
    code = (
        "import sys\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'resume_customizer.cli.program':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "from resume_customizer.cli import main\n"
        "main()\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)

    assert (ran.returncode, ran.stdout, ran.stderr) == (130, b"", b"")
