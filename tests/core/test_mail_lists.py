"""Lists of people who are written to: the promises of resume_customizer.core.mail_lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.mail_lists import Receiver, read_receiver, read_receivers


def test_a_list_with_columns_is_read() -> None:
    found = read_receivers('\ufeffName;E-Mail;Company;Offer\n"Boe, Bert";bert@vendor.example;Northwind;Kafka\n\n')

    assert found.receivers == (
        Receiver(
            "bert@vendor.example",
            "Boe, Bert",
            "Northwind",
            {
                "column_name": "Boe, Bert",
                "column_e_mail": "bert@vendor.example",
                "column_company": "Northwind",
                "column_offer": "Kafka",
            },
        ),
    )


def test_lines_of_addresses_are_read() -> None:
    found = read_receivers('bert@vendor.example\nCarl Coe <carl@other.example>,\n"Dora" <dora@x.example>;\n')

    assert [(each.address, each.name) for each in found.receivers] == [
        ("bert@vendor.example", ""),
        ("carl@other.example", "Carl Coe"),
        ("dora@x.example", "Dora"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "a@b.example, c@d.example",
        "a@b.example>",
        "Bert",
        "<a@b.example",
        "a@b.example c@d.example",
        "a@b",
        "@b.example",
    ],
)
def test_a_line_is_one_address_or_an_error_with_its_number(line: str) -> None:
    with pytest.raises(InvalidInput, match="line 2"):
        read_receivers(f"bert@vendor.example\n{line}\n")


def test_all_wrong_lines_are_named_at_once() -> None:
    with pytest.raises(InvalidInput, match=r"line 1.*line 3"):
        read_receivers("one\nbert@vendor.example\nthree\n")


def test_the_same_address_twice_is_written_to_once_and_said() -> None:
    found = read_receivers("bert@vendor.example\nBERT@vendor.example\n")

    assert len(found.receivers) == 1
    assert [(each.code, each.where) for each in found.notices] == [("same-address", "line 2")]


@pytest.mark.parametrize("text", ["", "\n\n", "address\n", 'email,x\n"unclosed'])
def test_a_list_of_nobody_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        read_receivers(text)


def test_too_many_are_refused() -> None:
    with pytest.raises(InvalidInput, match="10,000"):
        read_receivers("\n".join(f"p{number}@x.example" for number in range(10_001)))


@given(st.text(alphabet=st.sampled_from('ab@.<>",; \n\r\te-mail'), max_size=80))
def test_any_text_gives_addresses_or_an_error(text: str) -> None:
    try:
        found = read_receivers(text).receivers
    except InvalidInput:
        return
    assert all(each.address.count("@") == 1 and not set(each.address) & set(" ,;<>\r\n") for each in found)


def test_one_person_is_read() -> None:
    assert read_receiver(" Priya Raman <priya@northwind.example> ") == Receiver(
        "priya@northwind.example", "Priya Raman"
    )
