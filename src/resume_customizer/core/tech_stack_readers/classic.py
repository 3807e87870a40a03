"""Reads the three classic shapes of tech-stack text, and nothing else.

`Java` or `Java:`  +  lines of `•`, tab or space, text  ->  read_classic()  ->  Gathering, or all problems at once
"""

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.tech_stack_readers.gathering import Gathering, shown

_MOST_SHOWN = 20
_EXPECTED_HEADING = "expected a technology alone, such as “Java” or “Java:”"
_EXPECTED_POINT = "expected “•”, a tab or a space, and the point"


def read_classic(text: str, gathered: Gathering) -> None:
    """Give headings and points to the gathering; raises InvalidInput naming every line that does not fit."""
    problems: list[tuple[int, str]] = []
    heading = 0
    for line, raw in enumerate(text.split("\n"), 1):
        if not raw.strip():
            continue
        if raw.startswith("•"):
            problem = _point_problem(raw, bool(heading or gathered.has_heading))
            if not problem:
                gathered.point(raw[1:], line)
            heading = 0
        else:
            if heading:
                problems.append((heading, f"no point follows this heading: {_EXPECTED_POINT}"))
            problem = _heading_problem(raw)
            gathered.heading(raw.strip().removesuffix(":").rstrip(), line)
            heading = line
        if problem:
            problems.append((line, f"{shown(raw)}: {problem}"))
    if heading:
        problems.append((heading, f"no point follows this heading: {_EXPECTED_POINT}"))
    if problems:
        _refuse(problems)


def _point_problem(raw: str, under_heading: bool) -> str:
    if not raw[1:2].isspace() or not raw[1:].strip():
        return _EXPECTED_POINT
    return "" if under_heading else f"{_EXPECTED_HEADING} before the first point"


def _heading_problem(raw: str) -> str:
    text = raw.strip().removesuffix(":").rstrip()
    sentence = len(text) > 60 or text.endswith((".", "!", "?", ";", ",", ")")) or ": " in text
    decorated = not text or raw[0].isspace() or text[0] in "#*-+_`|[{<>–—" or not (text[0].isalnum() or text[0] == ".")
    return f"{_EXPECTED_HEADING}, or {_EXPECTED_POINT.removeprefix('expected ')}" if sentence or decorated else ""


def _refuse(problems: list[tuple[int, str]]) -> None:
    problems.sort()
    told = [f"line {line}: {what}" for line, what in problems[:_MOST_SHOWN]]
    if len(problems) > _MOST_SHOWN:
        told.append(f"and {len(problems) - _MOST_SHOWN} more")
    raise InvalidInput("points-not-classic", "\n".join(told))
