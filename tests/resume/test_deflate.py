"""Packing and unpacking: the promises of resume_customizer.resume.deflate."""

import zlib

from builders.zips import deflate as packed_by_others
from resume_customizer.resume.deflate import deflate, inflate, inflate_in_pieces

TEXTS = [b"x", b"<w:p>Built services.</w:p>" * 40, bytes(range(256)) * 30]


def test_the_compressor_gives_the_same_bytes_again_and_others_can_unpack_them() -> None:
    for text in TEXTS:
        assert deflate(text) == deflate(text)
        assert zlib.decompress(deflate(text), -15) == text


def test_unpacking_stops_at_the_declared_size() -> None:
    packed = packed_by_others(bytes(5_000_000))

    assert inflate(packed, 5_000) is None
    assert inflate(packed, 5_000_000) == bytes(5_000_000)
    assert inflate(packed, 5_000_001) is None
    assert inflate(packed[:-10], 5_000_000) is None
    assert inflate(b"\xff\xff\xff", 5) is None


def test_unpacking_in_pieces_gives_the_same_and_ends_where_the_stream_is_damaged() -> None:
    text = bytes(range(251)) * 9_000
    packed = packed_by_others(text, level=1)

    assert b"".join(inflate_in_pieces(memoryview(packed))) == text
    assert len(b"".join(inflate_in_pieces(memoryview(packed[:500] + bytes(90_000))))) < len(text)
