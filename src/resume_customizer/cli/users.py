"""`user`: the accounts of this installation."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.desk import Address, Commands, add_group, as_person, open_desk, operator
from resume_customizer.cli.exits import wrong_usage
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import clean, count, print_json, say, say_done

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.services.running.operating import UserLine


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    commands: Commands = {
        "add": add,
        "list": list_users,
        "lock": lock,
        "unlock": unlock,
        "sign-out": sign_out,
        "drop-second-factor": drop_second_factor,
        "password-link": password_link,
        "operator": set_operator,
        "export": export,
    }
    add_group(app, kind, "user", "The accounts of this installation.", commands)


def add(
    address: Address,
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="The person's name.", show_default=False)],
    is_operator: Annotated[bool, typer.Option("--operator", help="May run this installation.")] = False,
    as_json: AsJson = False,
) -> None:
    """Make an account that can be used at once; asks for its password, or reads it from standard input.

    resume-customizer user add ann@desk.example --name "Ann Lindqvist"
    """
    password = _password()
    with open_desk() as desk:
        user_id = desk.operating.add_user(operator(), address, name, password, is_operator=is_operator)
    if as_json:
        print_json({"user_id": user_id, "address": address})
    else:
        say(f"{clean(address)} can sign in now.", "green")
        say("This password counts for a week: they choose one of their own by then, under Profile & security.", "dim")


def list_users(as_json: AsJson = False) -> None:
    """List the accounts.

    resume-customizer user list
    """
    with open_desk() as desk:
        users = desk.operating.list_users(operator())
    if as_json:
        print_json({"users": [_values(user) for user in users]})
        return
    for user in users:
        say(f"{clean(user.address)}  {clean(user.name)}", indent=2)
        say(", ".join(_marks(user)), "dim", indent=4)
    say(f"{count(len(users), 'account')}.")


def lock(address: Address, as_json: AsJson = False) -> None:
    """Lock an account: it is signed out everywhere, and can't sign in.

    resume-customizer user lock ann@desk.example
    """
    with open_desk() as desk:
        user = desk.operating.find_user(operator(), address)
        desk.operating.lock(operator(), user.user_id)
    say_done(f"{clean(user.address)} is locked and signed out everywhere.", {"user_id": user.user_id}, as_json=as_json)


def unlock(address: Address, as_json: AsJson = False) -> None:
    """Let a locked account sign in again.

    resume-customizer user unlock ann@desk.example
    """
    with open_desk() as desk:
        user = desk.operating.find_user(operator(), address)
        desk.operating.unlock(operator(), user.user_id)
    say_done(f"{clean(user.address)} can sign in again.", {"user_id": user.user_id}, as_json=as_json)


def sign_out(
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help="Whom; nobody is named with --all.")] = "",
    everybody: Annotated[bool, typer.Option("--all", help="Everybody in this installation.")] = False,
    as_json: AsJson = False,
) -> None:
    """End all sessions of somebody, or with --all of everybody, at once; API keys go on.

    resume-customizer user sign-out --all
    """
    if bool(address) is everybody:
        raise wrong_usage("Name one address, or say --all.")
    with open_desk() as desk:
        if everybody:
            ended = desk.operating.sign_everybody_out(operator())
        else:
            ended = desk.operating.sign_out(operator(), desk.operating.find_user(operator(), address).user_id)
    say_done(f"{count(ended, 'session')} ended.", {"ended": ended}, as_json=as_json)


def drop_second_factor(address: Address, as_json: AsJson = False) -> None:
    """Take away the second factor of somebody who lost app and recovery codes; find out first that it is them.

    resume-customizer user drop-second-factor ann@desk.example
    """
    with open_desk() as desk:
        user = desk.operating.find_user(operator(), address)
        desk.operating.drop_second_factor(operator(), user.user_id)
    said = f"{clean(user.address)} signs in with the password alone, is signed out everywhere, and is told by mail."
    say_done(said, {"user_id": user.user_id}, as_json=as_json)


def password_link(address: Address, as_json: AsJson = False) -> None:
    """Make a link by which somebody sets a new password within 15 minutes, where no mail reaches them.

    resume-customizer user password-link ann@desk.example
    """
    with open_desk() as desk:
        user = desk.operating.find_user(operator(), address)
        link = desk.operating.new_password_link(operator(), user.user_id)
    say_done(link, {"user_id": user.user_id, "link": link}, as_json=as_json)


def set_operator(
    address: Address,
    take: Annotated[bool, typer.Option("--take", help="Take it away instead.")] = False,
    as_json: AsJson = False,
) -> None:
    """Let somebody run this installation: manage users and tiers, and see figures; not what workspaces hold.

    resume-customizer user operator ann@desk.example
    """
    with open_desk() as desk:
        user = desk.operating.find_user(operator(), address)
        desk.operating.set_operator(operator(), user.user_id, is_operator=not take)
    say_done(f"{clean(user.address)} is {'no' if take else 'an'} operator.", {"user_id": user.user_id}, as_json=as_json)


def export(address: Address) -> None:
    """Print all that is stored about a person as a user, as JSON.

    resume-customizer user export ann@desk.example > ann.json
    """
    with open_desk() as desk:
        print_json(desk.privacy.export_account(as_person(desk, address)))


def _password() -> str:
    """From standard input, or asked for twice without showing it."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))


def _values(user: "UserLine") -> dict[str, object]:
    return {
        "user_id": user.user_id,
        "address": user.address,
        "name": user.name,
        "created_at": user.created_at.isoformat(),
        "is_confirmed": user.is_confirmed,
        "is_locked": user.is_locked,
        "is_operator": user.is_operator,
        "has_second_factor": user.has_second_factor,
    }


def _marks(user: "UserLine") -> list[str]:
    marks = {
        "operator": user.is_operator,
        "locked": user.is_locked,
        "address not confirmed": not user.is_confirmed,
        "second factor": user.has_second_factor,
    }
    return [f"since {user.created_at:%Y-%m-%d}", *(mark for mark, holds in marks.items() if holds)]
