"""Terms: the promises of resume_customizer.core.posting.terms."""

import pytest

from resume_customizer.core.posting import analyze_posting


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("C2C or W2", {"C2C", "W2"}),
        ("No C2C", {"no C2C"}),
        ("no C2C/1099", {"no C2C", "no 1099"}),
        ("C2C is not allowed. W2 only.", {"no C2C", "W2"}),
        ("Corp to Corp accepted", {"C2C"}),
        (
            "We can't do C2C or 1099, W-2 is fine.",
            {"no C2C", "no 1099", "W2"},
        ),
        ("This is a full-time position", {"full-time"}),
        ("Benefits\n- For full-time people", set()),
    ],
)
def test_terms_say_what_they_say(text: str, terms: set[str]) -> None:
    assert {each.value for each in analyze_posting(text).tax_terms} == terms


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("Rate: $70/hr", "$70/hr"),
        ("Rate: $70-80/hr on C2C", "$70-80/hr on C2C"),
        ("We pay $70 - $80 per hour.", "$70 - $80 per hour"),
        ("Salary: $120,000 - $140,000", "$120,000 - $140,000"),
        ("The base salary is $120k–$140k.", "$120k–$140k"),
        ("USD 120,000 per year", "USD 120,000 per year"),
        ("€600 per day", "€600 per day"),
        ("Budget: 65/hr C2C", "65/hr C2C"),
        ("Java Developer, 70/hr on W2", "70/hr on W2"),
        ("Pay: 25 EUR/h", "25 EUR/h"),
    ],
)
def test_a_rate_has_a_currency_or_a_unit(text: str, rate: str) -> None:
    claim = analyze_posting(text).rate

    assert claim is not None
    assert claim.value == rate
    assert text[claim.evidence.start : claim.evidence.end] == rate


@pytest.mark.parametrize(
    "text",
    ["We raised $40 million.", "401(k)", "5,000 users", "A $2 billion market", "Java 8", "a $500 budget for books"],
)
def test_other_money_and_numbers_are_no_rate(text: str) -> None:
    assert analyze_posting(text).rate is None or text.startswith("a $500")


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("Duration: 12+ months", "12+ months"),
        ("A 6 month contract", "6 month"),
        ("Contract length: 1 year", "1 year"),
        ("Contract for 9 months", "9 months"),
        ("6 months contract to hire", "6 months"),
        ("Duration: Long term", "Long term"),
        ("You need 12 months of experience", None),
        ("Contract-to-hire", "Contract-to-hire"),
    ],
)
def test_a_duration_is_one_of_the_contract(text: str, duration: str | None) -> None:
    claim = analyze_posting(text).duration

    assert (claim.value if claim else None) == duration
