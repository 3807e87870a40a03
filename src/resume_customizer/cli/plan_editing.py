"""`plan --edit`: a table of the plan, and one command a line, from a person or a pipe.

    line  ->  words  ->  a function of core.plan_editing  ->  History  ->  the table again

Nothing is written before `save`. A command that can't be carried out says why and changes nothing.
"""

import shlex
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from resume_customizer.cli.exits import wrong_usage
from resume_customizer.cli.files import write_output
from resume_customizer.cli.plan_screen import as_json_file, forecast, pages_in_words, show_plan
from resume_customizer.cli.reading import dates_of, title_of
from resume_customizer.cli.screen import clean, count, is_terminal, say, tell
from resume_customizer.core.errors import InvalidInput, ResumeCustomizerError
from resume_customizer.core.planning import plan_editing as edits
from resume_customizer.core.planning.plan import Plan, plan_to_json
from resume_customizer.infrastructure.files import read_file

if TYPE_CHECKING:
    from resume_customizer.services.documents.instructions import Instructions, Planned


@dataclass
class Session:
    """What is being edited."""

    planned: "Planned"
    instructions: "Instructions"
    resume: Path
    output: Path | None
    inputs: tuple[Path, ...]
    history: edits.History
    saved: Plan | None = None
    open: bool = True

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.history.present


class _Command(NamedTuple):
    """One thing that can be typed."""

    usage: str
    help: str
    act: Callable[[Session, list[str]], None]
    least: int
    """Fewest and most words behind the command's name."""
    most: int
    verbatim: int | None = None
    """After so many words the rest of the line is taken as it is."""


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


def _words(line: str, command: _Command) -> list[str] | None:
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


def _number(word: str, what: str) -> int:
    if not (word.isascii() and word.isdecimal() and len(word) < 7):
        raise InvalidInput("not-a-number", f"{what} is a number, not “{word}”.")
    return int(word)


def _row(word: str) -> int:
    return _number(word, "A row")


def _do(session: Session, plan: Plan) -> None:
    session.history = session.history.do(plan)


def _move(session: Session, words: list[str]) -> None:
    document, place = session.planned.document, _number(words[1], "An experience")
    if words[0].startswith("-"):
        _do(session, edits.put_back(session.plan, document, _row(words[0][1:]), place))
    else:
        _do(session, edits.move(session.plan, document, _row(words[0]), place))


def _behind(session: Session, words: list[str]) -> None:
    paragraph = None if words[1] == "end" else _number(words[1], "A bullet")
    _do(session, edits.put_behind(session.plan, session.planned.document, _row(words[0]), paragraph))


def _order(session: Session, words: list[str]) -> None:
    _do(session, edits.reorder(session.plan, _row(words[0]), _number(words[1], "A place")))


def _lock(session: Session, words: list[str]) -> None:
    rows = range(1, len(session.plan.placements) + 1) if words == ["all"] else [_row(word) for word in words]
    plan = session.plan
    for row in rows:
        plan = edits.lock(plan, row)
    _do(session, plan)


def _unlock(session: Session, words: list[str]) -> None:
    rows = range(1, len(session.plan.placements) + 1) if words == ["all"] else [_row(word) for word in words]
    plan = session.plan
    for row in rows:
        plan = edits.unlock(plan, row)
    _do(session, plan)


def _exclude(session: Session, words: list[str]) -> None:
    plan = session.plan
    for row in sorted({_row(word) for word in words}, reverse=True):
        plan = edits.leave_out(plan, row)
    _do(session, plan)


def _text(session: Session, words: list[str]) -> None:
    _do(session, edits.reword(session.plan, _row(words[0]), words[1]))


def _add(session: Session, words: list[str]) -> None:
    place = _number(words[0], "An experience")
    _do(session, edits.add(session.plan, session.planned.document, " ".join(words[2:]), words[1], place))


