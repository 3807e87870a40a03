"""What a posting asks for and where a resume shows it: the promises of resume_customizer.core.planning.needs."""

from dataclasses import replace

from builders.documents import a_resume
from builders.points import a_bank
from builders.postings import an_analysis
from resume_customizer.core.planning.distribution import distribute
from resume_customizer.core.planning.needs import cover, needs_of, state_of
from resume_customizer.core.planning.rules import DistributionRules


def test_any_one_of_alternatives_is_enough() -> None:
    analysis = an_analysis(either=[("Apache Kafka", "RabbitMQ")])
    resume = a_resume(["Moved orders over RabbitMQ."])

    (need,) = needs_of(analysis)

    assert need.title == "Apache Kafka or RabbitMQ"
    assert state_of(need, resume) == "shown"


def test_musts_come_first_and_what_is_only_mentioned_is_no_need() -> None:
    needs = needs_of(an_analysis(nice=["AWS"], mentioned=["Java"], must=["Apache Kafka"]))

    assert [(need.names, need.is_must) for need in needs] == [(("Apache Kafka",), True), (("AWS",), False)]


def test_a_list_of_skills_is_no_proof() -> None:
    resume = a_resume(["Ran tests."])
    resume = replace(resume, lines=(*resume.lines, "Skills: Apache Kafka, Java"))
    must, other = needs_of(an_analysis(must=["Apache Kafka", "Terraform"]))

    assert (state_of(must, resume), state_of(other, resume)) == ("listed", "missing")


def test_coverage_is_told_before_and_after() -> None:
    resume = a_resume(["Wrote Java."], ["Kept books."])
    analysis = an_analysis(must=["Java", "Apache Kafka", "Terraform"], nice=["AWS"])
    bank = a_bank({"Kafka": ["Introduced Kafka topics."], "AWS": ["Moved jobs to AWS."]})

    coverage = cover(resume, distribute(resume, bank, analysis=analysis), analysis)

    rows = {row.need.title: (row.before, row.after, len(row.points)) for row in coverage.rows}
    assert rows == {
        "Java": ("shown", "shown", 0),
        "Apache Kafka": ("missing", "shown", 1),
        "Terraform": ("missing", "missing", 0),
        "AWS": ("missing", "shown", 1),
    }
    assert coverage.shown(musts=True, after=False) == (1, 3)
    assert coverage.shown(musts=True, after=True) == (2, 3)
    assert coverage.shown(musts=False, after=True) == (1, 1)


def test_what_stays_missing_says_why() -> None:
    resume = a_resume(["Wrote Java."])
    resume = replace(resume, lines=(*resume.lines, "Skills: AWS"))
    analysis = an_analysis(must=["Terraform", "Apache Kafka", "AWS", "Docker"])
    bank = a_bank(
        {"Kafka": ["Cut consumer lag to seconds."], "Docker": ["Packed it with Docker."], "Go": ["Wrote a Go thing."]}
    )
    rules = DistributionRules("newest", experiences=1, points_per_experience=2)

    remarks = {row.need.title: row.remark for row in cover(resume, distribute(resume, bank, rules), analysis).rows}

    assert remarks["Terraform"] == "No point names it."
    assert remarks["Apache Kafka"] == "1 point stands under its heading, but the words do not name it."
    assert remarks["AWS"] == "It is only listed, no experience shows it. No point names it."
    assert remarks["Docker"] == ""

    shorter = distribute(resume, bank, DistributionRules("newest", experiences=1, points_per_experience=1))
    docker = next(row for row in cover(resume, shorter, analysis).rows if row.need.title == "Docker")
    assert docker.remark.startswith("A point that names it was left out: “Packed it with Docker.” No room")
