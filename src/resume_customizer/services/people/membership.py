"""What somebody is in a workspace, seen with their session or key in one question.

whose(), from home_of()  ->  the owner and the membership  ->  find_place()  ->  PlaceIn, or None for no member
"""

from collections.abc import Sequence
from dataclasses import dataclass

from resume_customizer.core.permissions import Role
from resume_customizer.core.records.accounts import User
from resume_customizer.core.records.record import INSTALLATION, Record, is_id
from resume_customizer.core.records.workspaces import Membership, Workspace
from resume_customizer.services.desk_policies import is_only_assigned
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import InWorkspace, Link, Reading


@dataclass(frozen=True, slots=True)
class PlaceIn:
    """What somebody is in a workspace."""

    role: Role | None
    only_assigned: bool
    """Whether they see only the people assigned to them."""
    needs_second_factor: bool
    """Whether the workspace lets nobody in without one."""


def whose(workspace_id: str) -> tuple[Link, ...]:
    """From a session or a key to its owner, to what this one is in a workspace, and to that; seen from `home_of`."""
    owner = Link(User, "id", "user_id")
    in_none = home_of(workspace_id).workspace_id == INSTALLATION
    return (owner,) if in_none else (owner, Link(Membership, "user_id", "user_id"), Link(Workspace, "id", ""))


def home_of(workspace_id: str) -> InWorkspace:
    """Where people, their sessions and what they are in a workspace are seen together."""
    is_workspace = is_id(workspace_id) and workspace_id != INSTALLATION
    return InWorkspace(workspace_id if is_workspace else INSTALLATION)


def workspace_names(ground: Ground, user_id: str) -> tuple[str, ...]:
    """What somebody's workspaces are called."""
    with ground.store.transaction(InWorkspace(INSTALLATION, user_id)) as tx:
        homes = [each.workspace_id for each in tx.every(Membership, user_id=user_id)]
        return tuple(each.name for each in tx.find_all(Workspace, "id", homes))


def find_place(seen: Reading, found: Sequence[Record | None], workspace_id: str) -> PlaceIn | None:
    """What somebody is in a workspace, by the membership and workspace that `whose` led to; nothing in no workspace.

    None where the user is no member: the same for a workspace of others and for one that does not exist.
    """
    if not workspace_id:
        return PlaceIn(None, only_assigned=False, needs_second_factor=False)
    member, workspace = found or (None, None)
    if not isinstance(member, Membership) or not isinstance(workspace, Workspace):
        return None
    if member.workspace_id != workspace_id:
        return None
    return PlaceIn(member.role, is_only_assigned(seen, member.role), workspace.needs_second_factor)
