"""When a process that serves looks for garbage: rings of objects, which counting references does not find.

start  ->  collect_rarely()  ->  all is loaded  ->  settle()  ->  collect_now_and_then(), as long as it serves

Python by itself looks through everything whenever a quarter more has come. With hundreds of open pages that stops every
answer for a quarter of a second, several times a minute (decision 57).

Promises (tests in tests/infrastructure/test_garbage.py):

* What was there when the process had settled is not looked through again.
* Rings that were left lying go all the same: small ones soon, the rest within `PAUSE`.
"""

import asyncio
import gc
from typing import Final

YOUNG: Final = 10_000
"""New objects, less those that have gone, after which the newest are looked through; a click makes some hundreds."""
YOUNG_ONES_FIRST: Final = 20
"""Of such looks, until one takes those in that outlived them."""
NEVER: Final = 1_000_000
PAUSE: Final = 300.0
"""Seconds between two looks at everything."""


def collect_rarely() -> None:
    """Look through the new objects only, and seldom."""
    gc.set_threshold(YOUNG, YOUNG_ONES_FIRST, NEVER)


def settle() -> None:
    """What is there now stays as long as the process does: no look takes it in again."""
    gc.collect()
    gc.freeze()


async def collect_now_and_then(pause: float = PAUSE) -> None:
    """Look through everything once in a while, until this is cancelled."""
    while True:
        await asyncio.sleep(pause)
        await asyncio.to_thread(gc.collect)
