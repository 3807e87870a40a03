"""`webhook`: where a workspace is told what happened, and what became of each message."""

from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.desk import As, Commands, WorkspaceName, add_group, as_member, open_desk
from resume_customizer.cli.exits import BROKEN
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import clean, count, print_json, say, tell

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.core.records.work import WebhookDelivery
    from resume_customizer.services.webhooks import WebhookLine

WebhookId = Annotated[str, typer.Argument(metavar="WEBHOOK", help="Its id.", show_default=False)]
Events = Annotated[
    list[str] | None,
    typer.Option("--event", metavar="EVENT", help="What it is told of, e.g. job.finished; again for more: all."),
]


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    commands: Commands = {
        "add": add,
        "list": list_webhooks,
        "change": change,
        "secret": secret,
        "remove": remove,
        "test": try_out,
        "deliveries": list_deliveries,
        "send-again": send_again,
    }
    add_group(app, kind, "webhook", "Where workspaces are told what happened.", commands)


def add(
    workspace: WorkspaceName,
    url: Annotated[str, typer.Argument(metavar="URL", help="Where messages go.", show_default=False)],
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="What to call it.", show_default=False)],
    events: Events = None,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Make a webhook, and print its secret, with which messages are signed.

    resume-customizer webhook add "Bright Desk" https://hooks.example/resumes --name Tracking --event job.finished
    """
    from resume_customizer.services.webhooks import WebhookWish

    with open_desk() as desk:
        wish = WebhookWish(name, url, tuple(events or ()))
        made, line = desk.webhooks.add(as_member(desk, workspace, who), wish)
    if as_json:
        print_json({"secret": made.reveal(), **_values(line)})
        return
    typer.echo(made.reveal())
    tell(f"This secret is shown this once. The webhook's id is {line.webhook_id}; try it with: webhook test")


def list_webhooks(workspace: WorkspaceName, who: As = "", as_json: AsJson = False) -> None:
    """List the workspace's webhooks.

    resume-customizer webhook list "Bright Desk"
    """
    with open_desk() as desk:
        lines = desk.webhooks.list_webhooks(as_member(desk, workspace, who))
    if as_json:
        print_json({"webhooks": [_values(each) for each in lines]})
        return
    for each in lines:
        say(f"{clean(each.name)}  {clean(each.url)}{'' if each.is_active else '  (switched off)'}", indent=2)
        say(f"{', '.join(each.events)}; {each.webhook_id}", "dim", indent=4)
        if each.stopped_because:
            say(clean(each.stopped_because), "yellow", indent=4)
    say(f"{count(len(lines), 'webhook')}.")


def change(
    workspace: WorkspaceName,
    webhook: WebhookId,
    url: Annotated[str, typer.Option("--url", metavar="URL", help="Where messages go.", show_default="as before")] = "",
    name: Annotated[
        str, typer.Option("--name", metavar="NAME", help="What to call it.", show_default="as before")
    ] = "",
    events: Events = None,
    off: Annotated[bool, typer.Option("--off", help="Switch it off; without this it is switched on.")] = False,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Change a webhook, and switch it on, or off with --off; what is not given stays.

    resume-customizer webhook change "Bright Desk" WEBHOOK --url https://hooks.example/new
    """
    from resume_customizer.services.webhooks import WebhookWish

    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        before = desk.webhooks.show(actor, webhook)
        wish = WebhookWish(name or before.name, url or before.url, tuple(events or before.events), not off)
        line = desk.webhooks.change(actor, webhook, wish, before.version)
    if as_json:
        print_json(_values(line))
    else:
        say(f"“{clean(line.name)}” is changed, and switched {'on' if line.is_active else 'off'}.", "green")


def secret(workspace: WorkspaceName, webhook: WebhookId, who: As = "", as_json: AsJson = False) -> None:
    """Give a webhook another secret, and print it; the one before counts for a day more.

    resume-customizer webhook secret "Bright Desk" WEBHOOK
    """
    with open_desk() as desk:
        made = desk.webhooks.renew_secret(as_member(desk, workspace, who), webhook)
    if as_json:
        print_json({"secret": made.reveal()})
        return
    typer.echo(made.reveal())
    tell("It is shown this once. For a day, messages carry both signatures.")


def remove(workspace: WorkspaceName, webhook: WebhookId, who: As = "", as_json: AsJson = False) -> None:
    """Forget a webhook, its secret and its messages.

    resume-customizer webhook remove "Bright Desk" WEBHOOK
    """
    with open_desk() as desk:
        desk.webhooks.remove(as_member(desk, workspace, who), webhook)
    if as_json:
        print_json({"webhook_id": webhook})
    else:
        say("The webhook is gone.", "green")


def try_out(workspace: WorkspaceName, webhook: WebhookId, who: As = "", as_json: AsJson = False) -> None:
    """Send a webhook a message of no meaning now, and say what came of it.

    resume-customizer webhook test "Bright Desk" WEBHOOK
    """
    with open_desk() as desk:
        sent = desk.webhooks.try_out(as_member(desk, workspace, who), webhook)
    if as_json:
        print_json(_message(sent))
    elif sent.delivered_at:
        say(f"The receiver took it, with status {sent.answer}, in {sent.milliseconds} ms.", "green")
    else:
        say(clean(sent.fault), "red")
    if not sent.delivered_at:
        raise typer.Exit(BROKEN)


def list_deliveries(
    workspace: WorkspaceName,
    webhook: WebhookId,
    status: Annotated[
        str, typer.Option("--status", metavar="STATUS", help="waiting, delivered or failed.", show_default="all")
    ] = "",
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """List the newest messages to a webhook, and what became of each.

    resume-customizer webhook deliveries "Bright Desk" WEBHOOK --status failed
    """
    with open_desk() as desk:
        found = desk.webhooks.list_deliveries(as_member(desk, workspace, who), webhook, status).records
    if as_json:
        print_json({"deliveries": [_message(each) for each in found]})
        return
    for each in found:
        say(f"{each.created_at:%Y-%m-%d %H:%M} UTC  {each.event}  {each.status}", indent=2)
        say(f"{count(each.tries, 'try', 'tries')}; {each.id}", "dim", indent=4)
        if each.fault:
            say(clean(each.fault), "yellow", indent=4)
    say(f"{count(len(found), 'message')}.")


def send_again(
    workspace: WorkspaceName,
    webhook: WebhookId,
    message: Annotated[str, typer.Argument(metavar="MESSAGE", help="Its id.", show_default=False)],
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Let a message that is over go out again, with the same id.

    resume-customizer webhook send-again "Bright Desk" WEBHOOK MESSAGE
    """
    with open_desk() as desk:
        sent = desk.webhooks.send_again(as_member(desk, workspace, who), webhook, message)
    if as_json:
        print_json(_message(sent))
    else:
        say("It goes out now.", "green")


def _values(line: "WebhookLine") -> dict[str, object]:
    return {
        "webhook_id": line.webhook_id,
        "name": line.name,
        "url": line.url,
        "events": [*line.events],
        "is_active": line.is_active,
        "stopped_because": line.stopped_because,
        "failures": line.failures,
        "failing_since": line.failing_since.isoformat() if line.failing_since else None,
    }


def _message(sent: "WebhookDelivery") -> dict[str, object]:
    return {
        "id": sent.id,
        "event": sent.event,
        "status": sent.status,
        "tries": sent.tries,
        "answer": sent.answer,
        "fault": sent.fault,
        "milliseconds": sent.milliseconds,
        "created_at": sent.created_at.isoformat(),
        "delivered_at": sent.delivered_at.isoformat() if sent.delivered_at else None,
    }
