"""`customize`: points into one resume, into several, or into a folder of them.

options  ->  Instructions  ->  one Task: in this process; many: in a few processes  ->  text or JSON
"""

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.distribution_options import (
    AfterParagraph,
    Nearness,
    NearnessName,
    PostingFile,
    Strict,
    taking_rules,
)
from resume_customizer.cli.exits import NOTHING_PLACED, wrong_usage
from resume_customizer.cli.files import STANDARD_INPUT, name_of, read_plan, read_points
from resume_customizer.cli.options import AllowMacros, AllowSigned, AsJson, Points, permissions
from resume_customizer.cli.plan_screen import show_plan
from resume_customizer.cli.planning_means import aids_of, page_means, read_posting
from resume_customizer.cli.screen import print_json, say
from resume_customizer.core.errors import Conflict, InvalidInput
from resume_customizer.infrastructure.files import Disk, check_target, find_overwritten
from resume_customizer.infrastructure.folders import find_resumes

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.core.planning.rules import DistributionRules
    from resume_customizer.resume.writer import Revision
    from resume_customizer.services.documents.bulk import Task, Work
    from resume_customizer.services.documents.customizing import Customized
    from resume_customizer.services.documents.instructions import Instructions

DEFAULT_AUTHOR = "Resume Customizer"


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    app.command("customize", cls=kind)(customize)


@taking_rules
def customize(
    resumes: Annotated[
        list[Path], typer.Argument(metavar="RESUME", help="Word documents, or folders of them.", show_default=False)
    ],
    points: Points = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|FOLDER",
            help="Where the result goes; a folder for several resumes.",
            show_default="customized/NAME beside each resume",
        ),
    ] = None,
    posting: PostingFile = None,
    plan: Annotated[
        Path | None,
        typer.Option(
            "--plan",
            metavar="FILE",
            help="Carry out this plan, made by `plan -o` and perhaps edited.",
            show_default=False,
        ),
    ] = None,
    *,
    rules: "DistributionRules",
    nearness: Nearness = "words",
    after_paragraph: AfterParagraph = None,
    strict: Strict = False,
    track_changes: Annotated[
        bool, typer.Option("--track-changes", help="Write the points as Word revisions to accept or reject one by one.")
    ] = False,
    author: Annotated[
        str | None,
        typer.Option("--author", metavar="NAME", help="Whose revisions they are.", show_default=DEFAULT_AUTHOR),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="TIME", help="When, like 2026-03-01T09:30:00Z.", show_default="now"),
    ] = None,
    certificate: Annotated[
        Path | None,
        typer.Option(
            "--certificate",
            metavar="FILE",
            help="Where the certificate goes.",
            show_default="OUTPUT.certificate.json",
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Do everything but write files.")] = False,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace an output that was changed since it was made.")
    ] = False,
    recursive: Annotated[bool, typer.Option("--recursive", "-r", help="Look into folders inside of folders.")] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            min=1,
            metavar="N",
            help="Processes for several resumes.",
            show_default="one for each processor",
        ),
    ] = None,
    seconds: Annotated[
        float,
        typer.Option(
            "--timeout", min=0.1, metavar="SECONDS", help="With several resumes: give up on one after this time."
        ),
    ] = 15.0,
    allow_macros: AllowMacros = False,
    allow_signed: AllowSigned = False,
    as_json: AsJson = False,
) -> None:
    """Put points into a resume; everything else stays as it was.

        resume-customizer customize resume.docx --points points.txt
        resume-customizer customize resume.docx -p points.txt --posting job.txt -o out.docx
        resume-customizer customize resume.docx --plan plan.json
        resume-customizer customize resumes/ -p points.txt -o out/
        cat points.txt | resume-customizer customize resume.docx -p - --json

    The result keeps its name in another folder; beside it stands a certificate that `verify` and `undo` use. An
    input is never written over. When no point can be placed, no file is written and the exit code is 4.
    """
    if points is None and plan is None:
        raise wrong_usage("Say which points: --points FILE, or --plan FILE for a plan made before.")
    if plan is not None and (posting is not None or after_paragraph is not None):
        raise wrong_usage("A plan says already where points go: leave out --posting and --after-paragraph.")
    instructions = _instructions(
        points,
        plan,
        strict=strict,
        posting=posting,
        rules=rules,
        after_paragraph=after_paragraph,
        revision=_revision(author, date, wanted=track_changes),
        allowed=(allow_macros, allow_signed),
        nearness=nearness,
    )
    given = tuple(each for each in (points, posting, plan) if each is not None and each != STANDARD_INPUT)
    tasks, named = _tasks(resumes, output, certificate, recursive=recursive)
    one = len(resumes) == 1 and not resumes[0].is_dir()
    work = _work(instructions, given, Disk(settled=one), dry=dry_run, overwrite=overwrite or named)
    if one:
        _customize_one(tasks[0], work, as_json=as_json)
        return
    if plan is not None or certificate is not None:
        raise wrong_usage("--plan and --certificate are for one resume; several are given.")
    from resume_customizer.cli.many import customize_many

    customize_many(tasks, work, jobs, seconds, as_json=as_json)


