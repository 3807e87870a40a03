"""Bullets, numbers and letters that stand in front of a point, as people type and paste them.

    line  ->  marker_of()  ->  kind, number, and the marker as typed

Symbol-font characters of Word, emoji, check marks, dashes, `1.`, `a)`, `1.2`, and Word's `o` and `§` are markers; the
head of “3.5x faster”, “10+ teams” or “-5 %” is none.
"""

import re

_BULLETS = "•‣⁃∙●◦▪■\uf0b7\uf0a7\uf076\uf0d8\uf0fc\uf0a8\uf06e\uf071"
"""Bullets that also stand between points in one line."""
_SIGNS = frozenset("·‧・･⁌⁍→⇒⇨⦁⦾⦿〓" + _BULLETS)
_SIGN_RANGES = ((0x2300, 0x23FF), (0x25A0, 0x27BF), (0x2B00, 0x2BFF), (0xE000, 0xF8FF), (0x1F000, 0x1FAFF))
"""Bullets, check marks, emoji and private-use characters: content never begins with one."""
SIGN_PARTS = "\ufe0f\u200d\u20e3"
"""What an emoji may be made of besides."""
DASHES = "-–—−‐‑‒―"
_MARKER = re.compile(
    rf"""
      (?P<sign>\d\ufe0f?\u20e3|\[[ xX✓]?\](?=\s)) \s*
    | \\?(?P<dash>-->|->|=>|--|[{DASHES}*+~]) (?:\s+|$|(?<=[{DASHES}])(?=[A-Z])|(?<=[*+])(?=[A-Z][^*]*$))
    | (?P<levels>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})\.? \s+
    | (?P<number>\(?\d{{1,3}}\\?[.)]) (?:\s+|(?=[A-Z]))
    | (?P<letter>\(?(?:[a-zA-Z]|[ivx]{{2,4}})[.)]) \s+
    | (?P<wingdings>o(?=\t|\s\s|\s[A-Z])|[§Øü]) \s+
    """,
    re.VERBOSE,
)
_AGAIN = re.compile(r"[-*+–—]\s+|\[[ xX✓]?\]\s+")
INLINE = re.compile(rf"\s[{_BULLETS}]+\s*|(?<![{_BULLETS}])[{_BULLETS}]+\s")


def marker_of(text: str) -> tuple[str, int, str]:
    """Kind and number of the marker that the line begins with, and the marker as typed."""
    if is_sign(text[:1]):
        return text[0], 0, text[: _end_of_signs(text, 1)]
    found = _MARKER.match(text)
    if not found:
        return "", 0, ""
    kind, sign = found.lastgroup, found[0]
    if kind in ("sign", "dash", "wingdings"):
        return sign[0], 0, text[: _end_of_signs(text, found.end())]
    if kind == "levels":
        return "1.1", 0, sign
    digits = sign.strip().strip("().\\")
    if kind == "number":
        return sign.strip().replace("\\", "").replace(digits, "1"), int(digits), sign
    letters = digits.lower()
    number = 1 if letters == "i" else ord(letters) - 96 if len(letters) == 1 else 0
    return sign.strip().lower().replace(letters, "a"), number, sign


def is_sign(character: str) -> bool:
    """Whether the character is a bullet, a check mark, an emoji or from a symbol font."""
    if character < "·":
        return False
    code = ord(character)
    return character in _SIGNS or any(first <= code <= last for first, last in _SIGN_RANGES)


def _end_of_signs(text: str, at: int) -> int:
    """Where the text begins behind a bullet: more bullets, a check box and white space belong to it."""
    while at < len(text):
        again = _AGAIN.match(text, at)
        if again:
            at = again.end()
        elif text[at].isspace() or text[at] in SIGN_PARTS or is_sign(text[at]):
            at += 1
        else:
            break
    return at
