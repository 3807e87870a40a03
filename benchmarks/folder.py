"""A folder of many resumes on two processes, against a python-docx loop on two processes; and the memory it takes.

    python benchmarks/folder.py [FOLDER] [--count 1000]

The files (the sample resumes of the tests without a folder) are copied under new names until there are `--count`.
Ours is the real command, from its start to its end; the peer opens each file, puts 12 deep copies of one paragraph
behind it, and saves. Both as wall time, which other work on the machine disturbs, and as CPU time of all processes.
Memory is the largest resident set of any of our processes, for a fifth of the files and for
all of them: it should not grow.
"""

import argparse
import contextlib
import copy
import io
import resource
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from builders import POINTS_TEXT

PROCESSES = 2
MEGABYTE = 1024


def with_python_docx(source: Path, target: Path) -> None:
    """The least that could be called the same; files that it can't open are passed over."""
    import docx

    with contextlib.suppress(KeyError, ValueError, IndexError, AttributeError):
        document = docx.Document(io.BytesIO(source.read_bytes()))
        paragraphs = document.paragraphs
        model = paragraphs[len(paragraphs) // 2]._element  # noqa: SLF001 - as python-docx users do it
        for _ in range(12):
            model.addnext(copy.deepcopy(model))
        document.save(str(target))


def spent() -> tuple[float, float]:
    """Wall seconds by now, and CPU seconds of all processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter(), used.ru_utime + used.ru_stime


def since(begin: tuple[float, float]) -> tuple[float, float]:
    """Wall and CPU seconds since then."""
    wall, cpu = spent()
    return wall - begin[0], cpu - begin[1]


def peer(folder: Path, out: Path) -> tuple[float, float]:
    """Wall and CPU seconds of the python-docx loop."""
    out.mkdir()
    begin = spent()
    with ProcessPoolExecutor(PROCESSES) as pool:
        paths = sorted(folder.iterdir())
        list(pool.map(with_python_docx, paths, [out / path.name for path in paths], chunksize=16))
    return since(begin)


def ours(folder: Path, points: Path, out: Path) -> tuple[float, float]:
    """Wall and CPU seconds of the command."""
    command = [sys.executable, "-m", "resume_customizer", "customize", str(folder), "-p", str(points), "-o", str(out)]
    begin = spent()
    subprocess.run([*command, "-j", str(PROCESSES), "--json"], check=False, stdout=subprocess.DEVNULL)
    return since(begin)


def copies(paths: list[Path], folder: Path, count: int) -> None:
    """`count` files under new names."""
    folder.mkdir()
    for number in range(count):
        path = paths[number % len(paths)]
        (folder / f"{number:05d}{path.suffix}").write_bytes(path.read_bytes())


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", nargs="?", type=Path)
    arguments.add_argument("--count", type=int, default=1000)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as place:
        here = Path(place)
        (here / "points.txt").write_text(POINTS_TEXT, encoding="utf-8")
        if options.folder is None:
            from builders import ALL_SHAPES

            (here / "samples").mkdir()
            for sample in ALL_SHAPES:
                (here / "samples" / f"{sample.name}.docx").write_bytes(sample.data)
        given = options.folder or here / "samples"
        paths = sorted(path for path in given.iterdir() if path.suffix in (".docx", ".dotx"))
        copies(paths, here / "few", options.count // 5)
        copies(paths, here / "many", options.count)
        ours(here / "few", here / "points.txt", here / "out-few")
        few = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / MEGABYTE
        mine = ours(here / "many", here / "points.txt", here / "out-many")
        many = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / MEGABYTE
        theirs = peer(here / "many", here / "peer")
    for kind, ours_, peers in zip(("wall", "CPU"), mine, theirs, strict=True):
        print(f"{options.count} files: {ours_:.1f} s {kind}, python-docx {peers:.1f} s: × {peers / ours_:.1f}")
    print(f"largest process: {few:.0f} MB for {options.count // 5} files, {many:.0f} MB for {options.count}")


if __name__ == "__main__":
    main()
