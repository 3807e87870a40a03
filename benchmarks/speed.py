"""How fast a resume is customized, against python-docx doing the least that could be called the same.

    python benchmarks/speed.py [FOLDER] [--rounds N]

The peer opens a file, puts 12 deep copies of one paragraph behind it, and saves. Ours is measured in three
parts: the writer alone (splice at the plan's places, copy the rest raw), the whole job (read, understand, plan
12 points, write, read back, certify), and the job from a stored `ResumeDocument` (plan, write, read back,
certify). All run in turn on the same file in the same process; CPU time over blocks of calls, the least of the
rounds. Without a folder the sample resumes of the tests are used. Prints median and 10th percentile of the ratios.
"""

import argparse
import copy
import gc
import io
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import docx

from resume_customizer.core.document import ResumeDocument
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.planning.distribution import distribute
from resume_customizer.core.points import Point, PointBank, TechStack
from resume_customizer.resume.reader import read_resume
from resume_customizer.resume.writer import splice_resume, write_resume

POINTS = 12
BLOCK = 0.03
"""CPU seconds that one measurement should last, so that the clock and cold caches weigh the same for all."""
BANK = PointBank(
    tuple(
        TechStack(
            technology,
            tuple(
                Point(f"{verb} the {thing} in {technology} with care for the people who use it", line)
                for line, (verb, thing) in enumerate(
                    (
                        ("Designed", "claims intake"),
                        ("Tuned", "nightly batch"),
                        ("Guarded", "pricing engine"),
                        ("Moved", "ledger"),
                    )
                )
            ),
        )
        for technology in ("Kafka", "Terraform", "PostgreSQL")
    )
)


def samples(folder: Path | None) -> list[tuple[str, bytes]]:
    """(name, bytes) of the files to measure on."""
    if folder is not None:
        paths = sorted(path for path in folder.iterdir() if path.suffix in (".docx", ".dotx"))
        return [(path.name, path.read_bytes()) for path in paths]
    from builders import ALL_SHAPES

    return [(sample.name, sample.data) for sample in ALL_SHAPES]


def with_python_docx(content: bytes) -> bytes:
    """Open, insert 12 deep copies of a paragraph, save."""
    document = docx.Document(io.BytesIO(content))
    paragraphs = document.paragraphs
    model = paragraphs[len(paragraphs) // 2]._element  # noqa: SLF001 - as python-docx users do it
    for _ in range(POINTS):
        model.addnext(copy.deepcopy(model))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def whole_job(content: bytes) -> None:
    """Read, understand, plan, write, read back, certify."""
    from_stored(content, read_resume(content))


def from_stored(content: bytes, document: ResumeDocument) -> None:
    """Plan, write, read back, certify."""
    plan = distribute(document, BANK)
    write_resume(content, document, plan)


def cpu(action: Callable[[], object], repeat: int) -> float:
    """CPU seconds of one call, over several in a row."""
    gc.collect()
    begin = time.process_time()
    for _ in range(repeat):
        action()
    return (time.process_time() - begin) / repeat


def measure(content: bytes, rounds: int) -> dict[str, float] | None:
    """Seconds for each part on one file; None when the file is not for one of the two."""
    try:
        with_python_docx(content)
        document = read_resume(content)
        plan = distribute(document, BANK)
        write_resume(content, document, plan)
    except (ResumeCustomizerError, KeyError, ValueError, IndexError, AttributeError):
        return None
    parts: dict[str, Callable[[], object]] = {
        "peer": lambda: with_python_docx(content),
        "writer": lambda: splice_resume(content, document, plan),
        "whole": lambda: whole_job(content),
        "stored": lambda: from_stored(content, document),
    }
    repeats = {name: max(1, round(BLOCK / cpu(action, 2))) for name, action in parts.items()}
    best = dict.fromkeys(parts, float("inf"))
    for _ in range(rounds):
        for name, action in parts.items():
            best[name] = min(best[name], cpu(action, repeats[name]))
    return best


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", nargs="?", type=Path)
    arguments.add_argument("--rounds", type=int, default=7)
    arguments.add_argument("--files", action="store_true", help="one line for each file")
    options = arguments.parse_args()
    files = samples(options.folder)
    rows = {name: found for name, content in files if (found := measure(content, options.rounds))}
    if options.files:
        for name, row in sorted(rows.items(), key=lambda item: item[1]["peer"] / item[1]["writer"]):
            figures = "  ".join(f"{part} {row[part] * 1000:7.3f} ms (× {row['peer'] / row[part]:5.1f})" for part in row)
            print(f"{name[:24]:24} {figures}")
    print(f"{len(rows)} of {len(files)} files can be measured (both programs open them, and points can be placed)")
    for part, meaning in (
        ("writer", "writer alone"),
        ("whole", "whole job"),
        ("stored", "from a stored document"),
    ):
        ratios = sorted(row["peer"] / row[part] for row in rows.values())
        tenth = ratios[int(len(ratios) * 0.1)]
        typical = statistics.median(row[part] for row in rows.values()) * 1000
        ratio = f"× {statistics.median(ratios):5.1f} median, × {tenth:5.1f} at the 10th percentile"
        print(f"{meaning:24} {ratio} ({typical:.2f} ms)")


if __name__ == "__main__":
    main()
