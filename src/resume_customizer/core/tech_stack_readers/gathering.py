"""Collects what the readers of tech-stack text find, and makes a point bank of it.

    heading() · point() · left_out()  ->  Gathering.bank()  ->  PointBank

Promises (tests in tests/core/tech_stack_readers/test_gathering.py):

* Stacks with the same technology are one, in the order of their first heading.
* The same point twice in a stack is kept once, and the second one is named.
* A heading without points and points without a heading are named.
"""

from resume_customizer.core.errors import UnreadableInput
from resume_customizer.core.notices import Notice
from resume_customizer.core.points import Point, PointBank, TechStack

MAX_LINES = 250_000
MAX_POINTS = 100_000
MAX_POINT_LENGTH = 10_000
"""In characters."""
UNKNOWN = ""
"""The technology of points that stand under no heading."""


class Gathering:
    """One text's stacks while it is being read."""

    def __init__(self, notices: tuple[Notice, ...] = ()) -> None:
        self._notices = list(notices)
        self._names: dict[str, str] = {UNKNOWN: UNKNOWN}
        self._points: dict[str, dict[str, Point]] = {}
        self._places: dict[str, tuple[str, int]] = {}
        self._current = UNKNOWN
        self._heading: tuple[str, int] | None = None
        self._unknown_lines: list[int] = []
        self._markup_lines: list[int] = []
        self._count = 0

    @property
    def has_heading(self) -> bool:
        """Whether a heading is in force."""
        return self._current != UNKNOWN

    def knows(self, name: str) -> bool:
        """Whether this technology had a heading before."""
        return _key(name) in self._names

    def heading(self, name: str, line: int) -> None:
        """From here on, points belong to this technology."""
        name = level(name)
        key = _key(name)
        self._end_heading()
        self._names.setdefault(key, name)
        self._current = key
        self._heading = (name, line)

    def point(self, text: str, line: int) -> None:
        """One point of the technology in force; white space is levelled."""
        text = level(text)
        if not text:
            return
        self._check_limits(text, line)
        self._heading = None
        if self._current == UNKNOWN:
            self._unknown_lines.append(line)
        key = _point_key(text)
        stack = self._points.setdefault(self._current, {})
        if key in stack:
            self.notice("point-twice", f"the same point as in line {stack[key].line}; kept once: {shown(text)}", line)
            return
        stack[key] = Point(text, line)
        technology, place = self._places.setdefault(key, (self._current, line))
        if technology != self._current:
            other = self._names[technology] or "no technology"
            message = f"the same point stands under {other} (line {place}) too; both are kept: {shown(text)}"
            self.notice("point-under-two-technologies", message, line)

    def markup_removed(self, line: int) -> None:
        """The point at this line lost Markdown signs."""
        self._markup_lines.append(line)

    def left_out(self, text: str, line: int, reason: str) -> None:
        """Something with content that is neither a heading nor a point."""
        self.notice("left-out", f"{reason}; left out: {shown(text)}", line)

    def notice(self, code: str, message: str, line: int) -> None:
        """Any other oddity."""
        self._notices.append(Notice(code, message, f"line {line}"))

    def add_notices(self, notices: tuple[Notice, ...]) -> None:
        """What a reader noticed itself."""
        self._notices += notices

    def bank(self) -> PointBank:
        """Everything found, with notices in the order of their lines."""
        self._end_heading()
        self._notice_all(
            "technology-unknown", "under no heading; a technology's name was expected before", self._unknown_lines
        )
        self._notice_all("markup-removed", "in Markdown's **, which was taken out", self._markup_lines)
        if not self._count:
            self._notices.append(Notice("no-points", "no point was found; a technology and its points were expected"))
        stacks = tuple(TechStack(self._names[k], tuple(found.values())) for k, found in self._points.items())
        return PointBank(stacks, tuple(sorted(self._notices, key=_place)))

    def _notice_all(self, code: str, what: str, lines: list[int]) -> None:
        if lines:
            which = "1 point stands here" if len(lines) == 1 else f"{len(lines)} points from here on stand"
            self.notice(code, f"{which} {what}", lines[0])

    def _end_heading(self) -> None:
        if self._heading is not None:
            name, line = self._heading
            self.notice("heading-without-points", f"no points follow the heading {shown(name, 300)}", line)
            self._heading = None

    def _check_limits(self, text: str, line: int) -> None:
        self._count += 1
        if self._count > MAX_POINTS:
            raise UnreadableInput("points-too-many", f"more than {MAX_POINTS:,} points", f"line {line}")
        if len(text) > MAX_POINT_LENGTH:
            message = f"this point has {len(text):,} characters; at most {MAX_POINT_LENGTH:,} are read: {shown(text)}"
            raise UnreadableInput("point-too-long", message, f"line {line}")


def level(text: str) -> str:
    """The text with every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def shown(text: str, most: int = 80) -> str:
    """The text in quotes, shortened, for a message."""
    text = level(text)
    return f"“{text if len(text) <= most else text[: most - 1] + '…'}”"


def _key(name: str) -> str:
    return name.casefold()


def _point_key(text: str) -> str:
    """Two points with the same key read the same to a person."""
    return text.casefold().rstrip(" .;")


def _place(notice: Notice) -> int:
    return int(notice.where.removeprefix("line ") or 0)
