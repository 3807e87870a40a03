"""Which experience of one version is which of another: core/planning/experience_pairs.py."""

from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from builders.documents import an_experience
from resume_customizer.core.planning.experience_pairs import assign, experience_likeness, likeness, pair_experiences

TRAMS = replace(
    an_experience("Ran trams in two cities.", "Kept timetables."), company="Tessaly Transit", role="Planner"
)
RUM = replace(an_experience("Sold rum to ships.", "Counted barrels."), company="Quillmark Spirits", role="Seller")
MOORS = replace(an_experience("Drained moors.", "Measured water."), company="Harrow Water", role="Engineer")


def test_versions_in_another_order_are_paired() -> None:
    assert pair_experiences((TRAMS, RUM, MOORS), (MOORS, TRAMS, RUM)) == ((1,), (2,), (0,))


def test_a_renamed_company_and_a_reworded_bullet_are_still_the_same_experience() -> None:
    renamed = replace(RUM, company="Varrowmere Group")
    reworded = replace(
        TRAMS, bullets=(replace(TRAMS.bullets[0], text="Ran trams in two large cities."), TRAMS.bullets[1])
    )

    assert pair_experiences((TRAMS, RUM), (renamed, reworded)) == ((1,), (0,))


def test_an_experience_that_is_gone_has_no_candidate() -> None:
    assert pair_experiences((TRAMS, RUM), (MOORS, RUM)) == ((), (1,))
    assert pair_experiences((TRAMS,), ()) == ((),)


def test_an_experience_that_two_fit_alike_has_both_as_candidates() -> None:
    twins = (replace(TRAMS, role="Senior Planner"), replace(TRAMS, role="Junior Planner"))

    assert [sorted(each) for each in pair_experiences((TRAMS,), twins)] == [[0, 1]]


def test_experiences_that_nothing_tells_apart_keep_their_order_when_there_are_as_many() -> None:
    assert pair_experiences((TRAMS, RUM, TRAMS), (RUM, TRAMS, TRAMS)) == ((1,), (0,), (2,))
    assert [len(each) for each in pair_experiences((TRAMS, TRAMS), (TRAMS, TRAMS, TRAMS))] == [3, 3]


def test_likeness_is_between_nothing_and_the_same() -> None:
    assert experience_likeness(TRAMS, TRAMS) == 1
    assert experience_likeness(TRAMS, RUM) < 0.45
    assert (likeness("one two", "one two"), likeness("one two", "two three"), likeness("", "one")) == (1, 0.5, 0)


@given(
    st.integers(1, 4).flatmap(
        lambda width: st.lists(st.lists(st.floats(0, 1), min_size=width, max_size=width), min_size=1, max_size=4)
    )
)
def test_the_pairs_are_the_best_of_all_together(likes: list[list[float]]) -> None:
    enough = 0.45
    rows, columns = range(len(likes)), len(likes[0])

    def worth(columns_of: tuple[int | None, ...]) -> float:
        return sum(
            likes[row][column] - enough + 1e-4
            for row, column in zip(rows, columns_of, strict=True)
            if column is not None
        )

    places = [*range(columns), *[None] * len(likes)]
    allowed = (
        each
        for each in set(permutations(places, len(likes)))
        if all(column is None or likes[row][column] >= enough for row, column in zip(rows, each, strict=True))
    )
    found = assign(likes)
    assert worth(found) >= max(map(worth, allowed)) - 1e-3
    used = [column for column in found if column is not None]
    assert len(used) == len(set(used))
