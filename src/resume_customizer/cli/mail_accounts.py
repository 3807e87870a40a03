"""`mail-account`: whose mail server mail goes out through, and whether it works."""

import sys
from dataclasses import fields
from typing import TYPE_CHECKING, Annotated, Any

import typer

from resume_customizer.cli.desk import As, Commands, WorkspaceName, add_group, as_member, open_desk
from resume_customizer.cli.desk_values import Set, read_fields_of
from resume_customizer.cli.exits import BROKEN, wrong_usage
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import clean, count, print_json, say, say_done, tell

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.core.mail_server import Attempt
    from resume_customizer.services.mail.mail_accounts import AccountLine, AccountWish

AccountId = Annotated[str, typer.Argument(metavar="ACCOUNT", help="The account's id.", show_default=False)]


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    commands: Commands = {
        "add": add,
        "list": list_accounts,
        "change": change,
        "test": try_out,
        "pause": pause,
        "remove": remove,
    }
    add_group(app, kind, "mail-account", "Mail servers that mail goes out through.", commands)


def add(
    workspace: WorkspaceName,
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="What to call it.", show_default=False)],
    sender: Annotated[str, typer.Option("--sender", metavar="ADDRESS", help="Who writes.", show_default=False)],
    provider: Annotated[
        str, typer.Option("--provider", metavar="NAME", help="gmail, outlook, office365, yahoo, icloud, zoho, …")
    ] = "",
    host: Annotated[str, typer.Option("--host", metavar="HOST", help="The mail server, without a provider.")] = "",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Its port.", show_default=False)] = 0,
    security: Annotated[
        str, typer.Option("--security", metavar="KIND", help="tls, starttls or none.", show_default="tls")
    ] = "",
    user: Annotated[
        str, typer.Option("--user", metavar="NAME", help="Who signs in.", show_default="the sender's address")
    ] = "",
    sender_name: Annotated[str, typer.Option("--sender-name", metavar="NAME", help="The sender's name.")] = "",
    reply_to: Annotated[str, typer.Option("--reply-to", metavar="ADDRESS", help="Where answers go.")] = "",
    signature: Annotated[str, typer.Option("--signature", metavar="TEXT", help="What ends a mail.")] = "",
    imap_host: Annotated[str, typer.Option("--imap-host", metavar="HOST", help="Where answers are read.")] = "",
    sent_folder: Annotated[str, typer.Option("--sent-folder", metavar="NAME", help="Where sent mail is kept.")] = "",
    per_minute: Annotated[
        int, typer.Option("--per-minute", min=0, max=6000, help="Messages in a minute at most; 0: no limit.")
    ] = 30,
    with_token: Annotated[
        bool, typer.Option("--with-token", help="Sign in with OAuth 2 tokens (RCP_MAIL_TOKEN_COMMAND), not a password.")
    ] = False,
    is_own: Annotated[bool, typer.Option("--own", help="Only the one in whose place you act uses it.")] = False,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Add a mail account; the (app) password is asked for, or read from standard input.

    resume-customizer mail-account add "Bright Desk" --name Anna --sender anna@desk.example --provider gmail
    """
    from resume_customizer.core.secret_text import Secret
    from resume_customizer.services.mail.mail_accounts import AccountWish

    needs_password = security != "none" and not with_token
    wish = AccountWish(
        name,
        sender,
        provider=provider,
        sender_name=sender_name,
        reply_to=reply_to,
        signature=signature,
        host=host,
        port=port,
        security=security,
        user_name=user,
        signs_in_with="token" if with_token else "password",
        imap_host=imap_host,
        sent_folder=sent_folder,
        per_minute=per_minute,
        is_own=is_own,
    )
    password = Secret(_read_password()) if needs_password else Secret("")
    with open_desk() as desk:
        account_id = desk.mail_accounts.add(as_member(desk, workspace, who), wish, password)
    if as_json:
        print_json({"account_id": account_id})
    else:
        say(f"“{clean(name)}” is there. Its id is {account_id}; try it with: mail-account test", "green")


def list_accounts(workspace: WorkspaceName, who: As = "", as_json: AsJson = False) -> None:
    """List the workspace's mail accounts.

    resume-customizer mail-account list "Bright Desk"
    """
    with open_desk() as desk:
        lines = desk.mail_accounts.list_accounts(as_member(desk, workspace, who))
    if as_json:
        shown = (
            "account_id",
            "name",
            "sender",
            "host",
            "port",
            "security",
            "imap_host",
            "signature",
            "per_minute",
            "is_own",
            "is_paused",
            "fault",
        )
        print_json({"accounts": [{name: getattr(each, name) for name in shown} for each in lines]})
        return
    for each in lines:
        say(f"{clean(each.name)}  {clean(each.sender)}{'  (paused)' if each.is_paused else ''}", indent=2)
        say(f"{clean(each.host)}:{each.port} {each.security}, {each.account_id}", "dim", indent=4)
        if each.fault:
            say(clean(each.fault), "yellow", indent=4)
    say(f"{count(len(lines), 'account')}.")


def change(
    workspace: WorkspaceName,
    account: AccountId,
    values: Set = None,
    new_password: Annotated[bool, typer.Option("--password", help="Ask for another (app) password.")] = False,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Change what is named of an account; the rest stays as it is.

    resume-customizer mail-account change "Bright Desk" ACCOUNT --set "sender_name=Anna Vroom" --set per_minute=60
    """
    from resume_customizer.core.secret_text import Secret

    with open_desk() as desk:
        actor = as_member(desk, workspace, who)
        before = desk.mail_accounts.show(actor, account)
        wish = _changed(before, values or [])
        password = Secret(_read_password()) if new_password else None
        desk.mail_accounts.change(actor, account, wish, password, before.version)
    say_done(f"“{clean(wish.name)}” is changed; try it with: mail-account test", as_json=as_json)


