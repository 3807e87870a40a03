"""Finds out which shape a tech-stack text has, part by part, and has each part read by its reader.

clean text  ->  JSON | YAML | table | loose text with tables, fenced and embedded data in it  ->  Gathering
"""

from collections.abc import Iterator

from resume_customizer.core.errors import InvalidInput, UnreadableInput
from resume_customizer.core.tech_stack_readers.delimiters import (
    NumberedLines,
    find_delimiter,
    is_pipe_line,
    is_pipe_rule,
    names_columns,
)
from resume_customizer.core.tech_stack_readers.gathering import MAX_LINES, Gathering
from resume_customizer.core.tech_stack_readers.loose import read_loose_text

_FENCES = ("```", "~~~")
_LONGEST_HEADER = 100
_QUOTED = ('"', "'", '- "', "- '")
_MOST_EMBEDDED = 20
"""How many times a bracket at the start of a line is tried as JSON."""
_ENDINGS = {"jsonc": "json", "json5": "json", "yml": "yaml", "jsonl": "json", "tab": "tsv"}


def read_any(text: str, file_name: str, gathered: Gathering) -> None:
    """Give everything in the text to the gathering; the name's ending decides where the text alone does not."""
    count = text.count("\n") + 1
    if count > MAX_LINES:
        raise UnreadableInput("points-too-many-lines", f"the text has {count:,} lines; at most {MAX_LINES:,} are read")
    ending = file_name.rpartition(".")[2].lower() if "." in file_name else ""
    _read_part(list(enumerate(text.split("\n"), 1)), _ENDINGS.get(ending, ending), gathered)


def _read_part(lines: NumberedLines, kind: str, gathered: Gathering) -> None:
    if kind == "json" and _read_json(lines, 0, gathered, only_first=False):
        return
    if (kind == "yaml" or _may_be_yaml(lines)) and _read_yaml(lines, gathered, is_sure=kind == "yaml"):
        return
    delimiter = find_delimiter(lines, is_table_file=kind in ("csv", "tsv"))
    if delimiter:
        _read_delimited(lines, delimiter, gathered)
    else:
        _read_mixed(lines, gathered)


def _read_json(lines: NumberedLines, at: int, gathered: Gathering, *, only_first: bool) -> int:
    """Read JSON that begins in this line; gives how many lines it takes, 0 when there is none."""
    if not _looks_like_json("".join(text for _, text in lines[at : at + 5])):
        return 0
    from resume_customizer.core.tech_stack_readers.json_text import JsonReader
    from resume_customizer.core.tech_stack_readers.nodes import tell_nodes

    reader = JsonReader("\n".join(text for _, text in lines[at:]), line=lines[at][0])
    nodes = reader.read(only_first=only_first)
    gathered.add_notices(reader.notices)
    tell_nodes(nodes, gathered)
    return reader.line - lines[at][0] + 1


def _looks_like_json(text: str) -> bool:
    """Whether an object or a list of values begins here, and not a heading such as `[Java]`."""
    text = text.strip()
    inner = text[1:].lstrip()
    begins = ('"', "'", "“", "//", "}") if text.startswith("{") else ('"', "'", "“", "//", "]", "[", "{")
    return text[:1] in ("{", "[") and inner.startswith(begins)


def _may_be_yaml(lines: NumberedLines) -> bool:
    first = next((text.strip() for _, text in lines if text.strip() and text.lstrip()[0] != "#"), "")
    if first == "---" or (first.startswith("- ") and ":" in first):
        return True
    return first.endswith(":") and any(text.lstrip().startswith(_QUOTED) for _, text in lines)


def _read_yaml(lines: NumberedLines, gathered: Gathering, *, is_sure: bool) -> bool:
    from resume_customizer.core.tech_stack_readers.nodes import tell_nodes
    from resume_customizer.core.tech_stack_readers.yaml_text import looks_like_yaml, read_yaml

    found = read_yaml(lines) if is_sure or looks_like_yaml(lines) else None
    if found is None:
        return False
    nodes, comments = found
    for line, comment in comments:
        gathered.left_out(comment, line, "a comment")
    tell_nodes(nodes, gathered)
    return True


