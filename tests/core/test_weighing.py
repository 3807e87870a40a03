"""What speaks for and against a placement: the promises of resume_customizer.core.planning.weighing."""

from collections.abc import Sequence
from dataclasses import replace

from builders.documents import a_resume
from builders.points import a_bank
from builders.postings import an_analysis
from resume_customizer.core.analysis import Analysis, AskedTechnology, Evidence
from resume_customizer.core.document import ResumeDocument
from resume_customizer.core.planning.distribution import distribute, study
from resume_customizer.core.planning.objective import PRESETS, Weights
from resume_customizer.core.planning.rules import DistributionRules
from resume_customizer.core.planning.weighing import Aids, asked_of
from resume_customizer.core.points import PointBank

BEST = DistributionRules("best")


class FixedNearness:
    """A measure that knows what one point is near to: each line with one word."""

    name = "fixed"
    notices = ()

    def __init__(self, point: str, word: str) -> None:
        self._point, self._word = point, word

    def measure(self, points: Sequence[str], texts: Sequence[Sequence[str]]) -> list[list[float]]:
        """1 for that point at the texts with that word, else 0."""
        near = [any(self._word in line for line in text) for text in texts]
        return [[float(point == self._point and each) for each in near] for point in points]


def _worths(resume: ResumeDocument, bank: PointBank, receiver: int, aids: Aids | None = None) -> dict[str, int]:
    done = study(resume, bank, BEST, aids=aids or Aids())
    return {part.name: part.worth for part in done.scales.parts(0, receiver, Weights())}


def test_what_the_posting_must_have_weighs_more_than_what_it_welcomes_names_or_names_a_relative_of() -> None:
    asked = {each.name: each for each in an_analysis(["Apache Kafka"], ["AWS"], ["Java"], [["Angular"]]).technologies}

    levels = [asked_of([name], asked).level for name in ("Apache Kafka", "AWS", "Java", "RabbitMQ", "COBOL")]

    assert levels == [4, 3, 2, 1, 0]
    assert asked_of(["COBOL", "AWS", "Apache Kafka"], asked).clause == "the posting asks for Apache Kafka in line 1"
    assert asked_of(["RabbitMQ"], asked).clause == (
        "the posting asks for Apache Kafka, a relative of RabbitMQ, in line 1"
    )


def test_a_point_counts_as_asked_for_by_what_its_words_name_too() -> None:
    bank = a_bank(Moor=["Moved the moor to Apache Kafka."])
    done = study(a_resume(["Ran tests."]), bank, BEST, an_analysis(["Apache Kafka"]))

    assert done.scales.asked_for(0).level == 4


def test_a_point_without_a_heading_is_about_what_its_words_name() -> None:
    resume = a_resume(["Ran tests."], ["Kept books."], environments=(None, "Environment: Kafka"))

    plan = distribute(resume, a_bank({"": ["Moved orders to Kafka."]}), BEST)

    assert plan.placements[0].experience == 1
    assert plan.placements[0].reason.startswith("Apache Kafka is named in this experience's Environment line")


def test_the_parts_of_a_placement_sum_up_to_what_the_solver_was_told() -> None:
    resume = a_resume(["Settled claims.", "Led people."], ["Ran Java."], environments=(None, "Environment: Kafka"))
    bank = a_bank(Kafka=["Automated claims over Kafka."], Java=["Led a team of five engineers."])
    aids = Aids(FixedNearness("Automated claims over Kafka.", "Settled"))
    done = study(resume, bank, BEST, an_analysis(["Java"]), aids)
    assert done.problem is not None

    for at, gains in enumerate(done.problem.gains):
        for receiver, gain in enumerate(gains):
            parts = done.scales.parts(at, receiver, PRESETS["balanced"])
            assert gain == PRESETS["balanced"].placed + sum(part.worth for part in parts)
            assert all(part.clause for part in parts)


def test_shared_words_and_seniority_speak() -> None:
    resume = a_resume(["Settled claims for hospitals."], ["Ran trams."], ["Sold rum."])
    lead = replace(resume.experiences[1], role="Lead Engineer")
    junior = replace(resume.experiences[2], role="Junior Engineer")
    resume = replace(resume, experiences=(resume.experiences[0], lead, junior))

    assert _worths(resume, a_bank(Moor=["Checked claims and hospitals."]), 0) == {"words": 80}
    leading = a_bank(Moor=["Led a team of five."])
    assert [_worths(resume, leading, receiver) for receiver in range(3)] == [{}, {"seniority": 60}, {"seniority": -60}]


def test_nearness_that_was_measured_elsewhere_changes_the_ranking() -> None:
    resume, bank = a_resume(["Ran trams."], ["Sold rum."]), a_bank(Moor=["Point"])

    assert distribute(resume, bank, BEST).placements[0].experience == 0
    near = distribute(
        resume, bank, DistributionRules(weights=Weights(share=200)), aids=Aids(FixedNearness("Point", "rum"))
    )
    assert near.placements[0].experience == 1
    assert "its meaning is near (1.00)" in near.placements[0].reason.lower()


def test_a_point_near_to_what_the_posting_asks_for_goes_first() -> None:
    resume, bank = a_resume(["Ran trams."]), a_bank(Moor=["First point", "Second point"])
    asked = AskedTechnology("Kafka", "must", None, None, (Evidence(3, "Must know queues", 0, 5),))
    posting, rules = Analysis("", (asked,)), DistributionRules("best", most_lines=1)

    near = Aids(FixedNearness("Second point", "queues"))
    assert [row.point for row in distribute(resume, bank, rules, posting).placements] == ["First point"]
    assert [row.point for row in distribute(resume, bank, rules, posting, near).placements] == ["Second point"]


def _too_early(text: str, start: str | None, end: str | None) -> str:
    return f"Kubernetes is younger than {end}" if "Kubernetes" in text and end != "present" and start else ""


def test_an_anachronism_costs_but_a_point_without_another_place_is_placed_with_a_notice() -> None:
    resume = a_resume(["Ran trams."], ["Sold rum."], environments=(None, "Environment: Kubernetes"))
    bank, aids = a_bank(Kubernetes=["Ran Kubernetes."]), Aids(find_anachronism=_too_early)

    assert distribute(resume, bank, BEST, aids=aids).placements[0].experience == 0
    only_old = distribute(resume, bank, DistributionRules("best", include=(1,)), aids=aids)
    assert only_old.placements[0].reason.endswith("; but Kubernetes is younger than 2021-12.")
    assert [notice.code for notice in only_old.notices] == ["anachronism"]


def test_an_anachronism_is_refused_on_request() -> None:
    resume, bank = a_resume(["Ran trams."], ["Sold rum."]), a_bank(Kubernetes=["Ran Kubernetes."])
    rules = DistributionRules("best", include=(1,), refuse_anachronisms=True)

    plan = distribute(resume, bank, rules, aids=Aids(find_anachronism=_too_early))

    assert plan.placements == ()
    assert [(row.code, row.reason) for row in plan.unplaced] == [
        ("anachronism", "Refused everywhere: Kubernetes is younger than 2021-12.")
    ]


def test_lines_are_counted_as_they_are_told() -> None:
    bank = a_bank(Moor=["Long " * 9, "Short one", "Short two"])
    aids = Aids(line_cost=lambda text, experience: 3 if len(text) > 20 else 1)  # noqa: ARG005

    plan = distribute(a_resume(["Ran trams."]), bank, DistributionRules(most_lines=2), aids=aids)

    assert [row.point for row in plan.placements] == ["Short one", "Short two"]
    assert plan.unplaced[0].reason == "No room: at most 2 lines may be added, and other points make more of them."
