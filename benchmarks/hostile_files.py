"""What hostile files cost: time and memory until each is refused, taken or stopped.

    python benchmarks/hostile_files.py [NAME …]

Each file of the tests' builders, and worse ones, goes through the sandbox as from a visitor: first what is looked at
before anything is unpacked (`check_upload`), then the whole of customizing, or of reading a PDF. A process is begun
anew for each file, so that its peak of memory is that of the file. Prints the worst against the bounds: a refusal
before unpacking takes less than 2 seconds and 300 MB, whatever else at most 15 seconds and
900 MB beyond what its process begins with, which is less than 100 MB. Exits with 1 when one is over its bound. The load
of the machine is told, since times are those of a shared one.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from builders.hostile import ALL_HOSTILE
from builders.hostile_pdfs import HOSTILE_PDFS, a_form_tree, a_pdf_bomb
from builders.pdf import a_pdf_of_operators
from doors.conftest import POINTS
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.infrastructure.sandbox import Sandbox
from resume_customizer.resume.pdf import is_pdf
from resume_customizer.resume.pdf_resume import read_pdf_resume
from resume_customizer.services.documents import one_call
from resume_customizer.services.library.uploads import check_upload

_POINTS = POINTS.encode()
_EARLY, _ANY = (2.0, 300_000_000), (15.0, 900_000_000)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one file took."""

    name: str
    step: str
    outcome: str
    seconds: float
    memory: int
    """Beyond what the process had before, in bytes."""

    @property
    def is_over(self) -> bool:
        """Whether it took more than it may."""
        seconds, memory = _EARLY if self.step == "preflight" else _ANY
        return self.seconds > seconds or self.memory > memory


def inputs(chosen: list[str]) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Each file by its name."""
    every = [(each.name, each.make) for each in ALL_HOSTILE]
    every += [(f"pdf-{name}", make) for name, make in HOSTILE_PDFS.items()]
    every.append(("pdf-of-operators", lambda: a_pdf_of_operators(700_000)))
    every.append(("pdf-bomb-of-a-gigabyte", lambda: a_pdf_bomb(1000)))
    every.append(("pdf-form-tree-of-25", lambda: a_form_tree(25)))
    yield from (each for each in every if not chosen or each[0] in chosen)


def preflight(content: bytes) -> int:
    """Look at a file as an upload; gives the peak of memory. Its error goes on."""
    check_upload("resume.docx", content)
    return _peak()


def whole(content: bytes) -> int:
    """Customize it, or read a PDF."""
    if is_pdf(content):
        read_pdf_resume(content)
        return _peak()
    one_call.customize(one_call.Request(content, points=_POINTS, source="points"))
    return _peak()


def measured(work: Callable[[bytes], int], content: bytes) -> tuple[str, int]:
    """What became of it, and how much memory its process grew by; within the sandbox."""
    before = _peak()
    try:
        work(content)
    except ResumeCustomizerError as fault:
        return fault.code, _peak() - before
    return "taken", _peak() - before


def cost(name: str, step: str, work: Callable[[bytes], int], content: bytes) -> Cost:
    """One file through a new sandbox."""
    sandbox = Sandbox(processes=1)
    try:
        sandbox.call(abs, -1)  # its process has started
        begin = time.perf_counter()
        try:
            outcome, memory = sandbox.call(measured, work, content)
        except ResumeCustomizerError as fault:
            outcome, memory = f"stopped: {fault.code}", 0
        return Cost(name, step, outcome, time.perf_counter() - begin, memory)
    finally:
        sandbox.close()


def _peak() -> int:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main() -> int:
    """Measure them all."""
    costs = []
    for name, make in inputs(sys.argv[1:]):
        content = make()
        costs += [cost(name, "preflight", preflight, content), cost(name, "whole", whole, content)]
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; {len(costs) // 2} files")
    for step in ("preflight", "whole"):
        some = [each for each in costs if each.step == step]
        slowest, largest = max(some, key=lambda each: each.seconds), max(some, key=lambda each: each.memory)
        print(f"{step}: slowest {slowest.seconds:.2f} s ({slowest.name}: {slowest.outcome})")
        print(f"{step}: largest {largest.memory / 1e6:.0f} MB ({largest.name}: {largest.outcome})")
        stopped = [each.name for each in some if each.outcome.startswith("stopped")]
        print(f"{step}: {len(stopped)} were stopped by the sandbox{': ' if stopped else ''}{', '.join(stopped)}")
    over = [each for each in costs if each.is_over]
    for each in over:
        print(f"OVER ITS BOUND: {each}")
    return int(bool(over))


if __name__ == "__main__":
    sys.exit(main())
