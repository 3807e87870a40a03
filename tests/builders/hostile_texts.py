"""Texts, mails and tables that are made to hang, eat memory or break what reads them.

name  ->  (what reads it, bytes, the stable code of the refusal; empty: it is read)
"""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from builders.xlsx import an_xlsx, text_cell

_HEAD = b"MIME-Version: 1.0\r\n"
_PARTS = _HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"


class HostileText(NamedTuple):
    """One of them."""

    kind: str
    """posting, mail, points or table."""
    make: Callable[[], bytes]
    code: str = ""


def _mail(head: bytes, body: bytes = b"Must have: Java.") -> bytes:
    return _HEAD + head + b"\r\n\r\n" + body


HOSTILE_TEXTS: Final[Mapping[str, HostileText]] = {
    "mail-of-encoded-words": HostileText(
        "mail", lambda: _mail(b"Subject: " + b"=?utf-8?b?SmF2YQ==?= " * 30_000), "posting-unreadable"
    ),
    "mail-of-pieces-of-a-parameter": HostileText(
        "mail",
        lambda: _mail(b"Content-Type: text/plain; " + b"".join(b"a*%d=x; " % number for number in range(20_000))),
        "posting-unreadable",
    ),
    "mail-from-quotes": HostileText("mail", lambda: _mail(b"From: " + b'"' * 60_000), "posting-unreadable"),
    "mail-of-folded-quotes": HostileText("mail", lambda: _mail(b"From: x" + b'\r\n "' * 30_000), "posting-unreadable"),
    "mail-of-parts": HostileText("mail", lambda: _PARTS + b"--b\r\n\r\nx\r\n" * 90_000, "posting-unreadable"),
    "mail-of-parts-with-long-heads": HostileText(
        "mail",
        lambda: _PARTS + (b"--b\r\nContent-Type: text/plain; " + b'"' * 1_900 + b"\r\n\r\nx\r\n") * 50,
        "posting-unreadable",
    ),
    "mail-in-mail": HostileText(
        "mail", lambda: _HEAD + b"Content-Type: message/rfc822\r\n\r\n" * 20_000 + b"Java", "posting-unreadable"
    ),
    "mail-in-a-codec": HostileText(
        "mail", lambda: _mail(b"Content-Type: text/plain; charset=zlib", b"xx"), "posting-unreadable"
    ),
    "page-of-divisions": HostileText(
        "posting", lambda: b"<html><body>" + b"<div>" * 100_000 + b"Must have: Java." + b"</div>" * 100_000
    ),
    "page-of-comments": HostileText("posting", lambda: b"<html>" + b"<!--" * 150_000),
    "page-of-entities": HostileText("posting", lambda: b"<html>" + b"&#x110000;&#0;&#xD800;&nosuch;&" * 20_000),
    "points-of-marks": HostileText("points", lambda: b"Java\n" + b"- * \xe2\x80\xa2 " * 20_000 + b"x"),
    "points-of-accents": HostileText("points", lambda: b"Java\n- a" + b"\xcc\x81" * 200_000, "point-too-long"),
    "points-of-brackets": HostileText("points", lambda: b"(" * 300_000 + b")" * 300_000),
    "points-of-turned-letters": HostileText("points", lambda: "Java\n- {}x".format("\u202e\u200b" * 50_000).encode()),
    "table-with-an-open-quote": HostileText("table", lambda: b'a,b\n"' + b"x,y\n" * 100_000, "bad-csv"),
    "table-with-a-cell-without-end": HostileText("table", lambda: b'a,b\n"' + b"x" * 500_000 + b'",y\n', "bad-csv"),
    "table-of-columns": HostileText(
        "table", lambda: b",".join(b"c%d" % number for number in range(100_000)) + b"\n1", "too-many-columns"
    ),
    "table-in-lists": HostileText("table", lambda: b"[" * 100_000 + b"]" * 100_000, "bad-json"),
    "table-of-a-number-without-end": HostileText("table", lambda: b'[{"a":' + b"9" * 5_000 + b"}]", "bad-json"),
    "table-with-a-cell-at-the-end-of-the-world": HostileText(
        "table",
        lambda: an_xlsx(
            f'<row r="1">{text_cell("A1", "a")}</row><row r="1048576">{text_cell("XFD1048576", "b")}</row>'
        ),
        "xlsx-too-large",
    ),
}
