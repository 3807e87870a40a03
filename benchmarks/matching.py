"""How fast technologies are found in postings, and the catalogue is loaded, against a blank spaCy pipeline.

    python benchmarks/matching.py [POSTINGS.jsonl] [--rounds N]

The peer is `spacy.blank("en")` with a `PhraseMatcher` over the lower case of all spellings of the same catalogue, in
the same process. spaCy is no part of the project: `pip install spacy` beside it, or only our own figures are printed.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from analysis import samples, spent

from resume_customizer.core.naming.mentions import find_mentions
from resume_customizer.core.naming.technologies import list_technologies

LOADING = """
import time
begin = time.process_time()
from resume_customizer.core.naming.mentions import find_mentions
find_mentions("We use Java, Kafka and Kubernetes.")
print(time.process_time() - begin)
"""


def load_seconds(rounds: int) -> float:
    """CPU seconds of a new process from the import to the first answer, the least of the rounds."""
    runs = (subprocess.run([sys.executable, "-c", LOADING], capture_output=True, check=True) for _ in range(rounds))
    return min(float(run.stdout) for run in runs)


def spacy_matcher() -> "Callable[[str], object] | None":
    """The peer, ready to work; None where spaCy is not installed."""
    try:
        import spacy  # ty: ignore[import-not-found]
        from spacy.matcher import PhraseMatcher  # ty: ignore[import-not-found]
    except ImportError:
        return None
    pipeline = spacy.blank("en")
    matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
    for technology in list_technologies():
        matcher.add(technology.name, list(map(pipeline.make_doc, technology.spellings)))
    return lambda text: matcher(pipeline.make_doc(text))


def report(name: str, work: Callable[[str], object], texts: Sequence[str], rounds: int) -> float:
    """Median seconds of one posting, printed."""
    middle = statistics.median(spent(work, texts, rounds))
    print(f"{name:28} {1 / middle:7,.0f} median postings/s")
    return middle


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", nargs="?", type=Path)
    arguments.add_argument("--rounds", type=int, default=7)
    options = arguments.parse_args()
    texts = samples()
    if options.file is not None:
        texts = [json.loads(line)["text"] for line in options.file.read_text("utf-8").splitlines() if line.strip()]
    find_mentions(texts[0])
    print(f"import, load and first answer {1000 * load_seconds(options.rounds):.0f} ms CPU")
    begin = time.process_time()
    peer = spacy_matcher()
    made = time.process_time() - begin
    ours = report("technologies found", find_mentions, texts, options.rounds)
    if peer is None:
        print("spaCy is not installed here, so there is nothing to compare with: pip install spacy")
        return
    theirs = report("blank spaCy, PhraseMatcher", peer, texts, options.rounds)
    print(f"ours is × {theirs / ours:.1f}; the peer's patterns took {made:.1f} s to make")


if __name__ == "__main__":
    main()
