"""Two sides, point by point: the promises of resume_customizer.core.planning.comparing."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from builders.postings import an_analysis
from resume_customizer.core.planning.comparing import Named, PlacedPoint, compare, named_needs

POINTS = st.lists(
    st.builds(
        PlacedPoint,
        st.sampled_from(["Ran trams.", "Sold rum.", "Drained moors."]),
        st.just("Java"),
        st.sampled_from("AB"),
    ),
    max_size=6,
)


def test_points_are_the_same_moved_or_on_one_side_only() -> None:
    first = (PlacedPoint("Ran trams.", "T", "A"), PlacedPoint("Sold rum.", "T", "A"), PlacedPoint("Left.", "T", "A"))
    second = (PlacedPoint("ran trams", "T", "A"), PlacedPoint("Sold rum.", "T", "B"), PlacedPoint("Came.", "T", "B"))
    found = compare(first, second)

    assert found.same == first[:1]
    assert found.moved == ((first[1], second[1]),)
    assert (found.only_first, found.only_second) == (first[2:], second[2:])


@given(POINTS, POINTS)
def test_every_point_is_in_the_comparison_exactly_once(first: list[PlacedPoint], second: list[PlacedPoint]) -> None:
    found = compare(first, second)

    assert Counter(first) == Counter([*found.same, *(before for before, _ in found.moved), *found.only_first])
    assert Counter(second) == Counter([*found.same, *(after for _, after in found.moved), *found.only_second])
    assert {point.text for point in found.only_first}.isdisjoint(point.text for point in found.only_second)


@given(POINTS)
def test_a_side_is_the_same_as_itself(side: list[PlacedPoint]) -> None:
    assert compare(side, side) == (tuple(side), (), (), ())


def test_needs_are_counted_for_each_side() -> None:
    posting = an_analysis(must=["Kafka", "Java"], nice=["Terraform"])
    first = [PlacedPoint("Ran Kafka with Terraform.", "Kafka", "A")]
    second = [PlacedPoint("Wrote Java.", "Java", "A"), PlacedPoint("Ran Kafka.", "Kafka", "A")]

    assert named_needs(first, second, posting) == (Named(2, 1), Named(1, 1), Named(2, 0))
