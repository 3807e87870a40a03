"""Section titles that have a marker in front: `❖ EDUCATION`, `■職務経歴`.

rows  ->  list items with one marker and one look  ->  most of them are titles  ->  free_marked_titles()
"""

from resume_customizer.resume.understanding.rows import Row
from resume_customizer.resume.understanding.section_titles import clean_title, exact_kind

_MOST_LETTERS = 40
_MAIN = frozenset(("experience", "education"))
_ENOUGH = 2


def free_marked_titles(rows: list[Row]) -> None:
    """Take list items for titles where most of those that are set alike are known titles, one of them a main one."""
    groups: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        if row.is_bulleted and row.text:
            line, item = row.line, row.line.item
            mark = (item.level, item.format, item.glyph) if item is not None else line.marker.strip()
            groups.setdefault((mark, line.indent, line.bold, line.size, row.text.isupper()), []).append(row)
    for group in groups.values():
        if len(group) < _ENOUGH or not any(len(row.text) <= _MOST_LETTERS for row in group):
            continue
        kinds = {row.index: exact_kind(clean_title(row.text)) for row in group if len(row.text) <= _MOST_LETTERS}
        known = [row for row in group if kinds.get(row.index) is not None]
        if len(known) >= _ENOUGH and len(known) * 2 > len(group) and not _MAIN.isdisjoint(kinds.values()):
            for row in group:
                row.free()
