"""What has to be defended of a point: the promise of resume_customizer.core.staffing.interview_sheet."""

from resume_customizer.core.staffing.interview_sheet import questions_of


def test_each_technology_and_each_figure_is_asked_about_and_nothing_else() -> None:
    assert questions_of("Designed an event backbone on Kafka for 40 services, at $2.5M less.") == (
        "Which other ways were there, and why this one?",
        "Apache Kafka: what for, how, and what was hard?",
        "40: how was it measured, and what was it before?",
        "$2.5M: how was it measured, and what was it before?",
    )
    assert questions_of("• Led releases") == ("Who was in the team, and what did you decide yourself?",)
    assert questions_of("Kept the ledger running") == ()
    assert questions_of("") == ()


def test_a_share_keeps_its_sign() -> None:
    assert questions_of("Cut costs by 35%") == ("35%: how was it measured, and what was it before?",)
