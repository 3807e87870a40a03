"""Which doubtful names a text vouches for: the promises of resume_customizer.core.naming.vouching."""

import pytest

from resume_customizer.core.naming.mentions import find_mentions

FILLER = "Answered letters, kept the calendar and ordered what the office needed. " * 12


def _named(text: str) -> list[str]:
    return [mention.technology for mention in find_mentions(text)]


@pytest.mark.parametrize(
    "text",
    [
        f"Park Ranger, Kiln County. {FILLER}",
        f"{FILLER} Supported by grant SES 14 of the foundation. {FILLER}",
        f"{FILLER} Sat on the RTP board of the faculty. {FILLER}",
        f"{FILLER} Written with Mara Cromwell for the quarterly. {FILLER}",
    ],
)
def test_a_doubtful_name_does_not_count_in_a_long_text_without_technologies(text: str) -> None:
    assert len(text) > 600
    assert _named(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{FILLER} Policies in Ranger for Hive and HBase. {FILLER}", ["Apache Ranger", "Apache Hive", "Apache HBase"]),
        (f"{FILLER} Mail through SES, queues in Amazon SQS. {FILLER}", ["Amazon SES", "Amazon SQS"]),
        (f"Kubernetes and Helm. {FILLER} Helm saved an hour a day.", ["Kubernetes", "Helm", "Helm"]),
        (f"{FILLER} Skills: SAP, SAS {FILLER}", ["SAP", "SAS"]),
        (f"{FILLER} Wrote Java. {FILLER}", ["Java"]),
    ],
)
def test_a_doubtful_name_counts_beside_other_technologies(text: str, names: list[str]) -> None:
    assert _named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{FILLER} Sanity. Everybody was glad of the rest after it. {FILLER} Java.", ["Java"]),
        (f"{FILLER} Kubernetes, Go, Rust {FILLER}", ["Kubernetes", "Go", "Rust"]),
    ],
)
def test_what_only_stands_like_a_name_counts_right_beside_another(text: str, names: list[str]) -> None:
    assert _named(text) == names


def test_a_short_text_vouches_for_every_name() -> None:
    assert _named("Helm charts for twelve services") == ["Helm"]
    assert _named("Responsible for SAP") == ["SAP"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Every Remote Transfer Plan (RTP) was late; the RTP board met in Java.", ["Java"]),
        ("Streams over Real-time Transport Protocol (RTP) and SIP trunks", ["RTP", "RTP", "SIP"]),
        ("Applications in Oracle Application Express (APEX)", ["Oracle APEX", "Oracle APEX"]),
        ("Pages in Hyper Text Markup Language (HTML)", ["HTML"]),
    ],
)
def test_letters_stand_for_what_the_text_says(text: str, names: list[str]) -> None:
    assert _named(text) == names
