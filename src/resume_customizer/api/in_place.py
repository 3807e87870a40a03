"""What is written to be waited for, done where it is: nothing in it waits.

a coroutine  ->  run()  ->  what it gives
"""

from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


def run(work: Coroutine[Any, Any, T]) -> T:
    """What a coroutine gives that waits for nothing: all that was sent is there."""
    try:
        work.send(None)
    except StopIteration as ended:
        return ended.value
    work.close()
    raise RuntimeError("This waits for something where nothing can be waited for.")
