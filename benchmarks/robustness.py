"""Any Word document, not only resumes: points behind paragraphs here and there, or a refusal with its reason.

    python benchmarks/robustness.py [FOLDER] [--judge COMMAND]

For each file, points are put behind five of its paragraphs, plain and as tracked changes; then it is verified with
and without certificate and undone. `--judge` names an independent command that is called with both files and must
exit with 0. Without a folder the sample resumes of the tests are used. Prints how many held, the refusals by
reason, and every failure; exits with 1 when there is one.
"""

import argparse
import shlex
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from resume_customizer.core.errors import InvalidInput, ResumeCustomizerError
from resume_customizer.core.points import Point, PointBank, TechStack
from resume_customizer.resume.reader import open_document
from resume_customizer.resume.verifier import undo, verify
from resume_customizer.resume.writer import Revision
from resume_customizer.services.documents.customizing import customize
from resume_customizer.services.documents.instructions import Instructions

POINTS = ("Built “claims” intake & ledger <v2> for 40 teams.", "3.5x faster nightly batch – with zero lost messages")
BANK = PointBank((TechStack("Java", tuple(Point(text, line) for line, text in enumerate(POINTS, start=1))),))
REVISION = Revision('Ada "A" & Co', datetime(2026, 1, 2, tzinfo=UTC))


def places(content: bytes) -> list[int]:
    """Five paragraphs of a document, from 1; raises what reading raises."""
    seen = [line.index + 1 for line in open_document(content).lines if not line.fallback]
    return sorted({seen[len(seen) * part // 4 - (part == 4)] for part in range(5)}) if seen else []


def faults(path: Path, content: bytes, place: int, revision: Revision | None, judge: list[str]) -> list[str]:
    """What is wrong with one customization."""
    written = customize(content, Instructions(BANK, after_paragraph=place, revision=revision)).written
    if written is None:
        return ["nothing was placed"]
    found = [] if undo(written.content, written.certificate) == content else ["undo gives another file"]
    for certificate in (None, written.certificate):
        found += verify(content, written.content, certificate).problems
    if judge:
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / path.name
            target.write_bytes(written.content)
            done = subprocess.run([*judge, str(path), str(target)], capture_output=True, text=True, check=False)
            found += [f"judge: {done.stdout.strip()[:160]}"] if done.returncode else []
    return found


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", nargs="?", type=Path)
    arguments.add_argument("--judge", default="")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as place:
        return report(options.folder or samples(Path(place)), shlex.split(options.judge))


def samples(folder: Path) -> Path:
    """The sample resumes of the tests, as files."""
    from builders import ALL_SHAPES

    for sample in ALL_SHAPES:
        (folder / f"{sample.name}.docx").write_bytes(sample.data)
    return folder


def report(folder: Path, judge: list[str]) -> int:
    """Go through all files and say what came out; 1 when something was wrong."""
    held, refused, broken = Counter[str](), Counter[str](), []
    files = sorted(path for path in folder.iterdir() if path.suffix in (".docx", ".dotx", ".docm", ".dotm"))
    for path in files:
        content = path.read_bytes()
        try:
            for place in places(content):
                for revision in (None, REVISION):
                    problems = faults(path, content, place, revision, judge)
                    held["held" if not problems else "broken"] += 1
                    broken += [f"{path.name} paragraph {place}: {problem}" for problem in problems]
        except InvalidInput as refusal:
            refused[refusal.code] += 1
        except ResumeCustomizerError as fault:
            broken.append(f"{path.name}: {fault}")
    print(f"{len(files)} files, {sum(refused.values())} refused: {dict(refused)}")
    print(f"{held['held']} customizations held, {held['broken']} did not")
    print("\n".join(broken))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
