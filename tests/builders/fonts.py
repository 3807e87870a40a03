"""A font by hand: so many letters, so wide, with these heights.

a_font(widths={"a": 500})  ->  bytes of a TrueType file without outlines
"""

import struct
from collections.abc import Mapping

UNITS = 1000


def a_font(
    widths: Mapping[str, int],
    heights: tuple[int, int, int] = (800, -200, 50),
    typographic: tuple[int, int, int] | None = None,
    windows: tuple[int, int] = (900, 300),
) -> bytes:
    """A font of 1000 units; `typographic` heights are stated as those to use when they are given."""
    letters = sorted(widths)
    advances = [500, *(widths[letter] for letter in letters)]
    flags = 1 << 7 if typographic else 0
    tables = {
        b"OS/2": struct.pack(">62xHH2xhhhHH", flags, 0, *(typographic or (0, 0, 0)), *windows),
        b"cmap": _cmap([ord(letter) for letter in letters]),
        b"head": struct.pack(">18xH34x", UNITS),
        b"hhea": struct.pack(">4xhhh24xH", *heights, len(advances)),
        b"hmtx": b"".join(struct.pack(">Hh", advance, 0) for advance in advances),
    }
    offset, directory, body = 12 + 16 * len(tables), b"", b""
    for tag, table in tables.items():
        directory += struct.pack(">4sIII", tag, 0, offset + len(body), len(table))
        body += table
    return struct.pack(">IHHHH", 0x00010000, len(tables), 0, 0, 0) + directory + body


def _cmap(codes: list[int]) -> bytes:
    """Format 4 with a stretch for each character, glyphs in their order from 1."""
    ends = [*codes, 0xFFFF]
    deltas = [(glyph - code) & 0xFFFF for glyph, code in enumerate(codes, 1)] + [1]
    count = len(ends)
    body = struct.pack(f">{count}H2x{count}H{count}H{count}H", *ends, *ends, *deltas, *[0] * count)
    table = struct.pack(">HHHHHHH", 4, 14 + len(body), 0, count * 2, 0, 0, 0) + body
    return struct.pack(">HHHHI", 0, 1, 3, 1, 12) + table
