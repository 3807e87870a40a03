"""The options that say where points go, shared by `plan` and `customize`; and the command `plan`."""

import json
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from resume_customizer.cli.exits import NOTHING_PLACED, wrong_usage
from resume_customizer.cli.files import name_of, read_input, read_points, write_output
from resume_customizer.cli.options import AllowMacros, AllowSigned, AsJson, PointsNeeded, Resume, permissions
from resume_customizer.cli.reading import dates_of, title_of
from resume_customizer.cli.screen import count, print_json, say, show_notices
from resume_customizer.core.errors import about
from resume_customizer.infrastructure.files import read_file

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.core.distribution import DistributionRules
    from resume_customizer.core.posting import Posting
    from resume_customizer.core.tech_stack import PointBank
    from resume_customizer.services.customizing import Planned

StrategyName = Literal["weighted", "round-robin", "cycles", "newest", "even"]
Strategy = Annotated[
    StrategyName,
    typer.Option(
        "--strategy",
        "-s",
        help="How points are spread: weighted (more for newer experiences), round-robin (one each in turn), cycles "
        "(--per-cycle points of each technology to the first, then the second …), newest (all to the newest), even.",
    ),
]
PerCycle = Annotated[
    int,
    typer.Option("--per-cycle", min=1, metavar="N", help="For cycles: points of each technology to one experience."),
]
OrderName = Literal["grouped", "interleaved", "as-given"]
Order = Annotated[
    OrderName,
    typer.Option(
        "--order", help="Points within an experience: by technology, technologies in turn, or as in the points file."
    ),
]
Experiences = Annotated[
    int | None,
    typer.Option(
        "--experiences", "-n", min=1, metavar="N", help="How many experiences receive points.", show_default="3"
    ),
]
PerExperience = Annotated[
    int | None,
    typer.Option(
        "--per-experience", min=1, metavar="N", help="The most points for one experience.", show_default="no limit"
    ),
]
Include = Annotated[
    str,
    typer.Option(
        "--include",
        metavar="NUMBERS",
        help="Only these experiences, as `inspect` numbers them: 0,2",
        show_default=False,
    ),
]
Exclude = Annotated[
    str, typer.Option("--exclude", metavar="NUMBERS", help="Never these experiences.", show_default=False)
]
PostingFile = Annotated[
    Path | None,
    typer.Option(
        "--posting",
        metavar="FILE",
        help="Text of a job advertisement: technologies that it names go first.",
        show_default=False,
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Accept only the three classic shapes of points.")]
AfterParagraph = Annotated[
    int | None,
    typer.Option(
        "--after-paragraph",
        min=1,
        metavar="N",
        help="Put all points behind paragraph N, whatever the document is; `inspect --paragraphs` numbers them.",
        show_default=False,
    ),
]


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    app.command("plan", cls=kind)(plan)


def plan(
    resume: Resume,
    points: PointsNeeded,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the plan as JSON.", show_default=False)
    ] = None,
    posting: PostingFile = None,
    strategy: Strategy = "weighted",
    experiences: Experiences = None,
    per_experience: PerExperience = None,
    per_cycle: PerCycle = 2,
    include: Include = "",
    exclude: Exclude = "",
    order: Order = "grouped",
    strict: Strict = False,
    allow_macros: AllowMacros = False,
    allow_signed: AllowSigned = False,
    as_json: AsJson = False,
) -> None:
    """Show which point would go where, and why.

    With -o the plan is written to a file that you can edit and hand to `customize --plan`.

    resume-customizer plan resume.docx --points points.txt
    resume-customizer plan resume.docx --points points.txt -o plan.json
    """
    from resume_customizer.core.plan import plan_to_json
    from resume_customizer.services.customizing import Instructions, make_plan

    instructions = Instructions(
        bank=(bank := read_points(points, strict=strict)),
        source=name_of(points),
        rules=rules_of(strategy, order, experiences, per_experience, per_cycle, include, exclude),
        posting=read_posting(posting, bank),
        permissions=permissions(macros=allow_macros, signed=allow_signed),
    )
    content = read_file(resume)
    with about(resume):
        planned = make_plan(content, instructions)
    values = plan_to_json(planned.plan, planned.document)
    if output is not None:
        write_output({output: as_json_file(values)}, (resume, points, *((posting,) if posting else ())), resume)
    if as_json:
        print_json(values)
    else:
        show_plan(planned, with_reasons=True)
        if output is not None:
            say()
            command = f"resume-customizer customize {quote(str(resume))} --plan {quote(str(output))}"
            say(f"{output} is the plan. Edit it if you like, then: {command}", "green")
    if not planned.plan.placements:
        raise typer.Exit(NOTHING_PLACED)


def rules_of(
    strategy: StrategyName,
    order: OrderName,
    experiences: int | None,
    per_experience: int | None,
    per_cycle: int,
    include: str,
    exclude: str,
) -> "DistributionRules":
    """The rules that the options state."""
    from resume_customizer.core.distribution import DistributionRules

    return DistributionRules(
        strategy=strategy,
        experiences=experiences,
        points_per_experience=per_experience,
        include=numbers_of(include, "--include"),
        exclude=numbers_of(exclude, "--exclude"),
        order=order,
        points_per_cycle=per_cycle,
    )


def numbers_of(text: str, option: str) -> tuple[int, ...]:
    """`0,2` or `0 2` as numbers."""
    words = text.replace(",", " ").split()
    if not all(word.isascii() and word.isdecimal() and len(word) < 6 for word in words):
        raise wrong_usage(f"{option} takes numbers of experiences as `inspect` shows them, like 0,2; not {text!r}.")
    return tuple(int(word) for word in words)


def read_posting(path: Path | None, bank: "PointBank") -> "Posting | None":
    """What the job advertisement names."""
    if path is None:
        return None
    from resume_customizer.core.posting import parse_posting
    from resume_customizer.core.text import MAX_BYTES, read_text

    content = read_input(path, MAX_BYTES)
    with about(path):
        return parse_posting(read_text(content, "posting").text, bank)


def as_json_file(values: object) -> bytes:
    """JSON as a person likes to edit it."""
    return json.dumps(values, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"


def show_plan(planned: "Planned", *, with_reasons: bool) -> None:
    """Which points go under which experience, what is left out and why, and what was noticed."""
    from resume_customizer.services.customizing import NO_EXPERIENCE

    document, placements = planned.document, planned.plan.placements
    receiving = sorted({each.experience for each in placements})
    where = f" under {count(len(receiving), 'experience')}" if receiving != [NO_EXPERIENCE] else ""
    say(
        f"{count(len(placements), 'point')}{where if placements else ''}, {len(planned.plan.unplaced)} left out.",
        "bold",
    )
    for position in receiving:
        say()
        if position == NO_EXPERIENCE:
            say("Outside of all experiences", "bold")
        else:
            experience = document.experiences[position]
            dates = dates_of(experience)
            say(f"[{position}] {title_of(experience)}{f', {dates}' if dates else ''}", "bold", hanging=4)
        for each in placements:
            if each.experience == position:
                say(f"+ {each.point}", "green", indent=4, hanging=2)
                if with_reasons:
                    say(f"{each.technology or 'no technology'}: {each.reason}", "dim", indent=6)
    _show_unplaced(planned)
    show_notices(planned.notices)


def _show_unplaced(planned: "Planned") -> None:
    if planned.plan.unplaced:
        say()
        say("Left out:", "yellow")
    for each in planned.plan.unplaced:
        say(f"- {each.point}", indent=4, hanging=2)
        say(each.reason, "dim", indent=6)
