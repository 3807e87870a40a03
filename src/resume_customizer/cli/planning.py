"""`plan`: which point would go where, why, why not elsewhere; and changes by hand.

options  ->  Instructions  ->  Planned  ->  text, JSON, a plan file, answers, or the editing table
"""

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.distribution_options import Nearness, PostingFile, Strict, taking_rules
from resume_customizer.cli.exits import NOTHING_PLACED, wrong_usage
from resume_customizer.cli.files import STANDARD_INPUT, name_of, read_plan, read_points, write_output
from resume_customizer.cli.options import AllowMacros, AllowSigned, AsJson, Points, Resume, permissions
from resume_customizer.cli.plan_screen import as_json_file, forecast, pages_in_words, pages_to_json, show_plan
from resume_customizer.cli.planning_means import aids_of, page_means, read_posting
from resume_customizer.cli.screen import print_json, say
from resume_customizer.core.errors import about
from resume_customizer.infrastructure.files import read_file

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.core.planning.rules import DistributionRules
    from resume_customizer.services.documents.instructions import Instructions, Planned


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    app.command("plan", cls=kind)(plan)


@taking_rules
def plan(
    resume: Resume,
    points: Points = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the plan as JSON.", show_default=False)
    ] = None,
    made: Annotated[
        Path | None,
        typer.Option(
            "--plan",
            metavar="FILE",
            help="Take this plan instead of making one: to explain it, to ask, or to edit it.",
            show_default=False,
        ),
    ] = None,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="What counted for each placement, and how the posting's needs are met."),
    ] = False,
    why: Annotated[
        str,
        typer.Option(
            "--why",
            metavar="POINT",
            help="Why a point stands where it stands, and what any other place would cost: some of its words, or its "
            "line in the points file.",
            show_default=False,
        ),
    ] = "",
    edit: Annotated[bool, typer.Option("--edit", help="Change the plan in a table, one command a line.")] = False,
    posting: PostingFile = None,
    *,
    rules: "DistributionRules",
    nearness: Nearness = "words",
    strict: Strict = False,
    allow_macros: AllowMacros = False,
    allow_signed: AllowSigned = False,
    as_json: AsJson = False,
) -> None:
    """Show which point would go where, and why.

    With -o the plan is written to a file that you can edit and hand to `customize --plan`.

        resume-customizer plan resume.docx --points points.txt
        resume-customizer plan resume.docx --points points.txt --posting job.txt --explain
        resume-customizer plan resume.docx --points points.txt --why "keyed partitions"
        resume-customizer plan resume.docx --points points.txt --edit -o plan.json
    """
    from resume_customizer.core.points import PointBank
    from resume_customizer.services.documents.customizing import make_plan
    from resume_customizer.services.documents.instructions import Instructions

    _check_usage(points, made, edit=edit, why=why, as_json=as_json)
    instructions = Instructions(
        bank=(bank := read_points(points, strict=strict) if points else PointBank(())),
        source=name_of(points or made or Path()),
        rules=rules,
        posting=read_posting(posting, bank),
        plan=read_plan(made) if made else None,
        plan_name=str(made or ""),
        permissions=permissions(macros=allow_macros, signed=allow_signed),
        aids=aids_of(nearness, rules.strategy),
        pages=page_means(),
    )
    content = read_file(resume)
    with about(resume):
        planned = make_plan(content, instructions)
    inputs = (resume, *(each for each in (points, posting, made) if each is not None and each != STANDARD_INPUT))
    if edit:
        from resume_customizer.cli.plan_editing import edit_plan

        edit_plan(planned, instructions, resume, output, inputs)
    elif why:
        from resume_customizer.cli.explaining import answer_why

        answer_why(planned, instructions, why, as_json=as_json)
    else:
        _show(planned, instructions, (resume, output, inputs), explain=explain, as_json=as_json)


def _check_usage(points: Path | None, made: Path | None, *, edit: bool, why: str, as_json: bool) -> None:
    if points is None and made is None:
        raise wrong_usage("Say which points: --points FILE, or --plan FILE for a plan made before.")
    if edit and (why or as_json):
        raise wrong_usage("--edit is a conversation: leave out --why and --json.")
    if edit and points == STANDARD_INPUT:
        raise wrong_usage("--edit reads its commands from standard input: give --points as a file.")


def _show(
    planned: "Planned",
    instructions: "Instructions",
    files: tuple[Path, Path | None, tuple[Path, ...]],
    *,
    explain: bool,
    as_json: bool,
) -> None:
    """The plan on the screen and, when asked for, in a file."""
    from resume_customizer.core.planning.plan import plan_to_json

    resume, output, inputs = files
    pages = forecast(planned, instructions, resume)
    values = plan_to_json(planned.plan, planned.document) | {"pages": pages_to_json(pages)}
    if output is not None:
        write_output({output: as_json_file(values)}, inputs, resume)
    if explain:
        from resume_customizer.cli.explaining import explanation_to_json, show_explanation

        if as_json:
            print_json(values | explanation_to_json(planned, instructions))
        else:
            show_explanation(planned, instructions)
            say()
            say(pages_in_words(pages))
    elif as_json:
        print_json(values)
    else:
        show_plan(planned, with_reasons=True)
        say()
        say(pages_in_words(pages))
    if output is not None and not as_json:
        say()
        command = f"resume-customizer customize {quote(str(resume))} --plan {quote(str(output))}"
        say(f"{output} is the plan. Edit it if you like, then: {command}", "green")
    if not planned.plan.placements:
        raise typer.Exit(NOTHING_PLACED)
