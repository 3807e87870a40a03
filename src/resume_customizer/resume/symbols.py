"""Symbol-font characters and typed markers: which characters are bullets, and what they are in Unicode.

Fonts such as Symbol and Wingdings keep their glyphs in the private use area U+F020–U+F0FF
(ECMA-376 part 1, 17.3.3.30 sym); a reader sees a bullet, a program sees a code.
"""

import re

_PRIVATE = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF076: "❖", 0xF0A8: "□", 0xF06E: "■", 0xF06C: "●", 0xF06F: "□",
    0xF071: "❑", 0xF072: "❒", 0xF0E0: "→", 0xF0E8: "➔", 0xF0F0: "⇨", 0xF0FE: "☑", 0xF02D: "−", 0xF0BE: "—", 0xF09F: "•",
    0xF077: "◆", 0xF075: "◆", 0xF074: "◆", 0xF0A1: "○", 0xF0AA: "✦", 0xF0AB: "★", 0xF046: "☞", 0xF0C4: "➔", 0xF0DE: "➢",
    0xF06D: "❍", 0xF073: "⬧", 0xF0D4: "➢", 0xF0B2: "✰", 0xF0C8: "➢", 0xF0D9: "➢", 0xF0DA: "➢",
}  # fmt: skip

GLYPHS = "•●◦▪▫‣⁃∙■□○◆◇►▶▸▹➢➤➔→⇨✓✔☑❖❑❒★☆✦✧⬧❍♦⦁⚫☞»›・"
"""Characters that are bullets wherever a line begins with them."""
_DASHES = "-–—−*·o§~>¤"
"""Characters that are bullets only with a gap behind them, or, of the true dashes, right before a word.

`+` is one with a gap and a word behind it.
"""

_CHARACTER = re.compile(rb"char\s*+=\s*+[\"']([0-9A-Fa-f]{1,4})[\"']")
_PRIVATE_USE = re.compile("[\uf000-\uf0ff]")
_GAP = "[ \\t\\u00a0\\u2002-\\u200b]"
_MARKER = re.compile(
    f"[ \\t\\u00a0]*(?:[{GLYPHS}]\\ufe0f?{_GAP}*(?=[^\\s])"
    f"|[{re.escape(_DASHES)}]{_GAP}+(?=[^\\s])"
    f"|\\+{_GAP}+(?=[^\\W\\d_])"
    "|[-–—−](?=[^\\W\\d_]))"
)


def symbol_of(attributes: bytes) -> str:
    """The character that a `w:sym` with these attributes, as written, shows (17.3.3.30)."""
    code = _CHARACTER.search(attributes)
    value = int(code[1], 16) if code else 0xF0B7
    return chr(value | 0xF000) if value < 0x100 else chr(value) if not 0xD800 <= value < 0xE000 else "•"


def as_unicode(text: str) -> str:
    """The text with private-use symbol characters as what a reader sees; unknown ones become a bullet."""
    return _PRIVATE_USE.sub(_shown, text) if _PRIVATE_USE.search(text) else text


def _shown(found: re.Match[str]) -> str:
    return _PRIVATE.get(ord(found[0]), "•")


def typed_marker(text: str) -> str:
    """The typed bullet with the gaps around it that a line begins with; empty without one."""
    if not text or (text[0].isalnum() and text[0] != "o"):
        return ""
    found = _MARKER.match(text)
    return found[0] if found else ""
