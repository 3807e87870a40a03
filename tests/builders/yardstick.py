"""How long something may take, measured against other work of the same process: a busy or slow machine slows both.

with at_most(60):  # times the work of going through 100,000 characters
    parse(hostile)

For guards against work that grows with the square of its input, which takes thousands of times as long; how fast
something is, is measured by the benchmarks.
"""

from collections.abc import Generator
from contextlib import contextmanager
from time import process_time
from typing import Final

_TEXT: Final = "Built 40 services, kept 3 of them. " * 3_000


def _yardstick() -> float:
    """CPU seconds for a fixed piece of work like that of a reader: each character looked at and counted."""
    start, counted = process_time(), dict[str, int]()
    for character in _TEXT:
        if character.isalnum():
            counted[character] = counted.get(character, 0) + 1
    return process_time() - start


@contextmanager
def at_most(times: float) -> Generator[None]:
    """The block takes no longer than so many yardsticks."""
    before, start = _yardstick(), process_time()
    yield
    taken = process_time() - start
    most = times * max(before, _yardstick())
    assert taken <= most, f"took {taken:.2f} s of CPU time; {times:g} yardsticks are {most:.2f} s here"
