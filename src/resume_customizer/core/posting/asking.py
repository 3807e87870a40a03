"""What a posting asks for: technologies with their need, their alternatives and years, and every sentence's need.

    statements + mentions  ->  sense of each mention  ->  the strongest place decides  ->  AskedTechnology, …

Promises (tests in tests/core/posting/test_asking.py):

* The strongest place decides: required somewhere is required; the place that decided comes first in the evidence.
* What is refused and asked for nowhere is no technology of the posting.
* Where nothing says what is required, duties and lists of tools have to do.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from resume_customizer.core.analysis import AskedSentence, AskedTechnology, Claim, Need
from resume_customizer.core.naming.mentions import Mention
from resume_customizer.core.posting.alternatives import find_alternatives
from resume_customizer.core.posting.clauses import senses_of
from resume_customizer.core.posting.cues import Sense
from resume_customizer.core.posting.experience_years import find_years
from resume_customizer.core.posting.headings import Kind
from resume_customizer.core.posting.lines import Lines
from resume_customizer.core.posting.pieces import Found, Pieces
from resume_customizer.core.posting.statements import Statement, read_statements
from resume_customizer.core.posting.unheaded import cut_list

SentenceNeed = Literal["must", "nice", "other"]
_SILENT: frozenset[Kind] = frozenset(("company", "benefits", "equal", "apply", "fact"))
"""Nothing is asked for under these."""
_WEAK: frozenset[Kind] = frozenset(("unknown", "duties", "stack", "title"))
"""What stands under these asks only by its own words."""
_BY_KIND: dict[Kind, SentenceNeed] = {"must": "must", "nice": "nice"}
"""What is asked for where no word says otherwise."""
_UNITS = ("year", "yr", "month")
_SHORTEST_LIST = 3
"""Fewer statements under no heading are not taken for a list."""
_MOST_PLACES = 100
"""That are told of one technology; the one that decides is the first of them."""
_RANKS: dict[str, int] = {"must": 5, "group": 4, "nice": 3, "mentioned": 1}


class _Place(NamedTuple):
    """One place that names a technology."""

    mention: Mention
    need: Need
    group: int | None
    years: float | None


class Asked(NamedTuple):
    """What the statements of a posting ask for."""

    technologies: tuple[AskedTechnology, ...]
    refused: tuple[Claim, ...]
    sentences: tuple[AskedSentence, ...]
    years: Claim | None
    lines: Lines


class _Reader:
    """Goes through the statements and gathers what each says of the technologies in it."""

    def __init__(self, read: Pieces, mentions: Sequence[Mention]) -> None:
        self.text, self.lowered, self.statements = read.text, read.lowered, read_statements(read)
        statements, text = self.statements, self.text
        self.lines = Lines(text)
        self.named = _by_statement(statements, mentions)
        self.needs = self._needs()
        self.places: dict[str, list[_Place]] = {}
        self.refused: dict[str, Mention] = {}
        self.groups = 0
        """How many choices there are."""
        self.years: list[tuple[float, int, int]] = []

    def _needs(self) -> list[SentenceNeed]:
        """The need of each statement as a whole."""
        needs = [_own_need(statement) for statement in self.statements]
        start = 0
        for at in range(len(self.statements) + 1):
            if at < len(self.statements) and _is_unheaded(self.statements[at]):
                continue
            if at - start >= _SHORTEST_LIST:
                self._cut(start, at, needs)
            start = at + 1
        return needs

    def _cut(self, start: int, end: int, needs: list[SentenceNeed]) -> None:
        """A run of statements under no heading: the wishes at its end."""
        firsts = [at for at in range(start, end) if at == start or self._begins_line(at)]
        if len(firsts) < _SHORTEST_LIST or any(
            cue.sense == "nice" for at in range(start, end) for cue in self.statements[at].cues
        ):
            return
        ends = [*firsts[1:], end]
        texts = [
            self.lowered[self.statements[first].start : self.statements[stop - 1].end]
            for first, stop in zip(firsts, ends, strict=True)
        ]
        cut = cut_list(texts, [any(self.named[first:stop]) for first, stop in zip(firsts, ends, strict=True)])
        if cut == len(firsts):
            return
        for at in range(start, end):
            needs[at] = "must" if at < firsts[cut] else "nice"

    def _begins_line(self, at: int) -> bool:
        return "\n" in self.text[self.statements[at - 1].end : self.statements[at].start]

    def read(self, title: Found | None) -> Asked:
        """Everything that is asked for."""
        dated = self._dated()
        for at, statement in enumerate(self.statements):
            if statement.kind == "fact":
                continue
            if statement.kind in ("benefits", "equal", "apply", "company"):
                self._only_named(self.named[at])
            elif self.named[at] or at in dated:
                self._read(statement, self.needs[at], self.named[at], is_dated=at in dated)
        if not any(place.need == "must" for places in self.places.values() for place in places):
            self._promote()
        if title is not None:
            self._name_in_title(title)
        return Asked(self._technologies(), self._refused(), self._sentences(), self._overall(), self.lines)

    def _sentences(self) -> tuple[AskedSentence, ...]:
        numbers = self.lines.numbers([each.start for each in self.statements])
        return tuple(
            AskedSentence(" ".join(self.text[each.start : each.end].split()), need, number, each.start, each.end)
            for each, need, number in zip(self.statements, self.needs, numbers, strict=True)
        )

    def _dated(self) -> set[int]:
        """Positions of the statements that speak of years or months; the others need no closer look."""
        starts = [each.start for each in self.statements]
        found: set[int] = set()
        for unit in _UNITS:
            at = self.lowered.find(unit)
            while at >= 0:
                found.add(bisect_right(starts, at) - 1)
                at = self.lowered.find(unit, at + 1)
        return found

    def _only_named(self, named: Sequence[Mention]) -> None:
        for each in named:
            self.places.setdefault(each.technology, []).append(_Place(each, "mentioned", None, None))

    def _read(self, statement: Statement, need: SentenceNeed, named: Sequence[Mention], *, is_dated: bool) -> None:
        years = self._years(statement, named) if is_dated else {}
        if not named:
            return
        senses = senses_of(self.text, statement, named)
        groups: dict[Mention, int] = {}
        for each in named:
            if senses[each] == "not":
                self.refused.setdefault(each.technology, each)
        needs = {each: _need_of(senses[each], statement, need) for each in named if senses[each] != "not"}
        for group in find_alternatives(self.text, tuple(needs), statement.start) if len(needs) > 1 else ():
            if len({needs[each] for each in group}) == 1:
                groups |= dict.fromkeys(group, self.groups)
                self.groups += 1
        for each, asked in needs.items():
            place = _Place(each, asked, groups.get(each), years.get(each))
            self.places.setdefault(each.technology, []).append(place)

    def _years(self, statement: Statement, named: Sequence[Mention]) -> dict[Mention, float]:
        of: dict[Mention, float] = {}
        if statement.kind in _SILENT and statement.label != "experience level":
            return of
        for each in find_years(self.text, statement.start, statement.end, named):
            if not each.mentions and (statement.kind in ("must", "nice") or statement.cues):
                self.years.append((each.number, each.start, each.end))
            for mention in each.mentions:
                of[mention] = max(each.number, of.get(mention, 0.0))
        return of

    def _promote(self) -> None:
        """Nothing is required in so many words: what duties, tools and the first lines name is."""
        spans = [(each.start, each.end) for each in self.statements if each.kind in _WEAK]
        starts = [start for start, _ in spans]
        for places in self.places.values():
            for at, place in enumerate(places):
                found = bisect_right(starts, place.mention.start) - 1
                if place.need == "mentioned" and found >= 0 and place.mention.start < spans[found][1]:
                    places[at] = place._replace(need="must")

    def _name_in_title(self, title: Found) -> None:
        """What the title names and nothing else asks for is required: a Java developer knows Java."""
        for places in self.places.values():
            if all(place.need == "mentioned" for place in places):
                for at, place in enumerate(places):
                    if title.start <= place.mention.start < title.end:
                        places[at] = place._replace(need="must")

    def _technologies(self) -> tuple[AskedTechnology, ...]:
        best = {name: max(places, key=_rank) for name, places in self.places.items()}
        groups = self._standing_groups(best)
        numbers: dict[int, int] = {}
        found = []
        for name, places in sorted(self.places.items(), key=lambda item: item[1][0].mention.start):
            decided = best[name]
            need, group = decided.need, decided.group if decided.need != "mentioned" else None
            if group is not None and group not in groups:
                need, group = _without_group(places, decided), None
            number = None if group is None else numbers.setdefault(group, len(numbers))
            years = max((place.years for place in places if place.years and place.need != "mentioned"), default=None)
            ordered = (decided, *(place for place in places if place is not decided))
            evidence = tuple(
                self.lines.evidence(place.mention.start, place.mention.end) for place in ordered[:_MOST_PLACES]
            )
            found.append(AskedTechnology(name, need, number, years, evidence))
        return tuple(found)

    def _standing_groups(self, best: dict[str, _Place]) -> set[int]:
        """The groups that still offer a choice: none of their members is required by itself."""
        members: dict[int, int] = {}
        for place in best.values():
            if place.group is not None and place.need != "mentioned":
                members[place.group] = members.get(place.group, 0) + 1
        return {group for group, count in members.items() if count > 1}

    def _refused(self) -> tuple[Claim, ...]:
        return tuple(
            Claim(name, self.lines.evidence(mention.start, mention.end))
            for name, mention in self.refused.items()
            if name not in self.places
        )

    def _overall(self) -> Claim | None:
        if not self.years:
            return None
        number, start, end = max(self.years, key=lambda each: (each[0], -each[1]))
        return Claim(f"{number:g}", self.lines.evidence(start, end))


def read_asking(read: Pieces, mentions: Sequence[Mention], title: Found | None = None) -> Asked:
    """What the statements of a posting ask for; `mentions` in order, and the title's span."""
    return _Reader(read, mentions).read(title)


