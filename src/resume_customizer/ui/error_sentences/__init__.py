"""Errors in the language of who reads them: what services and the core refuse, and where.

"The file is larger than 5 MB."  ->  error_sentence()  ->  the same in the reader's language

The core says errors in English, with their values inside. Here stand the forms that they have, by what they are about.
They are matched when an error is shown, and apart from the reasons of plans, which do not get slower by them. What a
machine said (an operating system, a mail server) stands in an error as it said it.

Promises (tests in tests/ui/test_error_sentences.py):

* Every error of services, of the core and of what they call has its form, or stands on a list of those that never
  reach a screen, with the reason.
* An error is told whole, or shown whole as it is.
"""

from functools import lru_cache
from itertools import chain
from typing import Final

from resume_customizer.core.staffing.consultants import CONSULTANT_FIELDS
from resume_customizer.core.staffing.interviews import INTERVIEW_FIELDS
from resume_customizer.core.staffing.requirements import FIELDS
from resume_customizer.ui.error_sentences.desk import DESK
from resume_customizer.ui.error_sentences.files import FILES
from resume_customizer.ui.error_sentences.installation import INSTALLATION
from resume_customizer.ui.error_sentences.mail import MAIL
from resume_customizer.ui.error_sentences.people import PEOPLE
from resume_customizer.ui.error_sentences.writing import WRITING
from resume_customizer.ui.sentence_forms import Forms
from resume_customizer.ui.sentences import REASONS
from resume_customizer.ui.texts import _, language

ERRORS: Final = (*FILES, *WRITING, *DESK, *MAIL, *PEOPLE, *INSTALLATION)
_LABELS: Final = {
    name: field.label for name, field in chain(CONSULTANT_FIELDS.items(), INTERVIEW_FIELDS.items(), FIELDS.items())
}
_FORMS: Final = Forms(ERRORS, beside=REASONS, labels=_LABELS)


def error_sentence(message: str) -> str:
    """What an error says, in the language that is spoken."""
    return message if language() == "en" else _told(language(), message) or message


def error_place(where: str) -> str:
    """Where it is, in the language that is spoken: a line, a field; names of files as they are."""
    if language() == "en":
        return where
    return _(_LABELS[where]) if where in _LABELS else _told(language(), where) or where


@lru_cache(1024)
def _told(_language: str, text: str) -> str:
    """Empty when it has no form."""
    return _FORMS.told(text)
