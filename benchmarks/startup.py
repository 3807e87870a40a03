"""How long the command takes to start, against `python -c "import docx"`.

    python benchmarks/startup.py [--rounds N]

Whole processes, one after the other in turn, wall and CPU time, the least of the rounds: `--help`, and a cold
`customize` of one sample resume.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from builders import POINTS_TEXT, shape_named

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Modules are compiled by the first round and loaded by the others, as in every installation."""


def spent(command: list[str]) -> tuple[float, float]:
    """(wall, CPU) seconds of a whole process."""
    before, begin = os.times(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    wall, after = time.perf_counter() - begin, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return wall, cpu


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=9)
    rounds = arguments.parse_args().rounds
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "resume.docx").write_bytes(shape_named("02-client-dash").data)
        (folder / "points.txt").write_text(POINTS_TEXT, encoding="utf-8")
        ours = [sys.executable, "-m", "resume_customizer"]
        job = ["customize", str(folder / "resume.docx"), "-p", str(folder / "points.txt"), "--overwrite", "--json"]
        commands = {
            "import docx": [sys.executable, "-c", "import docx"],
            "--help": [*ours, "--help"],
            "customize": [*ours, *job],
        }
        least = {name: (float("inf"), float("inf")) for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                wall, cpu = spent(command)
                least[name] = (min(least[name][0], wall), min(least[name][1], cpu))
    peer = least["import docx"]
    for name, (wall, cpu) in least.items():
        ratio = f"{wall / peer[0]:4.2f} × wall, {cpu / peer[1]:4.2f} × CPU"
        print(f"{name:12} {wall * 1000:6.0f} ms wall, {cpu * 1000:6.0f} ms CPU   {ratio} of import docx")


if __name__ == "__main__":
    main()
