"""How fast a posting is analysed, and how fast the least that could be called the same is: splitting it into words.

    python benchmarks/analysis.py [POSTINGS.jsonl] [--rounds N]

Without a file (lines of JSON with a `text`) the labelled postings of the tests are taken, joined until each has the
length of a usual posting, about 4,600 characters. Each posting is analysed afresh: nothing that was found in a text
before is kept. Prints postings per second of one core, of that the search for technologies alone, and beside them a
blank pass of a regular expression over the words, in the same run; CPU time, the least of the rounds.
"""

import argparse
import gc
import json
import re
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from resume_customizer.core.naming.mentions import find_mentions
from resume_customizer.core.naming.own_technologies import OwnTechnologies, knowing
from resume_customizer.core.posting import analyze_posting

USUAL_LENGTH = 4_600
_WORD = re.compile(r"\w+")


def samples() -> list[str]:
    """The postings of the tests, joined to the length of a usual one."""
    from builders.posting_cases import CASES

    texts: list[str] = []
    joined = ""
    for case in CASES * 6:
        joined = f"{joined}\n\n{case.text}"
        if len(joined) >= USUAL_LENGTH:
            texts.append(joined)
            joined = ""
    return texts


def spent(work: Callable[[str], object], texts: Sequence[str], rounds: int) -> list[float]:
    """CPU seconds for each text, the least of the rounds."""
    least = [float("inf")] * len(texts)
    for _ in range(rounds):
        for at, text in enumerate(texts):
            with knowing(OwnTechnologies()):  # another one each time: nothing is remembered
                begin = time.process_time()
                work(text)
                least[at] = min(least[at], time.process_time() - begin)
    return least


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", nargs="?", type=Path)
    arguments.add_argument("--rounds", type=int, default=7)
    options = arguments.parse_args()
    if options.file is None:
        texts = samples()
    else:
        lines = options.file.read_text(encoding="utf-8").splitlines()
        texts = [json.loads(line)["text"] for line in lines if line.strip()]
    gc.set_threshold(100_000, 50, 100)  # as the command line does
    for text in texts[:20]:
        analyze_posting(text)
    median = statistics.median(map(len, texts))
    print(f"{len(texts)} postings, median {median:,.0f} characters, Python {sys.version.split()[0]}")
    words = statistics.median(spent(lambda text: _WORD.findall(text.lower()), texts, options.rounds))
    for name, work in (
        ("analysis", analyze_posting),
        ("  without facts", lambda text: analyze_posting(text, facts=False)),
        ("  technologies found", find_mentions),
        ("words only", lambda text: _WORD.findall(text.lower())),
    ):
        seconds = spent(work, texts, options.rounds)
        middle = statistics.median(seconds)
        rate = f"{1 / middle:7,.0f} median postings/s, {len(texts) / sum(seconds):7,.0f} postings/s in all"
        print(f"{name:20} {rate}   {middle / words:5.1f} × words only")


if __name__ == "__main__":
    main()
