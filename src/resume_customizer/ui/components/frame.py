"""A page of somebody's document, where it can do nothing: no script, no form, no request, no way to the app around it.

show_frame(key, html)  ->  a frame with the emptiest of sandboxes (HTML, iframe, sandbox)
"""

from resume_customizer.ui.components.element import mount


def show_frame(key: str, html: str, title: str, height: int = 640) -> None:
    """Show the page; `title` is read to those who do not see it."""
    mount("frame", key, {"html": html, "title": title, "height": height})
