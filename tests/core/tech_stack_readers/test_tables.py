"""Tables of technologies and points: CSV, TSV, and drawn with pipes."""

import pytest

from builders.tech_stack_found import notices_of, points_of, texts_of


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_columns_are_found_by_their_names_in_any_order(delimiter: str) -> None:
    text = "Nr,Bullet Points,Date,Tech Stack\n1,Built jobs,2021,Java\n2,Led,2022,Java".replace(",", delimiter)

    assert points_of(text) == {"Java": [(2, "Built jobs"), (3, "Led")]}
    assert notices_of(text) == [("line 1", "left-out")]


def test_quoted_cells_may_hold_delimiters_quotes_and_line_breaks() -> None:
    text = 'technology,point\nJava,"Built ""fast"", safe\njobs"\nKafka,"• Tuned\n• Led"\nGo,Wrote'

    assert points_of(text) == {
        "Java": [(2, 'Built "fast", safe jobs')],
        "Kafka": [(4, "Tuned"), (4, "Led")],
        "Go": [(6, "Wrote")],
    }


def test_an_empty_technology_means_the_one_above() -> None:
    assert texts_of("technology,point\nJava,Built\n,Led\nKafka,Tuned") == {"Java": ["Built", "Led"], "Kafka": ["Tuned"]}


def test_a_row_may_have_several_points() -> None:
    assert texts_of("skill,point 1,point 2\nJava,Built,Led\nKafka,Tuned,") == {
        "Java": ["Built", "Led"],
        "Kafka": ["Tuned"],
    }
    assert texts_of('technology,point\nJava,"Built","Led"') == {"Java": ["Built", "Led"]}


def test_a_comma_that_nobody_quoted_stays_in_its_point_with_a_notice() -> None:
    for text in ("technology,point\nJava,Built a, b and c", "point,technology\nBuilt a, b and c,Java"):
        assert texts_of(text) == {"Java": ["Built a, b and c"]}
        assert notices_of(text) == [("line 2", "unquoted-delimiter")]


def test_a_quote_that_does_not_close_harms_its_cell_only_and_is_named() -> None:
    text = 'technology,point\nJava,"Built jobs\nKafka,Tuned'

    assert points_of(text) == {"Java": [(2, '"Built jobs')], "Kafka": [(3, "Tuned")]}
    assert notices_of(text) == [("line 2", "unclosed-quote")]


def test_a_table_without_names_is_told_by_what_it_holds() -> None:
    assert texts_of("Java,Built the billing jobs\nC#,Led the whole team\n") == {
        "Java": ["Built the billing jobs"],
        "C#": ["Led the whole team"],
    }
    assert texts_of("Java\tBuilt the billing jobs\nC#\tLed the whole team\n") == {
        "Java": ["Built the billing jobs"],
        "C#": ["Led the whole team"],
    }


def test_plain_lines_with_commas_are_no_table() -> None:
    assert texts_of("Java, Spring\nBuilt jobs, tests and docs\nLed design, too") == {
        "Java, Spring": ["Built jobs, tests and docs", "Led design, too"]
    }


def test_each_column_may_be_a_technology() -> None:
    text = "Java,Kafka\nBuilt the nightly billing jobs,Tuned the consumers of orders\nLed the team of nine people,"

    assert texts_of(text, "points.csv") == {
        "Java": ["Built the nightly billing jobs", "Led the team of nine people"],
        "Kafka": ["Tuned the consumers of orders"],
    }


@pytest.mark.parametrize(
    "text",
    [
        "| Technology | Point |\n|---|:---:|\n| Java | Built a\\|b |\n| | Led |",
        "Technology | Point\n--- | ---\nJava | Built a\\|b\n | Led",
        "| Technology | Point |\n|---|---|\n| **Java** | Built a\\|b<br>Led |",
        "|Java|Built a\\|b|\n|Java|Led|",
    ],
)
def test_tables_drawn_with_pipes_are_read(text: str) -> None:
    assert texts_of(text) == {"Java": ["Built a|b", "Led"]}


def test_a_row_without_a_point_is_named() -> None:
    assert notices_of("nr,technology,point\n1,Java,Built\n2,Kafka,\n3,,") == [
        ("line 1", "left-out"),
        ("line 3", "heading-without-points"),
        ("line 4", "left-out"),
    ]


def test_white_space_around_quotes_and_empty_cells_at_the_end_change_nothing() -> None:
    assert texts_of('point\ttechnology\n"Built ""jobs"""\u00a0\tJava\t\n"Led" \t\t \n', "p.tsv") == {
        "Java": ['Built "jobs"', "Led"]
    }
