"""The keyboard: Ctrl-K opens a palette of all screens, `?` the sheet of shortcuts.

show(screens)  ->  nothing on the page until a key is pressed
"""

from typing import Any

from resume_customizer.ui.components.element import mount
from resume_customizer.ui.texts import _


def show(screens: list[dict[str, Any]]) -> None:
    """Listen for keys."""
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
    mount("keyboard", "keyboard", {"screens": screens, "texts": texts, "keys": keys})
