"""Pipelines of texts: one JSON object a line, in and out.

bytes of a line {"id", "text"}  ->  parse_line()  ->  id, text
"""

import json

from resume_customizer.core.errors import UnreadableInput

_EXAMPLE = 'each line must be like {"id": "1", "text": "We look for …"}'


def parse_line(line: bytes, number: int) -> tuple[str | int, str]:
    """The id and the text of one line; raises UnreadableInput `bad-line` that names the line."""
    where = f"line {number}"
    try:
        values = json.loads(line)
    except (ValueError, RecursionError):
        begin = line.strip()[:60].decode(errors="replace")
        raise UnreadableInput("bad-line", f"This is not JSON: {begin!r}; {_EXAMPLE}.", where) from None
    if not isinstance(values, dict):
        raise UnreadableInput("bad-line", f"This is no JSON object; {_EXAMPLE}.", where)
    identifier, text = values.get("id"), values.get("text")
    if not isinstance(identifier, str | int) or isinstance(identifier, bool):
        raise UnreadableInput("bad-line", f"It has no `id` that is a text or a whole number; {_EXAMPLE}.", where)
    if not isinstance(text, str):
        raise UnreadableInput("bad-line", f"It has no `text`; {_EXAMPLE}.", where)
    return identifier, text
