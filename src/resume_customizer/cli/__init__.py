"""DOOR: the command line. Works offline, on files, with no account and no network.

    arguments  ->  one command  ->  one service  ->  text or JSON, and an exit code (`exits.EXIT_CODES`)

Start-up time counts here: what a command needs is imported inside of it.
"""

import gc
from typing import Final

INTERRUPTED: Final = 130
"""Exit code of Ctrl-C, as shells say it: 128 and the signal's number."""


def main() -> None:
    """Run the program with the arguments of the process; never returns."""
    gc.set_threshold(100_000, 50, 100)  # what a command makes lives until its end: looking for cycles is time lost
    try:
        from resume_customizer.cli.program import run_program

        run_program()
    except KeyboardInterrupt:  # while it was still being loaded: what runs already ends the same way by itself
        raise SystemExit(INTERRUPTED) from None
