"""`key`: keys that seal what is secret, and keys that programs come in with."""

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from resume_customizer.cli.desk import Address, Commands, WorkspaceName, add_group, as_member, open_desk, operator
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import clean, count, print_json, say, tell
from resume_customizer.core.permissions import Scope

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.services.people.api_keys import ShownKey

KeyId = Annotated[str, typer.Argument(metavar="KEY", help="Its id, or how it begins.", show_default=False)]


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    commands: Commands = {"secret": secret, "reseal": reseal, "add": add, "list": list_keys, "revoke": revoke}
    add_group(app, kind, "key", "Keys that seal secrets, and keys of the API.", commands)


def secret(
    key_id: Annotated[
        str, typer.Argument(metavar="ID", help="What to call it: small letters, digits, hyphens.", show_default=False)
    ],
    as_json: AsJson = False,
) -> None:
    """Make a key for RCP_SECRET_KEYS, and print it; it is kept nowhere.

    resume-customizer key secret 2026-11
    """
    from resume_customizer.infrastructure.secrets import new_key

    line = new_key(key_id)
    if as_json:
        print_json({"key": line})
        return
    typer.echo(line)
    tell("Put it in front of the others in RCP_SECRET_KEYS, and keep a copy apart from the backups: without it, stored")
    tell("passwords of mail servers and second factors are lost. Then run: resume-customizer key reseal")


def reseal(as_json: AsJson = False) -> None:
    """Seal every stored secret with the first key of RCP_SECRET_KEYS, while the installation runs.

    resume-customizer key reseal
    """
    with open_desk() as desk:
        done = desk.resealing.reseal_all(operator())
    if as_json:
        print_json({"resealed": done.resealed, "current": done.current})
    else:
        say(f"{count(done.resealed, 'secret')} sealed anew; {done.current:,} had the current key already.", "green")


def add(
    workspace: WorkspaceName,
    address: Address,
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="What it is for.", show_default=False)],
    scopes: Annotated[
        list[Scope] | None,
        typer.Option("--scope", help="What it may do; give it again for more.", show_default="read"),
    ] = None,
    days: Annotated[int, typer.Option("--days", min=1, max=366, help="How long it lives.")] = 90,
    as_json: AsJson = False,
) -> None:
    """Make a key for the API in a person's name, and print it; only its hash is kept.

    resume-customizer key add "Bright Desk" ann@desk.example --name "nightly import" --scope write
    """
    with open_desk() as desk:
        actor = as_member(desk, workspace, address)
        text, shown = desk.api_keys.create(actor, name, frozenset(scopes or [Scope.READ]), timedelta(days=days))
    if as_json:
        print_json({"key": text.reveal(), **_values(shown)})
        return
    typer.echo(text.reveal())
    tell("It is shown this once.")


def list_keys(workspace: WorkspaceName, address: Address, as_json: AsJson = False) -> None:
    """List a person's keys in a workspace.

    resume-customizer key list "Bright Desk" ann@desk.example
    """
    with open_desk() as desk:
        keys = desk.api_keys.list_keys(as_member(desk, workspace, address))
    if as_json:
        print_json({"keys": [_values(key) for key in keys]})
        return
    for key in keys:
        until = f"until {key.expires_at:%Y-%m-%d}" if key.expires_at else "without end"
        used = f"last used {key.used_at:%Y-%m-%d %H:%M} UTC" if key.used_at else "never used"
        say(f"{key.begins}…  {clean(key.name)}", indent=2)
        say(f"{', '.join(key.scopes)}; {until}; {used}", "dim", indent=4)
    say(f"{count(len(keys), 'key')}.")


def revoke(workspace: WorkspaceName, address: Address, key: KeyId, as_json: AsJson = False) -> None:
    """Make a key count no more, at once.

    resume-customizer key revoke "Bright Desk" ann@desk.example rcp_2xyuip
    """
    with open_desk() as desk:
        actor = as_member(desk, workspace, address)
        begun = [
            each.key_id for each in desk.api_keys.list_keys(actor) if len(key) >= 8 and each.begins.startswith(key)
        ]
        key_id = begun[0] if len(begun) == 1 else key
        desk.api_keys.revoke(actor, key_id)
    if as_json:
        print_json({"key_id": key_id})
    else:
        say("The key counts no more.", "green")


def _values(key: "ShownKey") -> dict[str, object]:
    return {
        "key_id": key.key_id,
        "name": key.name,
        "begins": key.begins,
        "scopes": [scope.value for scope in key.scopes],
        "created_at": key.created_at.isoformat(),
        "expires_at": key.expires_at.isoformat() if key.expires_at else None,
        "used_at": key.used_at.isoformat() if key.used_at else None,
    }
