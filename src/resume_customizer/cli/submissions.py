"""`submission`: who was sent for what, with which file, and what has to be defended of it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.desk import As, Commands, WorkspaceName, add_group, as_member, open_desk
from resume_customizer.cli.desk_values import Consultant, Item, Limit, Requirement, shown_fields
from resume_customizer.cli.exits import wrong_usage
from resume_customizer.cli.files import read_input
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import clean, count, print_json, say, say_done

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.services.staffing.submissions import Sending

Customization = Annotated[
    str, typer.Option("--customization", metavar="ID", help="The customization that is sent.", show_default=False)
]
Version = Annotated[
    str, typer.Option("--version-id", metavar="ID", help="Or a version of a resume.", show_default=False)
]
Agreed = Annotated[
    str, typer.Option("--agreed", metavar="TEXT", help="What the consultant agreed to.", show_default=False)
]
AgreedOn = Annotated[
    str, typer.Option("--agreed-on", metavar="TIME", help="When, e.g. 2026-11-20.", show_default=False)
]
Proof = Annotated[
    Path | None, typer.Option("--proof", metavar="FILE", help="A file that proves it.", show_default=False)
]
SentTo = Annotated[str, typer.Option("--to", metavar="ADDRESS", help="To whom it goes.", show_default=False)]
Seen = Annotated[bool, typer.Option("--contradictions-seen", help="Send although it differs from earlier files.")]


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    commands: Commands = {
        "check": check,
        "send": send,
        "list": list_submissions,
        "status": set_status,
        "sheet": sheet,
        "find-line": find_line,
    }
    add_group(app, kind, "submission", "Who was sent for what, with which file.", commands)


def check(
    workspace: WorkspaceName,
    requirement: Requirement = "",
    consultant: Consultant = "",
    customization: Customization = "",
    version: Version = "",
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Show what would stop a submission, and what should be seen before it.

    resume-customizer submission check "Bright Desk" --requirement ID --consultant ID --customization ID
    """
    from resume_customizer.services.staffing.views_of_submissions import checked_to_json

    named = _sending(requirement, consultant, customization, version)
    with open_desk() as desk:
        found = desk.submissions.check(as_member(desk, workspace, who), named)
    if as_json:
        print_json(checked_to_json(found))
        return
    for each in found.stopped_by:
        say(clean(each), "red", hanging=2)
    for contradiction in found.contradictions:
        say(clean(contradiction.sentence), "yellow", hanging=2)
    for repeat in found.repeats:
        say(f"{clean(repeat.consultant)} has sent this to the same {repeat.receiver}: {clean(repeat.line)}", "yellow")
        for other in repeat.proposals:
            say(f"instead: {clean(other)}", "dim", indent=2, hanging=2)
    say("It can be sent." if not found.stopped_by else "It can't be sent so.", "bold")


def send(
    workspace: WorkspaceName,
    requirement: Requirement = "",
    consultant: Consultant = "",
    customization: Customization = "",
    version: Version = "",
    agreed: Agreed = "",
    agreed_on: AgreedOn = "",
    proof: Proof = None,
    to: SentTo = "",
    seen: Seen = False,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Write down that somebody is sent, with the exact file; once for each client and role.

    resume-customizer submission send "Bright Desk" --requirement ID --consultant ID --customization ID --agreed yes
    """
    from dataclasses import replace

    from resume_customizer.core.staffing.requirements import read_moment

    try:
        since = read_moment(agreed_on)
    except ValueError as fault:
        raise wrong_usage(f"--agreed-on {fault}") from None
    sending = replace(
        _sending(requirement, consultant, customization, version),
        right_to_represent=agreed,
        represented_since=since,
        proof_name=proof.name if proof else "",
        proof=read_input(proof, 64_000_000, "proof") if proof else b"",
        sent_to=to,
        accepts_contradictions=seen,
    )
    with open_desk() as desk:
        made = desk.submissions.submit(as_member(desk, workspace, who), sending)
    told = f"It is written down, with {clean(made.file_name)} (SHA-256 {made.file_digest}). Its id is {made.id}."
    say_done(told, {"submission_id": made.id, "sha256": made.file_digest}, as_json=as_json)


def list_submissions(
    workspace: WorkspaceName,
    requirement: Requirement = "",
    consultant: Consultant = "",
    limit: Limit = 50,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """List submissions, the newest first.

    resume-customizer submission list "Bright Desk" --consultant ID
    """
    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        page = desk.submissions.list_submissions(actor, requirement, consultant, limit=limit)
    if as_json:
        print_json({"submissions": [shown_fields(each) for each in page.records]})
        return
    for each in page.records:
        at = each.sent_at or each.created_at
        say(f"{at:%Y-%m-%d} {clean(each.end_client)}: {clean(each.role)}, {each.status}", indent=2)
        say(f"{clean(each.file_name)}, {each.id}", "dim", indent=4)
    say(f"{count(len(page.records), 'submission')}.")


def set_status(
    workspace: WorkspaceName,
    submission_id: Item,
    status: Annotated[str, typer.Argument(metavar="STATUS", help="E.g. shortlisted, withdrawn.", show_default=False)],
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Say what became of a submission; `withdrawn` frees client and role for another one.

    resume-customizer submission status "Bright Desk" ID shortlisted
    """
    with open_desk() as desk:
        made = desk.submissions.set_status(as_member(desk, workspace, who), submission_id, status)
    say_done(f"It is {made.status} now.", {"status": made.status}, as_json=as_json)


def sheet(workspace: WorkspaceName, submission_id: Item, who: As = "", as_json: AsJson = False) -> None:
    """Show the interview sheet: each added point, and what has to be defended of it.

    resume-customizer submission sheet "Bright Desk" ID
    """
    from resume_customizer.services.staffing.views_of_submissions import sheet_to_json

    with open_desk() as desk:
        found = desk.interview_sheets.show_sheet(as_member(desk, workspace, who), submission_id)
    if as_json:
        print_json(sheet_to_json(found))
        return
    say(f"{clean(found.consultant)}: {clean(found.submission.role)}, {clean(found.submission.end_client)}", "bold")
    for each in found.lines:
        said = {True: "confirmed", False: "not confirmed", None: "not asked yet"}[each.is_confirmed]
        say(f"{clean(each.line.text)} ({said})", indent=2, hanging=2)
        for question in each.questions:
            say(clean(question), "dim", indent=4, hanging=2)


def find_line(
    workspace: WorkspaceName,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A line, or nearly it.", show_default=False)],
    limit: Limit = 50,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Show every sent resume with a line that says the same.

    resume-customizer submission find-line "Bright Desk" "Designed an event backbone on Kafka for 40 services."
    """
    with open_desk() as desk:
        found = desk.sent_lines.find_sent(as_member(desk, workspace, who), text=text, limit=limit).uses
    if as_json:
        print_json({"sent": [{"consultant": each.consultant, **shown_fields(each.submission)} for each in found]})
        return
    for each in found:
        at = each.line.sent_at
        say(f"{at:%Y-%m-%d} {clean(each.consultant)} to {clean(each.submission.end_client)}", indent=2)
        say(f"{clean(each.line.text)} ({clean(each.submission.file_name)})", "dim", indent=4, hanging=2)
    say(f"{count(len(found), 'sent resume')}.")


def _sending(requirement: str, consultant: str, customization: str, version: str) -> "Sending":
    from resume_customizer.services.staffing.submissions import Sending

    if not requirement or not consultant:
        raise wrong_usage("Say --requirement and --consultant, by their ids.")
    return Sending(
        requirement_id=requirement, consultant_id=consultant, customization_id=customization, version_id=version
    )
