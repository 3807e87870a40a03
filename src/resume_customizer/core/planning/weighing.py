"""What speaks for and against each point at each experience.

    points + receiving experiences (+ Analysis, nearness, lines)  ->  Scales  ->  parts(point, receiver), Problem

Every number has its clause, so that a plan can say why. The weights are those of `objective.Weights`.

Promises (tests in tests/core/test_weighing.py):

* What the posting must have weighs more than what it welcomes, names, or names a relative of.
* The parts of a placement sum up to what the solver was told.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from resume_customizer.core.document import Experience, ResumeDocument
from resume_customizer.core.naming.mentions import first_mentions, technologies_of
from resume_customizer.core.naming.technologies import relatives_of
from resume_customizer.core.notices import Notice
from resume_customizer.core.planning.fit import Fit, fit_of
from resume_customizer.core.planning.strategies import Offer

if TYPE_CHECKING:
    from resume_customizer.core.analysis import Analysis, AskedTechnology
    from resume_customizer.core.planning.nearness import NearnessMeasure
    from resume_customizer.core.planning.needs import AskedNeed
    from resume_customizer.core.planning.objective import Problem, Weights
    from resume_customizer.core.planning.telling_words import TellingWords

LineCost = Callable[[str, int], int]
"""The lines that a point (its text) adds to an experience (its position)."""
FindAnachronism = Callable[[str, str | None, str | None], str]
"""A clause that says why a point (its text) can't be true of a time (start, end); empty when nothing is against it."""
_MOST_WORDS = 4
_ASKED_WORDS = {"must": "asks for", "nice": "welcomes", "mentioned": "names"}
_LEVELS = {"must": 4, "nice": 3, "mentioned": 2}


@dataclass(frozen=True, slots=True)
class Aids:
    """What helps to weigh and comes from outside of the core."""

    nearness: "NearnessMeasure | None" = None
    """Nearness in meaning; without it, shared words have to do."""
    line_cost: LineCost | None = None
    """Lines that a point adds; without it each adds one."""
    find_anachronism: FindAnachronism | None = None


NO_AIDS = Aids()


class Part(NamedTuple):
    """One thing that speaks for or against a placement."""

    name: str
    """`asked`, `knows`, `words`, `seniority`, `nearness`, `asked nearness` or `anachronism`."""
    worth: int
    clause: str
    """Without capital and full stop."""


class Asked(NamedTuple):
    """How the posting speaks of a point: 4 must, 3 nice, 2 named, 1 a relative of a must or nice, 0 not at all."""

    level: int
    technology: "AskedTechnology | None" = None
    of: str = ""
    """What the asked one is a relative of."""

    @property
    def clause(self) -> str:
        """`the posting asks for Kafka, a relative of RabbitMQ, in line 2`."""
        if self.technology is None:
            return ""
        close = f", a relative of {self.of}," if self.of else ""
        verb = _ASKED_WORDS[self.technology.need]
        return f"the posting {verb} {self.technology.name}{close} in line {self.technology.evidence[0].line}"


NOT_ASKED = Asked(0)


def asked_of(names: Sequence[str], asked: Mapping[str, "AskedTechnology"]) -> Asked:
    """How a posting speaks of something that goes by these names."""
    named = [asked[name] for name in names if name in asked]
    if named:
        best = max(named, key=lambda each: _LEVELS[each.need])
        return Asked(_LEVELS[best.need], best)
    for name in names:
        for relative in relatives_of(name):
            if relative in asked:
                return Asked(1, asked[relative], name)
    return NOT_ASKED


