"""One's own account: profile, devices, password, second factor, export and erasure."""

from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Any

from pydantic import Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Code, Flag, In, Listed, Name, Out, Password, Text
from resume_customizer.api.pages import Pages, cut
from resume_customizer.api.routes import Routes, Who
from resume_customizer.api.shapes_of_the_desk import ExportShape
from resume_customizer.core.permissions import Action, Role
from resume_customizer.core.tiers import Tier
from resume_customizer.services.people.accounts import AboutMe

_OWN, _SET_UP = Action.CHANGE_OWN_ACCOUNT, Action.SET_UP_ACCOUNT
_PASSWORD = "plum vase on the sill"  # noqa: S105 - an example


class Workspace(Out):
    """A workspace, and one's role in it."""

    workspace_id: str
    name: str = Field(examples=["Harbor Staffing"])
    tier: Tier
    role: Role
    needs_second_factor: bool = Field(description="Whether members get no further without one.")


class Me(Out):
    """Oneself."""

    user_id: str
    name: str = Field(examples=["Ann Lindqvist"])
    bio: str
    skills: tuple[str, ...]
    time_zone: str = Field(examples=["Europe/Stockholm"])
    is_operator: bool
    has_second_factor: bool
    password_ends_at: datetime | None = Field(description="Of a password that an operator chose; else null.")
    workspaces: list[Workspace]


class Profile(In):
    """What one says of oneself."""

    name: Name = Field(examples=["Ann Lindqvist"])
    bio: Annotated[str, Text("note")] = ""
    skills: Annotated[list[Name], Field(max_length=100)] = Field(default_factory=list)
    time_zone: Annotated[str, Text("time-zone")] = Field("UTC", examples=["Europe/Stockholm"])


class Device(Out):
    """A session: one device that is signed in."""

    session_id: str
    source: str = Field(description="The address that it came from.")
    program: str
    created_at: datetime
    used_at: datetime
    is_this_one: bool


class Ended(Out):
    """How many sessions ended."""

    ended: int


class PasswordChange(In):
    """The old and the new password."""

    old: Password = Field(examples=[_PASSWORD])
    new: Password = Field(examples=["another vase on the sill"])


class OnePassword(In):
    """One's password, for what must not happen by a stolen session."""

    password: Password = Field(examples=[_PASSWORD])


class OneCode(In):
    """What the app shows now."""

    code: Code = Field(examples=["492039"])


class Enrolment(Out):
    """What an app needs; shown once."""

    seed: str = Field(description="To type.")
    address: str = Field(description="For a QR code.")


class Recovery(Out):
    """Codes for when the app is lost, each for one sign-in; shown once."""

    codes: tuple[str, ...]


class Erased(Out):
    """What was done with one kind of record."""

    kind: str
    erased: int
    kept: int
    why: str


class Erasure(Out):
    """What was done with a person's data."""

    user_id: str
    at: datetime
    lines: list[Erased]


def me_routes(entrance: Entrance) -> Routes:
    """The operations."""
    desk, routes = entrance.desk, Routes("me", "/me")

    @routes.get("", _OWN, "Oneself, and one's workspaces")
    def show(actor: Who) -> Me:
        about = desk.accounts.about_me(actor)
        return Me(
            user_id=actor.user_id,
            name=about.name,
            bio=about.bio,
            skills=about.skills,
            time_zone=about.time_zone,
            is_operator=actor.is_operator,
            has_second_factor=desk.second_factor.is_on(actor),
            password_ends_at=desk.accounts.password_ends_at(actor),
            workspaces=[Workspace.of(each) for each in desk.workspaces.list_mine(actor)],
        )

    @routes.put("/profile", _OWN, "Say something else of oneself", status=HTTPStatus.NO_CONTENT)
    def change(actor: Who, profile: Profile) -> None:
        about = AboutMe(profile.name, profile.bio, tuple(profile.skills), profile.time_zone)
        desk.accounts.change_about_me(actor, about)

    @routes.get("/devices", _OWN, "Where one is signed in")
    def list_devices(actor: Who, paging: Pages) -> Listed[Device]:
        return cut(Device, desk.devices.list_devices(actor), paging, lambda each: each.session_id)

    @routes.post("/devices/{session_id}/sign-outs", _OWN, "Sign a device out", status=HTTPStatus.NO_CONTENT)
    def end_device(actor: Who, session_id: str, who: OnePassword) -> None:
        """With the password; `POST /auth/sign-out`, which ends the session that this comes with, needs none."""
        desk.devices.end_session(actor, session_id, who.password)

    @routes.post("/sign-outs", _OWN, "Sign out everywhere")
    def sign_out_everywhere(actor: Who, who: OnePassword, but_here: Flag = False) -> Ended:
        """With `but_here=true` the session that this came with goes on."""
        return Ended(ended=desk.devices.sign_out_everywhere(actor, who.password, but_here=but_here))

    @routes.post("/passwords", _OWN, "Change one's password", status=HTTPStatus.NO_CONTENT)
    def change_password(actor: Who, change: PasswordChange) -> None:
        """Every other session ends."""
        desk.accounts.change_password(actor, change.old, change.new)

    @routes.get("/export", _OWN, "All that is stored about oneself", shows=ExportShape)
    def export(actor: Who) -> dict[str, Any]:
        return desk.privacy.export_account(actor)

    @routes.post("/erasures", _OWN, "Erase one's account", errors=(HTTPStatus.CONFLICT,))
    def erase(actor: Who, who: OnePassword) -> Erasure:
        """Says what is erased and what is kept, and why. Who owns a workspace hands it over first."""
        return Erasure.of(desk.privacy.erase_account(actor, who.password))

    _add_second_factor(entrance, routes)
    return routes


def _add_second_factor(entrance: Entrance, routes: Routes) -> None:
    factor = entrance.desk.second_factor

    @routes.post(
        "/second-factor",
        _SET_UP,
        "Begin to set up a second factor",
        status=HTTPStatus.CREATED,
        errors=(HTTPStatus.CONFLICT,),
    )
    def start(actor: Who, who: OnePassword) -> Enrolment:
        """It counts from the first right code on."""
        made = factor.start(actor, who.password)
        return Enrolment(seed=made.seed.reveal(), address=made.address.reveal())

    @routes.post("/second-factor/confirm", _SET_UP, "Switch the second factor on")
    def confirm(actor: Who, shown: OneCode) -> Recovery:
        """With a code of the app; gives recovery codes, once. Every other session ends."""
        return Recovery(codes=factor.confirm(actor, shown.code))

    @routes.post("/second-factor/recovery-codes", _OWN, "New recovery codes")
    def new_codes(actor: Who, who: OnePassword) -> Recovery:
        """The old ones count no more."""
        return Recovery(codes=factor.new_recovery_codes(actor, who.password))

    @routes.post("/second-factor/stop", _OWN, "Switch the second factor off", status=HTTPStatus.NO_CONTENT)
    def stop(actor: Who, who: OnePassword) -> None:
        factor.stop(actor, who.password)
