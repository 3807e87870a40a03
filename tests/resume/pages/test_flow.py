"""Blocks on pages: the promises of resume_customizer.resume.pages.flow."""

import pytest

from resume_customizer.resume.pages.blocks import Block, Cell, ParagraphBlock, Region, Row, TableBlock, Zone
from resume_customizer.resume.pages.flow import Filled, flow, height_of
from resume_customizer.resume.pages.settings import Border


def _flow(*blocks: Block, height: float = 100.0) -> Filled:
    return flow([Region((blocks,), 0.0, height)])


def _lines(count: int, **more: object) -> ParagraphBlock:
    return ParagraphBlock((10.0,) * count, **more)  # ty: ignore[invalid-argument-type]


def test_text_that_fits_stays_on_its_page_and_one_line_more_begins_another() -> None:
    assert _flow(*[_lines(1)] * 10) == Filled(1, 100.0, 0.0)
    assert _flow(*[_lines(1)] * 11) == Filled(2, 10.0, 90.0)


def test_of_two_spaces_the_larger_one_counts() -> None:
    assert _flow(_lines(1, after=8.0), _lines(1, before=5.0)).used == 28.0


def test_paragraphs_of_one_style_stand_close_where_it_says_so() -> None:
    one = _lines(1, after=8.0, style="List", contextual=True)

    assert _flow(one, one, one).used == 30.0
    assert _flow(one, _lines(1, style="Other")).used == 28.0


def test_neighbours_share_their_border() -> None:
    ruled = _lines(1, border=Border(0.0, 2.0, "bottom"))

    assert _flow(ruled, ruled, _lines(1)).used == 32.0
    assert _flow(ruled, _lines(1, border=Border(3.0, 0.0, "top"))).used == 25.0


def test_space_above_counts_on_the_first_page_and_not_where_a_page_begins_by_itself() -> None:
    assert _flow(_lines(1, before=30.0)).used == 40.0
    assert _flow(_lines(10), _lines(1, before=30.0)) == Filled(2, 10.0, 90.0)


def test_the_distance_below_the_last_line_needs_no_room() -> None:
    assert _flow(_lines(9), _lines(1), height=99.0).pages == 2
    assert _flow(_lines(9), _lines(1, leading=0.2), height=99.0).pages == 1


def test_space_above_the_first_paragraph_of_a_cell_counts() -> None:
    assert _flow(TableBlock((Row((Cell((_lines(1, before=6.0),)),)),))).used == 16.0


def test_two_lines_stay_together_at_either_end_of_a_page() -> None:
    assert _flow(_lines(9), _lines(4)) == Filled(2, 40.0, 60.0)
    assert _flow(_lines(8), _lines(3)) == Filled(2, 30.0, 70.0)
    assert _flow(_lines(7), _lines(4)) == Filled(2, 20.0, 80.0)
    assert _flow(_lines(9), _lines(4, widow_control=False)) == Filled(2, 30.0, 70.0)


def test_a_heading_stays_with_what_follows() -> None:
    heading = _lines(1, keep_next=True)

    assert _flow(_lines(9), heading, _lines(1)) == Filled(2, 20.0, 80.0)
    assert _flow(_lines(8), heading, _lines(1)) == Filled(1, 100.0, 0.0)


def test_a_chain_that_no_page_can_hold_is_no_chain() -> None:
    assert _flow(*[_lines(1, keep_next=True)] * 14) == Filled(2, 40.0, 60.0)


def test_a_paragraph_that_stays_whole_moves_as_a_whole() -> None:
    assert _flow(_lines(5), _lines(6, keep_lines=True)) == Filled(2, 60.0, 40.0)
    assert _flow(_lines(5), _lines(12, keep_lines=True)).pages == 2


def test_a_page_ends_where_somebody_ends_it() -> None:
    assert _flow(_lines(1), _lines(1, break_before=True)).pages == 2
    assert _flow(_lines(1, break_after=True), _lines(1)).pages == 2
    assert _flow(_lines(1), ParagraphBlock((), break_after=True), _lines(1)) == Filled(2, 10.0, 90.0)
    ended, alone = _lines(1, break_after=True), ParagraphBlock((), break_after=True, alone=True)
    assert _flow(ended, alone, alone, _lines(1)) == Filled(4, 10.0, 90.0)
    assert _flow(ended, ParagraphBlock((), break_after=True), _lines(1)).pages == 2


def test_text_stands_above_and_below_what_is_anchored() -> None:
    anchored = _lines(1, zones=(Zone(False, 15.0, 30.0),))

    assert _flow(anchored, _lines(1), _lines(1)).used == 65.0
    assert _flow(_lines(1, zones=(Zone(True, 0.0, 50.0),))).used == 60.0


def _row(*counts: int, **more: object) -> Row:
    return Row(tuple(Cell((_lines(count),)) for count in counts), **more)  # ty: ignore[invalid-argument-type]


def test_a_row_is_as_tall_as_its_tallest_cell() -> None:
    assert _flow(TableBlock((_row(2, 5), _row(1)))).used == 60.0
    assert _flow(TableBlock((_row(1, height=25.0),))).used == 25.0
    assert _flow(TableBlock((_row(9, height=25.0, exact=True),))).used == 25.0


def test_a_row_is_split_between_pages_unless_it_says_otherwise() -> None:
    assert _flow(_lines(5), TableBlock((_row(8, 3),))) == Filled(2, 30.0, 70.0)
    assert _flow(_lines(5), TableBlock((_row(8, 3, whole=True),))) == Filled(2, 80.0, 20.0)


def test_columns_are_filled_evenly() -> None:
    assert flow([Region(((_lines(8),),), 0.0, 100.0, columns=2)]).used == pytest.approx(40.0, abs=1.0)
    assert flow([Region(((_lines(30),),), 0.0, 100.0, columns=2)]).pages == 2


def test_columns_of_different_width_hold_what_was_set_for_them() -> None:
    narrow, wide = (_lines(10), _lines(10)), (_lines(4), _lines(4))

    assert flow([Region((narrow, wide), 0.0, 100.0, columns=2)]).pages == 1


def test_a_section_goes_on_on_its_page_or_begins_another() -> None:
    first, second = Region(((_lines(2),),), 0.0, 100.0), Region(((_lines(2),),), 0.0, 100.0)

    assert flow([first, second]).pages == 2
    assert flow([first, second._replace(new_page=False)]) == Filled(1, 40.0, 60.0)


def test_blocks_have_a_height_of_their_own() -> None:
    assert height_of([_lines(2, after=5.0), TableBlock((_row(1),))]) == 35.0


def test_nothing_is_one_page() -> None:
    assert flow([]).pages == 1
    assert flow([Region(((),), 0.0, 100.0)]).pages == 1


def test_pages_without_room_come_to_an_end_too() -> None:
    assert _flow(_lines(5), height=-10.0).pages >= 5
