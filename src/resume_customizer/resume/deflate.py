"""Deflate and CRC-32 (RFC 1951): isal where it is installed, else the standard library; same content, other speed."""

import zlib
from collections.abc import Iterator

try:
    from isal.isal_zlib import IsalError, crc32, decompressobj
    from isal.isal_zlib import compressobj as _compressobj

    COMPRESSOR = "isal-2"
    _LEVEL = 2
    errors: tuple[type[Exception], ...] = (IsalError, zlib.error)  # ty: ignore[invalid-assignment] - its stub errs
except ImportError:  # a platform without wheels
    from zlib import compressobj as _compressobj
    from zlib import crc32, decompressobj

    COMPRESSOR = "zlib-6"
    _LEVEL = 6
    errors = (zlib.error,)

__all__ = ["COMPRESSOR", "crc32", "deflate", "inflate", "inflate_in_pieces"]

_RAW = -15
_PIECE = 32_768
"""Packed bytes that are unpacked at once: at most 34 MB."""


def deflate(content: bytes) -> bytes:
    """A raw deflate stream; the same bytes each time with the same compressor build."""
    packer = _compressobj(_LEVEL, zlib.DEFLATED, _RAW)
    return packer.compress(content) + packer.flush()


def inflate(payload: bytes | memoryview, size: int) -> bytes | None:
    """The content of a raw deflate stream that must be exactly `size` bytes long; None when it isn't, or is damaged."""
    unpacker = decompressobj(_RAW)
    try:
        content = unpacker.decompress(payload, size + 1)
    except errors:
        return None
    return content if len(content) == size and (unpacker.eof or not size) else None


def inflate_in_pieces(payload: memoryview) -> Iterator[bytes]:
    """The content of a raw deflate stream, never all of it at once; ends early where the stream is damaged."""
    unpacker = decompressobj(_RAW)
    for at in range(0, len(payload), _PIECE):
        try:
            yield unpacker.decompress(payload[at : at + _PIECE])
        except errors:
            return
