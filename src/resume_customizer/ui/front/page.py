"""A page with one form, as text.

Form(title, fields, …)  ->  render()  ->  HTML in which every value is escaped

Promises (tests in tests/ui/test_front.py):

* Whatever people type comes back as text, never as markup.
* Every field has its label; an error is announced, and names what to do.
"""

from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import Final

from starlette.responses import HTMLResponse

from resume_customizer.ui.texts import _, language

POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "content-security-policy": POLICY,
    "cache-control": "no-store",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
}
_FOLDER: Final = Path(__file__).parent
STYLE: Final = (_FOLDER / "front.css").read_text("utf-8")
SCRIPT: Final = (_FOLDER / "front.js").read_text("utf-8")
_PAGE: Final = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title} · Resume Customizer Pro</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/front/front.css">
<script src="/front/front.js" defer></script>
</head><body><main class="card"><p class="brand"><span class="mark" aria-hidden="true">R</span>Resume Customizer Pro</p>
<h1>{title}</h1>
{body}
</main><p class="foot">{foot}</p></body></html>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing to fill in."""

    name: str
    label: str
    kind: str = "text"
    complete: str = "off"
    """What a browser may fill in (HTML, autocomplete)."""
    hint: str = ""
    value: str = ""
    optional: bool = False
    from_link: bool = False
    """Comes from behind the # of the page's address, where it stands in no server's log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One page."""

    title: str
    action: str
    button: str
    fields: tuple[Field, ...] = ()
    lead: str = ""
    links: tuple[tuple[str, str], ...] = ()
    """(address, text) below the form."""
    second: tuple[str, str, str] = ("", "", "")
    """Another thing that can be done: action, button, what it means."""
    error: str = ""
    done: str = ""
    """What was done, said above the form."""

    def filled(self, typed: dict[str, str], error: str) -> "Form":
        """The same with what was typed, but for passwords and codes, and what is wrong."""
        kept = tuple(
            each if each.kind == "password" else replace(each, value=typed.get(each.name, each.value)[:400])
            for each in self.fields
        )
        return replace(self, fields=kept, error=error)


def render(form: Form, status: int = 200) -> HTMLResponse:
    """The page."""
    parts = [
        f'<p class="lead">{escape(form.lead)}</p>' if form.lead else "",
        f'<p class="done" role="status">{escape(form.done)}</p>' if form.done else "",
        f'<p class="error" role="alert" id="error">{escape(form.error)}</p>' if form.error else "",
        f'<form method="post" action="{escape(form.action)}">' if form.button else "",
        *(_field(each, is_first=at == 0, wrong=bool(form.error)) for at, each in enumerate(form.fields)),
        f'<button type="submit">{escape(form.button)}</button></form>' if form.button else "",
        _second(*form.second) if form.second[0] else "",
        _links(form.links),
    ]
    foot = _("Your document back, with the right points in the right place, and proof that nothing else moved.")
    text = _PAGE.format(
        language=language(), title=escape(form.title), body="\n".join(filter(None, parts)), foot=escape(foot)
    )
    return HTMLResponse(text, status, HEADERS)


def _field(field: Field, *, is_first: bool, wrong: bool) -> str:
    described = f' aria-describedby="{field.name}-hint"' if field.hint else ""
    marks = "" if field.optional else " required"
    marks += " autofocus" if is_first and not field.from_link else ""
    marks += ' aria-invalid="true"' if wrong and is_first else ""
    marks += " data-from-link" if field.from_link else ""
    value = f' value="{escape(field.value)}"' if field.value else ""
    hint = f'<small id="{field.name}-hint">{escape(field.hint)}</small>' if field.hint else ""
    return (
        f'<div class="field"><label for="{field.name}">{escape(field.label)}</label>'
        f'<input id="{field.name}" name="{field.name}" type="{field.kind}" autocomplete="{field.complete}" '
        f'maxlength="1024"{value}{marks}{described}>{hint}</div>'
    )


def _second(action: str, button: str, meaning: str) -> str:
    return (
        f'<div class="or"><span>{escape(_("or"))}</span></div><form method="post" action="{escape(action)}">'
        f'<button type="submit" class="plain">{escape(button)}</button><small>{escape(meaning)}</small></form>'
    )


def _links(links: tuple[tuple[str, str], ...]) -> str:
    items = "".join(f'<li><a href="{escape(address)}">{escape(text)}</a></li>' for address, text in links)
    return f'<ul class="links">{items}</ul>' if items else ""
