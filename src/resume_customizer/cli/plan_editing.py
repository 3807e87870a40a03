"""`plan --edit`: a table of the plan, and one command a line, from a person or a pipe.

    line  ->  words  ->  plan_commands  ->  History  ->  the table again

A command that can't be carried out says why and changes nothing.
"""

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from resume_customizer.cli.exits import wrong_usage
from resume_customizer.cli.plan_commands import COMMANDS, Command, Session
from resume_customizer.cli.reading import dates_of, title_of
from resume_customizer.cli.screen import clean, count, is_terminal, say, tell
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.planning import plan_editing as edits

if TYPE_CHECKING:
    from resume_customizer.services.documents.instructions import Instructions, Planned


def edit_plan(
    planned: "Planned", instructions: "Instructions", resume: Path, output: Path | None, inputs: tuple[Path, ...]
) -> None:
    """Read commands until the end; raises WrongUsage at the end of a pipe in which a command failed."""
    session = Session(planned, instructions, resume, output, inputs, edits.History(planned.plan), saved=planned.plan)
    person = is_terminal(sys.stdin)
    show_table(session)
    say("Type a command, or help.", "dim")
    failed = 0
    while session.open:
        line = _read_line(person=person)
        if line is None:
            break
        failed += not _carry_out(session, line)
    if session.plan != session.saved:
        tell("The last changes were not saved.", "yellow")
    if failed and not person:
        raise wrong_usage(f"{count(failed, 'command')} could not be carried out; see above.")


def _read_line(*, person: bool) -> str | None:
    """The next line, or None at the end."""
    if person:
        sys.stdout.write("plan> ")
        sys.stdout.flush()
    line = sys.stdin.readline()
    if not line and person:
        say()
    return line.strip() if line else None


def _carry_out(session: Session, line: str) -> bool:
    """Whether the line could be carried out."""
    name = line.split(maxsplit=1)[0] if line else ""
    if not name or name.startswith("#"):
        return True
    command = COMMANDS.get(name.lower())
    if command is None:
        tell(f"Error: there is no command “{name}”. Type help.", "red")
        return False
    words = _words(line, command)
    if words is None:
        tell(f"Error: a quotation mark is not closed: {line}", "red")
        return False
    if not command.least <= len(words) - 1 <= command.most:
        tell(f"Error: it goes like this: {command.usage}", "red")
        return False
    before = session.history
    try:
        command.act(session, words[1:])
    except ResumeCustomizerError as fault:
        tell(f"Error: {fault}", "red")
        return False
    if session.history is not before:
        show_table(session)
    return True


def _words(line: str, command: Command) -> list[str] | None:
    """The command and its words, those in quotation marks together; None when one is not closed."""
    if command.verbatim is not None:
        return line.split(maxsplit=command.verbatim + 1)
    reader = shlex.shlex(line, posix=True)
    reader.whitespace_split, reader.quotes, reader.escape, reader.commenters = True, '"', "", ""
    try:
        return list(reader)
    except ValueError:
        return None


def show_table(session: Session) -> None:
    """All rows with their numbers: a table in a terminal, one row a line in a pipe."""
    rows = list(_rows(session))
    if is_terminal(sys.stdout):
        _show_rich(rows)
    else:
        for kind, number, place, point in rows:
            mark = "-" if kind == "out" else " "
            say(point if kind == "head" else f"{mark}{number:>3} {place:10} {point}")


def _rows(session: Session) -> "list[tuple[str, str, str, str]]":
    """(kind, number, what is known of the place, text): headings of experiences, placed rows, rows left out."""
    plan, experiences = session.plan, session.planned.document.experiences
    rows = []
    for position in sorted({row.experience for row in plan.placements}):
        if position < 0:
            rows.append(("head", "", "", "Outside of all experiences"))
        else:
            dates = dates_of(experiences[position])
            title = f"[{position}] {title_of(experiences[position])}{f', {dates}' if dates else ''}"
            rows.append(("head", "", "", title))
        for number, row in enumerate(plan.placements, 1):
            if row.experience == position:
                place = "locked" if row.locked else ""
                place += f" @{row.after}" if row.after is not None else ""
                changed = f" (was: {row.original})" if row.original else ""
                technology = f"{row.technology}: " if row.technology else ""
                rows.append(("row", str(number), place.strip(), f"{technology}{row.point}{changed}"))
    if plan.unplaced:
        rows.append(("head", "", "", "Left out"))
    rows += [("out", str(n), row.code, row.point) for n, row in enumerate(plan.unplaced, 1)]
    return rows


def _show_rich(rows: "list[tuple[str, str, str, str]]") -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("row", justify="right", style="dim")
    table.add_column("place")
    table.add_column("point", overflow="fold")
    looks = {"head": "bold", "row": "green", "out": "yellow"}
    for kind, number, place, point in rows:
        shown = f"-{number}" if kind == "out" else number
        table.add_row(shown, Text(clean(place)), Text(clean(point), style=looks[kind]))
    Console(highlight=False).print(table)
