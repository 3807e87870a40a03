"""How much of what a posting asks for a resume shows after the same number of lines, against dealing in turn.

    python benchmarks/distribution_quality.py [FOLDER] [--cases 200]

`top-3` deals the first points of the file in turn to the three newest experiences and looks at nothing; `round-robin`
is ours, which puts what the posting names first. All place the same number of lines under the same experiences:
invented cases, then the resumes of the folder with points and postings by chance. "Worse" counts cases in which `best`
shows fewer must-haves, or as many and fewer nice-to-haves. "Known" is the share of points that stand where their
technology is named.

Then: problems of up to six points, each answer compared with the best of all answers.
"""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from statistics import mean
from typing import NamedTuple

from builders.planning_cases import Case, a_case, asked_by_chance, points_by_chance
from builders.problems import a_problem, brute_force, with_needs
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.planning.distribution import distribute
from resume_customizer.core.planning.fit import NAMED, fit_of
from resume_customizer.core.planning.needs import cover
from resume_customizer.core.planning.plan import Plan
from resume_customizer.core.planning.rules import DistributionRules
from resume_customizer.core.planning.solving import solve
from resume_customizer.core.points import PointBank, TechStack
from resume_customizer.resume.reader import read_resume

LINES = (3, 6, 12)


class Shown(NamedTuple):
    """What a resume shows after a plan."""

    musts: float
    nices: float
    known: float


def from_folder(folder: Path) -> Iterator[Case]:
    """The resumes of a folder, with points and postings by chance."""
    for path in sorted(path for path in folder.iterdir() if path.suffix in (".docx", ".dotx")):
        chance = Random(path.name)
        bank = points_by_chance(chance, 24)
        try:
            resume = read_resume(path.read_bytes())
        except ResumeCustomizerError:
            continue
        if any(experience.anchor for experience in resume.experiences):
            yield Case(resume, bank, asked_by_chance(chance, bank))


def first_points(bank: PointBank, count: int) -> PointBank:
    """The first points of a bank."""
    stacks, left = [], count
    for stack in bank.stacks:
        stacks.append(TechStack(stack.technology, stack.points[:left]))
        left -= len(stacks[-1].points)
    return PointBank(tuple(stacks))


def shown(case: Case, plan: Plan) -> Shown:
    """How much of the posting is shown, and how many points stand where their technology is named."""
    coverage = cover(case.resume, plan, case.analysis)
    musts, nices = (coverage.shown(musts=each, after=True) for each in (True, False))
    fits = [fit_of(row.technology, case.resume.experiences[row.experience]).level for row in plan.placements]
    return Shown(musts[0] / max(1, musts[1]), nices[0] / max(1, nices[1]), mean(fit == NAMED for fit in fits or [0]))


def compare(name: str, cases: Iterable[Case]) -> None:
    """Print the three ways side by side."""
    given = list(cases)
    print(f"{name}: {len(given)} cases")
    for lines in LINES:
        ways: dict[str, list[Shown]] = {"top-3": [], "round-robin": [], "best": []}
        for case in given:
            each = -(-lines // 3)
            turn = DistributionRules("round-robin", points_per_experience=each)
            naive = distribute(case.resume, first_points(case.bank, lines), DistributionRules("round-robin"))
            dealt = distribute(case.resume, case.bank, turn, case.analysis)
            best = distribute(
                case.resume, case.bank, DistributionRules(most_lines=len(dealt.placements)), case.analysis
            )
            for way, plan in (("top-3", naive), ("round-robin", dealt), ("best", best)):
                ways[way].append(shown(case, plan))
        print(f"    {lines} lines")
        for way, found in ways.items():
            pairs = list(zip(ways["best"], found, strict=True))
            worse = sum((best.musts, best.nices) < (other.musts, other.nices) for best, other in pairs)
            sums = ", ".join(f"{label} {mean(getattr(each, label) for each in found):.3f}" for label in Shown._fields)
            print(f"        {way:12} {sums}" + (f"; best is worse in {worse}" if way != "best" else ""))


def prove(count: int) -> None:
    """Print how many small problems are answered as trying everything does."""
    equal = 0
    for seed in range(count):
        chance = Random(seed)
        points, cap, budget = chance.randint(1, 6), chance.choice((None, 1, 2)), chance.choice((None, 2, 4, 5))
        problem = a_problem(seed, points, chance.randint(1, 3), chance.randint(1, 3), cap, budget)
        problem = with_needs(problem, seed, chance.randint(0, 3))
        equal += solve(problem).receivers == brute_force(problem)
    print(f"the same as trying everything: {equal} of {count} problems")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", nargs="?", type=Path)
    arguments.add_argument("--cases", type=int, default=200)
    options = arguments.parse_args()
    compare("invented", (a_case(seed) for seed in range(options.cases)))
    if options.folder:
        compare(str(options.folder), from_folder(options.folder))
    prove(options.cases)


if __name__ == "__main__":
    main()