def _instructions(
    points: Path | None,
    plan: Path | None,
    *,
    strict: bool,
    posting: Path | None,
    rules: "DistributionRules",
    after_paragraph: int | None,
    revision: "Revision | None",
    allowed: tuple[bool, bool],
    nearness: NearnessName,
) -> "Instructions":
    """Everything that the options say about the points."""
    from resume_customizer.core.points import PointBank
    from resume_customizer.resume.pages.means import ROUGHLY
    from resume_customizer.services.documents.instructions import Instructions

    bank = read_points(points, strict=strict) if points else PointBank(())
    return Instructions(
        bank=bank,
        source=name_of(points or plan or Path()),
        rules=rules,
        posting=read_posting(posting, bank),
        plan=read_plan(plan) if plan else None,
        plan_name=str(plan or ""),
        after_paragraph=after_paragraph,
        revision=revision,
        permissions=permissions(macros=allowed[0], signed=allowed[1]),
        aids=aids_of(nearness, rules.strategy),
        pages=ROUGHLY if rules.most_pages is None and rules.most_lines is None else page_means(),
    )


def _work(instructions: "Instructions", inputs: tuple[Path, ...], disk: Disk, *, dry: bool, overwrite: bool) -> "Work":
    from resume_customizer.services.documents.bulk import Work

    return Work(instructions, disk, inputs, dry=dry, overwrite=overwrite)


def _revision(author: str | None, date: str | None, *, wanted: bool) -> "Revision | None":
    """Whose revisions the insertions are, and when; the environment's SOURCE_DATE_EPOCH stands for now."""
    if not wanted:
        if author is not None or date is not None:
            raise wrong_usage("--author and --date are for --track-changes; add that.")
        return None
    import os
    from datetime import UTC, datetime

    from resume_customizer.resume.writer import Revision

    try:
        if date is None:
            epoch = os.environ.get("SOURCE_DATE_EPOCH")
            moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
        else:
            moment = datetime.fromisoformat(date)
    except (ValueError, OverflowError, OSError):
        raise wrong_usage("--date takes a time like 2026-03-01T09:30:00Z.") from None
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    name = " ".join((author if author is not None else DEFAULT_AUTHOR).split())
    if not name or not name.isprintable():
        raise wrong_usage("--author takes a name.")
    return Revision(name, moment)


def _tasks(
    resumes: list[Path], output: str | None, certificate: Path | None, *, recursive: bool
) -> "tuple[tuple[Task, ...], bool]":
    """What is made into what, and whether the person named the output file."""
    from resume_customizer.services.documents.bulk import RESUME_SUFFIXES, Source, Task, certificate_beside, tasks_for

    if output in ("", "-"):
        raise wrong_usage("-o takes the name of a file or a folder.")
    target = Path(output) if output is not None else None
    many = len(resumes) > 1 or resumes[0].is_dir()
    if target is not None and not many and not (output or "").endswith(("/", "\\")) and not target.is_dir():
        task = Task(resumes[0], target, certificate or certificate_beside(target))
        _check_targets((task,))
        return (task,), True
    if target is not None and many and (target.is_file() or target.suffix.lower() in RESUME_SUFFIXES):
        raise wrong_usage(f"-o takes a folder when several resumes are given; {target} is a file name.")
    leave_out = [target] if target else []
    found = find_resumes(resumes, RESUME_SUFFIXES, recursive=recursive, leave_out=leave_out)
    try:
        tasks = tasks_for((Source(*each) for each in found), target)
    except InvalidInput as fault:
        raise wrong_usage(fault.message) from None
    if certificate is not None and not many:
        tasks = (Task(tasks[0].source, tasks[0].target, certificate),)
    if not tasks:
        hint = "" if recursive else " Look into the folders inside with --recursive."
        raise wrong_usage(f"There is no Word document in {', '.join(map(str, resumes))}.{hint}")
    _check_targets(tasks)
    return tasks, False


def _check_targets(tasks: "tuple[Task, ...]") -> None:
    """No output may be one of the inputs, nor may the certificate be the output."""
    outputs = [path for task in tasks for path in (task.target, task.certificate)]
    clash = find_overwritten(outputs, [task.source for task in tasks])
    if clash is not None:
        raise wrong_usage(f"{clash} is an input and is never written over. Name another output with -o.")
    if any(task.target == task.certificate for task in tasks):
        raise wrong_usage("The output and its certificate can't be one file.")


def _customize_one(task: "Task", work: "Work", *, as_json: bool) -> None:
    """One resume, in this process."""
    from resume_customizer.services.documents.bulk import carry_out_task

    try:
        for path in (task.target, task.certificate):
            check_target(path, (task.source, *work.inputs))
    except Conflict as fault:
        raise wrong_usage(str(fault)) from None
    done, report = carry_out_task(task, work)
    if as_json:
        print_json(report)
    else:
        _show(task, done, dry=work.dry)
    if done.written is None:
        raise typer.Exit(NOTHING_PLACED)


def _show(task: "Task", done: "Customized", *, dry: bool) -> None:
    show_plan(done.planned, with_reasons=False)
    say()
    if done.written is None:
        say("Nothing could be placed, so no file was written.", "yellow")
    elif dry:
        say("Nothing was written: this was a dry run.", "yellow")
    else:
        say(f"{task.target} is the customized resume.", "green")
        say(f"{task.certificate} is its certificate: keep it as private as the resume.")
        say(f"Prove it: resume-customizer verify {quote(str(task.source))} {quote(str(task.target))}", "dim")
