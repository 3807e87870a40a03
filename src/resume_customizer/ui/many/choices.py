"""What somebody chooses for a batch before it is prepared: kept at each step, as unfinished work of theirs.

Choices (resumes, openings, point sets, pairing)  ->  ChoicesKeeper  ->  a draft in the store  ->  wanted()  ->  Wanted

Promises (tests in tests/ui/test_bulk.py):

* What was chosen is there again after a refresh, and gone once its batch is there.
* It never mixes with the unfinished work of Customize.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from resume_customizer.core.batches import USUAL_PATTERN, Pairing
from resume_customizer.core.errors import NotFound
from resume_customizer.core.records.resumes import Draft
from resume_customizer.core.sheets import Row
from resume_customizer.services.background.batches import Target, Wanted
from resume_customizer.services.library.drafts import Unfinished
from resume_customizer.ui.session import Visit

_MARK: Final = "bulk"
_LOOKED_AT: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PointSet:
    """Points of one's own, under a name."""

    label: str
    points: str
    posting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What was chosen so far."""

    name: str = ""
    resumes: Mapping[str, str] = field(default_factory=dict[str, str])
    """Names by ids, in the order in which they were chosen."""
    requirements: Mapping[str, str] = field(default_factory=dict[str, str])
    banks: tuple[str, ...] = ()
    """Where the points for requirements come from."""
    sets: tuple[PointSet, ...] = ()
    pairing: Pairing = Pairing.ALL
    rows: tuple[Row, ...] = ()
    table: str = ""
    """What the table of pairs was called."""
    pattern: str = ""

    def wanted(self, day: str) -> Wanted:
        """As the service takes it; what was not said is named after what there is."""
        openings = [Target(requirement_id=each, bank_ids=self.banks) for each in self.requirements]
        sets = [Target(label=each.label, points=each.points, posting=each.posting) for each in self.sets]
        return Wanted(
            name=self.name.strip() or f"{', '.join(self._labels())[:90]} {day}",
            resume_ids=list(self.resumes),
            targets=[*openings, *sets],
            pairing=self.pairing,
            rows=self.rows,
            pattern=self.pattern.strip() or self.usual_pattern,
        )

    def _labels(self) -> list[str]:
        return [*self.requirements.values(), *(each.label for each in self.sets)][:3]

    @property
    def usual_pattern(self) -> str:
        """Tells files for several targets apart."""
        return USUAL_PATTERN if self.targets < 2 else f"{USUAL_PATTERN}_{{target}}"

    @property
    def targets(self) -> int:
        """How many there are."""
        return len(self.requirements) + len(self.sets)


def choices_to_json(choices: Choices) -> dict[str, Any]:
    """As JSON values."""
    return {
        "name": choices.name,
        "resumes": dict(choices.resumes),
        "requirements": dict(choices.requirements),
        "banks": list(choices.banks),
        "sets": [asdict(each) for each in choices.sets],
        "pairing": choices.pairing.value,
        "rows": [[row.number, {name: str(value) for name, value in row.values.items()}] for row in choices.rows],
        "table": choices.table,
        "pattern": choices.pattern,
    }


def parse_choices(values: Mapping[str, Any]) -> Choices:
    """Choices from what `choices_to_json` made."""
    return Choices(
        name=values["name"],
        resumes=values["resumes"],
        requirements=values["requirements"],
        banks=tuple(values["banks"]),
        sets=tuple(PointSet(**each) for each in values["sets"]),
        pairing=Pairing(values["pairing"]),
        rows=tuple(Row(number, row) for number, row in values["rows"]),
        table=values["table"],
        pattern=values["pattern"],
    )


def is_of_bulk(draft: Draft) -> bool:
    """Whether unfinished work is of this screen, and not of Customize."""
    return _MARK in draft.plan


def of_customize(drafts: Sequence[Draft]) -> list[Draft]:
    """The unfinished work that Customize goes on with."""
    return [each for each in drafts if not is_of_bulk(each)]


class ChoicesKeeper:
    """Keeps them as a draft; `place` remembers for one tab which it is."""

    def __init__(self, visit: Visit, place: dict[str, Any]) -> None:
        self._drafts, self._actor, self._place = visit.desk.drafts, visit.actor, place

    def load(self) -> Choices:
        """What was kept last, in whichever tab."""
        found = self._drafts.list_drafts(self._actor, limit=_LOOKED_AT).records
        draft = next(filter(is_of_bulk, found), None)
        self._place["draft"] = draft.id if draft else ""
        return parse_choices(draft.plan[_MARK]) if draft else Choices()

    def keep(self, choices: Choices) -> None:
        """Keep them; of two tabs the last one counts."""
        held = Unfinished(name=choices.name[:200], plan={_MARK: choices_to_json(choices)})
        try:
            draft = self._drafts.save(self._actor, held, self._place.get("draft", ""))
        except NotFound:  # another tab has made the batch meanwhile
            draft = self._drafts.save(self._actor, held)
        self._place["draft"] = draft.id

    def forget(self) -> None:
        """The batch is there: nothing is unfinished."""
        if self._place.get("draft"):
            with suppress(NotFound):
                self._drafts.remove_draft(self._actor, self._place.pop("draft"))
