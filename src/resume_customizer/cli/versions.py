"""`reapply` and `compare`: a customization carried over to a new version, and two of them side by side."""

import json
from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any

import typer

from resume_customizer.cli.distribution_options import PostingFile
from resume_customizer.cli.exits import NOTHING_PLACED, REFUSED
from resume_customizer.cli.files import certificate_beside, read_certificate, read_plan, write_output
from resume_customizer.cli.options import AllowMacros, AllowSigned, AsJson, permissions
from resume_customizer.cli.planning_means import read_posting
from resume_customizer.cli.screen import count, painted, print_json, say, show_notices
from resume_customizer.core.errors import InvalidInput, about
from resume_customizer.core.points import PointBank
from resume_customizer.infrastructure.files import Disk, read_file

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.core.planning.comparing import Comparison, NamedNeeds, PlacedPoint
    from resume_customizer.core.planning.reapplying import Outcome
    from resume_customizer.services.documents.reapplying import Reapplication

_LOOKS = {"applied": "green", "moved": "cyan", "already-there": "dim", "conflict": "yellow"}


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    app.command("reapply", cls=kind)(reapply)
    app.command("compare", cls=kind)(compare)


def reapply(
    customized: Annotated[
        Path, typer.Argument(metavar="CUSTOMIZED", help="The file that `customize` made.", show_default=False)
    ],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The new version of the resume.", show_default=False)],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The customized new version.", show_default="customized/NEW"
        ),
    ] = None,
    certificate: Annotated[
        Path | None,
        typer.Option(
            "--certificate",
            metavar="FILE",
            help="The certificate of CUSTOMIZED.",
            show_default="the one beside it",
        ),
    ] = None,
    old_base: Annotated[
        Path | None,
        typer.Option(
            "--old-base",
            metavar="FILE",
            help="The version that CUSTOMIZED was made from; needed where its certificate is lost, or the file was "
            "changed since.",
            show_default=False,
        ),
    ] = None,
    plan: Annotated[
        Path | None,
        typer.Option(
            "--plan",
            metavar="FILE",
            help="Write the plan for the new version too, conflicts among its left-out points, to edit and hand to "
            "`customize --plan`.",
            show_default=False,
        ),
    ] = None,
    all_or_nothing: Annotated[
        bool, typer.Option("--all-or-nothing", help="Write no resume while there are conflicts.")
    ] = False,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace an output that was changed since it was made.")
    ] = False,
    allow_macros: AllowMacros = False,
    allow_signed: AllowSigned = False,
    as_json: AsJson = False,
) -> None:
    """Carry the points of a customized file over to a new version of the resume.

        resume-customizer reapply customized/resume.docx resume-2027.docx -o customized/resume-2027.docx

    Each point is applied at the same place, moved (with the reason), there already, or listed as a conflict; none is
    lost. The new file gets a certificate of its own. Exit code 3 with --all-or-nothing when there are conflicts.
    """
    from resume_customizer.cli.plan_screen import as_json_file
    from resume_customizer.core.planning.plan import plan_to_json
    from resume_customizer.services.documents.bulk import DEFAULT_FOLDER, Task, certificate_bytes, check_unchanged
    from resume_customizer.services.documents.reapplying import reapply_to

    target = output or new.parent / DEFAULT_FOLDER / new.name
    place = certificate or _existing(certificate_beside(customized))
    stated = read_certificate(place) if place else None
    old = read_file(old_base) if old_base else None
    with about(new):
        found = reapply_to(
            read_file(customized), read_file(new), stated, old, permissions(macros=allow_macros, signed=allow_signed)
        )
    blocked = all_or_nothing and any(each.status == "conflict" for each in found.outcomes)
    inputs = tuple(each for each in (customized, new, place, old_base) if each is not None)
    planned = found.done.planned
    files = {plan: as_json_file(plan_to_json(planned.plan, planned.document))} if plan else {}
    written = None if blocked else found.done.written
    if written is not None:
        task = Task(new, target, certificate_beside(target))
        if output is None and not overwrite:
            check_unchanged(task, Disk(settled=True))
        files |= {task.certificate: certificate_bytes(written.certificate), target: written.content}
    if files:
        write_output(files, inputs, new)
    if as_json:
        print_json(_reapplication_to_json(found, str(target) if written else None))
    else:
        _show_outcomes(found, target if written else None, new)
    if blocked:
        raise typer.Exit(REFUSED)
    if found.done.written is None:
        raise typer.Exit(NOTHING_PLACED)


def _existing(path: Path) -> Path | None:
    return path if path.is_file() else None


def _reapplication_to_json(found: "Reapplication", output: str | None) -> dict[str, Any]:
    from resume_customizer.services.documents.reports import notices_to_json

    return {
        "outcomes": [
            {
                "status": each.status,
                "point": each.point,
                "was": each.was,
                "now": each.now or None,
                "reason": each.reason,
                "todo": each.todo or None,
                "code": each.code or None,
            }
            for each in found.outcomes
        ],
        "counts": found.counts,
        "output": output,
        "notices": notices_to_json(found.done.planned.notices),
    }


