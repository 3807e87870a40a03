"""What a request sends, read within its limits: parameters that there are, JSON that is plain, a digest of all.

    request  ->  check_query()  ->  read_json()  ->  the operation;  digest_of() tells whether it is a repeated one

Promises (tests in tests/api/test_routes.py): unknown parameters are refused, and a body is plain JSON within its limit.
"""

import hashlib
from http import HTTPStatus

from fastapi import Request
from fastapi.datastructures import UploadFile
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import UploadFile as PlainUploadFile
from starlette.exceptions import HTTPException

from resume_customizer.api.strict_json import parse_json


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


def check_query(request: Request, known: frozenset[str]) -> None:
    """Refuse parameters that the operation does not have, and what can't be a text in them."""
    wrong = [
        {"loc": ("query", name), "msg": message}
        for name, value in request.query_params.multi_items()
        if (message := _fault(name, value, known, request))
    ]
    if wrong:
        raise RequestValidationError(wrong)


def _fault(name: str, value: str, known: frozenset[str], request: Request) -> str:
    if name not in known:
        return "There is no such parameter."
    if "\0" in value or (not value.isascii() and any("\ud800" <= char <= "\udfff" for char in value)):
        return "This holds something that is no character."
    return "" if len(request.query_params.getlist(name)) == 1 else "This is said twice."


async def read_json(request: Request, most: int) -> None:
    """Read the body within its limit, strictly; what FastAPI asks for later is this."""
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
    if body:
        request._json = parse_json(request._body)  # noqa: SLF001
