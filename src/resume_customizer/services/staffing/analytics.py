"""Figures of the desk: from requirement to placement, where time goes, who answers, what is asked for, what works.

    facts of the workspace  ->  show_figure(name)  ->  Figure: rows of named values  ->  export_figure()

Figures are computed with pandas from the facts of the store; in PostgreSQL these are materialized views, which
refresh() computes anew.

Promises (tests in tests/services/test_analytics.py):

* Every figure equals a plain recount, on SQLite and on PostgreSQL.
* Nothing is claimed of fewer than thirty; shares come with their interval.
* What an adviser of a career service sees counts what was sent for the own people, and the own work.
"""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.figures import share_of
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.desk import Consultant, SentLine, Submission
from resume_customizer.core.records.workspaces import Workspace
from resume_customizer.core.sheets import formula_free
from resume_customizer.core.staffing.requirements import STAGES, Status
from resume_customizer.core.staffing.submissions import SubmissionStatus
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import Reading

if TYPE_CHECKING:
    import pandas as pd

_ANSWERED: Final = frozenset(SubmissionStatus) - {
    SubmissionStatus.SENT,
    SubmissionStatus.NO_RESPONSE,
    SubmissionStatus.WITHDRAWN,
}
"""Somebody has answered, well or not."""
_TALKED: Final = frozenset({SubmissionStatus.INTERVIEWING, SubmissionStatus.OFFERED, SubmissionStatus.PLACED})
_RESPONSE_BY: Final = ("vendor_company", "source", "primary_technology")
_MOST_ROWS: Final = 200


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...]
    since: datetime | None
    until: datetime | None


@dataclass(frozen=True, slots=True)
class _Span:
    since: datetime | None
    until: datetime | None
    now: datetime

    def holds(self, moment: datetime | None) -> bool:
        """Whether a moment lies in it; both ends count."""
        if moment is None:
            return False
        return (self.since is None or moment >= self.since) and (self.until is None or moment <= self.until)


class Analytics:
    """The figures of the actor's workspace."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def list_figures(self, actor: Actor) -> dict[str, str]:
        """The figures that there are, with what they say."""
        actor.require(Action.VIEW_RECORDS)
        return {name: title for name, (title, _, _) in _FIGURES.items()}

    def show_figure(
        self, actor: Actor, figure: str, since: datetime | None = None, until: datetime | None = None
    ) -> Figure:
        """One figure, of what began within a span."""
        actor.require(Action.VIEW_RECORDS)
        if figure not in _FIGURES:
            raise InvalidInput("no-figure", f"There is no such figure; there are {', '.join(_FIGURES)}.")
        title, columns, make = _FIGURES[figure]
        with self._ground.store.reading(actor) as tx:
            rows = make(tx, actor, _Span(since, until, self._ground.clock()))
        return Figure(figure, title, columns, tuple(rows), since, until)

    def export_figure(
        self, actor: Actor, figure: str, form: str, since: datetime | None = None, until: datetime | None = None
    ) -> str:
        """The same as CSV (RFC 4180; no cell runs as a formula) or JSON."""
        actor.require(Action.EXPORT_RECORDS)
        found = self.show_figure(actor, figure, since, until)
        if form == "json":
            return json.dumps({"figure": found.name, "rows": [dict(row) for row in found.rows]}, ensure_ascii=False)
        if form != "csv":
            raise InvalidInput("bad-form", "A figure is exported as csv or json.")
        text = io.StringIO()
        lines = csv.writer(text, lineterminator="\r\n")
        lines.writerow(found.columns)
        lines.writerows([_cell(row[name]) for name in found.columns] for row in found.rows)
        return text.getvalue()

    def refresh(self, actor: Actor) -> None:
        """Compute the facts anew, where the store keeps them; everything goes on meanwhile."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.inside(actor) as tx:
            tx.refresh_facts()


# ------------------------------------------------------------------ the figures


