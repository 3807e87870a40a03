"""Who is signed in where, at the foot of the navigation: workspace, language, signing out.

show(values)  ->  plain forms of the front (cookies are the server's to set)
"""

from typing import Any

from resume_customizer.ui.components.element import mount


def show(values: dict[str, Any]) -> None:
    """The panel."""
    mount("account", "account", values)
