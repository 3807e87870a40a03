"""Texts of mails that come with the program (Jinja2, in mail_texts/), with parts that only appear when they are known.

    mail_texts/<name>.txt: About, Needs, Subject, body  +  values  ->  fill()  ->  subject, text, HTML

The texts are ours and still run in a sandbox, in which nothing can be changed and nothing unknown is passed over.
Values are put in as they are: what looks like Jinja2 in them stays text. HTML is made of the finished text, escaped.

Promises (tests in tests/infrastructure/test_built_in_mails.py):

* A text that lacks what it needs names all of it, and is not written.
* Nothing that a value holds is run, neither as a template nor as HTML.
"""

import re
from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files
from typing import Final, NamedTuple

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from resume_customizer.core.account_mails import Letter
from resume_customizer.core.errors import InvalidInput, NotFound
from resume_customizer.core.mail_text import PLACES, as_html
from resume_customizer.services.mail.mail_ports import BuiltInText

NAMES: Final = (
    "submission",
    "application",
    "follow-up-1",
    "follow-up-2",
    "follow-up-3",
    "thank-you",
    "interview-confirmation",
    "right-to-represent",
)
_FOLDER: Final = "resume_customizer.infrastructure"
_GAP: Final = re.compile(r"\n{3,}")


class _Source(NamedTuple):
    about: str
    needs: tuple[str, ...]
    subject: str
    body: str


class BuiltInMails:
    """The texts; to be shared by threads."""

    def list_names(self) -> tuple[str, ...]:
        """What they are called."""
        return NAMES

    def get(self, name: str) -> BuiltInText:
        """One of them, with every part that it can have, as people write their own; raises NotFound."""
        source = self._source(name)
        every = {place: f"{{{{ {place} }}}}" for place in PLACES}
        letter = self._rendered(source, every)
        return BuiltInText(name, source.about, letter.subject, letter.text)

    def fill(self, name: str, values: Mapping[str, str]) -> tuple[Letter, str]:
        """Subject and text, and its HTML. Raises InvalidInput `unfilled-places`, NotFound."""
        source = self._source(name)
        known = {place: value.strip() for place, value in values.items() if value.strip()}
        missing = [place for place in source.needs if place not in known]
        if missing:
            raise InvalidInput("unfilled-places", f"“{name}” has no value for {', '.join(missing)}.")
        letter = self._rendered(source, known)
        return letter, as_html(letter.text)

    def _source(self, name: str) -> _Source:
        if name not in NAMES:
            raise NotFound("no-template", f"There is no template “{name[:60]}”; `template list` shows all.")
        return self._sources[name]

    @cached_property
    def _sources(self) -> dict[str, _Source]:
        return {name: _read((files(_FOLDER) / "mail_texts" / f"{name}.txt").read_text("utf-8")) for name in NAMES}

    @cached_property
    def _environment(self) -> ImmutableSandboxedEnvironment:
        # Plain text: its HTML is made, and escaped, from the finished text.
        return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)

    def _rendered(self, source: _Source, values: Mapping[str, str]) -> Letter:
        subject, text = (self._environment.from_string(each).render(values) for each in (source.subject, source.body))
        return Letter(" ".join(subject.split()), _GAP.sub("\n\n", text).strip() + "\n")


def _read(text: str) -> _Source:
    head, _, body = text.partition("\n\n")
    lines = dict(line.split(": ", 1) for line in head.splitlines())
    return _Source(lines["About"], tuple(lines["Needs"].split(", ")), lines["Subject"], body)
