"""A short search for documents that break a promise; `make faults` searches for long."""

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
CODES = {"damaged-zip", "bad-xml", "unusual-markup", "duplicate-part"}


def test_broken_documents_are_refused_or_customized_with_every_promise_kept(tmp_path: Path) -> None:
    source = str(HERE.parent.parent / "src")
    command = [sys.executable, str(HERE / "mutations.py"), "--seed", "7", "--count", "500"]
    environment = {"PYTHONPATH": f"{HERE.parent}:{source}", "PYTHONHASHSEED": "0"}

    ran = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=600, check=False
    )
    report = json.loads(ran.stdout)

    assert report["findings"] == []
    assert ran.returncode == 0
    assert sum(report["outcomes"].values()) == 500
    assert report["outcomes"]["customized"] > 100
    assert {code for code in CODES if f"refused: {code}" in report["outcomes"]} == CODES
