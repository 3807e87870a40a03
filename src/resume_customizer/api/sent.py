"""What a request sends, within its limits: parameters that there are, a body of the right kind, a digest of all.

    request  ->  find_query_faults()  |  read_json()  |  read_form()  |  digest_of(): is it a repeated one?

Promises (tests in tests/api/test_routes.py): unknown parameters are refused, and a body is plain JSON within its limit.
"""

import hashlib
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.datastructures import UploadFile
from starlette.datastructures import FormData
from starlette.datastructures import UploadFile as PlainUploadFile
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect


def digest_of(request: Request) -> str:
    """Of what was sent; of a form its fields, for its boundary is another one each time."""
    found = hashlib.sha256(str(request.url.query).encode())
    form = getattr(request, "_form", None)
    if form is None:
        found.update(getattr(request, "_body", b""))
        return found.hexdigest()
    for name, value in sorted(form.multi_items(), key=lambda item: item[0]):
        found.update(repr(name).encode())
        if isinstance(value, UploadFile | PlainUploadFile):
            value.file.seek(0)
            found.update(repr(value.filename).encode() + hashlib.file_digest(value.file, "sha256").digest())
            value.file.seek(0)
        else:
            found.update(repr(value).encode())
    return found.hexdigest()


def find_query_faults(request: Request, known: frozenset[str]) -> list[Mapping[str, Any]]:
    """Parameters that the operation does not have, and what can't be a text in them."""
    if not request.scope["query_string"]:
        return []
    return [
        {"loc": ("query", name), "msg": message}
        for name, value in request.query_params.multi_items()
        if (message := _fault(name, value, known, request))
    ]


def _fault(name: str, value: str, known: frozenset[str], request: Request) -> str:
    if name not in known:
        return "There is no such parameter."
    if "\0" in value or (not value.isascii() and any("\ud800" <= char <= "\udfff" for char in value)):
        return "This holds something that is no character."
    return "" if len(request.query_params.getlist(name)) == 1 else "This is said twice."


async def read_json(request: Request, most: int) -> bytes:
    """The body within its limit, to be read as JSON."""
    content_type, _, charset = request.headers.get("content-type", "").partition(";")
    is_utf8 = charset.strip().lower().replace('"', "") in {"", "charset=utf-8"}
    if content_type.strip().lower() != "application/json" or not is_utf8 or "content-encoding" in request.headers:
        message = "Send JSON: `Content-Type: application/json`, in UTF-8, not compressed."
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, message)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            message = f"The JSON of this request may hold {most:,} bytes."
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, message, {"Connection": "close"})
    request._body = bytes(body)  # noqa: SLF001 - where Starlette keeps what it has read
    return request._body  # noqa: SLF001


async def read_form(request: Request) -> FormData:
    """The fields and files of a form; files are put aside while they are read, and removed when it is closed."""
    try:
        return await request.form()
    except (HTTPException, ClientDisconnect):
        raise
    except Exception as fault:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "This is no form that can be read.") from fault
