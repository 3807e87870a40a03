"""The program: its commands, and what happens when one fails.

    arguments  ->  Program  ->  the module of that command, loaded now  ->  the command  ->  exit code

No traceback ever reaches a user: an error of ours is one sentence that says what, where and what to do; anything
unexpected is one line with how to report it (`--debug` shows the rest).
"""

import os
import sys
from collections.abc import MutableMapping
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup

from resume_customizer import __version__
from resume_customizer.cli.commands import COMMANDS
from resume_customizer.cli.exits import BROKEN, PIPE_CLOSED, exit_code_of
from resume_customizer.cli.screen import print_json, tell
from resume_customizer.cli.values import read_plainly
from resume_customizer.core.errors import ResumeCustomizerError

if TYPE_CHECKING:
    from typer._click.core import Command as AnyCommand
    from typer._click.core import Context
    from typer._click.formatting import HelpFormatter
    from typer._click.shell_completion import CompletionItem

DEBUG = "RESUME_CUSTOMIZER_DEBUG"
PROGRAM = "resume-customizer"
COMPLETE = "_RESUME_CUSTOMIZER_COMPLETE"
"""Set by a shell that asks what could come next (`completion`)."""


class Command(TyperCommand):
    """A command that ends with an exit code and a sentence, never with a traceback."""

    def format_help_text(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Examples in the help keep their lines."""
        self.help = _with_examples(self.help)
        super().format_help_text(ctx, formatter)

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Read the arguments."""
        read_plainly(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def invoke(self, ctx: "Context") -> Any:  # noqa: ANN401 - what typer says
        """Run it, and translate errors."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except ResumeCustomizerError as fault:
            code = exit_code_of(fault)
            _report(fault, code, as_json=bool(ctx.params.get("as_json")))
            raise typer.Exit(code) from None
        except BrokenPipeError:
            _close_quietly()
            raise typer.Exit(PIPE_CLOSED) from None
        except (typer.TyperException, typer.Exit, typer.Abort):
            raise
        except Exception as fault:
            if os.environ.get(DEBUG):
                raise
            kind = f"{type(fault).__name__}: {fault}".splitlines()[0][:200]
            tell(f"Error: something unexpected happened ({kind}). No file was changed by this step.", "red")
            tell("Run it again with --debug and report what it shows, where you got this program.")
            raise typer.Exit(BROKEN) from None
        else:
            return result

    def format_options(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """List arguments by their names, without the Python types that typer adds."""
        for parameter in self.params:
            if isinstance(parameter, TyperArgument):
                setattr(parameter, "display_type_rich", lambda ctx: "")  # noqa: ARG005, B010
        super().format_options(ctx, formatter)


class Program(TyperGroup):
    """All commands; each is loaded when it is asked for."""

    command_class = Command
    _loaded: MutableMapping[str, "AnyCommand"]

    @property
    def commands(self) -> MutableMapping[str, "AnyCommand"]:
        """All of them, loaded."""
        for module in COMMANDS:
            self._load(module)
        return {name: self._loaded[name] for names in COMMANDS.values() for name in names}

    @commands.setter
    def commands(self, added: MutableMapping[str, "AnyCommand"]) -> None:
        self._loaded = added

    def get_command(self, ctx: "Context", cmd_name: str) -> "AnyCommand | None":  # noqa: ARG002 - typer's form
        """The command of that name, and nothing else loaded."""
        for module, names in COMMANDS.items():
            if cmd_name in names:
                self._load(module)
        return self._loaded.get(cmd_name)

    def shell_complete(self, ctx: "Context", incomplete: str) -> "list[CompletionItem]":
        """Names of commands, without loading them; after a dash, options."""
        from typer._click.shell_completion import CompletionItem

        rows = (row for rows in COMMANDS.values() for row in rows.items() if row[0].startswith(incomplete))
        found = [CompletionItem(name, help=about) for name, about in rows]
        return found or super().shell_complete(ctx, incomplete)

    def format_commands(self, ctx: "Context", formatter: "HelpFormatter") -> None:  # noqa: ARG002 - typer's form
        """A line on each command."""
        with formatter.section("Commands"):
            formatter.write_dl([row for rows in COMMANDS.values() for row in rows.items()])

    def _load(self, module: str) -> None:
        if not self._loaded.keys() >= COMMANDS[module].keys():
            part = typer.Typer(rich_markup_mode=None)
            import_module(f"resume_customizer.cli.{module}").add_commands(part, Command)
            self._loaded.update(typer.main.get_group(part).commands)

    def format_help_text(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Examples in the help keep their lines."""
        self.help = _with_examples(self.help)
        super().format_help_text(ctx, formatter)

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Read the arguments in front of the command."""
        read_plainly(self.get_params(ctx))
        return super().parse_args(ctx, args)


def _with_examples(help_text: str | None) -> str:
    """Mark and indent paragraphs of commands, so that they are not rewrapped."""
    paragraphs = []
    for paragraph in (help_text or "").split("\n\n"):
        lines = [line.strip() for line in paragraph.splitlines()]
        is_example = all(line.startswith(("resume-customizer ", "cat ")) for line in lines)
        paragraphs.append("\n".join(["\b", *("    " + line for line in lines)]) if is_example else paragraph)
    return "\n\n".join(paragraphs)


def _report(fault: ResumeCustomizerError, code: int, *, as_json: bool) -> None:
    if as_json:
        error = {"code": fault.code, "message": fault.message, "where": fault.where}
        print_json({"error": error, "exit_code": code})
    tell(f"Error: {fault}", "red")


app = typer.Typer(
    name=PROGRAM,
    cls=Program,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"resume-customizer {__version__}")
        raise typer.Exit


@app.callback()
def program(
    version: Annotated[  # noqa: ARG001 - its callback has said it
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the traceback when something unexpected happens.")
    ] = False,
) -> None:
    """Put the right points into your own Word resume, leave every other byte as it was, and prove it.

        resume-customizer customize resume.docx --points points.txt
        resume-customizer verify resume.docx customized/resume.docx

    Works offline, on files. Exit codes: 0 done, 1 a promise was broken or the program failed, 2 wrong usage,
    3 an input can't be read or was refused, 4 nothing could be placed, 5 an output can't be written.
    """
    if debug:
        os.environ[DEBUG] = "1"


def run_program() -> None:
    """Run the program with the arguments of the process; never returns."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a character shows "?" for it
    if os.environ.get(COMPLETE):
        from typer._completion_classes import completion_init

        completion_init()
    typer.main.get_command(app).main(_with_debug_first(sys.argv[1:]), prog_name=PROGRAM)


def _with_debug_first(arguments: list[str]) -> list[str]:
    """`--debug` works wherever it stands, as people add it at the end."""
    stop = arguments.index("--") if "--" in arguments else len(arguments)
    if "--debug" in arguments[:stop]:
        arguments = ["--debug", *(each for at, each in enumerate(arguments) if each != "--debug" or at > stop)]
    return arguments


def _close_quietly() -> None:
    """Nobody reads the output any more: let what is still buffered go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
