"""What can be typed in `plan --edit`: each command with its usage, its help and what it does.

    words  ->  COMMANDS[name].act(session, words)  ->  a function of core.planning.plan_editing  ->  another History

Promises (tests in tests/doors/test_cli_planning.py):

* A command does all of what its words say, as one step that `undo` takes back, or raises and changes nothing.
* Nothing is written before `save`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from resume_customizer.cli.files import write_output
from resume_customizer.cli.plan_screen import as_json_file, forecast, pages_in_words, show_plan
from resume_customizer.cli.screen import count, say
from resume_customizer.core.errors import InvalidInput
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


class Command(NamedTuple):
    """One thing that can be typed."""

    usage: str
    help: str
    act: Callable[[Session, list[str]], None]
    least: int
    """Fewest and most words behind the command's name."""
    most: int
    verbatim: int | None = None
    """After so many words the rest of the line is taken as it is."""


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
    _change_each(session, words, edits.lock)


def _unlock(session: Session, words: list[str]) -> None:
    _change_each(session, words, edits.unlock)


def _change_each(session: Session, words: list[str], change: Callable[[Plan, int], Plan]) -> None:
    """The same change of the rows that are named, or of all, as one step."""
    plan = session.plan
    for row in range(1, len(plan.placements) + 1) if words == ["all"] else [_row(word) for word in words]:
        plan = change(plan, row)
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
COMMANDS: dict[str, Command] = {
    "move": Command("move ROW EXPERIENCE", "pin a point to an experience; move -ROW for one left out", _move, 2, 2),
    "behind": Command("behind ROW BULLET|end", "let it follow another bullet of its experience", _behind, 2, 2),
    "order": Command("order ROW PLACE", "make it the first, second, … of its experience's new points", _order, 2, 2),
    "lock": Command("lock ROW …|all", "keep points where they are when the rest is decided anew", _lock, 1, _MANY),
    "unlock": Command("unlock ROW …|all", "let them be decided anew", _unlock, 1, _MANY),
    "exclude": Command("exclude ROW …", "leave points out", _exclude, 1, _MANY),
    "text": Command("text ROW WORDS …", "change a point's words; the original ones are kept", _text, 2, 2, 1),
    "add": Command("add EXPERIENCE TECHNOLOGY WORDS …", "add a point of your own", _add, 3, _MANY),
    "cap": Command("cap EXPERIENCE N|none", "the most new points for an experience", _cap, 2, 2),
    "solve": Command("solve", "decide everything anew that is not locked", _solve, 0, 0),
    "why": Command("why WORDS …", "why a point stands there, and what other places would cost", _why, 1, 1, 0),
    "show": Command("show", "the whole plan with its reasons", _show, 0, 0),
    "pages": Command("pages", "how many pages the resume has now, and with the plan", _pages, 0, 0),
    "undo": Command("undo", "take the last change back", _undo, 0, 0),
    "redo": Command("redo", "make it again", _redo, 0, 0),
    "save": Command("save [FILE]", "write the plan", _save, 0, 1),
    "quit": Command("quit", "end; what was not saved is lost", _quit, 0, 0),
    "help": Command("help", "this list", _help, 0, 0),
}
