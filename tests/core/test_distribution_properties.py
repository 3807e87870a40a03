"""What holds for every distribution, on random resumes, banks and rules."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from builders.documents import a_resume
from builders.points import a_bank
from resume_customizer.core.analysis import Analysis
from resume_customizer.core.document import ResumeDocument
from resume_customizer.core.planning.distribution import distribute
from resume_customizer.core.planning.plan import check_plan, plan_to_json
from resume_customizer.core.planning.plan_rows import parse_plan
from resume_customizer.core.planning.rules import ORDERS, STRATEGY_NAMES, DistributionRules
from resume_customizer.core.points import PointBank
from resume_customizer.core.posting import analyze_posting

TECHNOLOGIES = ("Java", "Kafka", "C++", "Moor Grid", "AWS", "React (Frontend)")
sentence = some.lists(
    some.sampled_from(
        "ran tuned moved the ledger claims nightly Kafka java 12 3.5x for teams “quoted” – (ref Q1)".split()
    ),
    min_size=1,
    max_size=9,
).map(" ".join)
banks = some.dictionaries(
    some.sampled_from(TECHNOLOGIES), some.lists(sentence, max_size=6, unique=True), max_size=5
).map(a_bank)


@some.composite
def resumes(draw: some.DrawFn) -> ResumeDocument:
    """Up to five experiences; some without bullets, anchor, dates or confidence."""
    bullets = draw(some.lists(some.lists(sentence, max_size=3), max_size=5))
    environments = [draw(some.sampled_from([None, "Environment: Java, K8s", "Tools: RabbitMQ"])) for _ in bullets]
    resume = a_resume(*bullets, environments=environments)
    experiences = tuple(
        replace(
            experience,
            anchor=draw(some.sampled_from([experience.anchor, experience.anchor, None])),
            confidence=draw(some.sampled_from([1.0, 0.6, 0.2])),
            start=draw(some.sampled_from([experience.start, None, "2019"])),
            end=draw(some.sampled_from([experience.end, None, "2019-07"])),
        )
        for experience in resume.experiences
    )
    return replace(resume, experiences=experiences)


@some.composite
def cases(draw: some.DrawFn) -> tuple[ResumeDocument, PointBank, DistributionRules, Analysis | None]:
    """A resume with a bank, rules that fit it, and perhaps a posting."""
    resume, bank = draw(resumes()), draw(banks)
    count = len(resume.experiences)
    positions = some.lists(some.integers(0, count - 1), max_size=3).map(tuple) if count else some.just(())
    rules = DistributionRules(
        draw(some.sampled_from(STRATEGY_NAMES)),
        draw(some.none() | some.integers(1, 6)),
        draw(some.none() | some.integers(1, 5)),
        draw(positions),
        draw(positions),
        draw(some.sampled_from(ORDERS)),
        draw(some.integers(1, 4)),
    )
    posting = draw(some.sampled_from(["", "We use Kafka and Java.", "Moor Grid\nAWS"]))
    return (
        resume,
        bank,
        rules,
        analyze_posting(posting, [stack.technology for stack in bank.stacks]) if posting else None,
    )


@given(cases())
def test_every_point_is_placed_once_or_listed_as_unplaced_with_its_reason(case) -> None:  # noqa: ANN001
    _, bank, *_ = case

    plan = distribute(*case)

    rows = [*plan.placements, *plan.unplaced]
    given_points = Counter((p.text, stack.technology, p.line) for stack in bank.stacks for p in stack.points)
    assert Counter((row.point, row.technology, row.line) for row in rows) == given_points
    assert plan.points == given_points.total()
    assert all(row.reason.strip() for row in rows)
    assert all(row.code for row in plan.unplaced)


@given(cases())
def test_caps_exclusions_and_anchors_are_respected(case) -> None:  # noqa: ANN001
    resume, _, rules, _ = case

    counts = Counter(row.experience for row in distribute(*case).placements)

    assert all(count <= (rules.points_per_experience or count) for count in counts.values())
    assert not set(counts) & set(rules.exclude)
    assert not rules.include or set(counts) <= set(rules.include)
    assert all(resume.experiences[position].anchor for position in counts)
    assert len(counts) <= (rules.experiences or len(set(rules.include)) or 3)


@given(cases())
def test_the_same_input_gives_the_same_plan(case) -> None:  # noqa: ANN001
    assert distribute(*case) == distribute(*case)


@given(cases())
def test_a_plan_survives_json(case) -> None:  # noqa: ANN001
    resume, bank, *_ = case
    plan = distribute(*case)

    again = parse_plan(plan_to_json(plan, resume))

    assert again == plan
    assert check_plan(again, resume, bank) == check_plan(again, resume) == ()


@given(cases())
def test_what_was_placed_is_not_placed_again(case) -> None:  # noqa: ANN001
    resume, bank, rules, posting = case
    placed = [row.point for row in distribute(*case).placements]

    again = distribute(replace(resume, lines=(*resume.lines, *placed)), bank, rules, posting)

    assert not {row.point for row in again.placements} & set(placed)
