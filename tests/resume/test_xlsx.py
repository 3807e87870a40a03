"""Tables in XLSX files: the promises of resume_customizer.resume.xlsx."""

import pytest

from builders.xlsx import an_xlsx, text_cell
from resume_customizer.core.errors import InvalidInput, RefusedInput, UnreadableInput
from resume_customizer.resume.xlsx import read_xlsx


def test_cells_come_as_the_table_shows_them() -> None:
    head = f"<row r='1'>{text_cell('A1', 'Title')}{text_cell('B1', 'Years')}{text_cell('C1', 'Priority')}</row>"
    row = f"<row r='3'>{text_cell('A3', 'Java &amp; Co')}<c r='B3'><v>8</v></c><c r='C3'><f>1+1</f><v>2</v></c></row>"

    rows = read_xlsx(an_xlsx(head + row))

    assert [(each.number, dict(each.values)) for each in rows] == [
        (3, {"Title": "Java & Co", "Years": "8", "Priority": "2"})
    ]


def test_what_is_no_table_or_too_large_is_refused() -> None:
    for content in (b"", b"title,client", b"PK\x03\x04rest", an_xlsx("")[:-40]):
        with pytest.raises(UnreadableInput):
            read_xlsx(content)
    with pytest.raises(InvalidInput, match="no rows"):
        read_xlsx(an_xlsx(""))
    with pytest.raises(RefusedInput):
        read_xlsx(an_xlsx("", {f"xl/media/{number}.bin": b"" for number in range(2_000)}))