def _funnel(tx: Reading, _actor: Actor, span: _Span) -> list[dict[str, Any]]:
    """How far requirements came: each counts at every stage up to the farthest that it reached."""
    created = _frame(tx.facts("requirement_facts"), "created_at", span)
    moves = _frame(tx.facts("status_facts"))
    order = {stage.value: number for number, stage in enumerate(STAGES)}
    farthest: dict[str, int] = {}
    if len(moves) and len(created):
        mine = moves[moves["requirement_id"].isin(created["id"])]
        ranks = mine["status"].map(order).fillna(0).astype("int64")
        farthest = ranks.groupby(mine["requirement_id"]).max().to_dict()
    reached = [farthest.get(each, 0) for each in created["id"]] if len(created) else []
    counts = [sum(each >= number for each in reached) for number in range(len(STAGES))]
    return [
        {"stage": stage.value, "requirements": counts[number], **_share(counts[number], counts[0])}
        for number, stage in enumerate(STAGES)
    ]


def _times(tx: Reading, _actor: Actor, span: _Span) -> list[dict[str, Any]]:
    """How many hours requirements stay in each status; what has not ended yet is counted apart."""
    spans = _frame(tx.facts("status_facts"), "since", span)
    rows = []
    for status in Status:
        own = spans[spans["status"] == status.value] if len(spans) else spans
        ended = own[own["until"].notna()] if len(own) else own
        pairs = zip(ended["since"], ended["until"], strict=True) if len(ended) else ()
        hours = [(until - since).total_seconds() / 3600 for since, until in pairs]
        rows.append(
            {
                "status": status.value,
                "ended": len(hours),
                "still_there": len(own) - len(ended),
                "median_hours": _quantile(hours, 0.5),
                "most_of_them_within_hours": _quantile(hours, 0.9),
            }
        )
    return rows


def _response(tx: Reading, actor: Actor, span: _Span) -> list[dict[str, Any]]:
    """How many submissions were answered and led to a talk, by vendor, source and technology."""
    facts = tx.facts("submission_facts")
    if actor.only_assigned:
        people = {each.id for each in tx.every(Consultant)}
        facts = tuple(each for each in facts if each["consultant_id"] in people)
    sent = _frame(facts, "sent_at", span)
    rows: list[dict[str, Any]] = []
    for column in _RESPONSE_BY if len(sent) else ():
        for name, own in sent.groupby(column):
            answered = int(own["status"].isin(_ANSWERED).sum())
            talks = int(own["status"].isin(_TALKED).sum())
            shares = {"answered": answered, "talks": talks, **_share(answered, len(own))}
            rows.append({"by": column, "name": name or "(none)", "submissions": len(own), **shares})
    rows.sort(key=lambda row: (_RESPONSE_BY.index(row["by"]), -row["submissions"], row["name"]))
    return rows


def _demand(tx: Reading, _actor: Actor, span: _Span) -> list[dict[str, Any]]:
    """How many requirements of each month ask for a technology; the most asked for first."""
    created = _frame(tx.facts("requirement_facts"), "created_at", span)
    if not len(created):
        return []
    created["month"] = [each.strftime("%Y-%m") for each in created["created_at"]]
    asked = created[["month", "technologies"]].explode("technologies").dropna()
    counts = asked.groupby(["month", "technologies"]).size()
    totals = asked.groupby("technologies").size().sort_index().sort_values(ascending=False, kind="stable")
    wanted = {name: place for place, name in enumerate(totals.index[:_MOST_ROWS])}
    rows = [
        {"month": month, "technology": name, "requirements": int(number)}
        for (month, name), number in counts.items()
        if name in wanted
    ]
    return sorted(rows, key=lambda row: (row["month"], wanted[row["technology"]]))


