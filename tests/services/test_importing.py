"""Tables of whatever kind: the promises of resume_customizer.services.staffing.importing."""

import json

import pytest

from builders.xlsx import a_workbook
from resume_customizer.services.staffing.importing import read_rows

_TABLE = (("title", "client"), ("Java Developer", "Harbor Bank"), ("Data Engineer", "Bright Desk"))
_OBJECTS = [dict(zip(_TABLE[0], row, strict=True)) for row in _TABLE[1:]]

FORMS = {
    "comma": "\n".join(",".join(row) for row in _TABLE).encode(),
    "semicolon": "\r\n".join(";".join(row) for row in _TABLE).encode("utf-8-sig"),
    "xlsx": a_workbook(_TABLE),
    "json": json.dumps(_OBJECTS).encode(),
    "jsonl": "\n".join(map(json.dumps, _OBJECTS)).encode(),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_table_gives_the_same_rows_in_each_form_whatever_its_name(form: str) -> None:
    assert [dict(row.values) for row in read_rows(FORMS[form], "table.txt")] == _OBJECTS
