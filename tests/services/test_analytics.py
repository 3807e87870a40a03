"""Figures of the desk equal a plain recount, on SQLite and PostgreSQL: services/staffing/analytics.py."""

import csv
import io
import json
import statistics
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from builders.desk import Desk
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.figures import share_of
from resume_customizer.core.records.banks import BankPoint, PointBank
from resume_customizer.core.records.desk import Consultant, Requirement, SentLine, StatusChange, Submission
from resume_customizer.core.staffing.requirements import FOLLOWING, STAGES, Status

VENDORS, SOURCES = ("Westway", "Northgate", ""), ("mail", "job board", "=cmd")
TECHNOLOGIES = ("Java", "Apache Kafka", "Python", "C++")
ANSWERED = {"shortlisted", "interviewing", "offered", "placed", "rejected"}
TALKED = {"interviewing", "offered", "placed"}


class Made:
    """A generated desk, as plain lists."""

    def __init__(self, desk: Desk, actor: Actor, count: int, seed: int = 7) -> None:
        self.chance = Random(seed)
        self.requirements: list[Requirement] = []
        self.moves: list[StatusChange] = []
        self.submissions: list[Submission] = []
        self.lines: list[SentLine] = []
        with desk.ground.inside(actor) as tx:
            person = tx.add(Consultant(name="Petra"))
            bank = tx.add(PointBank(name="bank"))
            points = tx.add_all(
                BankPoint(bank_id=bank.id, technology="Java", text=f"Point {number}", text_key=f"{number}")
                for number in range(4)
            )
            for _ in range(count):
                self._requirement(desk, actor)
            tx.add_all(self.requirements)
            tx.add_all(self.moves)
            for each in self.requirements:
                self._submission(each, person, points, actor)
            tx.add_all(self.submissions)
            tx.add_all(self.lines)

    def _requirement(self, desk: Desk, actor: Actor) -> None:
        pick, at = self.chance.choice, desk.now - timedelta(hours=self.chance.randrange(24, 4_000))
        status, moves = Status.NEW, []
        made = Requirement(title="x", vendor_company=pick(VENDORS), source=pick(SOURCES), created_by=actor.user_id)
        moves.append(StatusChange(requirement_id=made.id, before="", after=status, at=at))
        for _ in range(self.chance.randrange(6)):
            after = pick(sorted(FOLLOWING[status]))
            at += timedelta(minutes=self.chance.randrange(1, 3_000))
            moves.append(StatusChange(requirement_id=made.id, before=status, after=after, at=at))
            status = after
        listed = tuple(self.chance.sample(TECHNOLOGIES, self.chance.randrange(4)))
        first = listed[0] if listed else ""
        self.requirements.append(replace(made, status=status, technologies=listed, primary_technology=first))
        self.moves += moves

    def _submission(
        self, requirement: Requirement, person: Consultant, points: tuple[BankPoint, ...], actor: Actor
    ) -> None:
        if self.chance.random() < 0.4:
            return
        status = self.chance.choice([*sorted(ANSWERED), "sent", "no response", "withdrawn"])
        made = Submission(
            requirement_id=requirement.id,
            consultant_id=person.id,
            file_digest="0" * 64,
            file_name="petra.docx",
            status=status,
            vendor_company=requirement.vendor_company,
            sent_at=self.moves[0].at,
            sent_by=actor.user_id,
        )
        self.submissions.append(made)
        for point in self.chance.sample(points, self.chance.randrange(len(points) + 1)):
            for _ in range(self.chance.randrange(1, 3)):
                self.lines.append(
                    SentLine(
                        submission_id=made.id,
                        consultant_id=person.id,
                        text=point.text,
                        head="h",
                        tail="t",
                        sent_at=self.moves[0].at,
                        is_added=True,
                        technology="Java",
                        point_id=point.id,
                    )
                )


def rows_of(desk: Desk, actor: Actor, name: str, **span: Any) -> tuple[Any, ...]:  # noqa: ANN401
    return desk.analytics.show_figure(actor, name, **span).rows


def rounded(count: int, of: int) -> dict[str, object]:
    found = share_of(count, of)
    values = {"share": found.share, "low": found.low, "high": found.high}
    return {**{k: None if v is None else round(v, 4) for k, v in values.items()}, "sentence": found.sentence}


def test_every_figure_equals_a_plain_recount(shared: Desk) -> None:
    ann, eve = shared.workspace("ann"), shared.workspace("eve")
    made = Made(shared, ann, 160)
    Made(shared, eve, 20, seed=3)
    shared.analytics.refresh(ann)

    _recount_funnel(shared, ann, made)
    _recount_times(shared, ann, made)
    _recount_response(shared, ann, made)
    _recount_demand(shared, ann, made)
    _recount_points(shared, ann, made)
    (member,) = rows_of(shared, ann, "members")
    assert member == {
        "user_id": ann.user_id,
        "tier": "free",
        "requirements": 160,
        "customizations": 0,
        "submissions": len(made.submissions),
    }


