"""Tables in XLSX files.

    bytes  ->  read_xlsx()  ->  rows of the first sheet that has some

Read by a parser in Rust, within limits on what is packed; to be called in the sandbox where the file is a stranger's.

Promises (tests in tests/resume/test_xlsx.py):

* Numbers, days and texts come as the table shows them, and formulas as their values.
* What is no XLSX, or unpacks to more than it should, is refused.
"""

import io
import zipfile
from datetime import date, datetime
from typing import Any, Final

from python_calamine import CalamineError, CalamineWorkbook

from resume_customizer.core.errors import RefusedInput, UnreadableInput
from resume_customizer.core.sheets import Row, rows_of_table

_MOST_BYTES: Final = 20_000_000
_MOST_UNPACKED: Final = 200_000_000
_MOST_MEMBERS: Final = 2_000


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
    except (zipfile.BadZipFile, ValueError, OSError):
        raise UnreadableInput(
            "xlsx-unreadable", "The file is no readable XLSX table. Save it again, or as CSV."
        ) from None
    unpacked = sum(each.file_size for each in members)
    if len(content) > _MOST_BYTES or unpacked > _MOST_UNPACKED or len(members) > _MOST_MEMBERS:
        raise RefusedInput("xlsx-too-large", "The table is too large. Save the rows that are meant as CSV.")


def _plain(cell: Any) -> Any:  # noqa: ANN401 - a cell
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat() + "Z"
    return cell.isoformat() if isinstance(cell, date) else str(cell)
