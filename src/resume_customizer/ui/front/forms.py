"""The forms of the front, by what they are for; each is made anew, in the language of who asks.

sign_in_form() | first_account_form() | register_form() | …  ->  Form
"""

from resume_customizer.core.accounts import Registration
from resume_customizer.ui.front.page import Field, Form
from resume_customizer.ui.texts import _


def sign_in_form(registration: Registration, *, guests: bool) -> Form:
    """Address and password, and a code for those who use one."""
    code = Field(
        name="code",
        label=_("Code of your app"),
        complete="one-time-code",
        hint=_("Only if you have set up a second factor; a recovery code does too."),
        optional=True,
    )
    links = [("/forgot", _("Forgot your password?"))]
    if registration is Registration.OPEN:
        links.append(("/register", _("Make an account")))
    return Form(
        title=_("Sign in"),
        action="/sign-in",
        button=_("Sign in"),
        fields=(_address(), _password(_("Password"), "current-password"), code),
        links=tuple(links),
        second=_try_it() if guests else ("", "", ""),
    )


def first_account_form(*, guests: bool) -> Form:
    """Where there is no account yet."""
    return Form(
        title=_("Welcome"),
        lead=_("Nobody has an account here yet. Make the first one: it is yours, and it stays on this computer."),
        action="/first-account",
        button=_("Make the first account"),
        fields=(_name(), _address(_("You sign in with it; nothing is sent.")), _new_password()),
        second=_try_it() if guests else ("", "", ""),
    )


def register_form(*, invited: bool = False) -> Form:
    """A new account."""
    link = (_link_field(_("Code of your invitation")),) if invited else ()
    return Form(
        title=_("Make an account"),
        action="/register",
        button=_("Make an account"),
        fields=(*link, _name(), _address(), _new_password()),
        links=(("/sign-in", _("I have an account")),),
    )


def forgot_form() -> Form:
    """Asks for a mail with a link."""
    return Form(
        title=_("Set a new password"),
        lead=_("We send you a link that counts once, for 15 minutes."),
        action="/forgot",
        button=_("Send the link"),
        fields=(_address(),),
        links=(("/sign-in", _("Back to signing in")),),
    )


def new_password_form() -> Form:
    """Behind the link of a mail."""
    return Form(
        title=_("Set a new password"),
        lead=_("You are signed out everywhere else."),
        action="/new-password",
        button=_("Set the password"),
        fields=(_link_field(_("Code of the link")), _new_password()),
        links=(("/forgot", _("Send me a new link")),),
    )


def confirm_form() -> Form:
    """Behind the link of a mail: a click of a person, as programs open links too."""
    return Form(
        title=_("Confirm your address"),
        action="/confirm-address",
        button=_("Confirm"),
        fields=(_link_field(_("Code of the link")),),
        links=(("/sign-in", _("Back to signing in")),),
    )


def join_form(*, signed_in: bool) -> Form:
    """Behind the link of an invitation."""
    if not signed_in:
        return Form(
            title=_("You are invited"),
            lead=_("Sign in with the invited address, or make an account with it; then open the link once more."),
            action="",
            button="",
            links=(("/sign-in", _("Sign in")), ("/register", _("Make an account"))),
        )
    return Form(
        title=_("You are invited"),
        lead=_("You become a member of the workspace."),
        action="/join",
        button=_("Join"),
        fields=(_link_field(_("Code of the invitation")),),
    )


def said(title: str, lead: str) -> Form:
    """Nothing to fill in: what was done, and the way on."""
    return Form(title=title, action="", button="", done=lead, links=(("/sign-in", _("Sign in")),))


def _try_it() -> tuple[str, str, str]:
    return (
        "/guest",
        _("Try it without an account"),
        _("What you do is kept for two hours at most, and shown to nobody."),
    )


def _address(hint: str = "") -> Field:
    return Field(name="address", label=_("E-mail address"), kind="email", complete="username", hint=hint)


def _name() -> Field:
    return Field(name="name", label=_("Your name"), complete="name")


def _password(label: str, complete: str, hint: str = "") -> Field:
    return Field(name="password", label=label, kind="password", complete=complete, hint=hint)


def _new_password() -> Field:
    hint = _("15 characters or more are best; a few words that do not belong together are easy to keep.")
    return _password(_("Password"), "new-password", hint)


def _link_field(label: str) -> Field:
    return Field(name="token", label=label, from_link=True)
