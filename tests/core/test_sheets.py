"""Tables as people send them: the promises of resume_customizer.core.sheets."""

import pytest

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.sheets import formula_free, parse_csv, parse_json_rows, rows_of_table


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_each_row_says_where_it_stood(separator: str) -> None:
    text = f'\nTitle{separator}Client\n"Java{separator} Developer"{separator}Harbor\n\nTester{separator}\n'

    rows = parse_csv(text)

    assert [(row.number, dict(row.values)) for row in rows] == [
        (3, {"Title": f"Java{separator} Developer", "Client": "Harbor"}),
        (5, {"Title": "Tester", "Client": ""}),
    ]


def test_json_is_a_list_of_objects_or_one_on_each_line() -> None:
    expected = [(1, {"title": "Tester"}), (2, {"title": "Analyst", "years": 3})]
    for text in (
        '[{"title": "Tester"}, {"title": "Analyst", "years": 3}]',
        '{"title": "Tester"}\n{"title": "Analyst", "years": 3}\n',
    ):
        assert [(row.number, dict(row.values)) for row in parse_json_rows(text)] == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "no-rows"), ("Title,Client\n", "no-rows"), ("a,A\n1,2\n", "same-column"), ('a,b\n"1,2\n', "bad-csv")],
)
def test_what_is_no_table_is_refused(text: str, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_csv(text)
    assert caught.value.code == code


@pytest.mark.parametrize("text", ["{", "[1, 2]", "", "[]", "7", "[" * 100_000])
def test_what_is_no_list_of_objects_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="JSON"):
        parse_json_rows(text)


def test_a_wide_or_endless_table_is_refused() -> None:
    with pytest.raises(InvalidInput, match="columns"):
        rows_of_table([[str(each) for each in range(201)], ["1"]])
    with pytest.raises(InvalidInput, match="rows"):
        rows_of_table([["a"], *(["1"] for _ in range(100_001))])


def test_a_cell_that_would_run_is_shown_as_text() -> None:
    assert [formula_free(each) for each in ("=1+1", "+1", "-1", "@a", "\tx", "a=1")] == [
        "'=1+1", "'+1", "'-1", "'@a", "'\tx", "a=1",
    ]  # fmt: skip
