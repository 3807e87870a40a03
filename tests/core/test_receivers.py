"""Which experiences receive points: the promises of resume_customizer.core.planning.receivers."""

from dataclasses import replace

import pytest

from builders.documents import a_resume
from resume_customizer.core.document import Experience, ResumeDocument
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.planning.receivers import choose_receivers, newest_first


def _dated(*dates: tuple[str | None, str | None]) -> tuple[Experience, ...]:
    resume = a_resume(*([["Built APIs."]] * len(dates)))
    return tuple(
        replace(experience, start=start, end=end)
        for experience, (start, end) in zip(resume.experiences, dates, strict=True)
    )


def _with(resume: ResumeDocument, position: int, **changes: object) -> ResumeDocument:
    experiences = list(resume.experiences)
    experiences[position] = replace(experiences[position], **changes)
    return replace(resume, experiences=tuple(experiences))


def test_still_going_on_is_newest_then_the_later_end_then_the_later_start() -> None:
    experiences = _dated(("2015", "2018"), ("2020-02", "present"), ("2019-01", "2021-06"), ("2018-01", "2021-06"))

    assert newest_first(experiences) == (1, 2, 3, 0)


def test_equal_dates_keep_the_order_of_the_document() -> None:
    assert newest_first(_dated(("2020", "present"), ("2020", "present"))) == (0, 1)


def test_a_year_without_a_month_ends_with_its_december() -> None:
    assert newest_first(_dated(("2019-01", "2021-11"), ("2019-01", "2021"))) == (1, 0)


def test_one_date_alone_is_both_start_and_end() -> None:
    assert newest_first(_dated((None, "2019-05"), ("2020-05", None))) == (1, 0)


def test_an_experience_without_dates_is_as_new_as_the_one_before_it() -> None:
    experiences = _dated(("2021", "present"), (None, None), ("2015", "2018"), (None, "whenever"))

    assert newest_first(experiences) == (0, 1, 2, 3)
    assert newest_first(_dated((None, None), ("2015", "2018"), ("2021", "present"))) == (2, 0, 1)
    assert newest_first(_dated((None, None), (None, None))) == (0, 1)


def test_three_receive_when_nobody_says_and_as_many_as_asked_otherwise() -> None:
    resume = a_resume(*([["Built APIs."]] * 5))

    assert choose_receivers(resume).chosen == (0, 1, 2)
    assert choose_receivers(resume, count=1).chosen == (0,)
    assert choose_receivers(resume, count=9).chosen == (0, 1, 2, 3, 4)
    assert choose_receivers(resume, include=(4, 1, 3, 0)).chosen == (0, 1, 3, 4)
    assert choose_receivers(resume, count=2, include=(4, 1, 3)).chosen == (1, 3)


def test_each_is_called_by_its_age() -> None:
    resume = a_resume(*([["Built APIs."]] * 5))

    assert choose_receivers(resume, count=5).places == (
        "newest experience",
        "second newest experience",
        "third newest experience",
        "4th newest experience",
        "5th newest experience",
    )
    assert choose_receivers(resume, exclude=(0,), count=1).places == ("second newest experience",)


def test_excluded_experiences_never_receive_also_when_included() -> None:
    resume = a_resume(["Built APIs."], ["Ran tests."])

    assert choose_receivers(resume, exclude=(0,)).chosen == (1,)
    assert choose_receivers(resume, include=(0, 1), exclude=(0,)).chosen == (1,)
    none = choose_receivers(resume, exclude=(0, 1))
    assert (none.chosen, none.code) == ((), "excluded")


def test_without_an_anchor_nobody_receives_and_the_reason_is_named() -> None:
    resume = _with(
        a_resume(["Built APIs."], ["Ran tests."]), 0, anchor=None, no_anchor_reason="its bullets are pictures"
    )

    receivers = choose_receivers(resume, include=(0, 1))

    assert receivers.chosen == (1,)
    assert "“Software Engineer, Company 1” can't: its bullets are pictures" in receivers.places[0]
    assert [(notice.code, notice.where) for notice in receivers.notices] == [("no-anchor", "experience 0")]
    alone = choose_receivers(resume, include=(0,))
    assert (alone.chosen, alone.code) == ((), "no-anchor")
    assert "its bullets are pictures" in alone.reason


def test_doubtful_ones_receive_only_when_there_is_nothing_surer() -> None:
    resume = _with(a_resume(["Built APIs."], ["Ran tests."]), 0, confidence=0.4)

    assert choose_receivers(resume).chosen == (1,)
    assert choose_receivers(resume, include=(0,)).chosen == (0,)
    doubtful = choose_receivers(_with(resume, 1, confidence=0.3))
    assert doubtful.chosen == (0, 1)
    assert [notice.code for notice in doubtful.notices] == ["doubtful-experience"] * 2


def test_those_with_bullets_come_before_those_without_and_voluntary_work_comes_last() -> None:
    resume = a_resume([], ["Ran tests."], [])

    assert choose_receivers(resume).chosen == (1,)
    assert choose_receivers(resume, exclude=(1,)).chosen == (0, 2)
    volunteer = _with(_with(resume, 1, kind="volunteer"), 0, kind="volunteer")
    assert choose_receivers(volunteer).chosen == (2,)


def test_a_resume_without_experiences_has_nobody() -> None:
    receivers = choose_receivers(a_resume())

    assert (receivers.chosen, receivers.code) == ((), "no-experience")
    assert receivers.reason


@pytest.mark.parametrize(("include", "exclude"), [((2,), ()), ((), (-1,)), ((0, 7), ())])
def test_an_experience_that_does_not_exist_is_named(include: tuple[int, ...], exclude: tuple[int, ...]) -> None:
    with pytest.raises(InvalidInput, match=r"no experience (2|-1|7); .*0 to 1") as caught:
        choose_receivers(a_resume(["Built APIs."], []), include=include, exclude=exclude)

    assert caught.value.code == "no-such-experience"