def _recount_funnel(desk: Desk, ann: Actor, made: Made) -> None:
    order = [stage.value for stage in STAGES]
    reached: Counter[str] = Counter()
    for each in made.requirements:
        own = {move.after for move in made.moves if move.requirement_id == each.id}
        farthest = max((order.index(status) for status in own if status in order), default=0)
        reached.update(order[: farthest + 1])
    expected = [
        {"stage": stage, "requirements": reached[stage], **rounded(reached[stage], len(made.requirements))}
        for stage in order
    ]
    assert list(rows_of(desk, ann, "funnel")) == expected
    assert reached["Placed"] > 0


def _recount_times(desk: Desk, ann: Actor, made: Made) -> None:
    hours: dict[str, list[float]] = defaultdict(list)
    still: Counter[str] = Counter()
    by_requirement: dict[str, list[StatusChange]] = defaultdict(list)
    for move in made.moves:
        by_requirement[move.requirement_id].append(move)
    for moves in by_requirement.values():
        for move, after in pairwise(moves):
            hours[move.after].append((after.at - move.at).total_seconds() / 3600)
        still[moves[-1].after] += 1
    for row in rows_of(desk, ann, "times"):
        own = hours[row["status"]]
        assert (row["ended"], row["still_there"]) == (len(own), still[row["status"]])
        assert row["median_hours"] == (pytest.approx(statistics.median(own), abs=0.001) if own else None)


def _recount_response(desk: Desk, ann: Actor, made: Made) -> None:
    of = {each.id: each for each in made.requirements}
    counted: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in made.submissions:
        requirement = of[each.requirement_id]
        for column in ("vendor_company", "source", "primary_technology"):
            counted[column, getattr(requirement, column) or "(none)"].append(each.status)
    found = {(row["by"], row["name"]): row for row in rows_of(desk, ann, "response")}
    assert set(found) == set(counted)
    for key, statuses in counted.items():
        answered, row = sum(each in ANSWERED for each in statuses), found[key]
        assert (row["submissions"], row["answered"]) == (len(statuses), answered)
        assert row["talks"] == sum(each in TALKED for each in statuses)
        assert {name: row[name] for name in ("share", "low", "high", "sentence")} == rounded(answered, len(statuses))
    assert any(row["share"] is None for row in found.values()) or min(map(len, counted.values())) >= 30


def _recount_demand(desk: Desk, ann: Actor, made: Made) -> None:
    expected = Counter((f"{desk.now:%Y-%m}", name) for each in made.requirements for name in each.technologies)
    found = {(row["month"], row["technology"]): row["requirements"] for row in rows_of(desk, ann, "demand")}
    assert found == dict(expected)


def _recount_points(desk: Desk, ann: Actor, made: Made) -> None:
    of = {each.id: each.status for each in made.submissions}
    sent: dict[str, set[str]] = defaultdict(set)
    for line in made.lines:
        sent[str(line.point_id)].add(line.submission_id)
    found = {row["point_id"]: row for row in rows_of(desk, ann, "points")}
    assert set(found) == set(sent)
    for point_id, submissions in sent.items():
        answered = sum(of[each] in ANSWERED for each in submissions)
        assert (found[point_id]["submissions"], found[point_id]["answered"]) == (len(submissions), answered)
        assert found[point_id]["sentence"] == rounded(answered, len(submissions))["sentence"]


def test_what_is_new_counts_after_a_refresh_at_the_latest_and_a_span_bounds_it(shared: Desk) -> None:
    ann = shared.workspace("ann")
    assert [row["requirements"] for row in rows_of(shared, ann, "funnel")] == [0] * len(STAGES)
    assert rows_of(shared, ann, "demand") == rows_of(shared, ann, "response") == rows_of(shared, ann, "points") == ()
    shared.requirements.create(ann, {"title": "Early", "technologies": "Java"})
    shared.later(days=40)
    shared.requirements.create(ann, {"title": "Late", "technologies": "Java"})
    shared.analytics.refresh(ann)

    assert [row["month"] for row in rows_of(shared, ann, "demand")] == ["2026-11", "2027-01"]
    since = shared.now - timedelta(days=1)
    assert rows_of(shared, ann, "funnel", since=since)[0]["requirements"] == 1
    assert rows_of(shared, ann, "funnel", until=since)[0]["requirements"] == 1
    assert [row["month"] for row in rows_of(shared, ann, "demand", since=since)] == ["2027-01"]


def test_a_figure_is_exported_and_no_cell_can_run(desk: Desk) -> None:
    ann = desk.workspace("ann")
    Made(desk, ann, 40)
    text = desk.analytics.export_figure(ann, "response", "csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    found = json.loads(desk.analytics.export_figure(ann, "response", "json"))

    assert [int(row["submissions"]) for row in rows] == [row["submissions"] for row in found["rows"]]
    assert "'=cmd" in text
    assert ",=cmd" not in text
    with pytest.raises(InvalidInput, match="csv or json"):
        desk.analytics.export_figure(ann, "response", "xlsx")
    with pytest.raises(InvalidInput, match="there are funnel"):
        desk.analytics.show_figure(ann, "mood")
    assert set(desk.analytics.list_figures(ann)) == {"funnel", "times", "response", "demand", "points", "members"}
