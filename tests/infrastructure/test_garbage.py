"""When a process that serves looks for garbage."""

import asyncio
import gc
import weakref
from collections.abc import Iterator

import pytest

from resume_customizer.infrastructure.garbage import YOUNG, collect_now_and_then, collect_rarely, settle


class Ring:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """What is set for a whole process is put back."""
    thresholds = gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()


def test_what_was_there_is_not_looked_through_again() -> None:
    ring = Ring()
    left = weakref.ref(ring)
    settle()
    assert gc.get_freeze_count() > YOUNG
    del ring
    gc.collect()
    assert left() is not None


def test_small_rings_go_soon() -> None:
    collect_rarely()
    left = weakref.ref(Ring())
    kept: list[list[None]] = [[] for _ in range(YOUNG + 1)]
    assert left() is None
    assert len(kept) > YOUNG


def test_old_rings_go_within_a_pause() -> None:
    collect_rarely()
    ring = Ring()
    left = weakref.ref(ring)
    gc.collect(1)  # it has outlived two looks, and only one at everything finds it
    del ring

    async def serve() -> None:
        caring = asyncio.create_task(collect_now_and_then(pause=0.01))
        for _ in range(500):
            if left() is None:
                break
            await asyncio.sleep(0.01)
        caring.cancel()

    asyncio.run(serve())
    assert left() is None
