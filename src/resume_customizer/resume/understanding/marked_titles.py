"""Section titles that have a marker in front: `❖ EDUCATION`, `■職務経歴`.

rows  ->  list items with one marker and one look  ->  most of them are titles  ->  free_marked_titles()
"""

from resume_customizer.resume.understanding.rows import Row
from resume_customizer.resume.understanding.section_titles import clean_title, exact_kind

_MOST_LETTERS, _MOST_WORDS = 40, 6
_MAIN = frozenset(("experience", "education"))
_ENOUGH = 2


def free_marked_titles(rows: list[Row]) -> None:
    """Take list items for titles where most of those that are set alike are known titles, one of them a main one."""
    known: dict[tuple[object, ...], set[str]] = {}
    count = 0
    for row in rows:
        if row.is_bulleted and row.words <= _MOST_WORDS and len(row.text) <= _MOST_LETTERS:
            kind = exact_kind(clean_title(row.text))
            if kind is not None:
                known.setdefault(_setting(row), set()).add(kind)
                count += 1
    if count < _ENOUGH:
        return
    for setting, kinds in known.items():
        group = [row for row in rows if row.is_bulleted and _setting(row) == setting] if kinds & _MAIN else []
        titles = sum(1 for row in group if exact_kind(clean_title(row.text)) is not None)
        if titles >= _ENOUGH and titles * 2 > len(group):
            for row in group:
                row.free()


def _setting(row: Row) -> tuple[object, ...]:
    line, item = row.line, row.line.item
    mark = (item.level, item.format, item.glyph) if item is not None else line.marker.strip()
    return mark, line.indent, line.bold, line.size, row.text.isupper()
