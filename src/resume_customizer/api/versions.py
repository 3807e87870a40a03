"""Versions of what is answered: ETag, If-None-Match and If-Match (RFC 9110, 8.8.3 and 13.1).

a model with `version`  ->  ETag: "3"  ->  If-None-Match: "3" -> 304  |  If-Match: "3" -> for the service
"""

from typing import Annotated, TypeAlias

from fastapi import Depends, Header

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.input_rules import NUMBERS


async def _seen(
    if_match: Annotated[
        str | None,
        Header(description="The ETag of what you saw: the change is made only if nobody was quicker.", max_length=20),
    ] = None,
) -> int:
    if if_match is None or if_match == "*":
        return 0
    digits = if_match.strip().removeprefix('"').removesuffix('"')
    if not (digits.isascii() and digits.isdigit() and len(digits) < 11 and int(digits) <= NUMBERS["version"].most):
        raise InvalidInput("bad-version", 'This is no ETag of ours, like "3".', "If-Match")
    return int(digits)


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
