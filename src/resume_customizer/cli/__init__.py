"""DOOR: the command line. Works offline, on files, with no account and no network.

    arguments  ->  one command  ->  one service  ->  text or JSON, and an exit code (`exits.EXIT_CODES`)

Start-up time counts here: what a command needs is imported inside of it.
"""

import gc


def main() -> None:
    """Run the program with the arguments of the process; never returns."""
    gc.set_threshold(100_000, 50, 100)  # what a command makes lives until its end: looking for cycles is time lost
    from resume_customizer.cli.program import run_program

    run_program()
