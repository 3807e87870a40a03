"""Flow blocks through pages.

    Regions  ->  flow()  ->  Filled: how many pages there are, and how much room the last one has

As word processors do it: of the spaces between two paragraphs the larger one counts, and none against a neighbour of
the same style where a style wants that; space above a paragraph that comes to begin a page is dropped; two lines of a
paragraph at least stay together (17.3.1.44 widowControl); a heading stays with what follows; a row is split between
pages unless it says otherwise.

Promises (tests in tests/resume/pages/test_flow.py):

* Text that fits stays on its page; one line more begins a new one.
* What is to stay together does.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from resume_customizer.resume.pages.blocks import Block, ParagraphBlock, Region, Row, TableBlock, Zone
from resume_customizer.resume.pages.settings import NO_BORDER, Border

_HAIR = 0.05
"""Points by which lines may reach below the end of a page; lengths are rounded when they are stored."""


class Filled(NamedTuple):
    """Where the text ends."""

    pages: int
    used: float
    """Points of the last page that are filled."""
    room: float
    """Points of the last page that are left."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """Pages, or columns of pages, that blocks flow through."""

    top: float
    bottom: float
    first_top: float
    first_bottom: float
    firsts: int = 1
    """How many of them are firsts: all columns of the first page."""
    lasts_from: int | None = None
    """Columns of the last page, which end where all of them together are filled."""
    last_bottom: float = 0.0

    def top_of(self, page: int) -> float:
        return self.first_top if page < self.firsts else self.top

    def bottom_of(self, page: int) -> float:
        if self.lasts_from is not None and page >= self.lasts_from:
            return self.last_bottom
        return self.first_bottom if page < self.firsts else self.bottom


@dataclass(frozen=True, slots=True)
class _Cursor:
    """Where the next block begins."""

    page: int
    y: float
    below: float = 0.0
    """Space behind the block before."""
    style: str = ""
    contextual: bool = False
    border: Border = NO_BORDER
    fresh: bool = True
    """Nothing stands on this page yet."""
    zones: tuple[tuple[int, float, float], ...] = ()
    """Stretches without text: page, top and end."""


def flow(regions: Sequence[Region]) -> Filled:
    """How many pages these regions, at least one, fill."""
    cursor, frame = None, _Frame(0.0, 0.0, 0.0, 0.0)
    for region in regions:
        frame = _Frame(region.top, region.bottom, region.first_top or region.top, region.first_bottom or region.bottom)
        if cursor is None:
            cursor = _Cursor(0, frame.top_of(0))
        elif region.new_page:
            cursor = _next_page(cursor, frame)
        cursor = _in_columns(region, cursor, frame) if region.columns > 1 else place(region.variants[0], cursor, frame)
    page, y = (cursor.page, cursor.y) if cursor else (0, 0.0)
    return Filled(page + 1, y - frame.top_of(page), frame.bottom_of(page) - y)


def place(blocks: Sequence[Block], cursor: _Cursor, frame: _Frame) -> _Cursor:
    """Put blocks one below the other."""
    return _place_variants((blocks,), cursor, frame)


def _place_variants(variants: Sequence[Sequence[Block]], cursor: _Cursor, frame: _Frame) -> _Cursor:
    """The same in columns: each takes the blocks that were made for it."""
    for at in range(len(variants[0])):
        blocks = variants[cursor.page % len(variants)]
        block = blocks[at]
        if isinstance(block, TableBlock):
            for row in block.rows:
                cursor = _place_row(row, cursor, frame)
        else:
            cursor = _place_paragraph(block, cursor, frame, _kept_below(blocks, at))
    return cursor


def height_of(blocks: Sequence[Block]) -> float:
    """The height of blocks on a page without end."""
    endless = _Frame(0.0, 1e9, 0.0, 1e9)
    end = place(blocks, _Cursor(1, 0.0, fresh=False), endless)
    return end.y + end.below + end.border.below


def _in_columns(region: Region, cursor: _Cursor, frame: _Frame) -> _Cursor:
    """Full pages of columns, then columns of equal length, as tall as is needed."""
    variants, count = region.variants, region.columns
    start = cursor.y + cursor.below
    full = _Frame(frame.top, frame.bottom, start, frame.bottom_of(cursor.page), firsts=count)
    pages = _place_variants(variants, _Cursor(0, start), full).page // count
    top = full.top_of(pages * count)
    low, high = 0.0, full.bottom_of(pages * count) - top
    while high - low > 1.0:
        middle = (low + high) / 2
        balanced = replace(full, lasts_from=pages * count, last_bottom=top + middle)
        if _place_variants(variants, _Cursor(0, start), balanced).page < (pages + 1) * count:
            high = middle
        else:
            low = middle
    return _Cursor(cursor.page + pages, top + high, fresh=False)


def _next_page(cursor: _Cursor, frame: _Frame) -> _Cursor:
    return _Cursor(cursor.page + 1, frame.top_of(cursor.page + 1))


def _kept_below(blocks: Sequence[Block], at: int) -> float:
    """The height of what has to stand on the same page below a block that stays with the next one."""
    total = 0.0
    block, before = blocks[at], blocks[at - 1] if at else None
    if isinstance(before, ParagraphBlock) and before.keep_next:
        return 0.0
    while isinstance(block, ParagraphBlock) and block.keep_next and at + 1 < len(blocks):
        at += 1
        below = block.after
        block = blocks[at]
        if isinstance(block, TableBlock):
            return total + below + (_first_height(block.rows[0]) if block.rows else 0.0)
        stays = block.keep_lines or block.keep_next
        total += below + block.before + sum(block.lines if stays else block.lines[: 2 if block.widow_control else 1])
    return total


def _first_height(row: Row) -> float:
    """The least of a row that can begin on a page."""
    if row.whole or row.exact:
        return _row_height(row)
    return max((cell.top + _first_lines(cell.blocks) for cell in row.cells), default=0.0)


def _first_lines(blocks: Sequence[Block]) -> float:
    if not blocks:
        return 0.0
    first = blocks[0]
    if isinstance(first, TableBlock):
        return _first_height(first.rows[0]) if first.rows else 0.0
    lines = first.lines
    together = len(lines) if first.keep_lines or (first.widow_control and len(lines) < 4) else 2
    return first.before + sum(lines[:together])


def _place_paragraph(block: ParagraphBlock, cursor: _Cursor, frame: _Frame, below: float) -> _Cursor:
    if block.break_before and not (cursor.fresh and cursor.page == 0):
        cursor = _next_page(cursor, frame)
    if not block.lines:
        return cursor if cursor.fresh and not block.alone else _next_page(cursor, frame)
    y, bottom = cursor.y + _space_above(block, cursor), frame.bottom_of(cursor.page) + _HAIR
    zones = (*cursor.zones, *(_on_page(zone, cursor.page, y) for zone in block.zones))
    lines = _around(zones, cursor.page, y, block.lines)
    fit, whole = _fitting(block, lines, bottom - y), sum(lines)
    page_height = frame.bottom_of(cursor.page + 1) - frame.top_of(cursor.page + 1)
    if below and fit == len(lines) and whole + below <= page_height and y + whole + below > bottom:
        fit = 0
    if fit < len(lines) and (fit == 0 or (block.keep_lines and whole <= page_height)) and not cursor.fresh:
        cursor = _next_page(cursor, frame)
        y, bottom = cursor.y, frame.bottom_of(cursor.page) + _HAIR
        zones = tuple(_on_page(zone, cursor.page, y) for zone in block.zones)
        lines = _around(zones, cursor.page, y, block.lines)
        fit = _fitting(block, lines, bottom - y)
    page = cursor.page
    while fit < len(lines):
        lines = lines[max(fit, 1) :]
        page += 1
        y, bottom = frame.top_of(page), frame.bottom_of(page) + _HAIR
        fit = _fitting(block, lines, bottom - y) or len(lines[:1])
    end = y + sum(lines)
    placed = _Cursor(page, end, block.after, block.style, block.contextual, block.border, fresh=False, zones=zones)
    return _next_page(placed, frame) if block.break_after else placed


def _on_page(zone: Zone, page: int, y: float) -> tuple[int, float, float]:
    top = zone.top if zone.on_page else y + zone.top
    return page, top, top + zone.height


def _around(zones: Sequence[tuple[int, float, float]], page: int, y: float, lines: Sequence[float]) -> list[float]:
    """The lines, each with the gap above it that something anchored makes."""
    own = sorted((top, end) for where, top, end in zones if where == page)
    made: list[float] = []
    for line in lines:
        at = y
        for top, end in own:
            if at < end - _HAIR and at + line > top + _HAIR:
                at = end
        made.append(at + line - y)
        y = at + line
    return made


def _space_above(block: ParagraphBlock, cursor: _Cursor) -> float:
    """Space and border lines between a paragraph and the one before."""
    lines = cursor.border.below + block.border.above if cursor.border.kind != block.border.kind else 0.0
    return lines + _space_between(block, cursor)


def _space_between(block: ParagraphBlock, cursor: _Cursor) -> float:
    if cursor.fresh:
        return block.before if cursor.page == 0 else 0.0
    same = block.style == cursor.style
    below = 0.0 if cursor.contextual and same else cursor.below
    above = 0.0 if block.contextual and same else block.before
    return max(below, above)


def _fitting(block: ParagraphBlock, lines: Sequence[float], room: float) -> int:
    """How many lines go on a page with this room."""
    count, used = 0, 0.0
    for line in lines:
        if used + line * (1 - block.leading) > room:
            break
        used += line
        count += 1
    left = len(lines) - count
    if block.widow_control and left:
        if left == 1:
            count -= 1
        if count == 1:
            count = 0
    return max(0, count)


def _place_row(row: Row, cursor: _Cursor, frame: _Frame) -> _Cursor:
    start = replace(
        cursor,
        y=cursor.y + cursor.below + cursor.border.below,
        below=0.0,
        style="",
        contextual=False,
        border=NO_BORDER,
    )
    height = _row_height(row)
    bottom = frame.bottom_of(start.page) + _HAIR
    fits = start.y + height <= bottom
    moves = row.whole or row.exact or height <= row.height or start.y + _first_height(row) > bottom
    if not fits and not start.fresh and moves:
        start = _next_page(start, frame)
        fits = start.y + height <= frame.bottom_of(start.page) + _HAIR
    if fits or row.exact:
        return replace(start, y=start.y + height, fresh=False)
    end = _Cursor(start.page, start.y, fresh=False)
    for cell in row.cells:
        if cell.rows != 1:
            continue
        done = place(cell.blocks, _Cursor(start.page, start.y + cell.top, fresh=False), frame)
        y = done.y + done.below + done.border.below + cell.bottom
        if (done.page, y) > (end.page, end.y):
            end = _Cursor(done.page, min(y, frame.bottom_of(done.page)), fresh=False)
    return end


def _row_height(row: Row) -> float:
    if row.exact:
        return row.height
    cells = (cell.top + height_of(cell.blocks) + cell.bottom for cell in row.cells if cell.rows == 1)
    return max(row.height, max(cells, default=0.0))
