"""The verdict on a resume: the promises of resume_customizer.core.preflight."""

from dataclasses import replace

from builders.documents import a_resume
from resume_customizer.core.errors import RefusedInput
from resume_customizer.core.notices import Notice
from resume_customizer.core.preflight import NO_PLACE, Standing, judge_document, judge_refusal

RESUME = a_resume(["Built the ledger."], ["Kept trains on time."])


def test_without_anything_odd_it_is_exactly_editable() -> None:
    assert judge_document(RESUME) == (Standing.EXACT, ())


def test_whatever_is_odd_is_a_reason_once() -> None:
    odd = Notice("in-text-box", "It stands in a text box.", "experience 0")

    assert judge_document(replace(RESUME, notices=(odd, odd))) == (Standing.WARNING, (odd,))


def test_without_a_place_for_a_point_it_is_refused() -> None:
    without = tuple(replace(each, anchor=None) for each in RESUME.experiences)

    assert judge_document(replace(RESUME, experiences=without)) == (Standing.REFUSED, (NO_PLACE,))
    assert judge_document(replace(RESUME, experiences=())).standing is Standing.REFUSED


def test_what_cannot_be_read_is_refused_with_the_reason() -> None:
    verdict = judge_refusal(RefusedInput("macros", "The file holds macros.", "a.docm"))

    assert verdict == (Standing.REFUSED, (Notice("macros", "The file holds macros.", "a.docm"),))
