"""What honest files need of the sandbox: address space and memory of its process, at their peaks.

    python benchmarks/honest_files.py [FOLDER …]

Each file goes through all that is done with documents, each step in a process of its own that may take what it likes:
understanding, planning, customizing, drawing as a page, foreseeing its pages, its metadata, a copy without names, and
mammoth; where LibreOffice is installed, its PDF is read and drawn. Without a folder: the sample resumes of the tests,
and resumes as long as they are still accepted. Prints the largest of each step against what the sandbox grants, and
exits with 1 when something would be stopped by it.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from builders import ALL_SHAPES
from builders.hostile_markup import long_document
from doors.conftest import POINTS
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.infrastructure.libreoffice import convert_to_pdf, find_libreoffice
from resume_customizer.infrastructure.processes import DOCUMENT_LIMITS, Limits
from resume_customizer.infrastructure.sandbox import Sandbox
from resume_customizer.resume.anonymous import anonymize
from resume_customizer.resume.metadata import read_metadata
from resume_customizer.resume.package import Permissions
from resume_customizer.resume.pdf_pages import draw_pages
from resume_customizer.resume.pdf_resume import read_pdf_resume
from resume_customizer.resume.plain_text import text_by_mammoth
from resume_customizer.resume.preview import preview_html
from resume_customizer.services.documents import one_call, plan_board
from resume_customizer.services.library.resumes import understand

_ALL = Permissions(macros=True, signature=True)
_WITHOUT_END = Limits(seconds=120.0, memory=64_000_000_000)
_PAGES = (300, 1000, 2000)


class Cost(NamedTuple):
    """What one step took of its process, in bytes and seconds."""

    space: int
    """Address space beyond what the process began with: what the sandbox limits."""
    memory: int
    """All that it held of the machine's memory, with what it began with."""
    seconds: float
    name: str
    outcome: str


def request(content: bytes) -> one_call.Request:
    """Points for a file."""
    return one_call.Request(content, points=POINTS.encode(), source="points", permissions=_ALL)


STEPS: dict[str, Callable[[bytes], Any]] = {
    "understand": lambda content: understand("resume.docx", content, _ALL),
    "plan": lambda content: plan_board.draw(request(content)),
    "customize": lambda content: one_call.customize(request(content)),
    "draw": lambda content: preview_html(content, content, "resume"),
    "foresee pages": lambda content: plan_board.foresee_pages(request(content)),
    "metadata": lambda content: read_metadata(content, _ALL),
    "copy without names": lambda content: anonymize(content, ("Petra Vandersloot",), _ALL),
    "mammoth": text_by_mammoth,
}
PDF_STEPS: dict[str, Callable[[bytes], Any]] = {"read a PDF": read_pdf_resume, "draw a PDF": draw_pages}


def measured(step: str, content: bytes) -> tuple[int, int, float, str]:
    """One step, within the sandbox."""
    before, begin, outcome = _peaks()[0], time.perf_counter(), "done"
    try:
        (STEPS | PDF_STEPS)[step](content)
    except ResumeCustomizerError as fault:
        outcome = fault.code
    space, memory = _peaks()
    return space - before, memory, time.perf_counter() - begin, outcome


def _peaks() -> tuple[int, int]:
    told = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text("utf-8").splitlines())
    return tuple(int(told[name].split()[0]) * 1024 for name in ("VmPeak", "VmHWM"))  # ty: ignore[invalid-explicit-return]


def cost(name: str, step: str, content: bytes) -> Cost:
    """One step of one file in a new process."""
    sandbox = Sandbox(processes=1, limits=_WITHOUT_END, loaded=("resume_customizer.services.documents.made", __name__))
    try:
        space, memory, seconds, outcome = sandbox.call(measured, step, content)
        return Cost(space, memory, seconds, name, outcome)
    except ResumeCustomizerError as fault:
        return Cost(0, 0, 0.0, name, f"stopped: {fault.code}")
    finally:
        sandbox.close()


def files(folders: list[str]) -> Iterator[tuple[str, bytes]]:
    """Each file by its name."""
    for folder in map(Path, folders):
        for path in sorted(folder.iterdir()):
            if path.suffix in (".docx", ".dotx", ".docm", ".dotm"):
                yield path.name, path.read_bytes()
    if not folders:
        yield from ((each.name, each.data) for each in ALL_SHAPES)
        yield from ((f"{pages} pages", long_document(45 * pages)) for pages in _PAGES)


def costs(name: str, content: bytes) -> Iterator[tuple[str, Cost]]:
    """Every step of one file."""
    for step in STEPS:
        yield step, cost(name, step, content)
    if find_libreoffice():
        try:
            pdf = convert_to_pdf(content)
        except ResumeCustomizerError:
            return
        for step in PDF_STEPS:
            yield step, cost(name, step, pdf)


def main() -> int:
    """Measure them all."""
    found, count = dict[str, list[Cost]](), 0
    for name, content in files(sys.argv[1:]):
        count += 1
        for step, each in costs(name, content):
            found.setdefault(step, []).append(each)
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; {count} files")
    for step, some in found.items():
        space, memory = max(some), max(some, key=lambda each: each.memory)
        print(f"{step}: {space.space / 1e6:.0f} MB of space ({space.name}: {space.outcome}, {space.seconds:.1f} s)")
        print(f"{'':{len(step)}}  {memory.memory / 1e6:.0f} MB of memory ({memory.name}: {memory.outcome})")
    over = [each for some in found.values() for each in some if each.space > DOCUMENT_LIMITS.memory]
    for each in over:
        print(f"WOULD BE STOPPED: {each}")
    return int(bool(over))


if __name__ == "__main__":
    sys.exit(main())
