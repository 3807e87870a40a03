"""Who is behind a posting: the promises of resume_customizer.core.staffing.vendor_mail."""

from builders.requirements import POSTING, a_vendor_mail
from resume_customizer.core.staffing.vendor_mail import find_parties


def test_each_value_comes_with_its_line() -> None:
    text = a_vendor_mail()

    found = find_parties(text)

    assert {name: claim.value for name, claim in found.items()} == {
        "end_client": "Harbor National Bank",
        "vendor_company": "Bright Staffing Inc",
        "vendor_person": "Priya Raman",
        "vendor_phone": "(704) 555-0142",
        "vendor_email": "priya.raman@vendor.example",
    }
    lines = text.split("\n")
    for claim in found.values():
        assert claim.value in lines[claim.evidence.line - 1]
        assert text[claim.evidence.start : claim.evidence.end].strip(" .") == claim.value


def test_a_label_goes_before_the_head_and_that_before_the_signature() -> None:
    text = (
        "From: Owen Hart <owen@one.example>\nPrime Vendor: Westway Group\nVendor: Talent & Sons\n\nThe role …\n\n"
        "Regards,\nMaria Stone\nStone Consulting LLC\nmaria@two.example"
    )

    found = {name: claim.value for name, claim in find_parties(text).items()}

    assert found == {
        "prime_vendor": "Westway Group",
        "vendor_company": "Talent & Sons",
        "vendor_person": "Owen Hart",
        "vendor_email": "owen@one.example",
    }


def test_nothing_is_guessed() -> None:
    assert find_parties(POSTING) == {}
    assert find_parties("Our client is a bank.\nClients: many\nThanks") == {}
    assert set(find_parties("Write to jobs@harbor.example.")) == {"vendor_email"}
