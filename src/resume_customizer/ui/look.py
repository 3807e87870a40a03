"""What Streamlit is set to: its safety, its thrift and the one calm look, light and dark.

options(hosts, secret)  ->  configure()  ->  Streamlit, before its application is made

The figures behind the settings: docs/decisions/0037-one-process-and-a-gate.md.

Promises (tests in tests/ui/test_look.py):

* What protects people is on, whatever a config.toml on this machine says.
* Text and what can be clicked stand out from what is behind them, by at least 4.5 to 1, light and dark.
"""

from collections.abc import Iterable
from typing import Any, Final

VISITOR_HEADER: Final = "x-rcp-visitor"
"""Says to Streamlit who is there; the gate alone sets it."""
MOST_UPLOADED: Final = 10
"""Megabytes of one file."""
INK: Final = {"light": "#1d2528", "dark": "#e6eaea"}
PAPER: Final = {"light": "#ffffff", "dark": "#14191b"}
SHADE: Final = {"light": "#f4f6f5", "dark": "#1d2427"}
ACCENT: Final = {"light": "#17695f", "dark": "#1f7a6e"}
LINK: Final = {"light": "#17695f", "dark": "#7fd1c4"}
BORDER: Final = {"light": "#dce2e0", "dark": "#333d40"}
QUIET: Final = {"light": "#56636a", "dark": "#a3b0b4"}
"""Text of less weight."""


def options(hosts: Iterable[str], secret: str) -> dict[str, Any]:
    """Streamlit's settings by their names."""
    safe = {
        "server.headless": True,
        "server.fileWatcherType": "none",
        "server.maxUploadSize": MOST_UPLOADED,
        "server.maxMessageSize": 50,
        "server.maxWidgetStateSize": 2,
        "server.disconnectedSessionTTL": 60,
        "server.enableCORS": True,
        "server.enableXsrfProtection": True,
        "server.enableAgentApi": False,
        "server.enableStaticServing": False,
        "server.allowedHosts": [each.strip("[]") for each in hosts],
        "server.cookieSecret": secret,
        "server.trustedUserHeaders": {VISITOR_HEADER: "visitor"},
        "browser.gatherUsageStats": False,
        "client.allowedOrigins": [],  # no page around ours may steer it
        "client.showErrorDetails": "none",
        "client.toolbarMode": "viewer",
        "runner.fastReruns": False,  # ui/turns.py sees to it: only what waits takes more in
        "runner.postScriptGC": False,  # infrastructure/garbage.py sees to it
        "runner.magicEnabled": False,
        "global.developmentMode": False,
        "global.minCachedMessageSize": 1_000,  # bytes; what a page has is named, not sent again
    }
    return safe | _theme()


def configure(hosts: Iterable[str], secret: str) -> None:
    """Set Streamlit up; what is set here goes before any file."""
    from streamlit import config

    from resume_customizer.ui.quicker import quicken

    config.get_config_options(force_reparse=True, options_from_flags=options(hosts, secret))
    quicken()


def front_style() -> str:
    """The same look for the pages that do without Streamlit."""
    names = {"ink": INK, "paper": PAPER, "shade": SHADE, "accent": ACCENT, "link": LINK, "border": BORDER}
    names["quiet"] = QUIET
    rules = {kind: "".join(f"--{name}:{colours[kind]};" for name, colours in names.items()) for kind in INK}
    return f":root{{{rules['light']}}}@media (prefers-color-scheme: dark){{:root{{{rules['dark']}}}}}"


def _theme() -> dict[str, Any]:
    common = {
        "theme.baseRadius": "0.5rem",
        "theme.buttonRadius": "0.5rem",
        "theme.showWidgetBorder": True,
        "theme.headingFontWeights": [650, 600, 600, 600, 600, 600],
        "theme.headingFontSizes": ["1.75rem", "1.35rem", "1.12rem", "1rem", "1rem", "1rem"],
        "theme.baseFontSize": 15,
        "theme.paddingTop": "1.5rem",
    }
    for kind in INK:
        common |= {
            f"theme.{kind}.primaryColor": ACCENT[kind],
            f"theme.{kind}.backgroundColor": PAPER[kind],
            f"theme.{kind}.secondaryBackgroundColor": SHADE[kind],
            f"theme.{kind}.textColor": INK[kind],
            f"theme.{kind}.linkColor": LINK[kind],
            f"theme.{kind}.borderColor": BORDER[kind],
            f"theme.{kind}.sidebar.backgroundColor": SHADE[kind],
        }
    return common
