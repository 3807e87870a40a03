"""The operator's work: users, tiers, figures; nothing of what workspaces hold."""

from datetime import datetime
from http import HTTPStatus

from pydantic import Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Address, Flag, In, Listed, Name, Out, Password
from resume_customizer.api.me import Ended
from resume_customizer.api.pages import Pages, cut
from resume_customizer.api.routes import Routes, Who
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.permissions import Action
from resume_customizer.core.tiers import Tier

_USERS, _WORKSPACES, _KEEPING = Action.MANAGE_USERS, Action.MANAGE_WORKSPACES, Action.MAINTAIN_INSTALLATION
_CONFLICT = (HTTPStatus.CONFLICT,)
_EMPTY = HTTPStatus.NO_CONTENT


class NewUser(In):
    """An account that can be used at once; its password counts for a week, its owner chooses another one."""

    address: Address = Field(examples=["ann@desk.example"])
    name: Name = Field(examples=["Ann Lindqvist"])
    password: Password = Field(examples=["plum vase on the sill"])
    is_operator: Flag = False


class MadeUser(Out):
    """An account that was made."""

    user_id: str


class User(Out):
    """A user as the operator sees one."""

    user_id: str
    address: str = Field(examples=["ann@desk.example"])
    name: str
    created_at: datetime
    is_confirmed: bool
    is_locked: bool
    is_operator: bool
    has_second_factor: bool


class UserChange(In):
    """What is to be another way; what is left out stays."""

    is_locked: Flag | None = Field(None, examples=[True])
    is_operator: Flag | None = None


class Figures(Out):
    """A workspace as the operator sees one: nothing of what it holds."""

    workspace_id: str
    name: str
    tier: Tier
    members: int
    created_at: datetime


class NewTier(In):
    """What a workspace is signed up for."""

    tier: Tier = Field(examples=[Tier.PREMIUM])


class Resealed(Out):
    """What was done with the secrets of an installation."""

    resealed: int
    current: int


class Trail(Out):
    """Whether one audit trail of the installation is as it was."""

    workspace_id: str
    holds: bool
    entries: int


class Store(Out):
    """The database, or what stands in for it."""

    built_on: str = Field(examples=["PostgreSQL"])
    is_reachable: bool
    milliseconds: float
    in_use: int
    idle: int
    most: int
    revision: str
    message: str
    degraded_since: datetime | None
    waiting: int = Field(description="Pieces of accepted work that the database does not have yet.")


class Queue(Out):
    """How long a queue of the installation is."""

    queue: str
    waiting: int
    running: int
    oldest_seconds: float


class Process(Out):
    """A process of the installation, on the machine that answers."""

    process_id: int
    role: str = Field(examples=["web", "worker", "celery", "documents"])
    began_at: datetime
    cpu_percent: float = Field(description="Of one core.")
    memory: int = Field(description="In bytes.")
    threads: int


class Machine(Out):
    """The machine that answers; sizes in bytes."""

    host: str
    cores: int
    load: float
    cpu_percent: float
    memory: int
    memory_free: int
    disk: int
    disk_free: int
    processes: list[Process]


class System(Out):
    """How the installation is doing."""

    at: datetime
    store: Store
    queues: list[Queue]
    workers: int
    backed_up_at: datetime | None
    machine: Machine


def operating_routes(entrance: Entrance) -> Routes:
    """The operations."""
    desk, routes = entrance.desk, Routes("admin", "/admin")

    @routes.get("/users", _USERS, "Everybody with an account")
    def list_users(actor: Who, paging: Pages) -> Listed[User]:
        return cut(User, desk.operating.list_users(actor), paging, lambda each: each.user_id)

    @routes.post("/users", _USERS, "Make an account that can be used at once", once=True)
    def add_user(actor: Who, new: NewUser) -> MadeUser:
        user_id = desk.operating.add_user(actor, new.address, new.name, new.password, is_operator=new.is_operator)
        return MadeUser(user_id=user_id)

    @routes.patch("/users/{user_id}", _USERS, "Lock a user, or make one an operator", status=_EMPTY, errors=_CONFLICT)
    def change_user(actor: Who, user_id: str, change: UserChange) -> None:
        """Who is locked is signed out everywhere at once. There is always an operator left."""
        if change.is_operator is None and change.is_locked is None:
            raise InvalidInput("bad-fields", "Say what is to be another way: `is_locked` or `is_operator`.")
        if change.is_operator is not None:
            desk.operating.set_operator(actor, user_id, is_operator=change.is_operator)
        if change.is_locked is not None:
            (desk.operating.lock if change.is_locked else desk.operating.unlock)(actor, user_id)

    @routes.post("/users/{user_id}/sign-outs", _USERS, "Sign a user out everywhere")
    def sign_out(actor: Who, user_id: str) -> Ended:
        """Their API keys go on."""
        return Ended(ended=desk.operating.sign_out(actor, user_id))

    @routes.post("/sign-outs", _USERS, "Sign everybody out")
    def sign_everybody_out(actor: Who, but_here: Flag = False) -> Ended:
        """All sessions of the installation, at once; with `but_here=true` the one that this came with goes on."""
        return Ended(ended=desk.operating.sign_everybody_out(actor, but_here=but_here))

    @routes.get("/workspaces", _WORKSPACES, "Every workspace, and how large it is")
    def list_workspaces(actor: Who, paging: Pages) -> Listed[Figures]:
        return cut(Figures, desk.operating.list_workspaces(actor), paging, lambda each: each.workspace_id)

    @routes.put("/workspaces/{tenant_id}/tier", _WORKSPACES, "Sign a workspace up", status=_EMPTY, errors=_CONFLICT)
    def set_tier(actor: Who, tenant_id: str, new: NewTier) -> None:
        """What is over the limits of the new tier stays."""
        desk.usage.set_tier(actor, tenant_id, new.tier)

    @routes.post("/resealings", _KEEPING, "Seal every secret with the current key")
    def reseal(actor: Who) -> Resealed:
        """So that no record needs an older one; can be repeated."""
        return Resealed.of(desk.resealing.reseal_all(actor))

    @routes.get("/system", Action.VIEW_INSTALLATION, "How is the installation doing?")
    def show_system(actor: Who) -> System:
        """Its store, what waits, who works, and the machine that answers."""
        return System.of(desk.system.show(actor))

    @routes.get("/audit-trails", _KEEPING, "Is every audit trail as it was?")
    def verify_trails(actor: Who, paging: Pages) -> Listed[Trail]:
        """Says nothing of what stands in them."""
        found = [
            Trail(workspace_id=chain, holds=each.broken is None, entries=each.entries)
            for chain, each in desk.audit.verify_all(actor).items()
        ]
        return cut(Trail, found, paging, lambda each: each.workspace_id)

    return routes
