"""How long the best distribution takes, and how long the solver takes to load.

    python benchmarks/distribution_speed.py [--rounds N]

Whole distributions of invented resumes and points with a posting (study and plan, so also what is known of each point
and experience), and the solver alone; wall time, the least and the median of the rounds.
"""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from builders.planning_cases import a_case
from builders.problems import a_problem, with_needs
from resume_customizer.core.planning.distribution import distribute
from resume_customizer.core.planning.rules import DistributionRules
from resume_customizer.core.planning.solving import solve


def spent(action: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Least and median seconds."""
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        action()
        times.append(time.perf_counter() - begin)
    return min(times), statistics.median(times)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=7)
    rounds = arguments.parse_args().rounds
    for points, experiences, budget in ((60, 8, None), (60, 8, 40), (500, 12, None), (500, 12, 200)):
        case = a_case(1, experiences=experiences, points=points)
        cap = None if budget is None else points // experiences
        rules = DistributionRules(
            "best", experiences=experiences, points_per_experience=cap, most_lines=budget, preset="balanced"
        )
        whole = spent(lambda: distribute(case.resume, case.bank, rules, case.analysis), rounds)  # noqa: B023
        problem = with_needs(a_problem(1, points, experiences, points // 8, cap, budget), 2, points // 10)
        alone = spent(lambda: solve(problem), rounds)  # noqa: B023
        limits = f", at most {budget} lines and {cap} points each" if budget else ""
        print(f"{points} points, {experiences} experiences{limits}:")
        print(f"    whole distribution  {whole[0] * 1000:6.0f} ms least, {whole[1] * 1000:6.0f} ms median")
        print(f"    solver alone        {alone[0] * 1000:6.0f} ms least, {alone[1] * 1000:6.0f} ms median")
    for module in ("numpy", "highspy"):
        command = [sys.executable, "-c", f"import {module}"]
        bare = [sys.executable, "-c", "pass"]
        load = spent(lambda: subprocess.run(command, check=True), rounds)  # noqa: B023
        start = spent(lambda: subprocess.run(bare, check=True), rounds)  # noqa: B023
        print(f"import {module}: {(load[0] - start[0]) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
