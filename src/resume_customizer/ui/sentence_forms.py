"""Forms of sentences, with places for what changes: how a text of the core becomes one of another language.

a text  ->  the form that it has, whole, or those of its clauses or sentences  ->  the form's translation, filled in

Clauses stand between "; " or ", ", sentences between ". ". What stands in quotation marks or brackets is never taken
apart. What is in a place is shown as it is, but for those whose content is a clause itself: that needs its own form.

Promises (tests in tests/ui/test_sentences.py, tests/ui/test_error_sentences.py):

* A text is told whole or not at all: none is translated by halves.
* What people wrote is never changed, and never read as a form.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain, zip_longest
from typing import Final

from resume_customizer.ui.texts import _, catalogue, language

_SAID: Final = frozenset({"where", "why", "what", "action", "state", "states", "before", "role"})
"""Places whose content is a sentence, a clause or a word of ours itself."""
_PLACE: Final = re.compile(r"\{(\w+)\}")
_NUMBER: Final = r"-?[\d.,]+"
_SHAPES: Final = {
    **dict.fromkeys(("n", "all", "count", "most", "least"), _NUMBER),
    "address": r"[^\s:]+",
    "field": r"[\w.]+",
    "file": r"[^“”:\n]+\.\w{2,5}",
    "names": r"(?:(?!\. )[^:;“”\n])+?",
}
"""What may stand in places of these names; anything in others."""
_QUOTED: Final = r"(?:[^“”]|“[^“”]*”)+?"
"""Between quotation marks: what has none itself, or whole pairs."""
_CLOSING: Final = {"“": "”", "(": ")"}
_LONGEST: Final = 4_000
"""Characters; a longer text is shown as it is."""
_DEEPEST: Final = 6
"""Places inside of places."""
_MOST_TRIES: Final = 120
"""Clauses that are held against the forms for one text, so that no text takes long."""


class Forms:
    """Some forms, ready to be matched."""

    def __init__(
        self, texts: Iterable[str], beside: "Forms | None" = None, labels: Mapping[str, str] | None = None
    ) -> None:
        """`beside` are other forms for what stands in places, `labels` what fields are called.

        With forms beside them, texts are taken to hold what anybody wrote: no place reaches over a quotation mark.
        """
        self._texts = tuple(texts)
        self.beside = beside
        self.labels = labels or {}

    def told(self, text: str) -> str:
        """The text in the language that is spoken; empty when it has no form."""
        return _Telling(self).told(text) if len(text) <= _LONGEST else ""

    @cached_property
    def fixed(self) -> frozenset[str]:
        """Forms without places."""
        return frozenset(each for each in self._texts if not _PLACE.search(each))

    @cached_property
    def shapes(self) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
        """Each other form, the most that it says itself in a row, and what its texts look like; the longest first."""
        pieces = {form: _PLACE.split(form) for form in self._texts if form not in self.fixed}
        order = sorted(pieces, key=lambda form: -sum(map(len, pieces[form][::2])))
        return tuple(
            (form, max(pieces[form][::2], key=len), _shape(pieces[form], is_strict=self.beside is not None))
            for form in order
        )


class _Telling:
    """One text on its way into another language."""

    def __init__(self, forms: Forms) -> None:
        self._forms = forms
        self._tries = self._depth = 0

    def told(self, text: str) -> str:
        if self._depth == _DEEPEST:
            return ""
        self._depth += 1
        told = self._by_form(text) or self._by_clauses(text) or self._by_sentences(text)
        self._depth -= 1
        return told

    def _by_form(self, text: str) -> str:
        """A text that has a form of its own, also when it begins with a capital because it stands first."""
        for said in dict.fromkeys((text, text[:1].lower() + text[1:])):
            if said in self._forms.fixed:
                return _beginning_as(text, said, _(said))
            self._tries += 1
            if self._tries > _MOST_TRIES:
                return ""
            for form, literal, shape in self._forms.shapes:
                found = shape.fullmatch(said) if literal in said else None
                if found and (values := self._values(found)) is not None:
                    return _beginning_as(text, said, _filled(_(form), values))
        return ""

    def _by_clauses(self, text: str) -> str:
        for bare, stop in ((text[:-1], "."), (text, "")) if text.endswith(".") else ((text, ""),):
            clauses = _all_told(_parts(bare, "; "), lambda each: self._by_form(each) or self._in_a_row(each))
            if clauses:
                return "; ".join(clauses) + stop
        return ""

    def _in_a_row(self, text: str) -> str:
        return ", ".join(_all_told(_parts(text, ", "), lambda each: self._by_form(each) or self._by_word(each)))

    def _by_sentences(self, text: str) -> str:
        *first, last = _parts(text, ". ")
        return " ".join(_all_told([*(f"{each}." for each in first), last], self.told)) if first else ""

    def _by_word(self, text: str) -> str:
        """A word of ours, e.g. a status; as it stands in the catalogue."""
        known = catalogue(language()) if self._forms.beside else {}
        return known.get(text) or known.get(text[:1].upper() + text[1:], "")

    def _values(self, found: re.Match[str]) -> dict[str, str] | None:
        """What stands in the places of a form; none for a clause that has no form itself."""
        values = found.groupdict()
        for name, value in values.items():
            values[name] = self._value(name, value)
            if not values[name]:
                return None
        return values

    def _value(self, name: str, value: str) -> str:
        forms = self._forms
        if name in _SAID:
            return self.told(value) or (forms.beside.told(value) if forms.beside else "")
        return _(forms.labels[value]) if name == "field" and value in forms.labels else value


def _all_told(parts: Sequence[str], tell: Callable[[str], str]) -> list[str]:
    """Each part as it is told; none when one is not."""
    told = []
    for each in parts:
        told.append(tell(each))
        if not told[-1]:
            return []
    return told


def _beginning_as(text: str, said: str, told: str) -> str:
    return told if said == text else told[:1].upper() + told[1:]


def _filled(form: str, values: Mapping[str, str]) -> str:
    """Other braces than those of places stay as they are."""
    return _PLACE.sub(lambda place: values[place[1]], form)


def _shape(pieces: Sequence[str], *, is_strict: bool) -> re.Pattern[str]:
    literal, names = pieces[::2], pieces[1::2]
    places = []
    for at, name in enumerate(names):
        is_quoted = is_strict and literal[at].endswith("“") and literal[at + 1].startswith("”")
        places.append(f"(?P<{name}>{_QUOTED if is_quoted else _SHAPES.get(name, '.+?')})")
    return re.compile(
        "".join(chain.from_iterable(zip_longest(map(re.escape, literal), places, fillvalue=""))), re.DOTALL
    )


def _parts(text: str, mark: str) -> list[str]:
    """The text between the marks that stand neither in quotation marks nor in brackets."""
    parts, begin, open_until = list[str](), 0, list[str]()
    for at, character in enumerate(text):
        if open_until and character == open_until[-1]:
            open_until.pop()
        elif character in _CLOSING:
            open_until.append(_CLOSING[character])
        elif not open_until and text.startswith(mark, at):
            parts.append(text[begin:at])
            begin = at + len(mark)
    return [*parts, text[begin:]]
