"""`customize` for many resumes: processes, a progress bar and a table for people, JSON in the order of the files."""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import typer

from resume_customizer.cli.exits import DONE, NOTHING_PLACED, exit_code_of, worst
from resume_customizer.cli.screen import clean, count, is_terminal, json_text, say
from resume_customizer.core.errors import PromiseBroken, ResumeCustomizerError, UnreadableInput
from resume_customizer.infrastructure.processes import Failure, Limits, run_in_processes
from resume_customizer.services.documents.bulk import Outcome, Task, Work, attempt_task

if TYPE_CHECKING:
    from rich.progress import Progress

_REDRAWN = 0.1
"""Seconds between two pictures of the bar."""
_ROWS = 60
"""How many rows a table shows; of more files only those with something to say."""


class Row:
    """One line of the table."""

    __slots__ = ("code", "left_out", "message", "name", "placed")

    def __init__(self, task: Task, outcome: Outcome, *, dry: bool) -> None:
        self.name = str(task.source)
        self.placed = len(outcome.report["placed"]) if outcome.report else 0
        self.left_out = len(outcome.report["unplaced"]) if outcome.report else 0
        self.code = code_of(outcome)
        if outcome.error is not None:
            self.message = f"Error: {outcome.error.message}"
        elif self.code == NOTHING_PLACED:
            self.message = "nothing could be placed, no file written"
        else:
            self.message = "dry run" if dry else str(task.target)


def customize_many(tasks: tuple[Task, ...], work: Work, jobs: int | None, seconds: float, *, as_json: bool) -> None:
    """Customize every file; the exit code is that of the worst one."""
    limits = Limits(seconds=seconds)
    answers = run_in_processes(partial(attempt_task, work=work), tasks, jobs or _processors(), limits)
    outcomes = ((at, _outcome(tasks[at], answer)) for at, answer in _with_progress(answers, len(tasks)))
    if as_json:
        codes = _print_json(tasks, outcomes)
    else:
        rows = [row for _, row in sorted((at, Row(tasks[at], each, dry=work.dry)) for at, each in outcomes)]
        _show(rows)
        codes = [row.code for row in rows]
    code = worst(codes)
    if code != DONE:
        raise typer.Exit(code)


def code_of(outcome: Outcome) -> int:
    """The exit code that this file alone would have."""
    if outcome.error is not None:
        return exit_code_of(outcome.error)
    return DONE if outcome.report and outcome.report["placed"] else NOTHING_PLACED


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _outcome(task: Task, answer: Outcome | Failure) -> Outcome:
    """The answer of a process; a file that a process died of, or that took too long, was refused."""
    if isinstance(answer, Outcome):
        return answer
    if answer.code == "crashed":
        fault: ResumeCustomizerError = PromiseBroken("unexpected", f"something unexpected happened ({answer.message})")
    else:
        fault = UnreadableInput(answer.code, f"the file could not be worked on: {answer.message}")
    return Outcome(task.source, None, fault)


def _with_progress(answers: Iterable[tuple[int, Any]], total: int) -> Iterator[tuple[int, Any]]:
    """Show a bar on the terminal while the answers come."""
    if not is_terminal(sys.stderr):
        yield from answers
        return
    with _bar() as bar:
        task = bar.add_task("Customizing", total=total)
        bar.refresh()
        shown = monotonic()
        for done, answer in enumerate(answers, start=1):
            if monotonic() - shown > _REDRAWN:
                bar.update(task, completed=done)
                bar.refresh()
                shown = monotonic()
            yield answer


def _bar() -> "Progress":
    """Without a thread of its own: processes are started while it is shown."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=console, auto_refresh=False, transient=True)


def _print_json(tasks: tuple[Task, ...], outcomes: Iterable[tuple[int, Outcome]]) -> list[int]:
    """One object; its files come in the order given, each as soon as it and those before it are done."""
    codes: list[int] = []
    sys.stdout.write('{"files": [')
    waiting: dict[int, Outcome] = {}
    for at, outcome in outcomes:
        waiting[at] = outcome
        while len(codes) in waiting:
            each = waiting.pop(len(codes))
            sys.stdout.write(("," if codes else "") + "\n" + json_text(_file_to_json(tasks[len(codes)].source, each)))
            codes.append(code_of(each))
    totals = {
        "customized": codes.count(DONE),
        "nothing_placed": codes.count(NOTHING_PLACED),
        "failed": sum(code not in (DONE, NOTHING_PLACED) for code in codes),
    }
    sys.stdout.write("\n], " + json_text(totals)[1:] + "\n")
    return codes


def _file_to_json(source: Path, outcome: Outcome) -> dict[str, Any]:
    named: dict[str, Any] = {"resume": str(source), "exit_code": code_of(outcome)}
    if outcome.error is not None:
        fault = outcome.error
        return named | {"error": {"code": fault.code, "message": fault.message, "where": fault.where}}
    return named | (outcome.report or {})


def _show(rows: list[Row]) -> None:
    shown = rows if len(rows) <= _ROWS else [row for row in rows if row.code != DONE]
    if is_terminal(sys.stdout):
        _show_table(shown)
    else:
        for row in shown:
            done = f"{count(row.placed, 'point')} placed, {row.left_out} left out: " if row.code == DONE else ""
            say(f"{row.name}: {done}{row.message}")
    good = [row for row in rows if row.code == DONE]
    nothing = sum(row.code == NOTHING_PLACED for row in rows)
    points = count(sum(row.placed for row in good), "point")
    parts = [f"{len(good):,} of {count(len(rows), 'resume')} customized, {points} placed"]
    if nothing:
        parts.append(f"in {nothing:,} nothing could be placed")
    if failed := len(rows) - len(good) - nothing:
        parts.append(f"{failed:,} failed")
    say("; ".join(parts) + ".", "bold")


def _show_table(rows: list[Row]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    table.add_column("Resume", overflow="fold")
    table.add_column("Placed", justify="right")
    table.add_column("Left out", justify="right")
    table.add_column("Result", overflow="fold")
    for row in rows:
        look = "green" if row.code == DONE else "yellow" if row.code == NOTHING_PLACED else "red"
        known = row.code in (DONE, NOTHING_PLACED)
        numbers = (str(row.placed), str(row.left_out)) if known else ("", "")
        table.add_row(Text(clean(row.name)), *numbers, Text(clean(row.message), style=look))
    if rows:
        Console().print(table)
