"""What the tests of the doors begin with: a folder with a resume and points, and the command line to run there."""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from builders import a_docx, bold, bullets, heading, line
from resume_customizer.cli.program import app
from resume_customizer.settings import read_settings

POINTS = """Python
• Built streaming loaders for nine tenants
• Tuned slow loops until the nightly batch fit into two hours

Kafka:
• Designed topics and retention for order events
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """What one run of the command line gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever it says
        """Its standard output, which must be JSON and nothing else."""
        return json.loads(self.out)


Run = Callable[..., Ran]


def resume_bytes(name: str = "Petra Vandersloot") -> bytes:
    """A resume with two experiences."""
    return a_docx(
        line(name, bold=True, size=18),
        heading("Experience"),
        line(bold("Harrow Freight"), " | Senior Engineer | Jan 2021 – Present"),
        bullets("Built claim services in Java.", "Tuned slow queries in Oracle."),
        line("Environment: Java, Oracle, Kafka"),
        line(bold("Northgate Mills"), " | Engineer | Mar 2017 – Dec 2020"),
        bullets("Wrote loaders in Python.", "Kept the build green."),
        heading("Education"),
        line("B.S. in Computer Science, Westmere State University, 2016"),
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with `resume.docx` and `points.txt`."""
    (tmp_path / "resume.docx").write_bytes(resume_bytes())
    (tmp_path / "points.txt").write_text(POINTS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    """Run the command line in that folder: `run("inspect", "resume.docx")`."""

    def run_here(*arguments: str | Path, stdin: str | bytes | None = None) -> Ran:
        result = CliRunner().invoke(app, [str(each) for each in arguments], input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ran(result.exit_code, result.stdout, result.stderr)

    return run_here


@pytest.fixture
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An installation of its own in a folder, whatever the surroundings set."""
    for name in [each for each in os.environ if each.startswith("RCP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("RCP_DATA_DIR", str(tmp_path / "data"))
    read_settings.cache_clear()
    yield tmp_path / "data"
    read_settings.cache_clear()