def _show_outcomes(found: "Reapplication", target: Path | None, new: Path) -> None:
    said = ", ".join(f"{number} {status.replace('-', ' ')}" for status, number in found.counts.items())
    say(f"{count(len(found.outcomes), 'point')}: {said or 'none was inserted'}.", "bold")
    for each in found.outcomes:
        _show_outcome(each)
    show_notices(found.done.planned.notices)
    say()
    if target is None:
        say("No file was written.", "yellow")
        return
    say(f"{target} is the customized new version.", "green")
    say(f"Prove it: resume-customizer verify {quote(str(new))} {quote(str(target))}", "dim")


def _show_outcome(each: "Outcome") -> None:
    say()
    status = painted(f"{each.status.replace('-', ' '):14}", _LOOKS[each.status])
    say(f"{status}{each.point}", hanging=14)
    where = each.was if each.now in ("", each.was) else f"{each.was} → {each.now}"
    said = f"{where}: {each.reason}" + (f". {each.todo}" if each.todo else "")
    say(said, "dim", indent=14)


def compare(
    first: Annotated[
        Path, typer.Argument(metavar="FIRST", help="A plan (.json) or a customized file.", show_default=False)
    ],
    second: Annotated[Path, typer.Argument(metavar="SECOND", help="Another one.", show_default=False)],
    posting: PostingFile = None,
    as_json: AsJson = False,
) -> None:
    """Two plans, or two customized files, side by side.

    Which points stand in one only, and which stand under another experience. A customized file is read by its
    certificate, which stands beside it. With --posting, how much of what it asks for the points of each side name.

        resume-customizer compare plan-a.json plan-b.json --posting job.txt
        resume-customizer compare customized/resume.docx other/resume.docx
    """
    from resume_customizer.core.planning.comparing import compare as hold_together
    from resume_customizer.core.planning.comparing import named_needs

    sides = _placed(first), _placed(second)
    found = hold_together(*sides)
    analysis = read_posting(posting, PointBank(()))
    needs = named_needs(*sides, analysis) if analysis else None
    if as_json:
        print_json(_comparison_to_json(found, needs))
    else:
        _show_comparison(found, needs, (str(first), str(second)))


def _placed(path: Path) -> "tuple[PlacedPoint, ...]":
    """The placed points of a plan or of a customized file."""
    from resume_customizer.core.planning.comparing import PlacedPoint

    if path.suffix.lower() == ".json":
        rows = read_plan(path).placements
        titles = _titles_of_plan(path)
        return tuple(PlacedPoint(row.point, row.technology, titles.get(row.experience, "")) for row in rows)
    from resume_customizer.core.planning.plan import experience_title
    from resume_customizer.resume.package import Permissions
    from resume_customizer.resume.reader import read_resume

    place = certificate_beside(path)
    if not place.is_file():
        message = f"There is no certificate {place.name} beside it; `diff` compares the text of any two files."
        raise InvalidInput("no-certificate", message, str(path))
    certificate = read_certificate(place)
    content = read_file(path)
    with about(path):
        experiences = read_resume(content, Permissions(macros=True, signature=True)).experiences
    titles = {at: experience_title(experience, at) for at, experience in enumerate(experiences)}
    return tuple(
        PlacedPoint(point.text, point.technology, titles.get(point.experience, "")) for point in certificate.points
    )


def _titles_of_plan(path: Path) -> dict[int, str]:
    """What a plan calls its experiences, which is a hint for people and may be missing."""
    hints = json.loads(read_file(path)).get("experiences")
    known = (each for each in hints or () if isinstance(each, dict) and "title" in each)
    return {each["experience"]: str(each["title"]) for each in known}


def _comparison_to_json(found: "Comparison", needs: "NamedNeeds | None") -> dict[str, Any]:
    def row(point: "PlacedPoint") -> dict[str, str]:
        return {"point": point.text, "technology": point.technology, "experience": point.experience}

    values: dict[str, Any] = {
        "same": [row(point) for point in found.same],
        "moved": [row(before) | {"other_experience": after.experience} for before, after in found.moved],
        "only_first": [row(point) for point in found.only_first],
        "only_second": [row(point) for point in found.only_second],
    }
    return values | ({"named_needs": {name: side._asdict() for name, side in needs._asdict().items()}} if needs else {})


def _show_comparison(found: "Comparison", needs: "NamedNeeds | None", names: tuple[str, str]) -> None:
    same = count(len(found.same), "point is", "points are")
    say(f"{same} at the same place in both.", "bold")
    _show_points(f"Only in {names[0]}:", found.only_first, "-")
    _show_points(f"Only in {names[1]}:", found.only_second, "+")
    if found.moved:
        say()
        say("Under another experience:", "bold")
    for before, after in found.moved:
        say(f"~ {before.text}", "cyan", indent=4, hanging=2)
        say(f"{before.experience} → {after.experience}", "dim", indent=6)
    if needs is not None:
        say()
        asked = f"{count(needs.asked.musts, 'must-have')} and {count(needs.asked.nices, 'nice-to-have')}"
        say(f"Of {asked} of the posting, the points name:", "bold")
        for name, side in zip(names, (needs.first, needs.second), strict=True):
            say(f"{side.musts} and {side.nices} in {name}", indent=4)


def _show_points(title: str, points: "Sequence[PlacedPoint]", mark: str) -> None:
    if points:
        say()
        say(title, "bold")
    for point in points:
        say(f"{mark} {point.text}", "green" if mark == "+" else "red", indent=4, hanging=2)
        say(": ".join(part for part in (point.experience, point.technology) if part), "dim", indent=6)
