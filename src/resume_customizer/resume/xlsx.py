"""Tables in XLSX files.

    bytes  ->  read_xlsx()  ->  rows of the first sheet that has some

Read by a parser in Rust, within limits on what is packed; to be called in the sandbox where the file is a stranger's.

Promises (tests in tests/resume/test_xlsx.py):

* Numbers, days and texts come as the table shows them, and formulas as their values.
* What is no XLSX, or unpacks to more than it should, is refused.
"""

import io
import re
import zipfile
import zlib
from datetime import date, datetime
from typing import Any, Final

from python_calamine import CalamineError, CalamineWorkbook

from resume_customizer.core.errors import RefusedInput, UnreadableInput
from resume_customizer.core.sheets import Row, rows_of_table

_MOST_BYTES: Final = 20_000_000
_MOST_UNPACKED: Final = 200_000_000
_MOST_MEMBERS: Final = 2_000
_MOST_CELLS: Final = 20_000_000
"""From A1 to the last cell with a value: the parser makes all of them."""
_CELL: Final = re.compile(rb"<(?:\w{1,10}:)?(?:c|row)( [^<>]{1,300})>")
_PLACE: Final = re.compile(rb"""\br=["']([A-Z]{0,3})([0-9]{1,7})["']""")


def read_xlsx(content: bytes) -> tuple[Row, ...]:
    """The rows of the first sheet with any; raises UnreadableInput, RefusedInput or InvalidInput."""
    _check_size(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = (book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names)
        table = next((sheet for sheet in sheets if sheet), [])
    except (CalamineError, OSError, ValueError):
        raise UnreadableInput(
            "xlsx-unreadable", "The file is no readable XLSX table. Save it again, or as CSV."
        ) from None
    return rows_of_table([_plain(cell) for cell in cells] for cells in table)


def _check_size(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            unpacked = sum(each.file_size for each in members)
            is_large = len(content) > _MOST_BYTES or unpacked > _MOST_UNPACKED or len(members) > _MOST_MEMBERS
            sheets = [each for each in members if each.filename.startswith("xl/worksheets/")]
            if is_large or any(_area(archive.read(each)) > _MOST_CELLS for each in sheets):
                raise RefusedInput("xlsx-too-large", "The table is too large. Save the rows that are meant as CSV.")
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, zlib.error):
        raise UnreadableInput(
            "xlsx-unreadable", "The file is no readable XLSX table. Save it again, or as CSV."
        ) from None


def _area(sheet: bytes) -> int:
    """Cells up to the last row and column that its cells name (ECMA-376 part 1, 18.3.1.4)."""
    last_row = last_column = 1
    for tag in _CELL.finditer(sheet):
        place = None if tag[1].endswith(b"/") else _PLACE.search(tag[1])
        if place:
            last_row = max(last_row, int(place[2]))
            last_column = max(last_column, _number_of(place[1]))
    return last_row * last_column


def _number_of(letters: bytes) -> int:
    """The number of a column: A is 1, AA is 27."""
    number = 0
    for each in letters:
        number = 26 * number + each - 64
    return number


def _plain(cell: Any) -> Any:  # noqa: ANN401 - a cell
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat() + "Z"
    return cell.isoformat() if isinstance(cell, date) else str(cell)
