"""How much a row is set apart from running text: size, weight, capitals, style, rules.

rows  ->  body_size()  ->  prominence() of each row that may be a title
"""

from functools import lru_cache

from resume_customizer.resume.understanding.rows import Look, Row

TitleLook = tuple[Look, bool, bool, bool]

IN_CAPITALS = 1.5
_STYLE_WORDS = tuple("heading section title rubri überschrift titre titolo 标题 titulo título".split())


def body_size(rows: list[Row]) -> float:
    """The font size that most words have."""
    weight: dict[float, int] = {}
    for row in rows:
        size = row.line.size
        weight[size] = weight.get(size, 0) + row.words
    return max(weight, key=lambda size: weight[size]) if weight else 11.0


def prominence(row: Row, body: float) -> float:
    """How much the row stands out; 0 for running text, 2 and more for most titles."""
    line = row.line
    value = 0.5 * line.underlined + row.is_bold + IN_CAPITALS * row.is_upper + line.ruled
    if line.outline is not None:
        value += 2
    elif line.style and _is_title_style(line.style):
        value += 1.5
    if line.size > body + 0.4:
        value += 1 + min(1.0, (line.size - body) / 8)
    elif line.size < body - 0.4:
        value -= 0.5
    if line.color and line.color not in ("000000", "auto"):
        value += 0.25
    return value


def title_look(row: Row) -> TitleLook:
    """How it is set, as far as titles are concerned."""
    return row.look, row.is_upper, row.line.ruled, row.line.alignment == "center"


@lru_cache(256)
def _is_title_style(style: str) -> bool:
    return any(word in style for word in _STYLE_WORDS)
