"""Coming in: register, sign in, refresh, sign out, forgotten passwords.

    POST /auth/sign-in  ->  access token (minutes) + refresh token (once)  ->  POST /auth/refresh  ->  the next two

A page asks for a cookie instead (`"cookie": true`): then no token is shown to it.
"""

from http import HTTPStatus
from typing import Annotated

from fastapi import Response
from pydantic import Field

from resume_customizer.api.entrance import Access, Entrance
from resume_customizer.api.fields import Address, Code, Flag, In, Name, Out, Password, Token
from resume_customizer.api.routes import Routes, Who
from resume_customizer.core.actor import Actor, Door
from resume_customizer.core.call_limits import Pace
from resume_customizer.core.permissions import Action
from resume_customizer.infrastructure.tokens import LIFETIME
from resume_customizer.services.people.signing_in import SignedIn

_REFUSED = (HTTPStatus.UNAUTHORIZED,)
_ANN = "ann@desk.example"


class NewAccount(In):
    """Somebody who wants an account."""

    address: Address = Field(examples=[_ANN])
    name: Name = Field(examples=["Ann Lindqvist"])
    password: Password = Field(examples=["plum vase on the sill"])
    invitation: Annotated[str, Field(max_length=400, description="The token of an invitation's link.")] = ""


class OneAddress(In):
    """An address that mail goes to."""

    address: Address = Field(examples=[_ANN])


class OneToken(In):
    """What a link carries, behind its #."""

    token: Token


class SignIn(In):
    """Who signs in."""

    address: Address = Field(examples=[_ANN])
    password: Password = Field(examples=["plum vase on the sill"])
    code: Code = Field("", description="Six digits of the app, or a recovery code, where there is a second factor.")
    cookie: Flag = Field(False, description="Set a cookie for a page, and show no tokens.")


class Refresh(In):
    """A refresh token; it counts once."""

    refresh_token: Token


class NewPassword(In):
    """A new password, and the token of the link that lets one set it."""

    token: Token
    password: Password = Field(examples=["another vase on the sill"])


class Tokens(Out):
    """What lets a program in; all empty where a cookie was asked for."""

    access_token: str = Field("", description="Send it as `Authorization: Bearer`; for some minutes.")
    refresh_token: str = Field("", description="Gets the next two tokens, once.")
    expires_in: int = Field(0, description="Seconds until the access token counts no more.", examples=[600])
    token_type: str = Field("", examples=["Bearer"])
    user_id: str
    session_id: str


class Done(Out):
    """It will be seen to."""

    message: str = Field(examples=["A mail with a link is on its way, if this address can be used."])


def auth_routes(entrance: Entrance) -> Routes:
    """The operations."""
    desk, routes = entrance.desk, Routes("auth", "/auth")
    sent = Done(message="A mail with a link is on its way, if this address can be used.")

    @routes.post(
        "/register", Access.ANYBODY, "Make an account", pace=Pace.SIGNING_IN, once=True, status=HTTPStatus.ACCEPTED
    )
    def register(actor: Who, account: NewAccount) -> Done:
        """The address is confirmed by a link that is sent to it. The answer is the same when there is an account."""
        desk.accounts.register(actor, account.address, account.name, account.password, account.invitation)
        return sent

    @routes.post("/confirm", Access.ANYBODY, "Confirm an address", pace=Pace.SIGNING_IN, status=HTTPStatus.NO_CONTENT)
    def confirm(actor: Who, link: OneToken) -> None:
        """By the token of the link that was sent there; it counts once, within two days."""
        desk.accounts.confirm_address(actor, link.token)

    @routes.post(
        "/confirmation-mails",
        Access.ANYBODY,
        "Send the link for confirming again",
        pace=Pace.SIGNING_IN,
        status=HTTPStatus.ACCEPTED,
    )
    def send_confirmation(actor: Who, to: OneAddress) -> Done:
        """Says nothing of whether there is an account."""
        desk.accounts.ask_confirmation(actor, to.address)
        return sent

    @routes.post(
        "/password-mails", Access.ANYBODY, "Forgot the password?", pace=Pace.SIGNING_IN, status=HTTPStatus.ACCEPTED
    )
    def send_reset(actor: Who, to: OneAddress) -> Done:
        """Sends a link for setting a new one; says nothing of whether there is an account."""
        desk.accounts.ask_new_password(actor, to.address)
        return sent

    @routes.post(
        "/passwords", Access.ANYBODY, "Set a new password by a link", pace=Pace.SIGNING_IN, status=HTTPStatus.NO_CONTENT
    )
    def reset(actor: Who, new: NewPassword) -> None:
        """Signs out everywhere. The token counts once, within 15 minutes."""
        desk.accounts.reset_password(actor, new.token, new.password)

    @routes.post("/sign-in", Access.ANYBODY, "Sign in", pace=Pace.SIGNING_IN, errors=_REFUSED)
    def sign_in(actor: Who, who: SignIn, answer: Response) -> Tokens:
        """Ten tries in 15 minutes; an unknown address and a wrong password get the same answer.

        With `cookie` the session that the page came with ends.
        """
        signed_in = desk.signing_in.sign_in(actor, who.address, who.password, who.code)
        if who.cookie:
            if actor.session_id and actor.source.door is Door.WEB:
                desk.signing_in.sign_out(actor)
            entrance.set_cookie(answer, signed_in.session_token)
            return Tokens(user_id=signed_in.user_id, session_id=signed_in.session_id)
        return _tokens(entrance, actor, signed_in)

    @routes.post("/refresh", Access.ANYBODY, "The next two tokens", pace=Pace.SIGNING_IN, errors=_REFUSED)
    def refresh(actor: Who, shown: Refresh) -> Tokens:
        """A refresh token counts once; one that is shown again ends its session, for somebody has a copy."""
        return _tokens(entrance, actor, desk.signing_in.refresh(actor, shown.refresh_token))

    @routes.post("/sign-out", Action.SET_UP_ACCOUNT, "Sign out", status=HTTPStatus.NO_CONTENT)
    def sign_out(actor: Who, answer: Response) -> None:
        """Ends the session that this came with, at once."""
        desk.signing_in.sign_out(actor)
        entrance.drop_cookie(answer)

    return routes


def _tokens(entrance: Entrance, actor: Actor, signed_in: SignedIn) -> Tokens:
    signing_in = entrance.desk.signing_in
    person = signing_in.actor_of(actor, signed_in.session_token.reveal())
    return Tokens(
        access_token=signing_in.issue_access(person).reveal(),
        refresh_token=signed_in.refresh_token.reveal(),
        expires_in=int(LIFETIME.total_seconds()),
        token_type="Bearer",  # noqa: S106 - the name of a kind
        user_id=signed_in.user_id,
        session_id=signed_in.session_id,
    )
