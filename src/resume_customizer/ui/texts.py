"""Everything that the web app says, in the language of who reads it.

English in the code  ->  _("…")  ->  the catalogue of the language (locale/*.po, as gettext has them)  ->  the text

The English text is the key: where a translation is missing, English is shown.

Promises (tests in tests/ui/test_texts.py):

* Every text has its German; none is stale, and each has the placeholders of its text.
* A language that nobody translated is answered in English.
"""

import ast
from collections.abc import Mapping
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent / "locale"
LANGUAGES: Final = {"en": "English", "de": "Deutsch"}
_language: ContextVar[str] = ContextVar("language", default="en")


def speak(language: str) -> None:
    """From here on, in this thread or task, texts are in this language."""
    _language.set(language if language in LANGUAGES else "en")


def language() -> str:
    """The language that is spoken."""
    return _language.get()


def _(text: str, /, **values: object) -> str:
    """A text in the language that is spoken, with its values."""
    found = catalogue(_language.get()).get(text) or text
    return found.format(**values) if values else found


def several(one: str, many: str, count: int) -> str:
    """The text for one or for several, with `{count}`."""
    return _(one if count == 1 else many, count=f"{count:,}")


def worded(word: str) -> str:
    """A word of the core, e.g. a state, in the language that is spoken, with a capital."""
    told = _(word) if word else ""
    return told[:1].upper() + told[1:]


def marked(text: str) -> str:
    """The text as it is: it stands in a table and is translated where it is shown."""
    return text


def best_language(accepted: str) -> str:
    """The first language of an Accept-Language header that the app speaks."""
    wanted = (each.partition(";")[0].strip().lower()[:2] for each in accepted[:500].split(","))
    return next((each for each in wanted if each in LANGUAGES), "en")


@cache
def catalogue(code: str) -> Mapping[str, str]:
    """The translations of a language by the English text."""
    file = _FOLDER / f"{code}.po"
    return parse_po(file.read_text("utf-8")) if file.exists() else {}


def parse_po(text: str) -> dict[str, str]:
    """The entries of a catalogue of gettext, but for its head; raises ValueError for what is no entry."""
    found: dict[str, str] = {}
    entry = {"msgid": "", "msgstr": ""}
    part = "msgid"
    for line in [*text.splitlines(), 'msgid ""']:
        if not line or line.startswith("#"):
            continue
        word, _space, rest = line.partition(" ") if not line.startswith('"') else (part, "", line)
        if word == "msgid" and not line.startswith('"'):
            found[entry["msgid"]] = entry["msgstr"]
            entry = {"msgid": "", "msgstr": ""}
        if word == "msgstr" and part == word and not line.startswith('"'):
            message = f"two translations of one text: {entry['msgid']}"
            raise ValueError(message)
        part = word
        entry[part] += ast.literal_eval(rest)
    found.pop("", None)
    return found
