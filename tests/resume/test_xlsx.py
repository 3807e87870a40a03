"""Tables in XLSX files: the promises of resume_customizer.resume.xlsx."""

import io
import zipfile

import pytest

from resume_customizer.core.errors import InvalidInput, RefusedInput, UnreadableInput
from resume_customizer.resume.xlsx import read_xlsx

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def an_xlsx(rows: str, extra: dict[str, bytes] | None = None) -> bytes:
    """A workbook with one sheet of these rows of SpreadsheetML."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
        f'ContentType="{kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" '
        f'ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="Jobs" sheetId="1" '
        'r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>',
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {**parts, **(extra or {})}.items():
            archive.writestr(name, text)
    return held.getvalue()


def _text(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def test_cells_come_as_the_table_shows_them() -> None:
    head = f"<row r='1'>{_text('A1', 'Title')}{_text('B1', 'Years')}{_text('C1', 'Priority')}</row>"
    row = f"<row r='3'>{_text('A3', 'Java &amp; Co')}<c r='B3'><v>8</v></c><c r='C3'><f>1+1</f><v>2</v></c></row>"

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
