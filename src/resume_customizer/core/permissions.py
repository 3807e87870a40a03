"""Who may do what: one table of roles and actions for all doors.

    role of the actor  ->  ALLOWED  ->  actions  ∩  actions of the API key's scopes

Members of a workspace have one role in it. The operator runs the installation and is no member by that: the operator
sees names, sizes and figures, never what a workspace holds.

Promises (tests in tests/core/test_permissions.py):

* The table is the one that is written out in the test, cell by cell.
* Each role may do all that the roles below it may do.
* An API key may never do more than its owner, and nothing that would let it outlive its own removal.
* Nobody gives or takes a role that is not below their own.
"""

from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """What somebody is in a workspace."""

    OWNER = "owner"
    ADMIN = "admin"
    EDITOR = "editor"
    VIEWER = "viewer"


class Action(StrEnum):
    """Something that needs a permission, named as a user would."""

    # what a workspace holds: resumes, points, requirements, consultants, customizations, submissions, templates
    VIEW_RECORDS = "view records"
    CHANGE_RECORDS = "change records"
    DELETE_RECORDS = "delete records"
    APPROVE_POINTS = "approve points"
    CUSTOMIZE = "customize resumes"
    SEND_MAIL = "send e-mail"
    EXPORT_RECORDS = "export records"
    # the people of a workspace
    VIEW_MEMBERS = "view members"
    INVITE_MEMBERS = "invite members"
    CHANGE_MEMBERS = "change members' roles"
    REMOVE_MEMBERS = "remove members"
    # the workspace itself
    VIEW_USAGE = "view usage"
    CHANGE_WORKSPACE = "change the workspace's settings"
    CHANGE_SECRETS = "change stored passwords and keys"
    CHANGE_SIGNING_IN = "change how members sign in"
    VIEW_AUDIT = "view the audit trail"
    EXPORT_PERSON = "export a person's data"
    ERASE_PERSON = "erase a person's data"
    TRANSFER_OWNERSHIP = "transfer ownership"
    DELETE_WORKSPACE = "delete the workspace"
    # oneself
    SET_UP_ACCOUNT = "set up one's own account"
    """What whoever lacks a second factor that is needed may still do: get one, join, sign out."""
    CHANGE_OWN_ACCOUNT = "change one's own account"
    # the installation
    VIEW_INSTALLATION = "view the installation"
    MANAGE_USERS = "manage users"
    MANAGE_WORKSPACES = "manage workspaces and their tiers"
    MAINTAIN_INSTALLATION = "back up, migrate and change keys"


class Scope(StrEnum):
    """What an API key is for; a key has one or more."""

    READ = "read"
    WRITE = "write"
    SEND = "send"
    MANAGE = "manage"


_VIEWER: Final = frozenset(
    {
        Action.VIEW_RECORDS,
        Action.VIEW_MEMBERS,
        Action.VIEW_USAGE,
        Action.SET_UP_ACCOUNT,
        Action.CHANGE_OWN_ACCOUNT,
    },
)
_EDITOR: Final = _VIEWER | {
    Action.CHANGE_RECORDS,
    Action.DELETE_RECORDS,
    Action.APPROVE_POINTS,
    Action.CUSTOMIZE,
    Action.SEND_MAIL,
    Action.EXPORT_RECORDS,
}
_ADMIN: Final = _EDITOR | {
    Action.INVITE_MEMBERS,
    Action.CHANGE_MEMBERS,
    Action.REMOVE_MEMBERS,
    Action.CHANGE_WORKSPACE,
    Action.CHANGE_SECRETS,
    Action.CHANGE_SIGNING_IN,
    Action.VIEW_AUDIT,
    Action.EXPORT_PERSON,
}
_OWNER: Final = _ADMIN | {Action.ERASE_PERSON, Action.TRANSFER_OWNERSHIP, Action.DELETE_WORKSPACE}

ALLOWED: Final = {Role.OWNER: _OWNER, Role.ADMIN: _ADMIN, Role.EDITOR: _EDITOR, Role.VIEWER: _VIEWER}
"""The table."""

OPERATOR_ACTIONS: Final = frozenset(
    {
        Action.SET_UP_ACCOUNT,
        Action.CHANGE_OWN_ACCOUNT,
        Action.VIEW_INSTALLATION,
        Action.MANAGE_USERS,
        Action.MANAGE_WORKSPACES,
        Action.MAINTAIN_INSTALLATION,
    }
)
"""What the operator of the installation may do, without being a member anywhere."""

_READ: Final = frozenset({Action.VIEW_RECORDS, Action.VIEW_MEMBERS, Action.VIEW_USAGE})
SCOPE_ACTIONS: Final = {
    Scope.READ: _READ,
    Scope.WRITE: _READ
    | {
        Action.CHANGE_RECORDS,
        Action.DELETE_RECORDS,
        Action.APPROVE_POINTS,
        Action.CUSTOMIZE,
        Action.EXPORT_RECORDS,
    },
    Scope.SEND: frozenset({Action.SEND_MAIL}),
    Scope.MANAGE: _READ | {Action.INVITE_MEMBERS, Action.CHANGE_WORKSPACE, Action.VIEW_AUDIT, Action.VIEW_INSTALLATION},
}
"""What each scope of an API key opens. Accounts, roles, secrets, ownership and erasing are in none of them."""

_RANK: Final = {Role.VIEWER: 0, Role.EDITOR: 1, Role.ADMIN: 2, Role.OWNER: 3}


def actions_of(
    role: Role | None, *, is_operator: bool = False, scopes: frozenset[Scope] | None = None
) -> frozenset[Action]:
    """All that somebody may do; `scopes` is None for a person and the key's scopes for an API key."""
    allowed = (ALLOWED[role] if role else frozenset()) | (OPERATOR_ACTIONS if is_operator else frozenset())
    if not role and not is_operator:
        allowed = frozenset({Action.SET_UP_ACCOUNT, Action.CHANGE_OWN_ACCOUNT})
    if scopes is None:
        return allowed
    return allowed & frozenset[Action]().union(*(SCOPE_ACTIONS[scope] for scope in scopes))


def may_assign(giver: Role | None, before: Role | None, after: Role | None) -> bool:
    """Whether a member of this role may change another's role from `before` to `after`; None is no member.

    Giving and taking needs a higher role than the one given or taken, so only the owner makes and unmakes admins, and
    nobody gives or takes the owner's role: ownership is transferred.
    """
    if giver is None or Action.CHANGE_MEMBERS not in ALLOWED[giver]:
        return False
    return all(role is None or _RANK[role] < _RANK[giver] for role in (before, after))
