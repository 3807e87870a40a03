"""Versions of what is answered: ETag, If-None-Match and If-Match (RFC 9110, 8.8.3 and 13.1).

a model with `version`  ->  ETag: "3"  ->  If-None-Match: "3" -> 304  |  If-Match: "3" -> for the service
"""

from typing import Annotated, TypeAlias

from fastapi import Depends, Header
from pydantic import AfterValidator, StringConstraints

from resume_customizer.core.input_rules import NUMBERS


def _version_of(etag: str) -> int:
    """The version in an ETag of ours; 0: whichever."""
    if etag == "*":
        return 0
    digits = etag.strip().removeprefix('"').removesuffix('"')
    if not (digits.isascii() and digits.isdigit() and len(digits) < 11 and int(digits) <= NUMBERS["version"].most):
        raise ValueError('This is no ETag of ours, like "3".')
    return int(digits)


def _seen(
    if_match: Annotated[
        Annotated[str, StringConstraints(max_length=20), AfterValidator(_version_of)] | None,
        Header(description="The ETag of what you saw: the change is made only if nobody was quicker."),
    ] = None,
) -> int:
    return int(if_match or 0)


Seen: TypeAlias = Annotated[int, Depends(_seen)]
"""The version that the caller saw; 0: whichever. Hand it to the service, which raises Conflict when it is old."""


def etag_of(made: object) -> str:
    """The ETag of an answer; empty when it has no version."""
    version = getattr(made, "version", None)
    return f'"{version}"' if isinstance(version, int) else ""


def is_known(etag: str, if_none_match: str | None) -> bool:
    """Whether the caller has this already."""
    if not etag or if_none_match is None:
        return False
    known = {each.strip().removeprefix("W/") for each in if_none_match.split(",")}
    return etag in known or "*" in known
