"""`completion`: what a shell needs to complete commands, options and choices.

SHELL  ->  the shell's own script, which asks this program on Tab
"""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from resume_customizer.cli.screen import print_json

if TYPE_CHECKING:
    from typer.core import TyperCommand

Shell = Literal["bash", "zsh", "fish", "powershell"]


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    app.command("completion", cls=kind)(completion)


def completion(
    shell: Annotated[Shell, typer.Argument(metavar="SHELL", help="bash, zsh, fish or powershell.", show_default=False)],
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON for programs instead of text for people.")
    ] = False,
) -> None:
    """Print what a shell needs to complete commands and options on Tab.

    resume-customizer completion bash >> ~/.bashrc
    resume-customizer completion fish > ~/.config/fish/completions/resume-customizer.fish
    """
    from typer._completion_shared import get_completion_script

    from resume_customizer.cli.program import COMPLETE, PROGRAM

    script = get_completion_script(prog_name=PROGRAM, complete_var=COMPLETE, shell=shell)
    if as_json:
        print_json({"shell": shell, "script": script})
    else:
        typer.echo(script)
