"""A request's JSON, read strictly: what one program reads differently from another is refused (RFC 8259, RFC 7493).

    bytes  ->  parse_json()  ->  values that every store can keep, or InvalidInput `bad-json`

Promises (tests in tests/api/test_strict_json.py):

* UTF-8 without a byte order mark only; no name twice; no NaN, Infinity, or number that is too large to be one.
* No NUL and no half of a surrogate pair reaches a service.
* Nesting is bounded, so that nobody's stack is.
"""

import json
import math
from typing import Any, Final, NoReturn

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.input_rules import LARGEST_INTEGER

DEEPEST: Final = 32


def parse_json(body: bytes) -> object:
    """The value; raises InvalidInput `bad-json` that says what is wrong."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise _bad(f"This is not UTF-8 (byte {fault.start}).") from None
    if text.startswith("\ufeff"):
        raise _bad("This begins with a byte order mark; send plain UTF-8.")
    try:
        value = _DECODER.decode(text)
    except RecursionError:
        raise _too_deep() from None
    except ValueError as fault:
        where = f"line {fault.lineno}, column {fault.colno}" if isinstance(fault, json.JSONDecodeError) else ""
        raise InvalidInput("bad-json", "This is not JSON.", where) from None
    if "\\u" in text or text.count("[") + text.count("{") > DEEPEST:
        _check(value)
    return value


def _check(value: object) -> None:
    """Every value in it, without recursion."""
    waiting = [(value, 1)]
    while waiting:
        part, depth = waiting.pop()
        if isinstance(part, str):
            _check_text(part)
        elif isinstance(part, dict | list):
            if depth > DEEPEST:
                raise _too_deep()
            inside = [*part, *part.values()] if isinstance(part, dict) else part
            waiting += [(each, depth + 1) for each in inside]


def _check_text(text: str) -> None:
    if "\0" in text:
        raise _bad("A text in it holds NUL (U+0000), which nothing can keep.")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise _bad("A text in it holds half of a surrogate pair, which is no character.") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _bad("An object in it has a name twice.")
    return found


def _integer(text: str) -> int:
    number = int(text) if len(text) <= 20 else LARGEST_INTEGER + 1
    if not -LARGEST_INTEGER - 1 <= number <= LARGEST_INTEGER:
        raise _bad("A whole number in it has more than 64 bits.")
    return number


def _decimal(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise _bad("A number in it is too large.")
    return number


def _no_number(name: str) -> NoReturn:
    raise _bad(f"{name} is no number of JSON.")


def _bad(message: str) -> InvalidInput:
    return InvalidInput("bad-json", message)


def _too_deep() -> InvalidInput:
    return _bad(f"This is nested more than {DEEPEST} levels deep.")


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_integer, parse_float=_decimal, parse_constant=_no_number
)
