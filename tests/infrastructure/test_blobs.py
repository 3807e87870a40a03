"""What is special about each place for stored files."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from resume_customizer.core.errors import InvalidInput, Unavailable
from resume_customizer.infrastructure.blobs.folder import FolderBlobs
from resume_customizer.infrastructure.blobs.object_store import ObjectStoreBlobs

WORKSPACE = "0193a5c2-0000-7000-8000-000000000001"
WRITER = """
import sys
from pathlib import Path
from resume_customizer.infrastructure.blobs.folder import FolderBlobs
blobs = FolderBlobs(Path(sys.argv[1]))
together = [bytes([number]) * 40_000 + b"together" for number in range(50)]
print(*blobs.put_all(sys.argv[2], together), sep="\\n", flush=True)
for number in range(10_000):
    print(blobs.put(sys.argv[2], bytes([number % 256]) * 40_000 + b"%d" % number), flush=True)
"""


def test_what_was_accepted_is_there_after_the_process_was_killed(tmp_path: Path) -> None:
    accepted: list[str] = []
    for _ in range(5):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), WORKSPACE], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        accepted.append(writer.stdout.readline().strip())
        time.sleep(0.05)
        os.kill(writer.pid, signal.SIGKILL)
        accepted += [line for line in writer.stdout.read().split("\n") if len(line) == 64]
        writer.stdout.close()
        writer.wait(30)

    blobs = FolderBlobs(tmp_path)
    assert len(set(accepted)) > 5
    for digest in set(accepted):
        blobs.get(WORKSPACE, digest)
    for digest in blobs.list_digests(WORKSPACE):
        blobs.get(WORKSPACE, digest)


def test_an_address_that_no_store_answers_to_is_refused() -> None:
    with pytest.raises(InvalidInput):
        ObjectStoreBlobs("nothing-like-this://bucket")


def test_the_fault_of_an_object_store_is_told_without_its_own_words(tmp_path: Path) -> None:
    blobs = ObjectStoreBlobs(f"file://{tmp_path}/canary-folder", auto_mkdir=False)

    with pytest.raises(Unavailable) as caught:
        blobs.put(WORKSPACE, b"x")
    assert "canary" not in str(caught.value)