def _cap(session: Session, words: list[str]) -> None:
    most = None if words[1] == "none" else _number(words[1], "A cap")
    _do(session, edits.cap(session.plan, session.planned.document, _number(words[0], "An experience"), most))
    say("It counts from the next `solve` on.", "dim")


def _solve(session: Session, _: list[str]) -> None:
    from resume_customizer.services.documents.page_budget import line_costs

    given, document = session.instructions, session.planned.document
    aids = replace(given.aids, line_cost=line_costs(read_file(session.resume), document, given))
    _do(session, edits.resolve(session.plan, document, given.posting, aids))


def _pages(session: Session, _: list[str]) -> None:
    from resume_customizer.services.documents.customizing import with_anchors

    planned = with_anchors(read_file(session.resume), replace(session.planned, plan=session.plan), session.instructions)
    say(pages_in_words(forecast(planned, session.instructions, session.resume)))


def _why(session: Session, words: list[str]) -> None:
    from resume_customizer.cli.explaining import answer_why

    planned = replace(session.planned, plan=session.plan, study=None)
    answer_why(planned, session.instructions, words[0], as_json=False)


def _show(session: Session, _: list[str]) -> None:
    show_plan(replace(session.planned, plan=session.plan), with_reasons=True)


def _undo(session: Session, _: list[str]) -> None:
    session.history = session.history.undo()


def _redo(session: Session, _: list[str]) -> None:
    session.history = session.history.redo()


def _save(session: Session, words: list[str]) -> None:
    target = Path(words[0]) if words else session.output
    if target is None:
        raise InvalidInput("no-file", "Name a file: save plan.json")
    values = plan_to_json(session.plan, session.planned.document)
    write_output({target: as_json_file(values)}, session.inputs, session.resume)
    session.saved = session.plan
    say(f"{target} is the plan, with {count(len(session.plan.placements), 'point')}.", "green")


def _quit(session: Session, _: list[str]) -> None:
    session.open = False


def _help(_: Session, __: list[str]) -> None:
    for command in dict.fromkeys(COMMANDS.values()):
        say(f"{command.usage:28} {command.help}", hanging=29)


_MANY = 10_000
COMMANDS: dict[str, _Command] = {
    "move": _Command("move ROW EXPERIENCE", "pin a point to an experience; move -ROW for one left out", _move, 2, 2),
    "behind": _Command("behind ROW BULLET|end", "let it follow another bullet of its experience", _behind, 2, 2),
    "order": _Command("order ROW PLACE", "make it the first, second, … of its experience's new points", _order, 2, 2),
    "lock": _Command("lock ROW …|all", "keep points where they are when the rest is decided anew", _lock, 1, _MANY),
    "unlock": _Command("unlock ROW …|all", "let them be decided anew", _unlock, 1, _MANY),
    "exclude": _Command("exclude ROW …", "leave points out", _exclude, 1, _MANY),
    "text": _Command("text ROW WORDS …", "change a point's words; the original ones are kept", _text, 2, 2, 1),
    "add": _Command("add EXPERIENCE TECHNOLOGY WORDS …", "add a point of your own", _add, 3, _MANY),
    "cap": _Command("cap EXPERIENCE N|none", "the most new points for an experience", _cap, 2, 2),
    "solve": _Command("solve", "decide everything anew that is not locked", _solve, 0, 0),
    "why": _Command("why WORDS …", "why a point stands there, and what other places would cost", _why, 1, 1, 0),
    "show": _Command("show", "the whole plan with its reasons", _show, 0, 0),
    "pages": _Command("pages", "how many pages the resume has now, and with the plan", _pages, 0, 0),
    "undo": _Command("undo", "take the last change back", _undo, 0, 0),
    "redo": _Command("redo", "make it again", _redo, 0, 0),
    "save": _Command("save [FILE]", "write the plan", _save, 0, 1),
    "quit": _Command("quit", "end; what was not saved is lost", _quit, 0, 0),
    "help": _Command("help", "this list", _help, 0, 0),
}
