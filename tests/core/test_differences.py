"""What changed between two versions: the promises of resume_customizer.core.differences."""

from hypothesis import given
from hypothesis import strategies as st

from builders.yardstick import at_most
from resume_customizer.core.differences import Change, compare_lines

LINES = st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=12)


def _shown(before: list[str], after: list[str]) -> list[str]:
    signs = {"kept": " ", "added": "+", "removed": "-"}
    return [signs[change.kind] + change.text for change in compare_lines(before, after)]


def test_lines_that_were_only_added_are_exactly_those_named_as_added() -> None:
    assert _shown(["a", "b", "c"], ["a", "new", "b", "x", "c"]) == [" a", "+new", " b", "+x", " c"]


def test_lines_that_were_taken_out_or_replaced_are_named() -> None:
    assert _shown(["a", "b", "c"], ["a", "x", "c"]) == [" a", "-b", "+x", " c"]
    assert _shown(["a", "b"], []) == ["-a", "-b"]
    assert _shown([], []) == []


def test_positions_count_from_0_in_each_version() -> None:
    assert compare_lines(["a", "b"], ["a", "x", "b"]) == (
        Change("kept", "a", 0, 0),
        Change("added", "x", None, 1),
        Change("kept", "b", 1, 2),
    )


@given(LINES, LINES)
def test_both_versions_can_be_read_off_the_changes(before: list[str], after: list[str]) -> None:
    changes = compare_lines(before, after)

    assert [change.text for change in changes if change.kind != "added"] == before
    assert [change.text for change in changes if change.kind != "removed"] == after
    assert [change.before for change in changes if change.before is not None] == list(range(len(before)))
    assert [change.after for change in changes if change.after is not None] == list(range(len(after)))


@given(LINES, st.lists(st.tuples(st.integers(0, 12), st.sampled_from(["a", "new"])), max_size=5))
def test_what_was_only_added_to_is_never_shown_as_taken_from(before: list[str], put_in: list[tuple[int, str]]) -> None:
    after = list(before)
    for place, text in put_in:
        after.insert(place, text)

    changes = compare_lines(before, after)

    assert [change for change in changes if change.kind == "removed"] == []
    assert sum(change.kind == "added" for change in changes) == len(put_in)


def test_long_unlike_documents_take_little_time() -> None:
    before, after = [f"x{number % 7}" for number in range(20_000)], [f"y{number % 5}" for number in range(20_000)]

    with at_most(200):
        changes = compare_lines(before, after)

    assert len(changes) == 40_000
