"""How often the pages that are predicted are those that LibreOffice sets, beside "the pages stay the same".

    python benchmarks/page_budget.py [FOLDER] [--points 3 12 24] [--kind exact|rough] [--keep]

Each resume of the folder (the sample resumes of the tests without one) gets so many invented points of one to four
lines by the usual strategy; the result is counted by its layout and set by LibreOffice in a process of its own.
`--kind rough` counts without looking at any font. `--keep` then asks for `--pages same` with the most points, and looks
whether LibreOffice sets as many pages as before, and whether one line more would have begun another page. Resumes that
take no points are passed over.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from builders import ALL_SHAPES
from builders.planning_cases import TECHNOLOGIES
from builders.points import a_bank
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.planning.rules import DistributionRules
from resume_customizer.core.points import PointBank
from resume_customizer.infrastructure.font_files import find_faces
from resume_customizer.infrastructure.libreoffice import set_pages
from resume_customizer.resume.pages.counting import count_pages
from resume_customizer.resume.pages.means import ROUGHLY, PageMeans
from resume_customizer.services.documents.customizing import customize
from resume_customizer.services.documents.instructions import Instructions

BEGINNINGS = (
    "Designed|Built|Moved|Tuned|Replaced|Guarded|Measured|Documented|Automated|Led the team that rebuilt|"
    "Took part in the redesign of"
).split("|")
MIDDLES = (
    "claims intake|freight pricing engine|ticket sales|nightly ledger|patient letters|parcel tracking|fraud checks|"
    "seat maps|stock counts|meter readings|tax forms|loan offers"
).split("|")
ENDS = (
    "within two weeks|for nine tenants|without an outage|at a third of the cost|for the partner portal|"
    "so that month-end reports were ready before the first meeting of the day|"
    "and cut the time until a customer saw the right answer from four minutes to eleven seconds|"
    "with unit, contract and load tests that run on every commit|and taught two other teams to run it at night"
).split("|")


class Seen(NamedTuple):
    """One result."""

    predicted: int
    sure: bool
    before: int
    rendered: int


def points_of(count: int) -> PointBank:
    """Points of one to four lines."""
    chance = Random(count)
    headings = chance.sample(TECHNOLOGIES, max(2, count // 4))
    points: dict[str, list[str]] = {}
    for number in range(count):
        heading = chance.choice(headings)
        ends = [chance.choice(ENDS) for _ in range(chance.choice((1, 1, 2, 3)))]
        sentence = f"{chance.choice(BEGINNINGS)} the {chance.choice(MIDDLES)} with {heading} {', '.join(ends)}"
        points.setdefault(heading, []).append(f"{sentence} (part {number + 1}).")
    return a_bank(points)


def resumes_of(folder: Path | None) -> Iterator[tuple[str, bytes]]:
    """Names and bytes."""
    if folder is None:
        yield from ((sample.name, sample.data) for sample in ALL_SHAPES)
    else:
        yield from ((path.name, path.read_bytes()) for path in sorted(folder.glob("*.do[ct]x")))


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--points", nargs="+", type=int, default=[3, 12, 24])
    parser.add_argument("--kind", choices=["exact", "rough"], default="exact")
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    means = PageMeans(find_faces(), set_pages) if options.kind == "exact" else ROUGHLY
    seen: dict[int, list[Seen]] = {count: [] for count in options.points}
    kept: Counter[str] = Counter()
    spent = 0.0
    for name, content in resumes_of(options.folder):
        before = 0
        for count in options.points:
            try:
                done = customize(content, Instructions(points_of(count)))
            except ResumeCustomizerError:
                break
            if done.written is None:
                break
            begin = time.process_time()
            found = count_pages(done.written.content, means.faces)
            spent += time.process_time() - begin
            before = before or set_pages(content)
            one = Seen(found.pages, found.is_sure, before, set_pages(done.written.content))
            seen[count].append(one)
            if one.predicted != one.rendered:
                print(f"  {name}, {count} points: {one.predicted} predicted, {one.rendered} rendered, sure: {one.sure}")
        if options.keep and before:
            outcome = keep(content, before, max(options.points), means)
            kept[outcome] += 1
            if outcome == "broken":
                print(f"  {name}: --pages same does not keep {before}")
    for count, cases in seen.items():
        show(f"{count} points", cases)
    show("all", [each for cases in seen.values() for each in cases])
    print(f"{spent * 1000 / max(1, sum(map(len, seen.values()))):.0f} ms CPU a count")
    if options.keep:
        print("--pages same:", ", ".join(f"{what} {count}" for what, count in kept.most_common()))


def show(title: str, cases: list[Seen]) -> None:
    """One line."""
    total, sure = max(1, len(cases)), [each for each in cases if each.sure]
    right = sum(each.predicted == each.rendered for each in cases)
    right_sure = sum(each.predicted == each.rendered for each in sure)
    same = sum(each.before == each.rendered for each in cases)
    print(
        f"{title:10} {len(cases):4} cases: right {right_sure / max(1, len(sure)):.1%} where sure, "
        f"abstained {1 - len(sure) / total:.1%}; right with a guess for the others {right / total:.1%}; "
        f"“the pages stay the same” right {same / total:.1%}"
    )


def keep(content: bytes, before: int, count: int, means: PageMeans) -> str:
    """Whether the pages are kept, and whether more would have gone in."""
    bank = points_of(count)
    try:
        done = customize(content, Instructions(bank, rules=DistributionRules(most_pages=0), pages=means))
    except ResumeCustomizerError as fault:
        return fault.code
    rendered = set_pages(done.written.content) if done.written else before
    if rendered != before:
        return "broken"
    rules = done.planned.plan.rules
    if "most_lines" not in rules:
        return "all points fit"
    more = DistributionRules(most_lines=rules["most_lines"] + 1)
    longer = customize(content, Instructions(bank, rules=more, pages=means))
    fuller = set_pages(longer.written.content) if longer.written else before
    return "kept, no line to spare" if fuller > before else "kept, a line to spare"


if __name__ == "__main__":
    main()
