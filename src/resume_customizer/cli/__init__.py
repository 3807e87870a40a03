"""DOOR: the command line. Works offline, on files, with no account and no network.

    arguments  ->  one command  ->  one service  ->  text or JSON, and an exit code (`exits.EXIT_CODES`)

Start-up time counts here: what a command needs is imported inside of it.
"""

from resume_customizer.cli.program import main

__all__ = ["main"]
