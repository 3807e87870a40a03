"""How many insertions are re-applied by themselves to changed versions of resumes, and whether any is lost or astray.

    python benchmarks/reapplying.py [--versions 2500]

Each version is an invented resume after one to four changes (bullets reworded, reordered, removed, added, moved; jobs
reordered, removed, added, merged, split; companies, roles and dates changed), customized before them. "Surviving" are
insertions whose job the new version still tells of in exactly one entry.
"""

import argparse
from collections import Counter, defaultdict

from builders.reapplying_cases import try_reapplying


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--versions", type=int, default=2500)
    count = arguments.parse_args().versions
    statuses, totals = Counter[str](), Counter[str]()
    by_change = defaultdict[str, list[int]](lambda: [0, 0])
    for seed in range(count):
        tried = try_reapplying(seed)
        statuses += tried.statuses
        totals.update(insertions=tried.insertions, lost=len(tried.lost), astray=len(tried.astray))
        totals.update(surviving=tried.surviving, settled=tried.settled)
        for change in set(tried.changes):
            by_change[change][0] += tried.surviving
            by_change[change][1] += tried.settled
    print(f"{count} versions, {totals['insertions']} insertions: {dict(statuses)}")
    print(f"lost: {totals['lost']}; under another employer: {totals['astray']}")
    share = totals["settled"] / max(1, totals["surviving"])
    print(f"re-applied by themselves where their experience survives: {share:.1%} of {totals['surviving']}")
    for change, (surviving, settled) in sorted(by_change.items()):
        print(f"    with {change:18} {settled / max(1, surviving):.1%} of {surviving}")


if __name__ == "__main__":
    main()