class Scales:
    """All that is known of some points and the experiences that receive."""

    def __init__(
        self,
        document: ResumeDocument,
        offers: Sequence[Offer],
        receivers: Sequence[int],
        analysis: "Analysis | None" = None,
        aids: Aids = NO_AIDS,
    ) -> None:
        self.document, self.offers, self.receivers, self.analysis, self.aids = (
            document,
            tuple(offers),
            tuple(receivers),
            analysis,
            aids,
        )
        self.experiences: list[Experience] = [document.experiences[index] for index in receivers]
        self.asked = {each.name: each for each in analysis.technologies} if analysis else {}
        self._headings: dict[str, Asked] = {}
        self._gains: dict[object, list[list[int | None]]] = {}

    @cached_property
    def _words(self) -> "TellingWords":
        from resume_customizer.core.planning.telling_words import TellingWords

        return TellingWords(self.document.experiences)

    @cached_property
    def _named(self) -> list[tuple[str, ...]]:
        return [tuple(first_mentions(offer.point.text)) for offer in self.offers]

    @cached_property
    def _leading(self) -> list[bool]:
        from resume_customizer.core.planning.telling_words import is_about_leading

        return [is_about_leading(offer.point.text) for offer in self.offers]

    @cached_property
    def _ranks(self) -> list[int]:
        from resume_customizer.core.planning.telling_words import seniority_of

        return [seniority_of(experience.role) for experience in self.experiences]

    @cached_property
    def _times(self) -> list[list[str]]:
        find = self.aids.find_anachronism
        if find is None:
            return []
        periods = [(experience.start, experience.end) for experience in self.experiences]
        return [[find(offer.point.text, *period) for period in periods] for offer in self.offers]

    @cached_property
    def _nearness(self) -> Sequence[Sequence[float]]:
        measure = self.aids.nearness
        if measure is None or not self.offers or not self.experiences:
            return ()
        texts = [experience.text.split("\n") for experience in self.experiences]
        return measure.measure([offer.point.text for offer in self.offers], [*texts, self._asked_lines])

    @cached_property
    def _asked_lines(self) -> list[str]:
        """The lines of the posting that ask for something."""
        asked = (each.evidence[0].text for each in self.asked.values() if each.need != "mentioned")
        return list(dict.fromkeys(asked))

    @property
    def notices(self) -> Sequence[Notice]:
        """What came up while weighing."""
        return self.aids.nearness.notices if self.aids.nearness else ()

    def asked_for(self, at: int) -> Asked:
        """How the posting speaks of a point: by its technology, or by what its words name."""
        if not self.asked:
            return NOT_ASKED
        offer = self.offers[at]
        heading = self._headings.get(offer.technology)
        if heading is None:
            heading = self._headings[offer.technology] = asked_of(technologies_of(offer.technology), self.asked)
        named = [each for each in self._named[at] if each in self.asked]
        return max(heading, asked_of(named, self.asked), key=lambda asked: asked.level) if named else heading

    @cached_property
    def is_any_asked_for(self) -> bool:
        """Whether the posting names any of the points."""
        return any(self.asked_for(at).level for at in range(len(self.offers)))

    def fit(self, at: int, receiver: int) -> Fit:
        """How well an experience knows a point's technology; without a heading, what its words name."""
        return fit_of(self.heading(at), self.experiences[receiver])

    def heading(self, at: int) -> str:
        """What a point is about: its technology, or without one the first that its words name."""
        return self.offers[at].technology or next(iter(self._named[at]), "")

    def shared_words(self, at: int, receiver: int) -> tuple[str, ...]:
        """Telling words that a point and an experience share, those that count."""
        return self._words.shared(self.offers[at].point.text, self.receivers[receiver])[:_MOST_WORDS]

    def parts(self, at: int, receiver: int, weights: "Weights") -> tuple[Part, ...]:
        """What speaks for and against one placement; what says nothing is left out."""
        asked, fit = self.asked_for(at), self.fit(at, receiver)
        words = self.shared_words(at, receiver)
        leading = self._ranks[receiver] if self._leading[at] else 0
        near, asked_near = (self._nearness[at][receiver], self._nearness[at][-1]) if self._nearness else (0.0, 0.0)
        late = self._times[at][receiver] if self._times else ""
        parts = (
            Part("asked", _worth_of_asking(asked, weights), asked.clause),
            Part("knows", (0, weights.relative, weights.named)[fit.level], fit.evidence),
            Part("words", weights.words * len(words), _shared(words)),
            Part("seniority", weights.seniority * leading, _leading(leading)),
            Part("nearness", round(near * weights.nearness), f"its meaning is near ({near:.2f}) to a line there"),
            Part(
                "asked nearness",
                round(asked_near * weights.nearness),
                f"its meaning is near ({asked_near:.2f}) to what the posting asks for",
            ),
            Part("anachronism", -weights.anachronism if late else 0, late),
        )
        return tuple(part for part in parts if part.worth)

    def anachronism(self, at: int, receiver: int) -> str:
        """Why a point can't be true of an experience's time; empty when nothing is known against it."""
        return self._times[at][receiver] if self._times else ""

    def lines(self, at: int, receiver: int) -> int:
        """The lines that a placement adds."""
        cost = self.aids.line_cost
        return cost(self.offers[at].point.text, self.receivers[receiver]) if cost else 1

    @cached_property
    def _open_needs(self) -> "list[tuple[AskedNeed, tuple[int, ...]]]":
        """What the posting asks for, no experience shows and points name: with those points."""
        from resume_customizer.core.planning.needs import needs_met_by, needs_of, state_of

        needs = needs_of(self.analysis) if self.analysis else ()
        missing = [need for need in needs if state_of(need, self.document) != "shown"]
        met = needs_met_by([offer.point.text for offer in self.offers], missing)
        return [(need, points) for need, points in zip(missing, met, strict=True) if points]

    def problem(self, weights: "Weights", caps: Sequence[int], limits: "Limits") -> "Problem":
        """The problem that the solver is given; what says nothing counts nothing."""
        from resume_customizer.core.planning.objective import Need, Problem

        rows, columns = range(len(self.offers)), range(len(self.receivers))
        counted = (weights, tuple(limits.pinned), limits.refuse_anachronisms)
        if counted not in self._gains:
            self._gains[counted] = [[self._gain(at, receiver, weights, limits) for receiver in columns] for at in rows]
        lines: list[list[int]] = []
        if limits.most_lines is not None:
            lines = [[self.lines(at, receiver) for receiver in columns] for at in rows]
        return Problem(
            self._gains[counted],
            [offer.stack for offer in self.offers],
            caps,
            weights,
            tuple(Need(need.is_must, points) for need, points in self._open_needs),
            limits.quotas,
            limits.same_technology,
            lines,
            limits.most_lines,
            limits.pinned,
        )

    def _gain(self, at: int, receiver: int, weights: "Weights", limits: "Limits") -> int | None:
        is_pinned = bool(limits.pinned) and limits.pinned[at] is not None
        if limits.refuse_anachronisms and not is_pinned and self.anachronism(at, receiver):
            return None
        return weights.placed + sum(part.worth for part in self.parts(at, receiver, weights))


class Limits(NamedTuple):
    """What a distribution has to keep, for these points."""

    quotas: Mapping[int, int]
    same_technology: int | None = None
    most_lines: int | None = None
    pinned: Sequence[int | None] = ()
    refuse_anachronisms: bool = False


def _worth_of_asking(asked: Asked, weights: "Weights") -> int:
    worths = (0, weights.asked_relative, weights.asked_mentioned, weights.asked_nice, weights.asked_must)
    return worths[asked.level]


def _shared(words: Sequence[str]) -> str:
    quoted = [f"“{word}”" for word in words]
    listed = ", ".join(quoted[:-1]) + (f" and {quoted[-1]}" if len(quoted) > 1 else quoted[0]) if quoted else ""
    return f"it shares {listed} with this experience"


def _leading(rank: int) -> str:
    return "it is about leading, as the role is" if rank > 0 else "it is about leading, and the role is a junior one"
