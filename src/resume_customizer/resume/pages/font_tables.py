"""Read a font: how wide its characters are, and how tall its lines.

    bytes of a TrueType or OpenType file  ->  read_face()  ->  Face
    bytes as a document stores them  ->  unscrambled()  ->  bytes of a font file

Read are the tables `head`, `hhea`, `OS/2`, `hmtx` and `cmap` (ISO/IEC 14496-22); nothing of a font is run.

Promises (tests in tests/resume/pages/test_font_tables.py):

* Widths and heights are those of the font.
* Bytes that are no font, or a damaged one, are refused as such, whatever they hold.
"""

import struct

from resume_customizer.resume.pages.faces import Face

_USE_TYPO_METRICS = 1 << 7
_SCRAMBLED = 32


def read_face(content: bytes, index: int = 0) -> Face:
    """A face from a font file (one of a collection by its index); raises ValueError for what is none."""
    try:
        return _read(content, index)
    except (struct.error, IndexError, KeyError, OverflowError) as fault:
        raise ValueError("not a font") from fault


def unscrambled(content: bytes, key: str) -> bytes:
    """A font as a document stores it, with its first bytes put right (ECMA-376 part 4, 17.8.1)."""
    digits = "".join(each for each in key if each in "0123456789abcdefABCDEF")
    if len(digits) != _SCRAMBLED:
        return content
    mask = bytes.fromhex(digits)[::-1] * 2
    return bytes(one ^ other for one, other in zip(content, mask, strict=False)) + content[_SCRAMBLED:]


def _read(content: bytes, index: int) -> Face:
    start = struct.unpack_from(">I", content, 12 + 4 * index)[0] if content[:4] == b"ttcf" else 0
    tables = {}
    for at in range(struct.unpack_from(">H", content, start + 4)[0]):
        tag, _, offset, length = struct.unpack_from(">4sIII", content, start + 12 + 16 * at)
        tables[tag] = content[offset : offset + length]
    units = struct.unpack_from(">H", tables[b"head"], 18)[0] or 1000
    ascent, descent, gap = _heights(tables)
    count = struct.unpack_from(">H", tables[b"hhea"], 34)[0]
    advances = struct.unpack_from(f">{count * 2}H", tables[b"hmtx"])[::2]
    last = advances[-1]
    widths = {
        chr(code): (advances[glyph] if glyph < count else last) / units for code, glyph in _characters(tables[b"cmap"])
    }
    return Face(widths, widths.get("n", 0.5), ascent / units, -descent / units, max(0, gap) / units)


def _heights(tables: dict[bytes, bytes]) -> tuple[int, int, int]:
    """Ascent, descent (below zero) and gap: those of `hhea`, unless the font wants its typographic ones."""
    ascent, descent, gap = struct.unpack_from(">hhh", tables[b"hhea"], 4)
    system = tables.get(b"OS/2", b"")
    if len(system) >= 78:
        typographic = struct.unpack_from(">hhh", system, 68)
        if struct.unpack_from(">H", system, 62)[0] & _USE_TYPO_METRICS and any(typographic[:2]):
            return typographic
        if not ascent and not descent:
            high, low = struct.unpack_from(">HH", system, 74)
            return high, -low, 0
    return ascent, descent, gap


def _characters(table: bytes) -> list[tuple[int, int]]:
    """Character and glyph, from the Unicode map of the basic plane (format 4), else from a symbol font's."""
    offsets = {}
    for at in range(struct.unpack_from(">H", table, 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", table, 4 + 8 * at)
        if struct.unpack_from(">H", table, offset)[0] == 4:
            offsets[platform, encoding] = offset
    wanted = next((each for each in ((3, 1), (0, 3), (0, 4), (0, 1), (3, 0)) if each in offsets), None)
    return _segments(table, offsets[wanted]) if wanted is not None else []


def _segments(table: bytes, start: int) -> list[tuple[int, int]]:
    """The `cmap` of format 4: stretches of characters, each with a shift to its glyphs."""
    count = struct.unpack_from(">H", table, start + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", table, start + 14)
    begins = struct.unpack_from(f">{count}H", table, start + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", table, start + 16 + 4 * count)
    offsets = start + 16 + 6 * count
    found: dict[int, int] = {}
    for at, (begin, end, delta) in enumerate(zip(begins, ends, deltas, strict=True)):
        shift = struct.unpack_from(">H", table, offsets + 2 * at)[0]
        for code in range(begin, min(end, 0xFFFE) + 1):
            if code in found:
                break  # stretches of a whole font do not overlap
            glyph = code
            if shift:
                glyph = struct.unpack_from(">H", table, offsets + 2 * at + shift + 2 * (code - begin))[0]
            if glyph or not shift:
                found[code] = (glyph + delta) & 0xFFFF
    return [(code, glyph) for code, glyph in found.items() if glyph]
