"""Every stored secret sealed anew with the current key, while everything goes on.

    a new key in front of RCP_SECRET_KEYS  ->  reseal_all()  ->  no record needs the old key any more

Promises (tests in tests/services/test_resealing.py):

* Every column that holds a secret is listed here, under the name that its place was sealed with.
* Keys that do not open what is kept are told, without opening all of it.
* What was interrupted goes on where it stopped, and what somebody changes meanwhile is not undone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, NotFound
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.accounts import User
from resume_customizer.core.records.desk import Consultant
from resume_customizer.core.records.mail import MailAccount, OutboxMail
from resume_customizer.core.records.record import INSTALLATION, Record
from resume_customizer.core.records.work import Webhook
from resume_customizer.core.records.workspaces import Workspace
from resume_customizer.core.secret_text import Place
from resume_customizer.services.ground import Ground

SEALED: Final[Mapping[type[Record], tuple[str, str]]] = {
    User: ("users", "second_factor"),
    Consultant: ("consultants", "contact"),
    MailAccount: ("mail_accounts", "password"),
    OutboxMail: ("outbox_mails", "body"),
    Webhook: ("webhooks", "key"),
}
"""Table and column of each secret that is kept."""
_MARK: Final = "rcp1."
_LOOKED_INTO: Final = 20


@dataclass(frozen=True, slots=True)
class Resealed:
    """What was done with the secrets of an installation."""

    resealed: int
    current: int
    """Those that were sealed with the current key already."""


class Resealing:
    """Changing keys, for the operator."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def reseal_all(self, actor: Actor) -> Resealed:
        """Seal every secret with the current key. Raises Unavailable or UnreadableInput for one that does not open."""
        actor.require(Action.MAINTAIN_INSTALLATION)
        with self._ground.outside() as tx:
            homes = [INSTALLATION, *(workspace.id for workspace in tx.every(Workspace, order="name"))]
        resealed = current = 0
        for home in homes:
            for kind in SEALED:
                if kind is User and home != INSTALLATION:
                    continue
                for record_id in self._ids(home, kind):
                    changed = self._reseal(home, kind, record_id)
                    resealed += changed
                    current += not changed
        with self._ground.outside() as tx:
            self._ground.record(tx, actor, "secrets.resealed", details={"resealed": resealed})
        return Resealed(resealed, current)

    def check(self, actor: Actor) -> None:
        """Open one secret of each kind in a few workspaces; raises what one that does not open raises."""
        actor.require(Action.MAINTAIN_INSTALLATION)
        with self._ground.outside() as tx:
            homes = [INSTALLATION, *(each.id for each in tx.list(Workspace, limit=_LOOKED_INTO).records)]
        for home in homes:
            with self._ground.within(home) as tx:
                for kind, (table, column) in SEALED.items():
                    sealed = ((each.id, getattr(each, column)) for each in tx.every(kind))
                    for record_id, text in (each for each in sealed if str(each[1]).startswith(_MARK)):
                        self._ground.seals.open(text, Place(table, column, record_id))
                        break

    def _ids(self, home: str, kind: type[Record]) -> list[str]:
        column = SEALED[kind][1]
        with self._ground.within(home) as tx:
            return [each.id for each in tx.every(kind) if str(getattr(each, column)).startswith(_MARK)]

    def _reseal(self, home: str, kind: type[Record], record_id: str) -> bool:
        table, column = SEALED[kind]
        try:
            with self._ground.within(home) as tx:
                record = tx.get(kind, record_id)
                before = getattr(record, column)
                after = self._ground.seals.reseal(before, Place(table, column, record_id))
                if after == before:
                    return False
                tx.update(replace(record, **{column: after}))
        except (
            Conflict,
            NotFound,
        ):  # somebody changed it just now, and so sealed it with the current key, or it is gone
            return False
        return True
