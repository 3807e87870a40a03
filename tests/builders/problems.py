"""Distribution problems by chance, and the answer that trying everything finds.

a_problem(seed, points=5, receivers=3)  ->  Problem;  brute_force(problem)  ->  its best answer
"""

from itertools import product
from random import Random

from resume_customizer.core.planning.objective import PRESETS, Need, Problem, Weights, Worth, is_allowed, worth_of


def a_problem(
    seed: int, points: int, receivers: int, technologies: int = 3, cap: int | None = None, budget: int | None = None
) -> Problem:
    """Gains as real ones look: a technology is known or not, a few words are shared, some places are closed."""
    chance = Random(seed)
    weights = chance.choice(tuple(PRESETS.values()))
    stacks = [chance.randrange(technologies) for _ in range(points)]
    asking = (0, weights.asked_relative, weights.asked_nice, weights.asked_must)
    knowing = (0, 0, weights.relative, weights.named)
    asked = [chance.choice(asking) for _ in range(technologies)]
    knows = [[chance.choice(knowing) for _ in range(receivers)] for _ in range(technologies)]

    def gain(point: int, receiver: int) -> int | None:
        if chance.random() < 0.05:
            return None
        words = weights.words * chance.choice((0, 0, 0, 1, 2))
        return weights.placed + asked[stacks[point]] + knows[stacks[point]][receiver] + words

    gains = [[gain(point, receiver) for receiver in range(receivers)] for point in range(points)]
    sizes = [[chance.randint(1, 3)] * receivers for _ in range(points)]
    return Problem(
        gains, stacks, [cap or points] * receivers, weights, lines=sizes if budget else (), most_lines=budget
    )


def with_needs(problem: Problem, seed: int, count: int) -> Problem:
    """The same with needs that points meet, some of them several at once."""
    from dataclasses import replace

    chance, points = Random(seed), range(len(problem.gains))
    needs = tuple(
        Need(chance.random() < 0.5, tuple(sorted(chance.sample(points, min(len(points), chance.randint(1, 3))))))
        for _ in range(count)
    )
    return replace(problem, needs=needs)


def brute_force(problem: Problem) -> tuple[int | None, ...]:
    """The best of all answers."""
    best: tuple[Worth, tuple[int | None, ...]] | None = None
    for answer in product((None, *range(problem.receivers)), repeat=len(problem.gains)):
        if is_allowed(problem, answer):
            worth = worth_of(problem, answer)
            if best is None or worth > best[0]:
                best = (worth, answer)
    assert best is not None
    return best[1]


def plain_weights() -> Weights:
    """Weights under which nothing counts but shares."""
    return Weights(named=0, relative=0, words=0, seniority=0, nearness=0, variety=0, crowding=0, anachronism=0)
