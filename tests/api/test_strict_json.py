"""JSON as it is read from strangers."""

import json

import pytest

from resume_customizer.api.strict_json import DEEPEST, parse_json
from resume_customizer.core.errors import InvalidInput


@pytest.mark.parametrize(
    "body",
    [
        b'{"a": NaN}',
        b'{"a": Infinity}',
        b"[-Infinity]",
        b"[1e400]",
        b"[-1e400]",
        b"[9223372036854775808]",
        b"[-9223372036854775809]",
        b"[" + b"9" * 5000 + b"]",
        b'["\\u0000"]',
        b'{"a\\u0000": 1}',
        b'["\\ud800"]',
        b'["\\udc00\\ud800"]',
        b'{"a": 1, "a": 2}',
        b'{"b": [{"a": 1, "a": 1}]}',
        b"\xef\xbb\xbf{}",
        '{"a": 1}'.encode("utf-16"),
        b'["\xff"]',
        b'["\x00"]',
        b"",
        b"{",
        b"[1,]",
        b"'a'",
        b"[" * 100_000,
        b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1),
        b'{"a":' * 40 + b"1" + b"}" * 40,
    ],
)
def test_what_two_programs_would_read_differently_is_refused(body: bytes) -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_json(body)

    assert caught.value.code == "bad-json"


@pytest.mark.parametrize(
    "value",
    [
        {"a": [1, -1, 1.5, 1e300, True, None, "Zoë 👩🏽‍💻"]},
        9223372036854775807,
        "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
        [[]],
    ],
)
def test_every_other_value_is_read_as_it_was_written(value: object) -> None:
    for ascii_only in (True, False):
        assert parse_json(json.dumps(value, ensure_ascii=ascii_only).encode()) == value


def test_as_much_nesting_as_is_allowed_goes_through() -> None:
    assert parse_json(b"[" * DEEPEST + b"]" * DEEPEST)
