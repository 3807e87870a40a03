"""One row of a loose text among its neighbours, and the rules that hold for it wherever it stands.

Row + the rows around it + what has been read  ->  Spot  ->  a rule  ->  Verdict, or None when it does not know
"""

from dataclasses import dataclass
from typing import Literal

from resume_customizer.core.tech_stack_readers.gathering import Gathering
from resume_customizer.core.tech_stack_readers.habits import Habits
from resume_customizer.core.tech_stack_readers.names import heading_name, is_name, split_title
from resume_customizer.core.tech_stack_readers.rows import Row
from resume_customizer.core.tech_stack_readers.words import CHATTER, LABELS, TO_THE_READER

Verdict = Literal["heading", "titled point", "point", "bare point", "rest", "label", "chatter"]
"""A `bare point` has no bullet where others do; a `titled point` brings its heading along (`Java: Designed …`); the
`rest` belongs to the point above; a `label` and `chatter` are left out, with a notice."""


@dataclass(slots=True)
class Spot:
    """One row among its neighbours, and what has been read so far."""

    row: Row
    above: Row
    """The row before; for the first row itself."""
    below: Row | None
    habits: Habits
    gathered: Gathering
    heading: Row | None = None
    """The heading in force."""
    point: Row | None = None
    """The row that the point above began with; None directly after a heading."""
    has_label: bool = False
    """The next line is a label, such as `Responsibilities:`."""
    titled: bool = False
    """Headings came with their points in one line so far."""

    @property
    def point_is_marked(self) -> bool:
        """The point above began with a bullet or number."""
        return self.point is not None and bool(self.point.marker)

    @property
    def leads_list(self) -> bool:
        """The next row has a bullet or number."""
        return self.below is not None and bool(self.below.marker)

    @property
    def fits_above(self) -> bool:
        """The line above had room for this row's first word: nothing forced a line break there."""
        first = self.row.body.split(" ", 1)[0]
        return self.above.width + 1 + len(first) <= self.habits.wrap_width - 8


def is_label(row: Row) -> bool:
    """Whether the row says what follows, not which technology: `Responsibilities:`."""
    return row.name.casefold() in LABELS


def label(spot: Spot) -> Verdict | None:
    """A row that only says what follows."""
    return "label" if is_label(spot.row) else None


def marked_up(spot: Spot) -> Verdict | None:
    """A line that is set as a heading, unless the sentence above can't end there."""
    row = spot.row
    in_sentence = spot.point is not None and not row.gap and spot.above.is_unfinished
    return "heading" if row.is_marked_up and row.shape and not in_sentence else None


def chatter(spot: Spot) -> Verdict | None:
    """What a chat tool says around the points."""
    text = spot.row.body.lower()
    begins = any(text.startswith(c) and not text[len(c) : len(c) + 1].isalnum() for c in CHATTER)
    return "chatter" if begins or not TO_THE_READER.isdisjoint(text.split()) else None


def title_of_known_kind(spot: Spot) -> Verdict | None:
    """`Java: Designed …` where headings stand in the line of their points."""
    parts = split_title(spot.row.body)
    if parts is None or spot.row.has_colon:
        return None
    is_usual = spot.heading is None or spot.titled or spot.gathered.knows(heading_name(parts[0]))
    return "titled point" if is_usual and is_name(parts[0], 4) else None


def is_known(row: Row) -> bool:
    """The last resort where the rules leave it open: a technology has this name."""
    from resume_customizer.core.naming.technologies import find_technology

    return find_technology(row.name) is not None
