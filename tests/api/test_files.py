"""Files as answers."""

import pytest
from starlette.exceptions import HTTPException

from resume_customizer.api.files import Part, file_answer

CONTENT = bytes(range(100))


def asked(range_: str = "", if_range: str = "", if_none_match: str = "") -> tuple[int, bytes, str]:
    wanted = Part(range_, if_range, if_none_match)
    try:
        answer = file_answer(CONTENT, "a.docx", "application/x", "digest", wanted)
    except HTTPException as fault:
        return fault.status_code, b"", (fault.headers or {})["Content-Range"]
    return answer.status_code, bytes(answer.body), answer.headers.get("content-range", "")


@pytest.mark.parametrize(
    ("range_", "expected"),
    [
        ("bytes=0-9", (206, CONTENT[:10], "bytes 0-9/100")),
        ("bytes=90-", (206, CONTENT[90:], "bytes 90-99/100")),
        ("bytes=-5", (206, CONTENT[95:], "bytes 95-99/100")),
        ("bytes=-500", (206, CONTENT, "bytes 0-99/100")),
        ("bytes=99-200", (206, CONTENT[99:], "bytes 99-99/100")),
        ("Bytes = 1-1", (206, CONTENT[1:2], "bytes 1-1/100")),
        ("bytes=100-", (416, b"", "bytes */100")),
        ("bytes=-0", (416, b"", "bytes */100")),
    ],
)
def test_a_part_is_the_bytes_that_were_asked_for(range_: str, expected: tuple[int, bytes, str]) -> None:
    assert asked(range_) == expected


@pytest.mark.parametrize(
    "range_", ["", "bytes=5-1", "bytes=0-1,5-6", "lines=0-1", "bytes=", "bytes=-", "bytes=a-b", "١-٢"]
)
def test_what_is_not_understood_gets_the_whole(range_: str) -> None:
    assert asked(range_) == (200, CONTENT, "")


def test_a_part_of_another_file_is_not_mixed_in() -> None:
    assert asked("bytes=50-", if_range='"digest"')[0] == 206
    assert asked("bytes=50-", if_range='"older"') == (200, CONTENT, "")


def test_what_is_known_is_not_sent() -> None:
    assert asked(if_none_match='"older", "digest"')[:2] == (304, b"")
    assert asked(if_none_match='"older"')[0] == 200


def test_a_file_is_saved_under_its_name_and_never_shown() -> None:
    answer = file_answer(b"", 'a\r\nb"/../Zoë.docx', "application/x", "d", Part("", "", ""))

    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")
    assert "\r" not in answer.headers["content-disposition"]
    assert "/.." not in answer.headers["content-disposition"]