def try_out(workspace: WorkspaceName, account: AccountId, who: As = "", as_json: AsJson = False) -> None:
    """Sign in without sending anything, and say which step fails.

    resume-customizer mail-account test "Bright Desk" ACCOUNT
    """
    with open_desk() as desk:
        sending, reading = desk.mail_accounts.test(as_member(desk, workspace, who), account)
    found = {"sending": sending} | ({"reading": reading} if reading else {})
    if as_json:
        print_json({name: _values(each) for name, each in found.items()})
    else:
        for name, each in found.items():
            say(f"{name}: {each.message}", "green" if each.outcome == "sent" else "red")
    if any(each.outcome != "sent" for each in found.values()):
        raise typer.Exit(BROKEN)


def pause(
    workspace: WorkspaceName,
    account: AccountId,
    resume: Annotated[bool, typer.Option("--go-on", help="Let it go on.")] = False,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """Send nothing through an account until it is let go on.

    resume-customizer mail-account pause "Bright Desk" ACCOUNT --go-on
    """
    with open_desk() as desk:
        desk.mail_accounts.pause(as_member(desk, workspace, who), account, is_paused=not resume)
    say_done("It sends again." if resume else "It sends nothing now.", as_json=as_json)


def remove(workspace: WorkspaceName, account: AccountId, who: As = "", as_json: AsJson = False) -> None:
    """Forget an account and its password; mail that waits for it has to be cancelled before.

    resume-customizer mail-account remove "Bright Desk" ACCOUNT
    """
    with open_desk() as desk:
        desk.mail_accounts.remove(as_member(desk, workspace, who), account)
    say_done("The account is gone.", as_json=as_json)


def _changed(account: "AccountLine", values: list[str]) -> "AccountWish":
    """The account with what was set; refuses a name that it does not have."""
    from resume_customizer.services.mail.mail_accounts import AccountWish

    now: dict[str, Any] = {each.name: getattr(account, each.name, "") for each in fields(AccountWish)}
    for name, value in read_fields_of(values).items():
        if name not in now:
            raise wrong_usage(f"An account has no {clean(name)}; it has {', '.join(now)}.")
        now[name] = _as_the_old(now[name], str(value), name)
    return AccountWish(**now)


def _as_the_old(old: object, word: str, name: str) -> object:
    """A word as the kind of value that stands there now."""
    if isinstance(old, bool):
        return word.lower() in {"yes", "true", "1"}
    if isinstance(old, int):
        if not word.isdecimal():
            raise wrong_usage(f"{name} is a whole number.")
        return int(word)
    return word


def _read_password() -> str:
    if sys.stdin.isatty():
        return typer.prompt("Password", hide_input=True, err=True)
    tell("Reading the password from standard input.", "dim")
    return sys.stdin.readline().rstrip("\r\n")


def _values(attempt: "Attempt") -> dict[str, str]:
    return {"outcome": attempt.outcome, "step": attempt.step, "message": attempt.message}
