"""How well an experience knows a technology: the promises of resume_customizer.core.planning.fit."""

from dataclasses import replace

from builders.documents import an_experience
from resume_customizer.core.planning.fit import NAMED, RELATIVE, UNKNOWN, fit_of


def test_the_environment_line_speaks_first() -> None:
    experience = an_experience("Ran Kafka for billing.", environment="Environment: Java, Kafka")

    assert fit_of("Kafka", experience) == (NAMED, "Apache Kafka is named in this experience's Environment line")


def test_the_line_is_called_what_it_is_called() -> None:
    experience = an_experience(environment="Tools & Technologies: Java, K8s")

    assert fit_of("Kubernetes", experience).evidence.endswith("in this experience's Tools & Technologies line")


def test_the_role_speaks_before_the_text() -> None:
    experience = replace(an_experience("Wrote Python."), role="Python Developer")

    assert fit_of("Python", experience) == (NAMED, "Python is named in this experience's role")


def test_the_text_is_quoted() -> None:
    experience = an_experience(
        "Set up alerts.", "Moved the nightly jobs of four departments to Apache Kafka and later to more."
    )

    assert fit_of("Kafka", experience) == (
        NAMED,
        "Apache Kafka is named in this experience (“Moved the nightly jobs of four departments to Apache Kafka …”)",
    )


def test_a_long_line_is_quoted_around_the_name() -> None:
    words = "Moved the nightly jobs of four departments and of the two agencies in the north to"
    experience = an_experience(f"{words} Apache Kafka and then, some years later, to something else again.")

    assert fit_of("Kafka", experience).evidence == (
        "Apache Kafka is named in this experience (“… the two agencies in the north to Apache Kafka and then …”)"
    )


def test_a_relative_counts_less_and_is_said() -> None:
    experience = an_experience(environment="Environment: RabbitMQ, Linux")

    assert fit_of("Kafka", experience) == (
        RELATIVE,
        "RabbitMQ, a relative of Apache Kafka, is named in this experience's Environment line",
    )


def test_java_is_not_javascript() -> None:
    experience = an_experience("Wrote JavaScript for the shop.")

    assert fit_of("Java", experience).level == UNKNOWN


def test_an_employers_name_is_no_evidence() -> None:
    header = "Clerk | Oracle | 2020"
    employed = replace(an_experience(), company="Oracle", header=(header,), text=f"{header}\nWrote reports.")

    assert fit_of("Oracle", employed).level == UNKNOWN
    assert fit_of("Oracle", replace(employed, text=employed.text + "\nTuned databases with Oracle.")).level == NAMED


def test_a_technology_that_nobody_knows_is_looked_for_by_its_name() -> None:
    experience = an_experience("Ran the Zephyr Grid for three years.")

    assert fit_of("Zephyr Grid", experience).level == NAMED
    assert fit_of("Moor Grid", experience).level == UNKNOWN


def test_nothing_known_is_no_evidence() -> None:
    assert fit_of("COBOL", an_experience("Cooked.")) == (UNKNOWN, "")
    assert fit_of("", an_experience("Cooked.")) == (UNKNOWN, "")


def test_however_long_an_experience_is_a_bounded_part_of_it_is_looked_through() -> None:
    words = "Wrote reports for the shop. " * 4_000
    near = fit_of("Kafka", an_experience("Ran Kafka for billing. " + words))
    far = fit_of("Kafka", an_experience(words + "Ran Kafka for billing."))

    assert (near.level, far.level) == (NAMED, UNKNOWN)
