"""One process with everything that people and programs call: `python -m resume_customizer.serving HOST PORT`.

settings  ->  build_app(), build_desk()  ->  Entrance  ->  the API and the web app behind one guard  ->  requests
"""

import sys
from urllib.parse import urlsplit

from resume_customizer.api.application import make_application
from resume_customizer.api.entrance import Entrance, Rules
from resume_customizer.api.guard import LOOPBACK
from resume_customizer.api.server import serve
from resume_customizer.app_bootstrap import build_app, build_desk
from resume_customizer.settings import Settings, read_settings


def main() -> None:
    """Serve until the process is asked to end; work in hand is finished first."""
    host, port = sys.argv[1], int(sys.argv[2])
    settings = read_settings()
    with build_app(settings) as app:
        entrance = Entrance(build_desk(app), app.documents, rules_of(settings, host))
        serve(make_application(entrance, hosts_of(settings)), host, port, _listed(settings.proxies))


def rules_of(settings: Settings, host: str) -> Rules:
    """What the API is set to. Documents are customized for everybody only where nobody else can come in."""
    is_alone = host in {"127.0.0.1", "localhost", "::1"} and not settings.production
    is_open = settings.open_calls if settings.open_calls is not None else is_alone
    return Rules(is_open, settings.site.startswith("https://"))


def hosts_of(settings: Settings) -> tuple[str, ...]:
    """The names under which the server may be called: this machine, the site, and those that are set."""
    site = urlsplit(settings.site).netloc.lower().rpartition(":")[0] or urlsplit(settings.site).netloc.lower()
    return (*LOOPBACK, site, *(each.lower() for each in _listed(settings.hosts)))


def _listed(text: str) -> list[str]:
    return [each for each in (part.strip() for part in text.split(",")) if each]


if __name__ == "__main__":
    main()
