"""How many points of mixed texts are read right: technology, text and line."""

from collections import Counter

import pytest

from builders.tech_stack_texts import SHAPES, MadeText, make_text
from resume_customizer.core.tech_stack import parse_tech_stack

TEXTS = 300


def right_and_all(text: MadeText) -> tuple[int, int]:
    """How many points are right, and how many there are in the truth or in what was read, whichever are more."""
    bank = parse_tech_stack(text.data, file_name=text.file_name)
    read = Counter((stack.technology, point.text, point.line) for stack in bank.stacks for point in stack.points)
    truth = Counter(text.truth)
    return (read & truth).total(), max(read.total(), truth.total())


@pytest.mark.parametrize("first_seed", [0, 50_000])
def test_of_300_mixed_texts_at_least_99_in_100_points_are_right(first_seed: int) -> None:
    counts = [right_and_all(make_text(first_seed + at)) for at in range(TEXTS)]

    right, total = sum(r for r, _ in counts), sum(n for _, n in counts)
    assert total > 2000
    assert right / total >= 0.99


def test_every_shape_is_among_the_mixed_texts_and_as_often_as_the_others() -> None:
    counts = Counter(make_text(seed).shape for seed in range(TEXTS))

    assert set(counts) == set(SHAPES)
    assert min(counts.values()) >= TEXTS // len(SHAPES)


def test_the_same_seed_gives_the_same_text() -> None:
    assert make_text(7) == make_text(7)
    assert make_text(7) != make_text(7 + len(SHAPES))
