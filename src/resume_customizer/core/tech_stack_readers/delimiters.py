"""Finds tables in tech-stack text: which line is a row, which names columns, which sign divides the cells.

lines  ->  find_delimiter(), names_columns(), is_pipe_line()  ->  tech_stack_tables reads what they find
"""

from resume_customizer.core.tech_stack_readers.names import is_name
from resume_customizer.core.tech_stack_readers.words import POINT_NAMES, TECHNOLOGY_NAMES, role_of

NumberedLines = list[tuple[int, str]]
DELIMITERS = ("\t", ",", ";", "|")
_LONGEST_NAME = 30
_RULE_SIGNS = frozenset("|:-=+ \t")


def is_pipe_line(text: str) -> bool:
    """Whether the line is a row of a table drawn with pipes."""
    return text.startswith("|") and text.count("|") > 1


def is_pipe_rule(text: str) -> bool:
    """Whether the line is the ruler below the names of a table's columns."""
    return "|" in text and "-" in text and _RULE_SIGNS.issuperset(text)


def names_columns(text: str) -> str:
    """The delimiter of a line that names a column of technologies and one of points; empty for any other line."""
    if text.lstrip().startswith(("{", "[")):
        return ""
    for delimiter in DELIMITERS:
        cells = text.split(delimiter) if delimiter in text else ()
        if cells and max(map(len, cells)) < _LONGEST_NAME:
            roles = set(map(_role, cells))
            if roles & TECHNOLOGY_NAMES and roles & POINT_NAMES:
                return delimiter
    return ""


def find_delimiter(lines: NumberedLines, *, is_table_file: bool) -> str:
    """The delimiter, if the whole text is a table (but not one drawn with pipes); else empty."""
    texts = [text for _, text in lines if text.strip()]
    if not texts or ("|" in texts[0] and (texts[0].lstrip()[0] == "|" or any(map(is_pipe_rule, texts[1:2])))):
        return ""
    named = names_columns(texts[0])
    if named:
        return named
    if is_table_file:
        counts = {d: sum(d in text for text in texts) for d in DELIMITERS if d in texts[0]}
        best = max(counts, key=lambda d: counts[d], default="")
        return best if best and counts[best] * 5 >= len(texts) * 3 else ""
    candidates = [d for d in DELIMITERS if d in texts[0]] if len(texts) > 1 else []
    return next((d for d in candidates if all(_is_bare_record(text, d) for text in texts)), "")


def _is_bare_record(text: str, delimiter: str) -> bool:
    """`Java,Designed …`: a name, the delimiter without a space as a table writes it, and more words."""
    name, found, rest = text.partition(delimiter)
    if not found or not is_name(name, 4) or len(rest.split()) < 3:
        return False
    if delimiter == "|":
        return name.endswith(" ") and rest.startswith(" ")
    return not rest.startswith(" ") and not name.endswith(" ")


def _role(name: str) -> str:
    return role_of(name).rstrip("0123456789")
