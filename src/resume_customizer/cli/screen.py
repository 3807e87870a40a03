"""What a person sees: plain lines, colours where they are wanted, and nothing that could steer the terminal.

Colours are off when the output is no terminal, when NO_COLOR is set (no-color.org) or TERM is dumb.
"""

import json
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Sequence
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from resume_customizer.core.notices import Notice

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}
_NARROWEST, _WIDEST = 30, 110


def print_json(values: object) -> None:
    """One JSON value and a line end on standard output; ASCII only where the terminal can't say more."""
    sys.stdout.write(json_text(values, indent=1) + "\n")


def json_text(values: object, indent: int | None = None) -> str:
    """JSON as standard output can carry it."""
    text = json.dumps(values, ensure_ascii=False, indent=indent)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return json.dumps(values, indent=indent)
    return text


def say(text: str = "", *look: str, indent: int = 0, hanging: int = 0) -> None:
    """A paragraph on standard output, wrapped to the terminal."""
    _write(sys.stdout, text, look, indent, hanging)


def say_done(sentence: str, values: object = None, *, as_json: bool) -> None:
    """What was done: a sentence for people; for programs these values, or else the sentence."""
    if as_json:
        print_json({"done": sentence} if values is None else values)
    else:
        say(sentence, "green")


def tell(text: str, *look: str) -> None:
    """A paragraph on standard error: for what is not the result."""
    _write(sys.stderr, text, look, 0, 2)


def clean(text: object) -> str:
    """Text from files, without characters that could steer a terminal or turn the reading order around."""
    return _UNSAFE.sub("�", str(text))


def width() -> int:
    """Columns to write in."""
    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((100, 24)).columns))


def is_terminal(stream: IO[str]) -> bool:
    """Whether a person looks at it right now."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def painted(text: str, *look: str, stream: IO[str] | None = None) -> str:
    """The text in colour, where colours are wanted."""
    if not look or os.environ.get("NO_COLOR") or not is_terminal(stream or sys.stdout):
        return text
    return f"\x1b[{';'.join(_CODES[each] for each in look)}m{text}\x1b[0m"


def count(number: int, one: str, many: str = "") -> str:
    """`1 point`, `2 points`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _write(stream: IO[str], text: str, look: tuple[str, ...], indent: int, hanging: int) -> None:
    first = " " * indent
    lines = []
    for paragraph in clean(text).split("\n"):
        lines += _wrapped(paragraph, first, first + " " * hanging) if is_terminal(stream) else [first + paragraph]
    stream.write("\n".join(painted(line, *look, stream=stream) if line else line for line in lines) + "\n")


def _wrapped(paragraph: str, first: str, rest: str) -> list[str]:
    """Wrapped for a terminal; a pipe gets whole lines, which programs and `grep` like better."""
    wrapped = textwrap.wrap(
        paragraph, width(), initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
    return wrapped or [""]


def show_notices(notices: "Sequence[Notice]") -> None:
    """What was noticed on the way."""
    if notices:
        say()
        say("Notices:", "yellow")
    for notice in notices:
        say(f"{notice.where}: {notice.message}" if notice.where else notice.message, indent=2, hanging=2)
