"""What a workspace uses of what its tier allows.

    a service's transaction  ->  use()  ->  counted in the same transaction, or QuotaExceeded and nothing is done
    UsageOfWorkspaces.show() for members | .set_tier() for the operator

Promises (tests in tests/services/test_usage.py):

* What is over the limit is refused before anything is done, and what fails later is not counted.
* Two at the same time do not share the last one.
* A month, a day, a minute begin at zero.
"""

from dataclasses import replace
from datetime import datetime

from resume_customizer.core.actor import Actor
from resume_customizer.core.audit import JsonValue
from resume_customizer.core.errors import QuotaExceeded
from resume_customizer.core.permissions import Action
from resume_customizer.core.records import workspaces as records
from resume_customizer.core.records.workspaces import Invitation, Membership, Workspace
from resume_customizer.core.tiers import COUNTED, TIERS, Limit, Tier, Usage, Window, check_limit, usage_of, window_of
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import Reading, Transaction


def use(tx: Transaction, ground: Ground, workspace_id: str, limit: Limit, wanted: int = 1) -> Usage:
    """Count what is done in this transaction, which is in the workspace; raises QuotaExceeded.

    `wanted` is negative for what is given back.
    """
    tier = tx.get(Workspace, workspace_id).tier
    if COUNTED[limit].window is Window.ONCE:
        return check_limit(tier, limit, 0, wanted)
    counter = _counter(limit, ground.clock())
    found = tx.find(records.Usage, counter=counter)
    row = tx.get(records.Usage, found.id, lock=True) if found else None
    used = row.used if row else 0
    if wanted >= 0:
        check_limit(tier, limit, used, wanted)
    counted = max(0, used + wanted)
    if row:
        tx.update(replace(row, used=counted))
    else:
        tx.add(records.Usage(counter=counter, used=counted))
    return usage_of(tier, limit, counted)


def use_up_to(tx: Transaction, ground: Ground, workspace_id: str, limit: Limit, wanted: int) -> tuple[int, str]:
    """Count as many as are left, at most so many; says how many, and why it is no more."""
    try:
        use(tx, ground, workspace_id, limit, wanted)
    except QuotaExceeded:
        tier, used = tx.get(Workspace, workspace_id).tier, used_of(tx, ground, limit)
        left = max(0, TIERS[tier][limit] - used)
        use(tx, ground, workspace_id, limit, left)
        try:
            check_limit(tier, limit, used + left)
        except QuotaExceeded as fault:
            return left, fault.message
    return wanted, ""


def used_of(tx: Reading, ground: Ground, limit: Limit) -> int:
    """What is used of a limit that is counted over a time, in the transaction's workspace."""
    row = tx.find(records.Usage, counter=_counter(limit, ground.clock()))
    return row.used if row else 0


def check_members(tx: Transaction, ground: Ground, workspace_id: str) -> None:
    """Whether one more may be invited: members and open invitations count; raises QuotaExceeded."""
    check_limit(tx.get(Workspace, workspace_id).tier, Limit.MEMBERS, _members(tx, ground))


def open_invitations(tx: Reading, ground: Ground) -> list[Invitation]:
    """Invitations to the transaction's workspace that still count."""
    now = ground.clock()
    return [each for each in tx.every(Invitation) if each.ended_at is None and now < each.expires_at]


def _members(tx: Reading, ground: Ground) -> int:
    return tx.count(Membership) + len(open_invitations(tx, ground))


class UsageOfWorkspaces:
    """Usage, as members and the operator see it."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def show(self, actor: Actor) -> tuple[Tier, tuple[Usage, ...]]:
        """The tier of the actor's workspace, and what is used of each limit."""
        actor.require(Action.VIEW_USAGE)
        now = self._ground.clock()
        with self._ground.looking(actor) as tx:
            tier = tx.get(Workspace, actor.workspace_id).tier
            counters = {_counter(limit, now): limit for limit in Limit if COUNTED[limit].window is not Window.ONCE}
            counted = {counters[row.counter]: row.used for row in tx.find_all(records.Usage, "counter", counters)}
            used = {limit: counted.get(limit, 0) for limit in Limit} | {Limit.MEMBERS: _members(tx, self._ground)}
        return tier, tuple(usage_of(tier, limit, used[limit]) for limit in Limit)

    def tier_of(self, actor: Actor) -> Tier:
        """What the actor's workspace is signed up for: members and their keys; the smallest for who is in none."""
        if actor.role is None:
            return Tier.FREE
        with self._ground.looking(actor) as tx:
            return tx.get(Workspace, actor.workspace_id).tier

    def set_tier(self, actor: Actor, workspace_id: str, tier: Tier) -> None:
        """Sign a workspace up for another tier; what is over its limits stays. For the operator."""
        actor.require(Action.MANAGE_WORKSPACES)
        with self._ground.outside() as tx:
            tx.get(Workspace, workspace_id)
        with self._ground.within(workspace_id) as tx:
            workspace = tx.get(Workspace, workspace_id)
            tx.update(replace(workspace, tier=tier))
            details: dict[str, JsonValue] = {"from": workspace.tier.value, "to": tier.value}
            self._ground.record(tx, actor, "workspace.tier-changed", ("workspace", workspace_id), details)


def _counter(limit: Limit, now: datetime) -> str:
    """What is counted together: the limit, and the beginning of its window."""
    if COUNTED[limit].window is Window.ALWAYS:
        return limit.value
    return f"{limit.value} {window_of(limit, now)[0]:%Y-%m-%dT%H:%M}"
