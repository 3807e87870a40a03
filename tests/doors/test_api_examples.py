"""The examples of docs/api.md, run as they stand there, against a server as it is started."""

import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document

from doors.conftest import POINTS, resume_bytes
from doors.test_cli_serving import served

PAGE = Path(__file__).parent.parent.parent / "docs" / "api.md"
POINT = "Designed an event backbone for 40 services."


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server on which Ann has an account."""
    data = tmp_path_factory.mktemp("data")
    command = [sys.executable, "-m", "resume_customizer", "user", "add", "ann@desk.example", "--name", "Ann Lindqvist"]
    environment = {**os.environ, "RCP_DATA_DIR": str(data)}
    password = "plum vase on the sill\n"
    added = subprocess.run(command, input=password, capture_output=True, text=True, check=False, env=environment)
    assert added.returncode == 0, added.stderr
    with served(data) as found:
        yield found


def test_every_example_does_what_it_says(address: str, tmp_path: Path) -> None:
    blocks = re.findall(r"^```bash\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert len(blocks) >= 4
    assert shutil.which("curl"), "these examples are run with curl: install it"
    (tmp_path / "resume.docx").write_bytes(resume_bytes())
    (tmp_path / "points.txt").write_text(POINTS, "utf-8")

    ran = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", "\n".join(blocks)],
        cwd=tmp_path,
        env={**os.environ, "API": address},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout.count("True") == 2
    texts = [each.text for each in Document(io.BytesIO((tmp_path / "customized.docx").read_bytes())).paragraphs]
    assert POINT in texts
    assert (tmp_path / "once.docx").stat().st_size > 1_000
