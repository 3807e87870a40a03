"""What is the same around every screen: who is signed in where, the keyboard (Ctrl-K, `?`), and the look.

screens, account  ->  show_shell()  ->  one element at the foot of the navigation; plain forms of the front, as cookies
are the server's to set
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from resume_customizer.ui.components.element import show_still
from resume_customizer.ui.texts import _

ICON: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#17695f"/>'
    '<path d="M9 9h14M9 16h14M9 23h8" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>'
)
"""Of the browser's tab; a name of an icon would be fetched from elsewhere."""
LOGO: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 250 32"><rect width="32" height="32" rx="8" fill="#17695f"/>'
    '<path d="M9 9h14M9 16h14M9 23h8" stroke="#fff" stroke-width="3" stroke-linecap="round"/>'
    '<text x="42" y="22" font-family="sans-serif" font-size="17" font-weight="600" fill="#3a8f84">'
    "Resume Customizer</text></svg>"
)


def show_shell(account: Mapping[str, Any], screens: Sequence[Mapping[str, str]]) -> None:
    """Once a run; it is the same in each, so that Streamlit names it instead of sending it again."""
    show_still("shell", {"account": account, "keyboard": {"screens": screens} | _keyboard()})


def _keyboard() -> dict[str, Any]:
    texts = {
        "go": _("Go to a screen"),
        "none": _("No screen is called like this."),
        "sheet": _("Keyboard shortcuts"),
        "close": _("Close"),
    }
    keys = [
        ("Ctrl K", _("Go to a screen")),
        ("?", _("Show this sheet")),
        ("Tab", _("Next field or button")),
        ("Esc", _("Close what is open")),
    ]
    return {"texts": texts, "keys": keys}
