"""What the pages of the front do.

GET  ->  a form;  POST  ->  one call of a service  ->  a cookie and the way on | the form again with what is wrong

Promises (tests in tests/ui/test_front.py):

* The cookie of a session can't be read by scripts, goes to no other site, and is new with each sign-in.
* Signing in ends the session, or the guest's visit, that the browser came with.
* Signing in fails with the same words whether or not there is an account.
* The first account can be made from this machine only, and not where the installation is set to production.
* Signing out ends the session on the server, and the browser forgets what it kept of our pages.
* What tries passwords or sends mail is counted with the same calls of the API, by the address of the network; guests
  with what strangers call there.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from resume_customizer.core.actor import Actor
from resume_customizer.core.call_limits import MINUTE, Pace, limits_of
from resume_customizer.core.errors import NotFound, NotSignedIn, QuotaExceeded, ResumeCustomizerError
from resume_customizer.core.records.record import is_id
from resume_customizer.services.people.signing_in import SignedIn
from resume_customizer.ui.error_sentences import error_sentence
from resume_customizer.ui.front import forms, opening
from resume_customizer.ui.front.page import SCRIPT, STYLE, Form, render
from resume_customizer.ui.gate import source_of
from resume_customizer.ui.installation import Installation
from resume_customizer.ui.look import front_style
from resume_customizer.ui.refusing import note_form_fault
from resume_customizer.ui.texts import LANGUAGES, _, best_language, speak
from resume_customizer.ui.ways import way_of

Typed: TypeAlias = Mapping[str, str]
Act: TypeAlias = Callable[[Request, Actor, Typed], Response]
_UNCOUNTED: Final = frozenset({"/sign-out", "/workspace", "/language"})
"""Neither tries a password nor sends a mail."""
CLEAR: Final = '"cache", "storage"'
"""What a browser forgets when somebody signs out (W3C, Clear Site Data); the cookies that stay hold no secret."""
_ABSOLUTE: Final = 12 * 3600
_YEAR: Final = 365 * 24 * 3600
_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True, slots=True)
class Front:
    """The pages of one installation."""

    made: Installation

    def routes(self) -> list[Route]:
        """All of them."""
        pages: dict[str, tuple[Callable[[Request], Form], Act]] = {
            "/sign-in": (self._entrance, self._sign_in),
            "/first-account": (self._entrance, self._first_account),
            "/register": (self._register_form, self._register),
            "/forgot": (lambda _request: forms.forgot_form(), self._forgot),
            "/new-password": (lambda _request: forms.new_password_form(), self._new_password),
            "/confirm-address": (lambda _request: forms.confirm_form(), self._confirm),
            "/join": (self._join_form, self._join),
            "/guest": (self._entrance, self._guest),
            "/sign-out": (self._entrance, self._sign_out),
            "/workspace": (self._entrance, self._workspace),
            "/language": (self._entrance, self._language),
        }
        routes = [
            Route(path, self._page(form, act if path in _UNCOUNTED else self._counted(act)), methods=["GET", "POST"])
            for path, (form, act) in pages.items()
        ]
        routes.append(Route("/front/front.css", _file(front_style() + STYLE, "text/css")))
        scripts = {"/front/front.js": SCRIPT, **opening.scripts()}
        routes += [Route(path, _file(script, "text/javascript")) for path, script in scripts.items()]
        return routes

    # -------------------------------------------------------------- forms

    def _entrance(self, request: Request) -> Form:
        guests = self.made.visitors.guests is not None
        if self._may_begin(request):
            return forms.first_account_form(guests=guests)
        return forms.sign_in_form(self.made.settings.registration, guests=guests)

    def _register_form(self, request: Request) -> Form:
        return forms.register_form(invited="invited" in request.query_params)

    def _join_form(self, request: Request) -> Form:
        return forms.join_form(signed_in=isinstance(self._visitor(request), Actor))

    # -------------------------------------------------------------- what they do

    def _sign_in(self, request: Request, nobody: Actor, typed: Typed) -> Response:
        signed_in = self.made.desk.signing_in.sign_in(
            nobody, typed.get("address", ""), typed.get("password", ""), typed.get("code", "")
        )
        self._end_visit(request)
        return self._let_in(request, signed_in)

    def _first_account(self, request: Request, nobody: Actor, typed: Typed) -> Response:
        if not self._may_begin(request):
            return RedirectResponse("/sign-in", HTTPStatus.SEE_OTHER)
        desk, address, password = self.made.desk, typed.get("address", ""), typed.get("password", "")
        user_id = desk.first_account.make(nobody, address, typed.get("name", ""), password)
        signed_in = desk.signing_in.sign_in(nobody, address, password)
        # Also where a second factor is needed, which nobody can have yet.
        desk.workspaces.create(replace(nobody, user_id=user_id), _("My desk"))
        return self._let_in(request, signed_in)

    def _register(self, _request: Request, nobody: Actor, typed: Typed) -> Response:
        self.made.desk.accounts.register(
            nobody, typed.get("address", ""), typed.get("name", ""), typed.get("password", ""), typed.get("token", "")
        )
        return render(forms.said(_("Nearly done"), _("Open the link in the mail that we have sent you, then sign in.")))

    def _forgot(self, _request: Request, nobody: Actor, typed: Typed) -> Response:
        self.made.desk.accounts.ask_new_password(nobody, typed.get("address", ""))
        told = _("If there is an account with this address, a link is on its way.")
        return render(forms.said(_("Look into your mail"), told))

    def _new_password(self, _request: Request, nobody: Actor, typed: Typed) -> Response:
        self.made.desk.accounts.reset_password(nobody, typed.get("token", ""), typed.get("password", ""))
        return render(forms.said(_("Done"), _("Your new password is set.")))

    def _confirm(self, _request: Request, nobody: Actor, typed: Typed) -> Response:
        self.made.desk.accounts.confirm_address(nobody, typed.get("token", ""))
        return render(forms.said(_("Done"), _("Your address is confirmed.")))

    def _join(self, request: Request, _nobody: Actor, typed: Typed) -> Response:
        person = self._visitor(request)
        if not isinstance(person, Actor):
            raise NotSignedIn("not-signed-in", _("Sign in first, then open the link once more."))
        workspace_id = self.made.desk.workspaces.join(person, typed.get("token", ""))
        return self._with_workspace(workspace_id)

    def _guest(self, _request: Request, _nobody: Actor, _typed: Typed) -> Response:
        guests, names = self.made.visitors.guests, self.made.visitors.names
        if guests is None:
            raise NotSignedIn("no-guests", _("Here everybody needs an account."))
        answer = _home("/")
        answer.set_cookie(
            names.guest, guests.admit(), max_age=7200, httponly=True, samesite="lax", secure=names.secure, path="/"
        )
        return answer

    def _sign_out(self, request: Request, _nobody: Actor, _typed: Typed) -> Response:
        self._end_visit(request)
        visitors = self.made.visitors
        answer = _home("/sign-in")
        for name in (visitors.names.person, visitors.names.guest):
            answer.delete_cookie(name, path="/", httponly=True, samesite="lax", secure=visitors.names.secure)
        answer.headers["clear-site-data"] = CLEAR
        return answer

    def _workspace(self, _request: Request, _nobody: Actor, typed: Typed) -> Response:
        return self._with_workspace(typed.get("workspace", ""))

    def _language(self, _request: Request, _nobody: Actor, typed: Typed) -> Response:
        chosen, answer = typed.get("language", ""), _home("/")
        if chosen in LANGUAGES:
            self._remember(answer, self.made.visitors.names.language, chosen)
        return answer

    # -------------------------------------------------------------- inside

    def _end_visit(self, request: Request) -> None:
        """What the browser came with counts no more."""
        visitors, person = self.made.visitors, self._visitor(request)
        if isinstance(person, Actor):
            with suppress(NotSignedIn, NotFound):  # it has ended meanwhile
                self.made.desk.signing_in.sign_out(person)
        if visitors.guests is not None:
            visitors.guests.end(request.cookies.get(visitors.names.guest, ""))

    def _counted(self, act: Act) -> Act:
        """What is done, unless too much of it comes from one address of the network."""

        def counted(request: Request, nobody: Actor, typed: Typed) -> Response:
            pace = Pace.USUAL if request.url.path == "/guest" else Pace.SIGNING_IN
            for counter in limits_of(pace, nobody.source.address):
                if self.made.counts.count(counter).is_over:
                    message = _("Many tries came from your network just now. Wait a minute, then try again.")
                    raise QuotaExceeded("too-many-calls", message)
            return act(request, nobody, typed)

        return counted

    def _visitor(self, request: Request) -> object:
        source = source_of(request.scope)
        return self.made.visitors.find(self.made.visitors.of_cookies(request.cookies, source), source)

    def _may_begin(self, request: Request) -> bool:
        """Whether this is the one who has just started the installation on their own machine."""
        settings, client = self.made.settings, request.client
        if settings.production or urlsplit(settings.site).hostname not in _LOOPBACK:
            return False
        nobody = Actor("", source_of(request.scope))
        return client is not None and client.host in _LOOPBACK and self.made.desk.first_account.is_open(nobody)

    def _let_in(self, request: Request, signed_in: SignedIn) -> Response:
        names = self.made.visitors.names
        answer = _home(way_of(request.cookies.get(names.way, "")))
        token = signed_in.session_token.reveal()
        answer.set_cookie(
            names.person, token, max_age=_ABSOLUTE, httponly=True, samesite="lax", secure=names.secure, path="/"
        )
        for name in (names.guest, names.way):
            answer.delete_cookie(name, path="/", httponly=True, samesite="lax", secure=names.secure)
        return answer

    def _with_workspace(self, workspace_id: str) -> Response:
        answer = _home("/")
        if is_id(workspace_id):
            self._remember(answer, self.made.visitors.names.workspace, workspace_id)
        return answer

    def _remember(self, answer: Response, name: str, chosen: str) -> None:
        """Let a browser keep for a year what was chosen."""
        secure = self.made.visitors.names.secure
        answer.set_cookie(name, chosen, max_age=_YEAR, httponly=True, samesite="lax", secure=secure, path="/")

    def _page(self, form: Callable[[Request], Form], act: Act) -> Callable[[Request], object]:
        """One page: its form, and what sending it does."""

        def answer(request: Request, typed: dict[str, str] | None) -> Response:
            chosen = request.cookies.get(self.made.visitors.names.language)
            speak(chosen or best_language(request.headers.get("accept-language", "")))
            if typed is None:
                return render(form(request))
            try:
                return act(request, Actor("", source_of(request.scope)), typed)
            except ResumeCustomizerError as fault:
                here = source_of(request.scope)
                note_form_fault(fault, request.url.path, here.address, here.request_id)
                busy = isinstance(fault, QuotaExceeded)
                status = HTTPStatus.TOO_MANY_REQUESTS if busy else HTTPStatus.UNPROCESSABLE_ENTITY
                answer = render(form(request).filled(typed, error_sentence(fault.message)), status)
                if busy:
                    answer.headers["retry-after"] = str(MINUTE)
                return answer

        async def endpoint(request: Request) -> Response:
            typed = None
            if request.method == "POST":
                async with request.form(max_files=0, max_fields=20) as sent:
                    typed = {name: value for name, value in sent.items() if isinstance(value, str)}
            return await run_in_threadpool(answer, request, typed)

        return endpoint


def _home(path: str) -> RedirectResponse:
    return RedirectResponse(path, HTTPStatus.SEE_OTHER, {"cache-control": "no-store"})


def _file(text: str, kind: str) -> Callable[[Request], Response]:
    headers = {"cache-control": "public, max-age=3600"}

    def endpoint(_request: Request) -> Response:
        return Response(text, media_type=kind, headers=headers)

    return endpoint
