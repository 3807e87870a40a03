"""What a workspace has agreed on for its desk, kept with its settings.

show_policy() | change_policy()  ->  core/staffing/desk_policy.py

Promises (tests in tests/services/test_consultants.py):

* Other settings of the workspace stay as they are.
* In a career service, an adviser sees only the people assigned to them; owner and admins see all.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from resume_customizer.core.actor import Actor
from resume_customizer.core.permissions import Action, Role, actions_of
from resume_customizer.core.records.desk import Consultant, Interview, Submission
from resume_customizer.core.records.workspaces import WorkspaceSettings
from resume_customizer.core.staffing.desk_policy import SETTING, DeskPolicy, policy_to_json, read_policy
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import Page, Reading

AboutSomebody = TypeVar("AboutSomebody", Interview, Submission)


class DeskPolicies:
    """The policy of the actor's workspace."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def show_policy(self, actor: Actor) -> DeskPolicy:
        """What holds."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            return policy_of(tx)

    def change_policy(self, actor: Actor, policy: Mapping[str, Any]) -> DeskPolicy:
        """Agree on something else; what is not named stays."""
        actor.require(Action.CHANGE_WORKSPACE)
        with self._ground.inside(actor) as tx:
            changed = read_policy(policy, policy_of(tx))
            kept = tx.find(WorkspaceSettings)
            values = {**(kept.values if kept else {}), SETTING: policy_to_json(changed)}
            if kept:
                tx.update(replace(kept, values=values))
            else:
                tx.add(WorkspaceSettings(values=values))
            self._ground.record(tx, actor, "desk.policy-changed", details=dict(policy))
        return changed


def policy_of(tx: Reading) -> DeskPolicy:
    """The policy of the transaction's workspace."""
    kept = tx.find(WorkspaceSettings)
    return read_policy(kept.values.get(SETTING, {}) if kept else {})


def is_only_assigned(tx: Reading, role: Role | None) -> bool:
    """Whether somebody with this role sees only the people assigned to them: what an Actor is made with."""
    return role is not None and Action.CHANGE_WORKSPACE not in actions_of(role) and policy_of(tx).is_career_service


def sees_all(tx: Reading, actor: Actor) -> bool:
    """Whether this actor sees every consultant: everybody does, but advisers of a career service."""
    return actor.may(Action.CHANGE_WORKSPACE) or not policy_of(tx).is_career_service


def of_own_people(tx: Reading, actor: Actor, page: Page[AboutSomebody]) -> Page[AboutSomebody]:
    """What of a page is about consultants that this actor sees."""
    if sees_all(tx, actor):
        return page
    people = {each.consultant_id for each in page.records}
    own = {each for each in people if tx.get(Consultant, each).adviser_id == actor.user_id}
    return Page(tuple(each for each in page.records if each.consultant_id in own), page.next)


def sees(tx: Reading, actor: Actor, consultant: Consultant) -> bool:
    """Whether this actor sees this consultant."""
    return consultant.adviser_id == actor.user_id or sees_all(tx, actor)