def _points(tx: Reading, actor: Actor, _span: _Span) -> list[dict[str, Any]]:
    """How often resumes with a point were sent, answered and led to a talk."""
    facts = _frame(_own_point_facts(tx) if actor.only_assigned else tx.facts("point_facts"))
    rows: list[dict[str, Any]] = []
    for point_id, own in facts.groupby("point_id") if len(facts) else ():
        sent = int(own["submissions"].sum())
        answered = int(own.loc[own["status"].isin(_ANSWERED), "submissions"].sum())
        talks = int(own.loc[own["status"].isin(_TALKED), "submissions"].sum())
        about = {"point_id": point_id, "point": min(own["text"]), "technology": min(own["technology"])}
        rows.append({**about, "submissions": sent, "answered": answered, "talks": talks, **_share(answered, sent)})
    rows.sort(key=lambda row: (-row["submissions"], row["point_id"]))
    return rows[:_MOST_ROWS]


def _own_point_facts(tx: Reading) -> tuple[Mapping[str, Any], ...]:
    """The facts of points, from the sent lines of an adviser's people alone: what they can't see is not counted."""
    statuses = {each.id: each.status for each in tx.every(Submission)}
    sent: dict[tuple[str, str], list[SentLine]] = defaultdict(list)
    for line in tx.every(SentLine):
        if line.point_id:
            sent[line.point_id, statuses[line.submission_id]].append(line)
    return tuple(
        {
            "point_id": point_id,
            "text": min(each.text for each in lines),
            "technology": min(each.technology for each in lines),
            "status": status,
            "submissions": len({each.submission_id for each in lines}),
        }
        for (point_id, status), lines in sent.items()
    )


def _members(tx: Reading, actor: Actor, _span: _Span) -> list[dict[str, Any]]:
    """What each member has done, in the tier of the workspace; an adviser sees the own work."""
    every = tx.facts("member_facts")
    facts = _frame(tuple(each for each in every if not actor.only_assigned or each["user_id"] == actor.user_id))
    tier = tx.get(Workspace, actor.workspace_id).tier.value
    rows: list[dict[str, Any]] = []
    for user_id, own in facts.groupby("user_id") if len(facts) else ():
        work = dict(zip(own["what"], own["work"], strict=True))
        done = {what: int(work.get(what, 0)) for what in ("requirements", "customizations", "submissions")}
        rows.append({"user_id": user_id, "tier": tier, **done})
    return sorted(rows, key=lambda row: row["user_id"])


_SHARES: Final = ("share", "low", "high", "sentence")
_FIGURES: Final[Mapping[str, tuple[str, tuple[str, ...], Callable[[Reading, Actor, _Span], list[dict[str, Any]]]]]] = {
    "funnel": ("From requirement to placement", ("stage", "requirements", *_SHARES), _funnel),
    "times": (
        "Time in each status",
        ("status", "ended", "still_there", "median_hours", "most_of_them_within_hours"),
        _times,
    ),
    "response": (
        "Answers by vendor, source and technology",
        ("by", "name", "submissions", "answered", "talks", *_SHARES),
        _response,
    ),
    "demand": ("Technologies asked for, by month", ("month", "technology", "requirements"), _demand),
    "points": (
        "How points do",
        ("point_id", "point", "technology", "submissions", "answered", "talks", *_SHARES),
        _points,
    ),
    "members": (
        "Work by member",
        ("user_id", "tier", "requirements", "customizations", "submissions"),
        _members,
    ),
}


def _frame(facts: tuple[Mapping[str, Any], ...], column: str = "", span: _Span | None = None) -> "pd.DataFrame":
    """Facts as a table; of those whose moment lies in a span, when one is given."""
    import pandas as pd

    rows = [row for row in facts if span is None or not column or span.holds(row[column])]
    return pd.DataFrame(rows, dtype=object)


def _quantile(hours: list[float], part: float) -> float | None:
    import numpy as np

    return round(float(np.quantile(hours, part)), 3) if hours else None


def _share(count: int, of: int) -> dict[str, Any]:
    found = share_of(count, of)
    rounded = {name: None if (value := getattr(found, name)) is None else round(value, 4) for name in _SHARES[:3]}
    return {**rounded, "sentence": found.sentence}


def _cell(value: object) -> str:
    return "" if value is None else formula_free(str(value)) if isinstance(value, str) else str(value)
