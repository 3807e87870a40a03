"""How many points of tech-stack texts are read right, and how fast, by the shape of the text.

    PYTHONPATH=tests python benchmarks/points_accuracy.py [--texts 300] [--first-seed 0] [--show 0]

The texts and their truth are made by the tests' own builder; the same seeds give the same texts everywhere. A point
is right when technology, text and line are. F1 counts points that are missing and points that are too many alike.
Speed is the least CPU time of three rounds, for 20 points.
"""

import argparse
import time
from collections import Counter, defaultdict

from builders.tech_stack_texts import MadeText, make_text
from resume_customizer.core.points import PointBank
from resume_customizer.core.tech_stack import parse_tech_stack

ROUNDS = 3


def main() -> None:
    options = _options()
    totals: defaultdict[str, Counter[str]] = defaultdict(Counter)
    seconds: defaultdict[str, float] = defaultdict(float)
    shown = 0
    parse_tech_stack("Java\n• Warm")
    for seed in range(options.first_seed, options.first_seed + options.texts):
        made = make_text(seed)
        bank, took = _read(made)
        count, wrong = _compare(made, bank)
        for shape in (made.shape, "all"):
            totals[shape].update(count)
            seconds[shape] += took
        if wrong and shown < options.show:
            shown += 1
            print(f"seed {seed} {made.shape}", *wrong, sep="\n  ")
    print(f"{'shape':20} {'texts':>6} {'points':>7} {'F1':>7} {'wrong texts':>12} {'ms/20 points':>13}")
    for shape, count in sorted(totals.items(), key=lambda item: (item[0] == "all", item[0])):
        f1 = 2 * count["right"] / max(1, count["read"] + count["truth"])
        speed = seconds[shape] * 1e3 / max(1, count["read"]) * 20
        print(f"{shape:20} {count['texts']:6} {count['truth']:7} {f1:7.4f} {count['wrong']:12} {speed:13.2f}")


def _options() -> argparse.Namespace:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--texts", type=int, default=300)
    arguments.add_argument("--first-seed", type=int, default=0)
    arguments.add_argument("--show", type=int, default=0, help="how many texts with an error to print")
    return arguments.parse_args()


def _read(made: MadeText) -> tuple[PointBank, float]:
    best = float("inf")
    bank = PointBank(())
    for _ in range(ROUNDS):
        start = time.process_time()
        bank = parse_tech_stack(made.data, file_name=made.file_name)
        best = min(best, time.process_time() - start)
    return bank, best


def _compare(made: MadeText, bank: PointBank) -> tuple[Counter[str], list[object]]:
    read = Counter((stack.technology, point.text, point.line) for stack in bank.stacks for point in stack.points)
    truth = Counter(made.truth)
    wrong = [*(("missing", p) for p in truth - read), *(("too many", p) for p in read - truth)]
    count = Counter(
        texts=1, right=(read & truth).total(), read=read.total(), truth=truth.total(), wrong=int(read != truth)
    )
    return count, wrong


if __name__ == "__main__":
    main()
