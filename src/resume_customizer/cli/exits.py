"""Exit codes: the command line's language for errors. One table; a test fails when an error is missing from it."""

from resume_customizer.core import errors

DONE = 0
BROKEN = 1
"""A promise was broken, or the program itself or its installation failed."""
BAD_USAGE = 2
"""What typer itself exits with when options or arguments are wrong."""
REFUSED = 3
"""An input can't be read or was refused; nothing was changed."""
NOTHING_PLACED = 4
UNWRITABLE = 5
"""An output can't be written where it was asked for; nothing was changed."""
PIPE_CLOSED = 141
"""The reader of the output went away, e.g. `| head`."""


class WrongUsage(errors.ResumeCustomizerError):
    """Options and arguments that do not go together, or that name what can't be."""


EXIT_CODES: dict[type[errors.ResumeCustomizerError], int] = {
    errors.PromiseBroken: BROKEN,
    errors.Unavailable: BROKEN,
    errors.NotWritable: UNWRITABLE,
    WrongUsage: BAD_USAGE,
    errors.InvalidInput: REFUSED,
    errors.UnreadableInput: REFUSED,
    errors.RefusedInput: REFUSED,
    errors.NotFound: REFUSED,
    errors.NotPermitted: REFUSED,
    errors.NotSignedIn: REFUSED,
    errors.Conflict: REFUSED,
    errors.QuotaExceeded: REFUSED,
    errors.NothingToPlace: NOTHING_PLACED,
}


def wrong_usage(message: str) -> WrongUsage:
    """The error for a wrong command line."""
    return WrongUsage("wrong-usage", message)


def exit_code_of(fault: errors.ResumeCustomizerError) -> int:
    """The exit code for an error: its own line of the table, or that of the nearest class above it."""
    return next((code for kind in type(fault).__mro__ for known, code in EXIT_CODES.items() if known is kind), BROKEN)


def worst(codes: list[int]) -> int:
    """The exit code for many files: the gravest fault, else 4 when no file received a point."""
    for fault in (BROKEN, REFUSED, UNWRITABLE):
        if fault in codes:
            return fault
    return NOTHING_PLACED if codes and DONE not in codes else DONE
