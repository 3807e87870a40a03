"""Who may do what: the promises of resume_customizer.core.permissions.

The matrix below is written by hand and is the specification; nothing in it is computed from the code.
"""

from itertools import product

import pytest

from resume_customizer.core.permissions import SCOPE_ACTIONS, Action, Role, Scope, actions_of, may_assign

COLUMNS = ("owner", "admin", "editor", "viewer", "operator", "stranger")
MATRIX = """
                                       owner admin editor viewer operator stranger
view records                             +     +     +      +       -        -
change records                           +     +     +      -       -        -
delete records                           +     +     +      -       -        -
approve points                           +     +     +      -       -        -
customize resumes                        +     +     +      -       -        -
send e-mail                              +     +     +      -       -        -
export records                           +     +     +      -       -        -
view members                             +     +     +      +       -        -
invite members                           +     +     -      -       -        -
change members' roles                    +     +     -      -       -        -
remove members                           +     +     -      -       -        -
view usage                               +     +     +      +       -        -
change the workspace's settings          +     +     -      -       -        -
change stored passwords and keys         +     +     -      -       -        -
change how members sign in               +     +     -      -       -        -
view the audit trail                     +     +     -      -       -        -
export a person's data                   +     +     -      -       -        -
erase a person's data                    +     -     -      -       -        -
transfer ownership                       +     -     -      -       -        -
delete the workspace                     +     -     -      -       -        -
set up one's own account                 +     +     +      +       +        +
change one's own account                 +     +     +      +       +        +
view the installation                    -     -     -      -       +        -
manage users                             -     -     -      -       +        -
manage workspaces and their tiers        -     -     -      -       +        -
back up, migrate and change keys         -     -     -      -       +        -
"""
SCOPES = """
                                       read write send manage
view records                             +    +    -     +
change records                           -    +    -     -
delete records                           -    +    -     -
approve points                           -    +    -     -
customize resumes                        -    +    -     -
send e-mail                              -    -    +     -
export records                           -    +    -     -
view members                             +    +    -     +
invite members                           -    -    -     +
change members' roles                    -    -    -     -
remove members                           -    -    -     -
view usage                               +    +    -     +
change the workspace's settings          -    -    -     +
change stored passwords and keys         -    -    -     -
change how members sign in               -    -    -     -
view the audit trail                     -    -    -     +
export a person's data                   -    -    -     -
erase a person's data                    -    -    -     -
transfer ownership                       -    -    -     -
delete the workspace                     -    -    -     -
set up one's own account                 -    -    -     -
change one's own account                 -    -    -     -
view the installation                    -    -    -     +
manage users                             -    -    -     -
manage workspaces and their tiers        -    -    -     -
back up, migrate and change keys         -    -    -     -
"""
MEMBERS = (Role.OWNER, Role.ADMIN, Role.EDITOR, Role.VIEWER)


def cells(matrix: str) -> dict[tuple[str, str], bool]:
    """(row, column) -> whether there is a plus."""
    head, *lines = matrix.strip("\n").splitlines()
    columns = head.split()
    found = {}
    for line in lines:
        name, marks = line[:39].strip(), line[39:].split()
        assert len(marks) == len(columns)
        found |= {(name, column): mark == "+" for column, mark in zip(columns, marks, strict=True)}
    return found


def allowed(column: str) -> frozenset[Action]:
    if column == "stranger":
        return actions_of(None)
    if column == "operator":
        return actions_of(None, is_operator=True)
    return actions_of(Role(column))


def test_the_table_is_the_one_that_is_written_out() -> None:
    stated = cells(MATRIX)

    assert {row for row, _ in stated} == set(Action)
    assert {column for _, column in stated} - {"operator", "stranger"} == set(Role)
    assert {(action.value, column): action in allowed(column) for action, column in product(Action, COLUMNS)} == stated


def test_the_scopes_of_api_keys_are_the_ones_that_are_written_out() -> None:
    stated = cells(SCOPES)

    assert {row for row, _ in stated} == set(Action)
    assert {
        (action.value, scope.value): action in SCOPE_ACTIONS[scope] for action, scope in product(Action, Scope)
    } == stated


def test_each_role_may_do_all_that_the_roles_below_it_may_do() -> None:
    assert actions_of(Role.OWNER) > actions_of(Role.ADMIN) > actions_of(Role.EDITOR) > actions_of(Role.VIEWER)


@pytest.mark.parametrize("role", [*MEMBERS, None])
@pytest.mark.parametrize("is_operator", [False, True])
def test_an_api_key_may_never_do_more_than_its_owner(role: Role | None, is_operator: bool) -> None:
    with_all = actions_of(role, is_operator=is_operator, scopes=frozenset(Scope))

    assert with_all <= actions_of(role, is_operator=is_operator)
    assert Action.CHANGE_OWN_ACCOUNT not in with_all
    assert actions_of(role, is_operator=is_operator, scopes=frozenset()) == frozenset()


def test_an_operator_sees_nothing_that_a_workspace_holds() -> None:
    member = actions_of(Role.OWNER) - {Action.SET_UP_ACCOUNT, Action.CHANGE_OWN_ACCOUNT}

    assert actions_of(None, is_operator=True) & member == frozenset()


ASSIGNING = """
                     owner admin editor viewer
none to viewer         +     +     -      -
none to editor         +     +     -      -
none to admin          +     -     -      -
none to owner          -     -     -      -
viewer to none         +     +     -      -
viewer to editor       +     +     -      -
viewer to admin        +     -     -      -
viewer to owner        -     -     -      -
editor to none         +     +     -      -
editor to viewer       +     +     -      -
editor to admin        +     -     -      -
admin to none          +     -     -      -
admin to editor        +     -     -      -
admin to owner         -     -     -      -
owner to none          -     -     -      -
owner to admin         -     -     -      -
owner to viewer        -     -     -      -
"""


def test_nobody_gives_or_takes_a_role_that_is_not_below_their_own() -> None:
    def role(name: str) -> Role | None:
        return None if name == "none" else Role(name)

    wanted = {}
    head, *lines = ASSIGNING.strip("\n").splitlines()
    for line in lines:
        before, _, after, *marks = line.split()
        for giver, mark in zip(head.split(), marks, strict=True):
            wanted[giver, before, after] = mark == "+"

    assert len(wanted) == 17 * 4
    assert {key: may_assign(role(key[0]), role(key[1]), role(key[2])) for key in wanted} == wanted
    assert not any(may_assign(None, before, after) for before, after in product([None, *Role], repeat=2))
