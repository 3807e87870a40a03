"""`mail write`: a message to each person, from a text or one's own words, kept, or only written to files."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from resume_customizer.cli.desk import As, WorkspaceName, as_member, open_desk
from resume_customizer.cli.exits import wrong_usage
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import clean, count, print_json, say, say_done

if TYPE_CHECKING:
    from resume_customizer.services.mail.composing import Message


def write(
    workspace: WorkspaceName,
    template: Annotated[
        str, typer.Option("--template", metavar="NAME", help="A text; `template list` shows all.")
    ] = "",
    subject: Annotated[str, typer.Option("--subject", metavar="TEXT", help="A subject of its own.")] = "",
    text: Annotated[
        Path | None,
        typer.Option("--text", metavar="FILE", help="A text of its own.", show_default=False),
    ] = None,
    to: Annotated[
        list[str] | None,
        typer.Option("--to", metavar="ADDRESS", help="Who gets it.", show_default=False),
    ] = None,
    receivers: Annotated[
        Path | None,
        typer.Option(
            "--list", metavar="FILE", help="Addresses, one a line, or a CSV with columns.", show_default=False
        ),
    ] = None,
    account: Annotated[
        str, typer.Option("--account", metavar="ID", help="The mail account; without one, messages wait as drafts.")
    ] = "",
    requirement: Annotated[str, typer.Option("--requirement", metavar="ID", help="What it is about.")] = "",
    consultant: Annotated[str, typer.Option("--consultant", metavar="ID", help="Who it is about.")] = "",
    customization: Annotated[
        list[str] | None,
        typer.Option("--attach", metavar="ID", help="A customization whose document goes along.", show_default=False),
    ] = None,
    as_pdf: Annotated[bool, typer.Option("--pdf", help="The document goes along as a PDF (LibreOffice).")] = False,
    with_certificate: Annotated[
        bool, typer.Option("--certificate", help="The certificate of each document goes along too.")
    ] = False,
    value: Annotated[
        list[str] | None,
        typer.Option("--value", metavar="NAME=TEXT", help="What a place is filled with.", show_default=False),
    ] = None,
    cc: Annotated[
        list[str] | None, typer.Option("--cc", metavar="ADDRESS", help="In copy.", show_default=False)
    ] = None,
    bcc: Annotated[
        list[str] | None, typer.Option("--bcc", metavar="ADDRESS", help="In blind copy.", show_default=False)
    ] = None,
    reply_to: Annotated[str, typer.Option("--reply-to", metavar="ADDRESS", help="Where answers go.")] = "",
    at: Annotated[str, typer.Option("--at", metavar="TIME", help="Not before, e.g. 2027-03-01T09:00+01:00.")] = "",
    in_business_hours: Annotated[
        bool, typer.Option("--business-hours", help="Only in the workspace's business hours.")
    ] = False,
    spread: Annotated[int, typer.Option("--spread", metavar="MINUTES", min=0, help="Over how long.")] = 0,
    sequence: Annotated[str, typer.Option("--follow-up", metavar="ID", help="A sequence that follows each.")] = "",
    as_drafts: Annotated[bool, typer.Option("--draft", help="Keep them as drafts.")] = False,
    dry_run: Annotated[
        Path | None,
        typer.Option("--dry-run", metavar="FOLDER", help="Only write each message to a file.", show_default=False),
    ] = None,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Write a message to each person, from a template or a text; all are kept or none.

    resume-customizer mail write "Bright Desk" --template thank-you --to "Bo <bo@x.example>" --value title=Java
    """
    from resume_customizer.services.mail.mail_drafts import Writing
    from resume_customizer.services.mail.mail_values import About

    wanted = Writing(
        receivers=_receivers(to or [], receivers),
        template_id=template,
        text=_own_text(subject, text),
        account_id=account,
        about=About(requirement, consultant),
        files=_files(customization or [], as_pdf=as_pdf, with_certificate=with_certificate),
        cc=tuple(cc or ()),
        bcc=tuple(bcc or ()),
        reply_to=reply_to,
        values=dict(_pair(each) for each in value or ()),
        when=read_when(at, spread, in_business_hours=in_business_hours),
        as_drafts=as_drafts,
        sequence_id=sequence,
    )
    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        if dry_run is not None:
            _write_files(desk.composing.preview(actor, wanted), dry_run, as_json=as_json)
            return
        queued = desk.composing.queue(actor, wanted)
    if as_json:
        print_json({"mail_ids": queued.mail_ids, "mailing_id": queued.mailing_id, "already": queued.already})
        return
    say(f"{count(len(queued.mail_ids), 'message')} in the outbox.", "green")
    for address in queued.already:
        say(f"{clean(address)} has, or is getting, the very same message: nothing was done.", "yellow", indent=2)


def _receivers(to: list[str], file: Path | None) -> "tuple[Any, ...]":
    from resume_customizer.core.mail_lists import read_receiver, read_receivers
    from resume_customizer.infrastructure.files import read_file

    listed = read_receivers(read_file(file).decode("utf-8-sig", "replace")).receivers if file else ()
    return (*(read_receiver(each) for each in to), *listed)


def _files(customizations: list[str], *, as_pdf: bool, with_certificate: bool) -> "tuple[Any, ...]":
    from resume_customizer.services.mail.mail_files import FileWish

    what = ("document", "certificate") if with_certificate else ("document",)
    return tuple(FileWish(each, kind, as_pdf=as_pdf and kind == "document") for each in customizations for kind in what)


def _own_text(subject: str, file: Path | None) -> "Any":  # noqa: ANN401 - a text, or none
    from resume_customizer.infrastructure.files import read_file
    from resume_customizer.services.mail.mail_templates import TemplateText

    if not subject and file is None:
        return None
    if not subject or file is None:
        raise wrong_usage("--subject and --text belong together.")
    return TemplateText(subject, read_file(file).decode("utf-8-sig", "replace"))


def read_when(at: str, spread: int = 0, *, in_business_hours: bool = False) -> "Any":  # noqa: ANN401 - loaded late
    """When a mail goes out, as it is said at the command line."""
    from resume_customizer.core.mail_schedule import When

    try:
        moment = datetime.fromisoformat(at) if at else None
    except ValueError:
        raise wrong_usage("A time is like 2027-03-01T09:00+01:00.") from None
    return When(moment, in_business_hours, spread)


def _pair(text: str) -> tuple[str, str]:
    name, mark, value = text.partition("=")
    if not mark:
        raise wrong_usage("A value is given as NAME=TEXT.")
    return name.strip(), value


def _write_files(messages: "tuple[Message, ...]", folder: Path, *, as_json: bool) -> None:
    """Each message as a file; nothing is written when one has a problem."""
    from resume_customizer.core.errors import InvalidInput
    from resume_customizer.core.file_names import clean_file_name
    from resume_customizer.infrastructure.files import write_files

    problems = [f"{each.receiver.address}: {' '.join(each.problems)}" for each in messages if each.problems]
    if problems:
        raise InvalidInput("not-ready", f"Nothing was written. {' '.join(problems[:5])}")
    names = [clean_file_name(f"{number:04} {each.receiver.address}.eml") for number, each in enumerate(messages, 1)]
    folder.mkdir(parents=True, exist_ok=True)
    write_files({folder / name: each.content for name, each in zip(names, messages, strict=True)})
    say_done(f"{count(len(names), 'message')} written to {folder}.", as_json=as_json)
