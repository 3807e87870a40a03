"""What is wrong with one field of a request, in plain words that say what to do.

a fault as pydantic names it (type, ctx)  ->  words_of()  ->  a sentence

Promises (tests in tests/api/test_fault_words.py):

* A wrong value of any kind in any field of any operation is told in words of ours, never in those of a library.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

_LIST: Final = 'This is no list. Send one in square brackets, like ["Java", "Kafka"].'
_TEXT: Final = "This is no text. Send it in quotation marks."
_OBJECT: Final = 'This is no object. Send one in curly brackets, with names and values, like {"name": "Backend"}.'
_FLAG: Final = "This is neither true nor false. Send one of them, without quotation marks."
_WHOLE: Final = "This is no whole number."
_NUMBER: Final = "This is no number."
_DAY: Final = "This is no day like 2026-11-23."
_TIME: Final = "This is no time like 2026-11-23T09:00:00Z."
_BY_TYPE: Final[Mapping[str, str]] = {
    "missing": "This is needed.",
    "extra_forbidden": "There is no such field.",
    "none_required": "Leave this out, or send null.",
    "list_type": _LIST,
    "tuple_type": _LIST,
    "string_type": _TEXT,
    "string_unicode": "This holds what is no character.",
    "dict_type": _OBJECT,
    "model_type": _OBJECT,
    "model_attributes_type": _OBJECT,
    "bool_type": _FLAG,
    "bool_parsing": _FLAG,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
    "datetime_type": _TIME,
    "datetime_parsing": _TIME,
    "datetime_from_date_parsing": _TIME,
    "datetime_object_invalid": _TIME,
}
_BY_LIMIT: Final[Mapping[str, str]] = {
    "string_too_short": "This is too short: the least is {min_length:,} characters.",
    "string_too_long": "This is too long: the most is {max_length:,} characters.",
    "too_short": "These are too few: the least is {min_length:,}.",
    "too_long": "These are too many: the most is {max_length:,}.",
    "greater_than_equal": "The least is {ge:,}.",
    "greater_than": "This must be more than {gt:,}.",
    "less_than_equal": "The most is {le:,}.",
    "less_than": "This must be less than {lt:,}.",
    "literal_error": "This must be {expected}.",
    "enum": "This must be {expected}.",
}
"""With what pydantic says besides (`ctx`)."""


def words_of(fault: Mapping[str, Any]) -> str:
    """The sentence; what only pydantic knows ends without a full stop, and gets one."""
    kind, context = str(fault.get("type", "")), fault.get("ctx") or {}
    said = _BY_TYPE.get(kind) or _filled(_BY_LIMIT.get(kind, "").format, context)
    said = said or str(fault["msg"]).removeprefix("Value error, ")
    return said if said.endswith(".") else f"{said}."


def _filled(form: Callable[..., str], context: Mapping[str, Any]) -> str:
    """With its limit; where none is told, pydantic's own words are better than half a sentence."""
    try:
        return form(**context)
    except (KeyError, ValueError):
        return ""
