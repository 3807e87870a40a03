"""Fields as a posting says them: the promises of resume_customizer.core.staffing.proposing."""

from builders.requirements import POSTING, a_vendor_mail
from resume_customizer.core.posting import analyze_posting
from resume_customizer.core.staffing.proposing import propose_fields
from resume_customizer.core.staffing.requirements import FIELDS, read_fields


def test_each_value_cites_its_lines_and_is_one_that_the_form_takes() -> None:
    text = a_vendor_mail()
    found = propose_fields(analyze_posting(text))
    values = {each.field: each.value for each in found}

    assert values["title"] == "Sr. Java Developer"
    assert (values["rate_cents"], values["rate_currency"], values["rate_per"]) == (6000, "USD", "hour")
    assert (values["tax_term"], values["location"]) == ("C2C", "Charlotte, NC")
    assert isinstance(values["must_have"], tuple)
    assert {"Java", "Spring Boot", "Apache Kafka"} <= set(values["must_have"])
    assert values["primary_technology"] == "Java"
    assert set(read_fields(values)) == set(values)
    assert list(values) == [name for name in FIELDS if name in values]
    lines = text.split("\n")
    assert all(each.evidence for each in found)
    assert all(lines[place.line - 1].strip() == place.text for each in found for place in each.evidence)


def test_what_the_posting_does_not_say_is_not_proposed() -> None:
    assert {each.field for each in propose_fields(analyze_posting("We like dogs."))} == set()
    fields = {each.field for each in propose_fields(analyze_posting(POSTING))}
    assert not fields & {"vendor_person", "vendor_email", "end_client", "client", "source", "deadline"}
    assert fields >= {"title", "rate_cents", "duration", "work_mode", "years", "nice_to_have"}


def test_a_link_is_proposed_without_the_full_stop_behind_it() -> None:
    (link,) = [
        each
        for each in propose_fields(analyze_posting("Java Developer\nApply at https://jobs.example/r/1."))
        if each.field == "posting_link"
    ]
    assert link.value == "https://jobs.example/r/1"
