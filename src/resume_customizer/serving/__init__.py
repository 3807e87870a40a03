"""One process with everything that people and programs call: `python -m resume_customizer.serving HOST PORT`.

settings  ->  build_app(), build_desk()  ->  Entrance  ->  the API and the web app behind one guard  ->  requests
"""

import secrets
import sys
from datetime import UTC, datetime
from urllib.parse import urlsplit

from resume_customizer.api.application import Pages, make_application
from resume_customizer.api.entrance import Entrance, Rules
from resume_customizer.api.guard import LOOPBACK
from resume_customizer.api.pacing import Paces
from resume_customizer.api.server import serve
from resume_customizer.app_bootstrap import App, build_app, build_desk, embedded_workers
from resume_customizer.cli.exits import exit_code_of
from resume_customizer.cli.screen import tell
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.infrastructure.call_counts import CallCounts
from resume_customizer.infrastructure.logs import LogRules, configure_logs
from resume_customizer.infrastructure.server_certificate import read_certificate
from resume_customizer.services.desk import Desk
from resume_customizer.settings import Settings, listed, read_settings
from resume_customizer.ui.door import make_web_app
from resume_customizer.ui.guests import Guests
from resume_customizer.ui.installation import Installation
from resume_customizer.ui.visitors import CookieNames, Visitors


def main() -> None:
    """Serve until the process is asked to end; what stands in the way of beginning is told in a sentence."""
    try:
        _serve(sys.argv[1], int(sys.argv[2]))
    except ResumeCustomizerError as fault:
        tell(f"Error: {fault}", "red")
        raise SystemExit(exit_code_of(fault)) from None


def _serve(host: str, port: int) -> None:
    """Work in hand is finished before it ends."""
    settings = read_settings()
    configure_logs(LogRules(settings.log_level, settings.log_file, settings.log_json))
    certificate = read_certificate(settings.tls_certificate, settings.tls_key)
    with build_app(settings) as app:
        desk = build_desk(app)
        counts = CallCounts(settings.redis_url.get_secret_value())
        entrance = Entrance(desk, app.documents, rules_of(settings, host), Paces(counts, desk.usage))
        application = make_application(entrance, hosts_of(settings), pages_of(app, desk, counts))
        with embedded_workers(app, desk):
            serve(application, host, port, listed(settings.proxies), certificate)


def pages_of(app: App, desk: Desk, counts: CallCounts) -> Pages:
    """The web app of an installation; its forms are counted with the calls of the API."""
    settings = app.settings
    has_guests = settings.guests if settings.guests is not None else not settings.production
    guests = Guests(lambda: datetime.now(UTC)) if has_guests else None
    visitors = Visitors(desk, guests, CookieNames(settings.site.startswith("https://")))
    made = Installation(settings, desk, app.documents, visitors, counts)
    # One process serves a browser: what signs Streamlit's own cookies need not outlive it.
    web = make_web_app(made, hosts_of(settings), secrets.token_hex(32))
    return Pages(web.application, web.lifespan)


def rules_of(settings: Settings, host: str) -> Rules:
    """What the API is set to. Documents are customized for everybody only where nobody else can come in."""
    is_alone = host in {"127.0.0.1", "localhost", "::1"} and not settings.production
    is_open = settings.open_calls if settings.open_calls is not None else is_alone
    return Rules(is_open, settings.site.startswith("https://"))


def hosts_of(settings: Settings) -> tuple[str, ...]:
    """The names under which the server may be called: this machine, the site, and those that are set."""
    site = urlsplit(settings.site).netloc.lower().rpartition(":")[0] or urlsplit(settings.site).netloc.lower()
    return (*LOOPBACK, site, *(each.lower() for each in listed(settings.hosts)))