def _read_delimited(lines: NumberedLines, delimiter: str, gathered: Gathering) -> None:
    from resume_customizer.core.tech_stack_readers.tables import read_delimited

    read_delimited(lines, delimiter, gathered)


def _read_mixed(lines: NumberedLines, gathered: Gathering) -> None:
    """Loose text, with tables and data in it read by their own readers."""
    loose: NumberedLines = []
    at, tries, has_content = 0, 0, False
    while at < len(lines):
        text = lines[at][1].strip()
        taken = 0
        if text[:1] in ("{", "[") and tries < _MOST_EMBEDDED:
            tries += 1
            taken = _read_embedded_json(lines, at, loose, gathered, must_fit=not has_content)
        elif text.startswith(_FENCES):
            taken = _read_fenced(lines, at, loose, gathered)
        elif "|" in text or len(text) < _LONGEST_HEADER:
            taken = _read_table(lines, at, loose, gathered)
        if not taken:
            loose.append(lines[at])
        has_content = has_content or bool(text)
        at += taken or 1
    _read_loose(loose, gathered)


def _read_embedded_json(
    lines: NumberedLines, at: int, loose: NumberedLines, gathered: Gathering, *, must_fit: bool
) -> int:
    if must_fit:
        return _read_json(lines, at, gathered, only_first=True)
    trial = Gathering()
    try:
        if not _read_json(lines, at, trial, only_first=True):
            return 0
    except InvalidInput as error:
        gathered.notice("points-json", f"looks like JSON, but is read as plain lines: {error.message}", lines[at][0])
        return 0
    _read_loose(loose, gathered)
    return _read_json(lines, at, gathered, only_first=True)


def _read_fenced(lines: NumberedLines, at: int, loose: NumberedLines, gathered: Gathering) -> int:
    """A block between fences, as chat tools write them: data is read as such, text as if the fences were not there."""
    opening = lines[at][1].strip()
    end = next((n for n in range(at + 1, len(lines)) if lines[n][1].strip().startswith(opening[:3])), 0)
    inner = lines[at + 1 : end]
    kind = opening.lstrip("`~").strip().lower()
    kind = _ENDINGS.get(kind, kind)
    if not end or not inner:
        loose.append((lines[at][0], ""))
        return 1
    if kind in ("json", "yaml", "csv", "tsv"):
        _read_loose(loose, gathered)
        _read_part(inner, kind, gathered)
    else:
        loose += [(lines[at][0], ""), *inner, (lines[end][0], "")]
    return end - at + 1


def _read_table(lines: NumberedLines, at: int, loose: NumberedLines, gathered: Gathering) -> int:
    """A table that begins in this line; gives how many lines it takes."""
    text = lines[at][1].strip()
    below = lines[at + 1][1].strip() if at + 1 < len(lines) else ""
    end = at + 1
    if is_pipe_line(text) or ("|" in text and is_pipe_rule(below)):
        while end < len(lines) and "|" in lines[end][1]:
            end += 1
        from resume_customizer.core.tech_stack_readers.tables import read_pipe_table

        _read_loose(loose, gathered)
        read_pipe_table(lines[at:end], gathered)
        return end - at
    delimiter = names_columns(text)
    if not delimiter or not below:
        return 0
    while end < len(lines) and lines[end][1].strip():
        end += 1
    _read_loose(loose, gathered)
    _read_delimited(lines[at:end], delimiter, gathered)
    return end - at


def _read_loose(lines: NumberedLines, gathered: Gathering) -> None:
    """Read and empty the list of loose lines."""
    if lines:
        texts = [text.lstrip() for _, text in lines if text.strip()]
        quoted = len(texts) > 1 and all(text[0] == ">" for text in texts)
        read_loose_text(_typed_lines(lines, quoted=quoted), gathered)
        lines.clear()


def _typed_lines(lines: NumberedLines, *, quoted: bool) -> Iterator[tuple[int, str]]:
    """The lines as a person sees them: without signs of quotation, soft line breaks divide."""
    for line, text in lines:
        parts = text.splitlines() if not text.isprintable() else (text,)
        for part in parts or ("",):
            yield line, part.lstrip().lstrip(">").removeprefix(" ") if quoted else part
