"""What a posting asks for, and where a resume shows it.

    Analysis  ->  needs_of()  ->  AskedNeed, …  (+ resume, placed points)  ->  cover()  ->  Coverage, before and after

Only what an experience says in its own lines counts as shown: a name in a list of skills is listed, not shown, and a
heading of the points file is not written into the resume at all.

Promises (tests in tests/core/test_needs.py):

* Any one of alternatives is enough.
* What stays missing is said to be missing, and why: no point, none that names it, or one that was left out.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from resume_customizer.core.document import ResumeDocument
from resume_customizer.core.naming.mentions import find_mention, first_mentions, technologies_of

if TYPE_CHECKING:
    from resume_customizer.core.analysis import Analysis, AskedTechnology, Evidence
    from resume_customizer.core.planning.plan import Plan

State = Literal["shown", "listed", "missing"]
"""In an experience; elsewhere in the resume only; nowhere."""


class AskedNeed(NamedTuple):
    """One thing asked for: a technology, or several of which any is enough."""

    names: tuple[str, ...]
    is_must: bool
    evidence: "Evidence"
    """Where the posting asks for it."""

    @property
    def title(self) -> str:
        """`Kafka or RabbitMQ`."""
        return " or ".join(self.names)


class Covered(NamedTuple):
    """How one need is met, before and after the points."""

    need: AskedNeed
    before: State
    after: State
    points: tuple[str, ...]
    """Placed points that name it."""
    remark: str
    """Why it stays missing or only listed; empty when it is shown."""


class Coverage(NamedTuple):
    """How the needs of a posting are met, musts first."""

    rows: tuple[Covered, ...]

    def shown(self, *, musts: bool, after: bool) -> tuple[int, int]:
        """How many of the must-haves (or of the nice-to-haves) are shown, and how many there are."""
        rows = [row for row in self.rows if row.need.is_must == musts]
        return sum((row.after if after else row.before) == "shown" for row in rows), len(rows)


def needs_of(analysis: "Analysis") -> tuple[AskedNeed, ...]:
    """The must-haves and nice-to-haves, alternatives together; in the order of the posting, musts first."""
    groups: dict[object, list[AskedTechnology]] = {}
    for each in analysis.technologies:
        if each.need != "mentioned":
            groups.setdefault(each.name if each.group is None else each.group, []).append(each)
    needs = [
        AskedNeed(tuple(each.name for each in group), any(e.need == "must" for e in group), group[0].evidence[0])
        for group in groups.values()
    ]
    return tuple(sorted(needs, key=lambda need: not need.is_must))


def names_any(text: str, names: Iterable[str]) -> bool:
    """Whether a text names one of the technologies, which need not be known ones."""
    known = first_mentions(text)
    return any(name in known or find_mention(text, name) is not None for name in names)


def state_of(need: AskedNeed, document: ResumeDocument) -> State:
    """How the resume meets a need by itself."""
    if any(names_any(experience.text, need.names) for experience in document.experiences if experience.text):
        return "shown"
    return "listed" if names_any("\n".join(document.lines), need.names) else "missing"


def cover(document: ResumeDocument, plan: "Plan", analysis: "Analysis") -> Coverage:
    """How the needs are met before and after a plan."""
    rows = []
    for need in needs_of(analysis):
        before = state_of(need, document)
        points = tuple(row.point for row in plan.placements if names_any(row.point, need.names))
        after: State = "shown" if points else before
        rows.append(Covered(need, before, after, points, "" if after == "shown" else _remark(need, plan, after)))
    return Coverage(tuple(rows))


def _remark(need: AskedNeed, plan: "Plan", state: State) -> str:
    """Why no placed point shows it."""
    left_out = [row for row in plan.unplaced if names_any(row.point, need.names)]
    where = "It is only listed, no experience shows it. " if state == "listed" else ""
    if left_out:
        return f"{where}A point that names it was left out: “{left_out[0].point}” {left_out[0].reason}"
    headed = [row.point for row in plan.placements if set(technologies_of(row.technology)) & set(need.names)]
    if headed:
        said = "1 point stands" if len(headed) == 1 else f"{len(headed)} points stand"
        return f"{where}{said} under its heading, but the words do not name it."
    return f"{where}No point names it."


def needs_met_by(points: Sequence[str], needs: Sequence[AskedNeed]) -> list[tuple[int, ...]]:
    """For each need the positions of the points that name it."""
    met: list[list[int]] = [[] for _ in needs]
    for at, point in enumerate(points if needs else ()):
        for need, found in zip(needs, met, strict=True):
            if names_any(point, need.names):
                found.append(at)
    return [tuple(found) for found in met]
