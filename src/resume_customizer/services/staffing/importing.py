"""A table as it came, of whatever kind: CSV, JSON, XLSX.

    bytes + name  ->  read_rows()  ->  Row, …; to be done where documents are worked on

Promises (tests in tests/services/test_importing.py):

* The kind is told by the bytes, and the same table gives the same rows in each of them.
"""

from resume_customizer.core.sheets import Row, parse_csv, parse_json_rows
from resume_customizer.core.text import read_text
from resume_customizer.resume.xlsx import read_xlsx


def read_rows(content: bytes, name: str = "") -> tuple[Row, ...]:
    """The rows of a file; raises UnreadableInput, RefusedInput or InvalidInput."""
    if content.startswith(b"PK\x03\x04"):
        return read_xlsx(content)
    text = read_text(content, "table").text
    is_json = text.lstrip()[:1] in {"[", "{"} or name.lower().endswith((".json", ".jsonl"))
    return parse_json_rows(text) if is_json else parse_csv(text)
