"""Coverage-guided search for inputs that crash, hang or break a promise; `make faults` runs it, target by target.

    seeds (the builders' files)  ->  mutations  ->  story | fragments | package | points  ->  a refusal, or all promises

A refusal (an error of our own tree) is a good answer to any bytes; anything else that is raised is a finding, and so
is an input that takes longer than 10 seconds or more than 2 GB. Findings are kept beside the seeds.

    PYTHONPATH=tests python tests/faults/fuzz.py story 300
"""

import importlib
import io
import pkgutil
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from builders.shapes import ALL_SHAPES
from builders.tech_stack_texts import make_text
from builders.zips import Member, zip_bytes

atheris: Any = importlib.import_module("atheris")

with atheris.instrument_imports(include=["resume_customizer"]):
    import resume_customizer
    from resume_customizer.core.errors import PromiseBroken, ResumeCustomizerError
    from resume_customizer.core.points import Point, PointBank, TechStack
    from resume_customizer.core.tech_stack import parse_tech_stack
    from resume_customizer.resume.verifier import undo, verify
    from resume_customizer.services.documents.customizing import customize
    from resume_customizer.services.documents.instructions import Instructions

    for late in pkgutil.walk_packages(resume_customizer.__path__, "resume_customizer."):
        if late.name.split(".")[1] in ("core", "resume", "services"):
            importlib.import_module(late.name)

    from builders.putting import put
    from faults.mutations import story_from

FOLDER = Path("out") / "fuzz"
STORY = "word/document.xml"
NAMES = ("points.txt", "points.json", "points.yaml", "points.csv", "points.md")
BANK = PointBank((TechStack("Kafka", (Point("Moved events <&> to “topics”.", 2), Point("Wrote a replay tool.", 3))),))


def _members(content: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


AROUND = [each for each in _members(ALL_SHAPES[0].data) if each[0] != STORY]


def check_story(markup: bytes) -> None:
    """Any bytes as the main part of an otherwise good document."""
    members = [*AROUND, (STORY, markup)]
    check_package(zip_bytes([Member(name, data) for name, data in members]))


def check_fragments(data: bytes) -> None:
    """Any choice of odd fragments as a story, with points behind any of its paragraphs."""
    provider = atheris.FuzzedDataProvider(data)
    story = story_from(lambda count: provider.ConsumeIntInRange(0, count - 1))
    content = zip_bytes([Member(name, each) for name, each in [*AROUND, (STORY, story)]])
    check_package(content)
    try:
        written = put(content, provider.ConsumeIntInRange(0, 5))
    except PromiseBroken:
        raise
    except ResumeCustomizerError:
        return
    found = verify(content, written.content, written.certificate)
    if not found.holds or undo(written.content, written.certificate) != content:
        raise PromiseBroken("fuzz", "; ".join(found.problems) or "undo gives another file")


def check_package(content: bytes) -> None:
    """Any bytes as a document: refused, or customized with every promise kept."""
    try:
        done = customize(content, Instructions(bank=BANK))
    except PromiseBroken:
        raise
    except ResumeCustomizerError:
        return
    if done.written is None:
        return
    found = verify(content, done.written.content, done.written.certificate)
    if not found.holds or undo(done.written.content, done.written.certificate) != content:
        raise PromiseBroken("fuzz", "; ".join(found.problems) or "undo gives another file")


def check_points(data: bytes) -> None:
    """Any bytes as a points file: refused, or read without losing a line's number."""
    try:
        bank = parse_tech_stack(data, file_name=NAMES[len(data) % len(NAMES)])
    except ResumeCustomizerError:
        return
    if any(point.line < 1 or not point.text.strip() for stack in bank.stacks for point in stack.points):
        raise PromiseBroken("fuzz", "a point without text or line")


def _story_seeds() -> Iterator[bytes]:
    for sample in ALL_SHAPES:
        yield from (data for name, data in _members(sample.data) if name == STORY)


TARGETS: dict[str, tuple[Callable[[bytes], None], Callable[[], Iterator[bytes]]]] = {
    "story": (check_story, _story_seeds),
    "fragments": (check_fragments, lambda: (bytes(range(first, first + 60)) for first in range(0, 180, 9))),
    "package": (check_package, lambda: (sample.data for sample in ALL_SHAPES)),
    "points": (check_points, lambda: (make_text(seed).data for seed in range(60))),
}


def main(target: str, seconds: str) -> None:
    """Search one target for so many seconds; the process ends with a code other than 0 at the first finding."""
    check, seeds = TARGETS[target]
    corpus = FOLDER / target
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    limits = [
        f"-max_total_time={seconds}",
        "-timeout=10",
        "-rss_limit_mb=2048",
        "-max_len=200000",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={corpus}-", str(corpus)], check)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:3])