def _by_statement(statements: Sequence[Statement], mentions: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions inside of each statement; those outside (headings, signatures) are left out."""
    named: list[list[Mention]] = [[] for _ in statements]
    starts = [each.start for each in statements]
    for mention in mentions:
        at = bisect_right(starts, mention.start) - 1
        if at >= 0 and mention.start < statements[at].end:
            named[at].append(mention)
    return named


def _is_unheaded(statement: Statement) -> bool:
    return statement.kind == "unknown" and not statement.label


def _own_need(statement: Statement) -> SentenceNeed:
    """By its heading, and by words that say otherwise."""
    kind = statement.kind
    if not statement.cues or kind in _SILENT or kind == "title":
        return _BY_KIND.get(kind, "other")
    senses = {cue.sense for cue in statement.cues}
    if kind == "must":
        return "nice" if "nice" in senses and "must" not in senses else "must"
    if kind == "nice":
        return "nice"
    if "must" in senses:
        return "must"
    if "nice" in senses or ("soft" in senses and "ask" not in senses):
        return "nice"
    if kind == "stack":
        return "other"
    return "must" if "ask" in senses or ("soft" in senses and kind != "duties") else "other"


def _need_of(sense: Sense | None, statement: Statement, need: SentenceNeed) -> Need:
    """The need of one mention: by what is said of it, else by its statement."""
    if statement.kind in _SILENT:
        return "mentioned"
    if sense == "must":
        return "nice" if statement.kind == "nice" and statement.cues[0].sense != "must" else "must"
    if sense == "nice":
        return "nice"
    if (
        sense is None
        and need == "nice"
        and statement.kind != "nice"
        and any(cue.sense == "nice" for cue in statement.cues)
    ):
        # The wish in this sentence is another thing: "Strong Java, Kafka a plus".
        return "must"
    return "mentioned" if need == "other" else need


def _rank(place: _Place) -> int:
    return _RANKS["group" if place.group is not None and place.need == "must" else place.need]


def _without_group(places: Sequence[_Place], decided: _Place) -> Need:
    """An alternative to something that is required anyway is only named."""
    if decided.need == "must":
        return "nice" if any(place.need == "nice" for place in places) else "mentioned"
    return decided.need
