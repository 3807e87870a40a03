"""Files as answers: whole or in part, under their names, and not again when they are known (RFC 9110, 13 and 14).

    StoredDocument + Range, If-None-Match  ->  file_answer()  ->  200, 206, 304 or 416

Promises (tests in tests/api/test_files.py):

* A part of a file is the bytes that were asked for, also when two parts are fetched one after the other.
* A file is saved, never shown: whatever it is, it does not run in a page of ours.
"""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, Any, Final, TypeAlias
from urllib.parse import quote

from fastapi import Depends, Header, Response
from starlette.exceptions import HTTPException

from resume_customizer.api.problems import problems_of
from resume_customizer.api.shapes import Shape
from resume_customizer.core.file_names import clean_file_name

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BYTES: Final = {"schema": {"type": "string", "format": "binary"}}


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a file is asked for, and what of it is known."""

    range: str
    if_range: str
    if_none_match: str


def _part(
    range_: Annotated[str, Header(alias="Range", max_length=200, description="E.g. `bytes=0-1023`.")] = "",
    if_range: Annotated[str, Header(alias="If-Range", max_length=200)] = "",
    if_none_match: Annotated[str, Header(alias="If-None-Match", max_length=2_000)] = "",
) -> Part:
    return Part(range_, if_range, if_none_match)


Wanted: TypeAlias = Annotated[Part, Depends(_part)]
"""Headers for files; hand it to file_answer."""


def answers_with(media_type: str, shape: type[Shape] | None = None) -> dict[int | str, dict[str, Any]]:
    """The answers of an operation that gives a file, for its description; `shape`: of JSON."""
    file: dict[str, Any] = {"model": shape} if shape else {"content": {media_type: _BYTES}}
    return {
        200: {"description": "The file", **file},
        206: {"description": "The part of the file that was asked for", **file},
        304: {"description": "It is known already"},
        **problems_of(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE),
    }


def file_answer(content: bytes, name: str, media_type: str, digest: str, wanted: Part) -> Response:
    """The file, or what of it is wanted; `digest` is what tells it from other files."""
    etag = f'"{digest}"'
    headers = {"ETag": etag, "Accept-Ranges": "bytes", "Content-Disposition": saved_as(name)}
    if etag in wanted.if_none_match or wanted.if_none_match.strip() == "*":
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers={"ETag": etag})
    if not wanted.range or (wanted.if_range and wanted.if_range != etag):
        return Response(content, headers=headers, media_type=media_type)
    found = _span(wanted.range, len(content))
    if found is None:  # not one that we read: the whole is always right
        return Response(content, headers=headers, media_type=media_type)
    start, end = found
    if start >= end:
        status, size = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, {"Content-Range": f"bytes */{len(content)}"}
        raise HTTPException(status, f"This file has {len(content):,} bytes; there is no such part.", size)
    headers["Content-Range"] = f"bytes {start}-{end - 1}/{len(content)}"
    return Response(content[start:end], HTTPStatus.PARTIAL_CONTENT, headers, media_type)


def saved_as(name: str) -> str:
    """The header under which a browser saves a file (RFC 6266)."""
    return f"attachment; filename*=UTF-8''{quote(clean_file_name(name, 'file'), safe='')}"


def _span(asked: str, length: int) -> tuple[int, int] | None:
    """Where one part begins and ends; None for several parts, or another unit; an empty span for one outside."""
    unit, _, spec = asked.partition("=")
    first, dash, last = spec.strip().partition("-")
    if unit.strip().lower() != "bytes" or not dash or not all(each.isascii() for each in spec):
        return None
    if not all(each == "" or (each.isdigit() and len(each) < 16) for each in (first, last)):
        return None
    if not first:
        return (max(0, length - int(last)), length) if last and int(last) else (length, length) if last else None
    end = min(int(last) + 1, length) if last else length
    return (int(first), end) if not last or int(first) <= int(last) else None
