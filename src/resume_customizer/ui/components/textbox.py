"""A field for long text that says what was typed while it is typed, not only when it is left.

textbox(key, label, text)  ->  the text as it is now
"""

from resume_customizer.ui.components.element import did, mount


def typed(key: str, before: str) -> str:
    """What the field holds now; known before it is shown."""
    done = did(key)
    return str(done.get("text", "")) if done and done.get("do") == "text" else before


def textbox(key: str, label: str, text: str, *, example: str = "", lines: int = 9) -> None:
    """Show the field."""
    mount("textbox", key, {"label": label, "text": text, "example": example, "lines": lines})
